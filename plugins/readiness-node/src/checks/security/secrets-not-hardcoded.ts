import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, forEachSubject, pass } from '../../check';
import type { Facts } from '../../facts/facts';
import type {
  HardcodedSecretFact,
  SecretPlaceFact,
} from '../../facts/types/secrets';
import { allSecretRules, getSecretRules } from './secretRules';
import { examples } from './secretsNotHardcodedExamples';

export const secretsNotHardcoded = defineCheck({
  id: 'secrets-not-hardcoded',
  category: 'security',
  kind: 'subject',
  level: 1,
  severity: 'critical',
  isWaivable: false,
  title: 'No secret stands in the files',
  description:
    'No literal stands under the name of a secret, and nothing looks like a known token (whatever words are in it), in environment variables, ENV and ARG, defaults of variables, user data, compose files, Ansible variables, Helm values, manifests and provider blocks. References, empty values, obvious placeholders and values of fewer than six characters are fine. Not applicable when no file has a place for a secret.',
  rationale:
    'A secret in a repository is known to everybody who can read it, to every clone, build log and laptop, and it stays in the history after it is deleted. Bots find keys in public repositories within minutes. The only remedy is to rotate it, which is much cheaper before than after.',
  knownAs: [...allSecretRules, 'sensitiveContainerEnvVar', 'CKV_SECRET_2'],
  references: [
    {
      title: 'OWASP: secrets management',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    },
    {
      title: 'GitHub: removing sensitive data',
      url: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository',
    },
    {
      title: 'Docker: build secrets',
      url: 'https://docs.docker.com/build/building/secrets/',
    },
  ],
  remediation: {
    summary:
      'Rotate the secret first: it is known. Then keep it in Secrets Manager, Vault or the like and refer to it: manage_master_user_password, valueFrom.secretKeyRef, ECS secrets, a dynamic reference, a build secret instead of ENV or ARG.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_db_instance" "orders" {\n  username                    = "orders"\n  manage_master_user_password = true\n}\n',
      cloudformation:
        "Database:\n  Type: AWS::RDS::DBInstance\n  Properties:\n    MasterUserPassword: '{{resolve:secretsmanager:orders-db:SecretString:password}}'\n",
      kubernetes:
        'env:\n  - name: DB_PASSWORD\n    valueFrom:\n      secretKeyRef:\n        name: orders-db\n        key: password\n',
      helm: 'env:\n  - name: DB_PASSWORD\n    valueFrom:\n      secretKeyRef:\n        name: {{ .Values.existingSecret }}\n        key: password\n',
      dockerfile: 'RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci\n',
    },
  },
  examples,
  evaluate({ facts }) {
    return forEachSubject(
      groupBySubject(facts),
      'no place for a secret in the files read: no environment, variables, providers, user data or images',
      judgeSubject,
    );
  },
});

interface Group {
  readonly secrets: readonly HardcodedSecretFact[];
  readonly place?: SecretPlaceFact;
}

function groupBySubject(facts: Facts): readonly Group[] {
  const groups = new Map<
    string,
    { secrets: HardcodedSecretFact[]; place?: SecretPlaceFact }
  >();
  for (const secret of facts.hardcodedSecrets) {
    const key = getKey(secret);
    const group = groups.get(key) ?? { secrets: [] };
    group.secrets.push(secret);
    groups.set(key, group);
  }
  for (const place of facts.secretPlaces) {
    const key = getKey(place);
    if (!groups.has(key)) groups.set(key, { secrets: [], place });
  }
  return [...groups.values()];
}

function getKey({ subject, location }: SecretPlaceFact): string {
  return `${location.repository ?? ''}\n${subject}`;
}

function judgeSubject({ secrets, place }: Group): Finding | undefined {
  const [first, ...others] = secrets;
  if (first !== undefined) return failSecret(first, others);
  if (place === undefined) return undefined;
  const message =
    place.name === undefined
      ? `No secret stands in ${place.subject}`
      : `${place.name} is no literal secret`;
  return pass(place, { message, rules: getSecretRules(place.type) });
}

function failSecret(
  first: HardcodedSecretFact,
  others: readonly HardcodedSecretFact[],
): Finding {
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  const message =
    first.tokenKind === undefined
      ? `${first.name} is a literal secret${more}`
      : `${describeToken(first)}${more}`;
  return fail(first, {
    message,
    rules: getSecretRules(first.type),
    expected: 'a reference to a store of secrets',
    actual: `${first.name} = ***`,
    at: [first, ...others].map(({ location }) => location),
  });
}

function describeToken({ name, tokenKind }: HardcodedSecretFact): string {
  return name === tokenKind
    ? `Something with the shape of a ${tokenKind} stands here`
    : `${name} holds something with the shape of a ${tokenKind}`;
}
