import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, forEachSubject, judge, pass } from '../../check';
import type { IngressFact } from '../../facts/types/kubernetesObjects';
import type { ListenerFact } from '../../facts/types/network';

/** Named policies and versions that refuse TLS 1.0 and 1.1. */
const MODERN =
  /^(ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)[\w-]*|TLS_1_[23]|TLSv1\.[23][\w.]*|TLSv1_[23][\w.]*)$/;

export const tlsAtEdge = defineCheck({
  id: 'tls-at-edge',
  category: 'security',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Traffic from outside is encrypted',
  description:
    'Each listener speaks HTTPS, TLS, TCP or UDP, or redirects to HTTPS, and each Ingress and Gateway has tls (aspect protocol); TLS is 1.2 or newer (aspect policy). Not applicable without listeners and Ingresses.',
  rationale:
    'Plain HTTP is read and rewritten by whoever sits in between. TLS 1.0 and 1.1 are broken and deprecated, and the default policy of a load balancer still speaks them.',
  knownAs: ['CKV_AWS_2', 'CKV_AWS_103', 'tlsSettingsMissing'],
  references: [
    {
      title: 'Security policies for Application Load Balancers',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
    },
    {
      title: 'Kubernetes: Ingress TLS',
      url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    },
  ],
  remediation: {
    summary:
      'Set protocol = "HTTPS" and ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06", redirect HTTP to HTTPS, and add tls to the Ingress.',
    effortMinutes: 30,
    snippets: {
      terraform:
        'resource "aws_lb_listener" "https" {\n  load_balancer_arn = aws_lb.web.arn\n  port              = 443\n  protocol          = "HTTPS"\n  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"\n  certificate_arn   = aws_acm_certificate.web.arn\n}\n',
      kubernetes:
        'spec:\n  tls:\n    - hosts:\n        - cart.example.com\n      secretName: cart-tls\n',
    },
  },
  examples: [
    {
      title: 'HTTPS, and HTTP that redirects',
      files: {
        'main.tf':
          'resource "aws_lb_listener" "https" {\n  protocol   = "HTTPS"\n  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"\n}\n\nresource "aws_lb_listener" "http" {\n  protocol = "HTTP"\n  default_action {\n    type = "redirect"\n    redirect {\n      protocol    = "HTTPS"\n      status_code = "HTTP_301"\n    }\n  }\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_lb_listener.https',
          aspect: 'protocol',
          outcome: 'pass',
          at: 'main.tf:2',
        },
        {
          subject: 'aws_lb_listener.https',
          aspect: 'policy',
          outcome: 'pass',
          at: 'main.tf:3',
        },
        {
          subject: 'aws_lb_listener.http',
          aspect: 'protocol',
          outcome: 'pass',
          at: 'main.tf:11',
        },
      ],
    },
    {
      title: 'The default policy',
      files: {
        'main.tf':
          'resource "aws_lb_listener" "https" {\n  protocol = "HTTPS"\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_lb_listener.https',
          aspect: 'policy',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'An Ingress without tls',
      files: {
        'ingress.yaml':
          'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: cart\nspec:\n  rules:\n    - host: cart.example.com\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'Ingress/default/cart',
          aspect: 'protocol',
          outcome: 'fail',
        },
      ],
    },
    {
      title: 'No edge',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(
      [
        ...facts.listeners.flatMap(judgeListener),
        ...facts.ingresses.flatMap(judgeIngress),
      ],
      'No listener, Ingress or Gateway',
      finding => finding,
    ),
});

function judgeListener(listener: ListenerFact): readonly Finding[] {
  const { protocol, redirectsToTls, tlsPolicy, type } = listener;
  const isAws = /^aws_|^AWS::/.test(type);
  const rules = isAws ? ['CKV_AWS_2'] : [];
  const redirects = redirectsToTls.state === 'known' && redirectsToTls.value;
  const encrypted: Finding = redirects
    ? pass(listener, {
        aspect: 'protocol',
        rules,
        message: 'It redirects to HTTPS',
        at: [redirectsToTls.location],
      })
    : judge(listener, protocol, {
        aspect: 'protocol',
        rules,
        expected: 'HTTPS or TLS, or a redirect to HTTPS',
        passes: value => !/^http$/i.test(value),
        absent: 'unknown',
      });
  if (tlsPolicy === undefined) return [encrypted];
  const policy = judge(listener, tlsPolicy, {
    aspect: 'policy',
    rules: isAws ? ['CKV_AWS_103'] : [],
    expected: 'TLS 1.2 or newer',
    passes: value => MODERN.test(value),
  });
  return [encrypted, policy];
}

function judgeIngress(ingress: IngressFact): readonly Finding[] {
  if (ingress.kind === 'route' || ingress.offByDefault !== undefined) return [];
  const details = {
    aspect: 'protocol',
    rules: ['tlsSettingsMissing'],
    expected: 'tls',
  };
  if (
    ingress.tls.state === 'absent' ||
    (ingress.tls.state === 'known' && !ingress.tls.value)
  ) {
    const ended = Object.keys(ingress.annotations).find(key =>
      /certificate-arn|managed-certificates|pre-shared-cert|certmap/.test(key),
    );
    return [
      ended === undefined
        ? fail(ingress, {
            ...details,
            message: 'It has no tls',
            actual: 'no tls',
          })
        : pass(ingress, {
            ...details,
            message: `TLS ends at the load balancer: ${ended}`,
          }),
    ];
  }
  return [judge(ingress, ingress.tls, { ...details, passes: isOn => isOn })];
}
