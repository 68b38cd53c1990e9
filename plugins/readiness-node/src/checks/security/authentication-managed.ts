import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, mergeFindings, pass, presence } from '../../check';
import type { Facts } from '../../facts/facts';

/** Libraries that leave signing in to an identity provider. */
const LIBRARIES =
  /^(next-auth|@auth\/core|openid-client|passport-openidconnect|express-openid-connect|@okta\/\S+|@auth0\/\S+|keycloak-js|keycloak-connect|@azure\/msal-\S+|oidc-client-ts|react-oidc-context|aws-amplify|authlib|mozilla-django-oidc|github\.com\/coreos\/go-oidc(\/v\d+)?|omniauth[_-]openid[_-]connect|Microsoft\.Identity\.Web|Microsoft\.AspNetCore\.Authentication\.(OpenIdConnect|JwtBearer)|org\.springframework\.boot:spring-boot-starter-oauth2-(client|resource-server)|io\.quarkus:quarkus-oidc|com\.okta\.spring:\S+)$/i;

export const authenticationManaged = defineCheck({
  id: 'authentication-managed',
  category: 'security',
  kind: 'presence',
  level: 3,
  severity: 'medium',
  isAttestable: true,
  title: 'Authentication is managed',
  description:
    'People and workloads prove who they are to a managed service: Cognito, an OIDC provider or OAuth proxy, authentication at the load balancer or ingress, IRSA, workload identity, Identity-Aware Proxy.',
  rationale:
    'Passwords, sessions and keys are hard to do right and not what the service is for. An identity provider brings multi-factor sign-in and one switch for people who leave; workload identity replaces long-lived keys by tokens that expire.',
  references: [
    {
      title: 'IAM roles for service accounts',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html',
    },
    {
      title: 'Amazon Cognito user pools',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools.html',
    },
    {
      title: 'OAuth2 Proxy',
      url: 'https://oauth2-proxy.github.io/oauth2-proxy/',
    },
    {
      title: 'Identity-Aware Proxy',
      url: 'https://cloud.google.com/iap/docs/concepts-overview',
    },
  ],
  remediation: {
    summary:
      'Let the load balancer or an OAuth proxy sign people in with your identity provider, and give workloads an identity of the cloud (IRSA, workload identity) instead of keys.',
    effortMinutes: 240,
    snippets: {
      terraform:
        'resource "aws_cognito_user_pool" "shop" {\n  name              = "shop"\n  mfa_configuration = "OPTIONAL"\n\n  software_token_mfa_configuration {\n    enabled = true\n  }\n}\n',
      kubernetes:
        'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  annotations:\n    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/orders\n',
    },
  },
  examples: [
    {
      title: 'A role for a service account',
      files: {
        'sa.yaml':
          'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  annotations:\n    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/orders\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'ServiceAccount/default/orders',
          outcome: 'pass',
          at: 'sa.yaml:1',
        },
      ],
    },
    {
      title: 'Cognito',
      files: { 'main.tf': 'resource "aws_cognito_user_pool" "shop" {}\n' },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_cognito_user_pool.shop',
          outcome: 'pass',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'Nothing',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    return presence(
      context,
      'managed authentication (Cognito, an OIDC provider or OAuth proxy, IRSA or workload identity, Identity-Aware Proxy)',
      mergeFindings([
        ...passResources(context.facts),
        ...passLibraries(context.facts),
      ]),
    );
  },
});

function passResources(facts: Facts): readonly Finding[] {
  return facts.authentications.map(authentication =>
    authentication.offByDefault === undefined
      ? pass(authentication, { message: authentication.kind })
      : fail(authentication, {
          message: `${authentication.kind} is off by default: ${authentication.offByDefault}`,
          partial: true,
        }),
  );
}

function passLibraries(facts: Facts): readonly Finding[] {
  return facts.packages.flatMap(manifest =>
    manifest.dependencies
      .filter(
        ({ name, isDevelopment }) => !isDevelopment && LIBRARIES.test(name),
      )
      .slice(0, 1)
      .map(({ name, location }) =>
        pass(manifest, {
          message: `${name} signs people in with an identity provider`,
          at: [location],
        }),
      ),
  );
}
