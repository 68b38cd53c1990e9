import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  forEachSubject,
  judge,
  pass,
  type CheckContext,
} from '../../check';
import type { DefaultTagsFact, TaggableFact } from '../../facts/types/cost';
import type { FactValue } from '../../facts/value';

export const costTags = defineCheck({
  id: 'cost-tags',
  category: 'cost-optimization',
  kind: 'subject',
  level: 1,
  severity: 'medium',
  title: 'Resources say whose bill they are on',
  description:
    'The provider puts default_tags or default_labels on everything, or each taggable resource carries a tag with one of the configured keys (owner, team, cost-center, service …). Not applicable without taggable resources.',
  rationale:
    'A bill by service is the start of every saving. Untagged resources are the ones nobody dares to delete, since nobody knows whose they are.',
  knownAs: ['CKV_AWS_153'],
  references: [
    {
      title: 'AWS: cost allocation tags',
      url: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html',
    },
    {
      title: 'Terraform AWS provider: default_tags',
      url: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block',
    },
  ],
  remediation: {
    summary:
      'Set default_tags on the provider once (default_labels for Google), or tags on each resource.',
    effortMinutes: 10,
    snippets: {
      terraform:
        'provider "aws" {\n  default_tags {\n    tags = {\n      team    = "checkout"\n      service = "cart"\n    }\n  }\n}\n',
      cloudformation:
        'Table:\n  Type: AWS::DynamoDB::Table\n  Properties:\n    Tags:\n      - Key: team\n        Value: checkout\n',
    },
  },
  examples: [
    {
      title: 'Default tags of the provider',
      files: {
        'main.tf':
          'provider "aws" {\n  default_tags {\n    tags = { team = "checkout" }\n  }\n}\n\nresource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_sqs_queue.jobs', outcome: 'pass', at: 'main.tf:3' },
      ],
    },
    {
      title: 'One of two is tagged',
      files: {
        'main.tf':
          'resource "aws_sqs_queue" "jobs" {\n  tags = { team = "checkout" }\n}\n\nresource "aws_sqs_queue" "mail" {\n  tags = { Name = "mail" }\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_sqs_queue.jobs', outcome: 'pass', at: 'main.tf:2' },
        { subject: 'aws_sqs_queue.mail', outcome: 'fail', at: 'main.tf:6' },
      ],
    },
    {
      title: 'Nothing to tag',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    return forEachSubject(
      context.facts.taggables,
      'No resource that takes cost tags',
      taggable => judgeTags(context, taggable),
    );
  },
});

function judgeTags(context: CheckContext, taggable: TaggableFact): Finding {
  const rules =
    taggable.type === 'aws_autoscaling_group' ? ['CKV_AWS_153'] : [];
  const keys = context.options.costTagKeys;
  if (!hasKey(taggable.tagKeys, keys)) {
    const defaults = context.facts.defaultTags.find(
      each => each.scope === taggable.scope && covers(each, taggable, keys),
    );
    if (defaults !== undefined) {
      return pass(taggable, {
        message: `${defaults.subject} tags everything it makes`,
        rules,
        at: [defaults.tagKeys.location],
      });
    }
  }
  return judge(taggable, taggable.tagKeys, {
    expected: `a tag with one of the keys ${keys.slice(0, 5).join(', ')} …`,
    rules,
    passes: found => hasOneOf(found, keys),
  });
}

function covers(
  defaults: DefaultTagsFact,
  taggable: TaggableFact,
  keys: readonly string[],
): boolean {
  return (
    defaults.provider === taggable.provider &&
    (hasKey(defaults.tagKeys, keys) || defaults.tagKeys.state === 'unresolved')
  );
}

function hasKey(
  value: FactValue<readonly string[]>,
  keys: readonly string[],
): boolean {
  return value.state === 'known' && hasOneOf(value.value, keys);
}

/** Spelling of tags differs by taste: `CostCenter`, `cost-center`, `cost_center`. */
function hasOneOf(found: readonly string[], keys: readonly string[]): boolean {
  const wanted = new Set(keys.map(normalise));
  return found.some(key =>
    wanted.has(normalise(key.slice(key.lastIndexOf(':') + 1))),
  );
}

function normalise(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/g, '');
}
