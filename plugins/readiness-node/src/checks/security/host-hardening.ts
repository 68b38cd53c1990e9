import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  judge,
  pass,
  withMergedFindings,
} from '../../check';
import type { Facts } from '../../facts/facts';
import type { HostProtectionFact } from '../../facts/types/identity';
import type { MachineFact } from '../../facts/types/machines';
import { getProtectionRules, protectionRules } from './hostProtectionRules';
import { findHardening, type Hardening } from './hardeningSigns';

export const hostHardening = defineCheck({
  id: 'host-hardening',
  category: 'security',
  kind: 'subject',
  level: 3,
  severity: 'medium',
  title: 'Hosts and edges are hardened',
  description:
    'Aspect imdsv2: instances and launch templates demand session tokens for instance metadata. Aspect waf: public application load balancers, API stages, CDNs and application gateways have a web application firewall. Aspect hardening: hosts get a CIS image or a hardening role. Not applicable without hosts and edges.',
  rationale:
    'Most break-ins take the known way: a request that makes the server ask its own metadata service, an injection every firewall knows, a service nobody needed. Hardening closes these by default, for every host alike.',
  knownAs: protectionRules,
  references: [
    {
      title: 'EC2: use IMDSv2',
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
    },
    {
      title: 'AWS WAF',
      url: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html',
    },
    {
      title: 'CIS Benchmarks',
      url: 'https://www.cisecurity.org/cis-benchmarks',
    },
  ],
  remediation: {
    summary:
      'Set metadata_options { http_tokens = "required" }, associate a web ACL with what is public, and build hosts from a CIS image or run a hardening role (devsec.hardening.os_hardening).',
    effortMinutes: 120,
    snippets: {
      terraform:
        'resource "aws_instance" "app" {\n  metadata_options {\n    http_tokens = "required"\n  }\n}\n\nresource "aws_wafv2_web_acl_association" "edge" {\n  resource_arn = aws_lb.edge.arn\n  web_acl_arn  = aws_wafv2_web_acl.edge.arn\n}\n',
      cloudformation:
        'Template:\n  Type: AWS::EC2::LaunchTemplate\n  Properties:\n    LaunchTemplateData:\n      MetadataOptions:\n        HttpTokens: required\n',
      ansible: '- hosts: all\n  roles:\n    - devsec.hardening.os_hardening\n',
    },
  },
  examples: [
    {
      title: 'An instance with tokens, without hardening',
      files: {
        'main.tf':
          'resource "aws_instance" "app" {\n  metadata_options {\n    http_tokens = "required"\n  }\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_instance.app',
          aspect: 'imdsv2',
          outcome: 'pass',
          at: 'main.tf:3',
        },
        {
          subject: 'aws_instance.app',
          aspect: 'hardening',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'A distribution with a web ACL',
      files: {
        'main.tf':
          'resource "aws_wafv2_web_acl" "a" {}\nresource "aws_cloudfront_distribution" "a" {\n  web_acl_id = aws_wafv2_web_acl.a.arn\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_cloudfront_distribution.a',
          aspect: 'waf',
          outcome: 'pass',
          at: 'main.tf:3',
        },
      ],
    },
    {
      title: 'No host and no edge',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      [...facts.hostProtections.map(judgeProtection), ...judgeHosts(facts)],
      'no instance, launch template, public load balancer, API stage or CDN in the files read',
    );
  },
});

function judgeProtection(protection: HostProtectionFact): Finding {
  const isMetadata = protection.aspect === 'imdsv2';
  return judge(protection, protection.isOn, {
    aspect: protection.aspect,
    rules: getProtectionRules(protection),
    expected: isMetadata ? 'tokens required' : 'a web application firewall',
    passes: value => value,
    ...(isMetadata ? {} : describeMissing(protection)),
  });
}

function describeMissing({ subject, isOn }: HostProtectionFact) {
  return isOn.state === 'absent'
    ? {
        absentMessage: `${subject} has no web application firewall: no ${isOn.setting}`,
      }
    : {};
}

function judgeHosts(facts: Facts): readonly Finding[] {
  const signs = findHardening(facts);
  const machines = facts.machines.filter(({ kind }) => kind === 'instance');
  // Hosts under configuration management need not stand here themselves.
  return machines.length > 0
    ? machines.map(machine => judgeHost(machine, signs[0]))
    : signs.map(({ message, location }) =>
        pass(
          { subject: location.path, location },
          { aspect: 'hardening', message },
        ),
      );
}

function judgeHost(machine: MachineFact, sign: Hardening | undefined): Finding {
  const expected = 'a CIS image or a hardening role';
  return sign === undefined
    ? fail(machine, {
        aspect: 'hardening',
        message: `Nothing hardens ${machine.subject}: no CIS image, no hardening role`,
        expected,
        actual: 'none found',
      })
    : pass(machine, {
        aspect: 'hardening',
        message: sign.message,
        expected,
        at: [sign.location],
      });
}
