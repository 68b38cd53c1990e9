import { defineCheck, pass, presence } from '../../check';

export const privateAccess = defineCheck({
  id: 'private-access',
  category: 'networking',
  kind: 'presence',
  level: 3,
  severity: 'low',
  title: 'There is a private way in',
  description:
    'There is a VPN (OpenVPN, WireGuard, client or site-to-site VPN), a bastion, SSM Session Manager or an Identity-Aware Proxy.',
  rationale:
    'People need to reach what customers must not. A VPN, a session manager or an identity-aware proxy knows who came in and leaves a trace, and spares every machine an open port.',
  references: [
    {
      title: 'AWS Systems Manager Session Manager',
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
    },
    {
      title: 'Identity-Aware Proxy',
      url: 'https://cloud.google.com/iap/docs/concepts-overview',
    },
  ],
  remediation: {
    summary:
      'Attach AmazonSSMManagedInstanceCore to the instances’ role and use Session Manager, or set up aws_ec2_client_vpn_endpoint, OpenVPN, or IAP.',
    effortMinutes: 90,
    snippets: {
      terraform:
        'resource "aws_iam_role_policy_attachment" "ssm" {\n  role       = aws_iam_role.host.name\n  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"\n}\n',
    },
  },
  examples: [
    {
      title: 'Session Manager',
      files: {
        'main.tf':
          'resource "aws_iam_role_policy_attachment" "ssm" {\n  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_iam_role_policy_attachment.ssm',
          outcome: 'pass',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'OpenVPN by Ansible',
      files: {
        'roles/vpn/tasks/main.yml':
          '- name: Install\n  ansible.builtin.apt:\n    name: openvpn\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'roles/vpn/tasks/main.yml',
          outcome: 'pass',
          at: 'roles/vpn/tasks/main.yml:3',
        },
      ],
    },
    {
      title: 'Nothing',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate: context =>
    presence(
      context,
      'a VPN, bastion, SSM Session Manager or Identity-Aware Proxy',
      context.facts.privateAccesses.map(access =>
        pass(access, { message: access.kind }),
      ),
    ),
});
