import { defineCheck, fail, notApplicable, pass, presence } from '../../check';
import { isExposed } from './exposure';

export const dnsAsCode = defineCheck({
  id: 'dns-as-code',
  category: 'networking',
  kind: 'presence',
  level: 2,
  severity: 'low',
  title: 'Names are code',
  description:
    'DNS is managed by code: Route 53, Cloud DNS, Azure DNS, Cloudflare, external-dns, or hosts on an Ingress or Gateway. Not applicable when nothing is exposed.',
  rationale:
    'It is always DNS, and mostly because somebody changed it by hand. A name that stands beside the thing it points to moves and disappears together with it.',
  references: [
    {
      title: 'Amazon Route 53',
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/Welcome.html',
    },
    {
      title: 'ExternalDNS',
      url: 'https://kubernetes-sigs.github.io/external-dns/',
    },
  ],
  remediation: {
    summary:
      'Add an aws_route53_record (google_dns_record_set, azurerm_dns_a_record, cloudflare_record) that points to the load balancer, or host on the Ingress with external-dns.',
    effortMinutes: 20,
    snippets: {
      terraform:
        'resource "aws_route53_record" "cart" {\n  zone_id = data.aws_route53_zone.main.zone_id\n  name    = "cart.example.com"\n  type    = "A"\n  alias {\n    name                   = aws_lb.cart.dns_name\n    zone_id                = aws_lb.cart.zone_id\n    evaluate_target_health = true\n  }\n}\n',
      kubernetes: 'spec:\n  rules:\n    - host: cart.example.com\n',
    },
  },
  examples: [
    {
      title: 'A record for the load balancer',
      files: {
        'main.tf':
          'resource "aws_lb" "web" {\n  name = "web"\n}\n\nresource "aws_route53_record" "web" {\n  name = "web"\n  type = "A"\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_route53_record.web', outcome: 'pass', at: 'main.tf:5' },
      ],
    },
    {
      title: 'A load balancer without a name',
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
    const { dnsNames, ingresses } = context.facts;
    if (dnsNames.length === 0 && !isExposed(context))
      return notApplicable('Nothing that the internet can reach');
    return presence(
      context,
      'DNS records or zones, external-dns, hosts on an Ingress or Gateway',
      [
        ...dnsNames.map(name =>
          name.offByDefault === undefined
            ? pass(name, { message: name.kind })
            : fail(name, {
                message: `${name.kind}, but off unless ${name.offByDefault} is turned on`,
                partial: true,
              }),
        ),
        ...ingresses.flatMap(ingress => {
          const [host] = ingress.hosts;
          if (host === undefined || host.state === 'absent') return [];
          const message = `host ${
            host.state === 'known' ? host.value : host.expression
          }`;
          return [
            ingress.offByDefault === undefined
              ? pass(ingress, { message, at: [host.location] })
              : fail(ingress, {
                  message: `${message}, but off unless ${ingress.offByDefault} is turned on`,
                  partial: true,
                }),
          ];
        }),
      ],
    );
  },
});
