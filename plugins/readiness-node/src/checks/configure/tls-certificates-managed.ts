import { defineCheck, fail, notApplicable, pass, presence } from '../../check';
import { isExposed } from '../networking/exposure';

export const tlsCertificatesManaged = defineCheck({
  id: 'tls-certificates-managed',
  category: 'configure',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'Certificates are issued and renewed by code',
  description:
    'TLS certificates come from cert-manager, ACM, Google managed certificates, Key Vault, or Let’s Encrypt (certbot, ACME). Not applicable when nothing is exposed.',
  rationale:
    'Certificates expire on a day everybody could know and nobody does. Issued and renewed by code they never become an outage, and no private key passes through a mailbox.',
  references: [
    { title: 'cert-manager', url: 'https://cert-manager.io/docs/' },
    {
      title: 'AWS Certificate Manager',
      url: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-overview.html',
    },
    { title: "Let's Encrypt", url: 'https://letsencrypt.org/docs/' },
  ],
  remediation: {
    summary:
      'Use aws_acm_certificate with DNS validation, a cert-manager Certificate or annotation, google_certificate_manager_certificate, or certbot.',
    effortMinutes: 45,
    snippets: {
      terraform:
        'resource "aws_acm_certificate" "cart" {\n  domain_name       = "cart.example.com"\n  validation_method = "DNS"\n}\n',
      kubernetes:
        'metadata:\n  annotations:\n    cert-manager.io/cluster-issuer: letsencrypt\n',
    },
  },
  examples: [
    {
      title: 'ACM',
      files: {
        'main.tf':
          'resource "aws_lb" "web" {\n  name = "web"\n}\n\nresource "aws_acm_certificate" "web" {\n  domain_name = "web.example.com"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_acm_certificate.web',
          outcome: 'pass',
          at: 'main.tf:5',
        },
      ],
    },
    {
      title: 'Exposed without a certificate',
      files: { 'main.tf': 'resource "aws_lb" "web" {\n  name = "web"\n}\n' },
      outcome: 'fail',
    },
    {
      title: 'Nothing is exposed',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const { certificates } = context.facts;
    if (certificates.length === 0 && !isExposed(context))
      return notApplicable('Nothing that the internet can reach');
    return presence(
      context,
      "certificates by cert-manager, ACM, Google, Key Vault, Let's Encrypt",
      certificates.map(certificate =>
        certificate.offByDefault === undefined
          ? pass(certificate, { message: certificate.issuer })
          : fail(certificate, {
              message: `${certificate.issuer}, but off unless ${certificate.offByDefault} is turned on`,
              partial: true,
            }),
      ),
    );
  },
});
