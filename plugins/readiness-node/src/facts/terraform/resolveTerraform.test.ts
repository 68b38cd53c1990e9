import { initialiseHclParser } from '../../parsers/hcl';
import { collectReferences, getValue } from '../readValue';
import type { Resource } from '../resource';
import { describeResources, describeValue, resolveTexts } from './testing';

beforeAll(initialiseHclParser);

function find(
  resources: readonly Resource[],
  address: string,
  scope?: string,
): Resource {
  const found = resources.find(
    resource =>
      resource.address === address &&
      (scope === undefined || resource.scope === scope),
  );
  if (!found)
    throw new Error(
      `No ${address} among ${resources
        .map(resource => resource.address)
        .join(', ')}`,
    );
  return found;
}

function value(resource: Resource, path: string): unknown {
  return describeValue(getValue(resource.attributes, path));
}

function place(resource: Resource, path: string): string {
  const location = getValue(resource.attributes, path)?.location;
  return `${location?.path}:${location?.startLine}-${location?.endLine}`;
}

describe('instances', () => {
  let resources: readonly Resource[] = [];
  beforeAll(() => {
    resources = resolveTexts({
      'main.tf': `variable "on" { default = true }
variable "unknown" {}
resource "a_b" "created" { count = var.on ? 1 : 0 }
resource "a_b" "left_out" { count = var.on ? 0 : 1 }
resource "a_b" "perhaps" { count = var.unknown ? 1 : 0 }
resource "a_b" "some" { count = var.unknown ? 2 : 1 }
resource "a_b" "two" {
  count = 2
  zone  = ["x", "y"][count.index]
  size  = "small"
}
resource "a_b" "each" {
  for_each = { p = { size = 1 }, q = { size = 2 } }
  name     = each.key
  size     = each.value.size
}
resource "a_b" "none" { for_each = {} }
resource "a_b" "some_each" {
  for_each = var.unknown
  size     = each.value.size
}
`,
    });
  });

  it('has one entry an address', () => {
    expect(
      resources.map(({ address, condition, instances }) => [
        address,
        condition,
        instances,
      ]),
    ).toEqual([
      ['a_b.created', undefined, undefined],
      ['a_b.perhaps', 'var.unknown ? 1 : 0', undefined],
      ['a_b.some', undefined, undefined],
      ['a_b.two', undefined, 2],
      ['a_b.each["p"]', undefined, undefined],
      ['a_b.each["q"]', undefined, undefined],
      ['a_b.some_each', 'var.unknown', undefined],
    ]);
  });

  it('binds keys, values and indices', () => {
    expect(value(find(resources, 'a_b.each["q"]'), 'size')).toBe(2);
    expect(value(find(resources, 'a_b.two'), 'size')).toBe('small');
    expect(value(find(resources, 'a_b.two'), 'zone')).toBe(
      '<"x" in [0], "y" in [1]>',
    );
    expect(value(find(resources, 'a_b.some_each'), 'size')).toBe(
      '<each.value.size>',
    );
  });
});

describe('blocks', () => {
  const read = () =>
    find(
      resolveTexts({
        'main.tf': `variable "unknown" {}
variable "null" { default = null }
resource "a_b" "c" {
  rule {
    port = 1
  }
  dynamic "rule" {
    for_each = [2, 3]
    iterator = r
    content {
      port = r.value
      dynamic "inner" {
        for_each = { k = "v" }
        content { text = "\${inner.key}=\${inner.value}" }
      }
    }
  }
  dynamic "maybe" {
    for_each = var.unknown
    content { port = maybe.value.port }
  }
  dynamic "never" {
    for_each = var.null != null ? [1] : []
    content { port = 1 }
  }
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [rule, tags["x"]]
  }
  depends_on = [a_b.d]
  provider   = aws.west
}
`,
      }),
      'a_b.c',
    );
  let resource: Resource;
  beforeAll(() => {
    resource = read();
  });

  it('expands what is known', () => {
    expect(value(resource, 'rule')).toEqual([
      { port: 1 },
      { port: 2, inner: [{ text: 'k=v' }] },
      { port: 3, inner: [{ text: 'k=v' }] },
    ]);
    expect(place(resource, 'rule.1.port')).toBe('main.tf:11-11');
  });

  it('leaves open whether an unknown block exists, and shows what it would be', () => {
    const maybe = getValue(resource.attributes, 'maybe');
    expect(describeValue(maybe)).toBe('<var.unknown>');
    expect(
      maybe?.kind === 'unresolved' && maybe.candidates?.map(describeValue),
    ).toEqual([[{ port: '<maybe.value.port>' }]]);
    expect(getValue(resource.attributes, 'never')).toBeUndefined();
  });

  it('keeps names in meta-arguments', () => {
    expect(value(resource, 'lifecycle')).toEqual([
      { prevent_destroy: true, ignore_changes: ['rule', 'tags["x"]'] },
    ]);
    expect(value(resource, 'depends_on')).toEqual(['a_b.d']);
    expect(value(resource, 'provider')).toBe('aws.west');
  });
});

describe('modules', () => {
  const texts = {
    'live/main.tf': `locals { names = ["a", "b"] }
resource "aws_s3_bucket" "logs" { bucket = "logs" }
module "cart" {
  source   = "../modules/service"
  for_each = toset(local.names)
  name     = each.key
  bucket   = aws_s3_bucket.logs
}
resource "x_y" "z" {
  arns = [for m in module.cart : m.arn]
  one  = module.cart["b"].name
}
module "far" {
  source = "acme/thing/aws"
  size   = 3
}
`,
    'modules/service/main.tf': `variable "name" { type = string }
variable "bucket" {}
variable "zones" {
  type    = number
  default = 2
}
module "db" {
  source = "../db"
  name   = "\${var.name}-db"
  zones  = var.zones
}
resource "aws_s3_bucket_policy" "p" { bucket = var.bucket.id }
output "arn" { value = module.db.arn }
output "name" { value = module.db.name }
`,
    'modules/db/main.tf': `variable "name" {}
variable "zones" { default = 1 }
resource "aws_db_instance" "this" {
  identifier = var.name
  multi_az   = var.zones > 1
}
output "arn" { value = aws_db_instance.this.arn }
output "name" { value = aws_db_instance.this.identifier }
`,
    'modules/unused/main.tf': `variable "size" {}
variable "on" { default = false }
resource "aws_db_instance" "x" {
  size = var.size
  on   = var.on
}
`,
    'modules/unused/examples/full/main.tf': `module "x" {
  source = "../.."
  size   = 1
}
`,
  };
  let resources: readonly Resource[] = [];
  beforeAll(() => {
    resources = resolveTexts(texts);
  });

  it('are inlined with their arguments, below their roots', () => {
    expect(
      resources.map(({ address, scope, isOpaque }) => [
        scope,
        address,
        isOpaque,
      ]),
    ).toEqual([
      ['live', 'aws_s3_bucket.logs', undefined],
      ['live', 'x_y.z', undefined],
      ['live', 'module.cart["a"]', undefined],
      ['live', 'module.cart["a"].aws_s3_bucket_policy.p', undefined],
      ['live', 'module.cart["a"].module.db', undefined],
      ['live', 'module.cart["a"].module.db.aws_db_instance.this', undefined],
      ['live', 'module.cart["b"]', undefined],
      ['live', 'module.cart["b"].aws_s3_bucket_policy.p', undefined],
      ['live', 'module.cart["b"].module.db', undefined],
      ['live', 'module.cart["b"].module.db.aws_db_instance.this', undefined],
      ['live', 'module.far', true],
      ['modules/unused', 'aws_db_instance.x', undefined],
    ]);
    const database = find(
      resources,
      'module.cart["b"].module.db.aws_db_instance.this',
    );
    expect(describeValue(database.attributes)).toEqual({
      identifier: 'b-db',
      multi_az: true,
    });
    expect(place(database, 'identifier')).toBe('modules/db/main.tf:4-4');
    expect(value(find(resources, 'x_y.z'), 'one')).toBe('b-db');
    expect(
      describeValue(find(resources, 'aws_db_instance.x').attributes),
    ).toEqual({ size: '<var.size>', on: false });
  });

  it('keep references by full address', () => {
    const policy = find(resources, 'module.cart["a"].aws_s3_bucket_policy.p');
    expect(getValue(policy.attributes, 'bucket')?.references).toEqual([
      'aws_s3_bucket.logs',
    ]);
    expect(collectReferences(find(resources, 'x_y.z').attributes)).toEqual(
      expect.arrayContaining([
        'module.cart["a"].module.db.aws_db_instance.this',
      ]),
    );
  });

  it('outside the sub-path are read, their roots are not', () => {
    const inLive = resolveTexts(texts, 'live');
    expect(new Set(inLive.map(({ scope }) => scope))).toEqual(
      new Set(['live']),
    );
    expect(
      value(
        find(inLive, 'module.cart["a"].module.db.aws_db_instance.this'),
        'multi_az',
      ),
    ).toBe(true);
    expect(
      resolveTexts(texts, 'modules/db').map(({ address }) => address),
    ).toEqual(['aws_db_instance.this']);
    expect(
      resolveTexts(texts, 'modules/unused/examples/full').map(
        ({ address }) => address,
      ),
    ).toEqual(['module.x', 'module.x.aws_db_instance.x']);
  });
});

describe('environments', () => {
  const main = `variable "multi_az" { default = false }
variable "size" {}
variable "name" { default = "n" }
resource "aws_db_instance" "x" {
  multi_az = var.multi_az
  class    = "db.\${var.size}"
  name     = var.name
}
resource "a_b" "extra" { count = var.size == "small" ? 1 : 0 }
`;
  const attributesOf = (texts: Record<string, string>) =>
    find(resolveTexts(texts), 'aws_db_instance.x').attributes;

  it.each([
    ['beside the root', 'prod.tfvars', 'dev.tfvars'],
    ['in a folder', 'env/prod.tfvars', 'env/dev.tfvars'],
    [
      'in folders',
      'config/prod/terraform.tfvars',
      'config/dev/terraform.tfvars',
    ],
  ])(
    'production decides and others are variants (%s)',
    (_, production, development) => {
      const attributes = attributesOf({
        'main.tf': main,
        [production]: 'multi_az = true\nsize = "large"\n',
        [development]: 'size = "small"\n',
      });
      expect(describeValue(attributes)).toEqual({
        multi_az: true,
        class: 'db.large',
        name: 'n',
      });
      expect(attributes.entries.multi_az).toMatchObject({
        variants: { dev: false },
      });
      expect(attributes.entries.class).toMatchObject({
        variants: { dev: 'db.small' },
      });
      expect(attributes.entries.name).not.toHaveProperty('variants');
    },
  );

  it('what environments without a production one agree on is known', () => {
    const resources = resolveTexts({
      'main.tf': main,
      'dev.tfvars': 'multi_az = true\nsize = "small"\n',
      'nonprod.tfvars': 'multi_az = true\nsize = "large"\n',
    });
    expect(
      describeValue(find(resources, 'aws_db_instance.x').attributes),
    ).toEqual({
      multi_az: true,
      class: '<"db.small" in dev, "db.large" in nonprod>',
      name: 'n',
    });
    expect(find(resources, 'a_b.extra').condition).toBe('only in dev');
  });

  it('terraform.tfvars and *.auto.tfvars always count, examples never', () => {
    const attributes = attributesOf({
      'main.tf': main,
      'terraform.tfvars': 'multi_az = true\nsize = "a"\n',
      'z.auto.tfvars.json': '{ "size": "b" }',
      'prod.tfvars.example': 'size = "c"\n',
      'example.tfvars': 'size = "d"\n',
    });
    expect(describeValue(attributes)).toEqual({
      multi_az: true,
      class: 'db.b',
      name: 'n',
    });
  });

  it('files beside the root belong to it when its variables have their names', () => {
    const resources = resolveTexts({
      'terraform/main.tf': main,
      'vars/prod.tfvars': 'size = "x"\nmulti_az = true\n',
    });
    expect(value(find(resources, 'aws_db_instance.x'), 'class')).toBe('db.x');
  });

  it('a root folder may name one', () => {
    const resources = resolveTexts({
      'environments/prod-eu/main.tf': main,
      'environments/staging/main.tf': main,
    });
    expect(
      resources.map(({ scope, environment }) => [scope, environment]),
    ).toEqual(
      expect.arrayContaining([
        ['environments/prod-eu', 'prod-eu'],
        ['environments/staging', 'staging'],
      ]),
    );
  });
});

it('merges override files and reads JSON, tofu files and providers', () => {
  const resources = resolveTexts({
    'main.tf':
      'resource "a_b" "x" {\n  size = 1\n  kept = true\n  rule { port = 1 }\n}\nresource "a_b" "old" {}\n',
    'override.tf': 'resource "a_b" "x" {\n  size = 2\n  rule { port = 2 }\n}\n',
    'more.tf.json':
      '{ "resource": { "a_b": { "json": { "size": "${1 + 1}" } } } }',
    'extra.tf': 'resource "a_b" "replaced" {}\n',
    'extra.tofu': 'resource "a_b" "tofu" {}\n',
    'provider.tf':
      'provider "aws" {\n  region = "eu-west-1"\n}\nprovider "aws" {\n  alias = "west"\n  default_tags {\n    tags = { a = "b" }\n  }\n}\n',
  });
  expect(describeResources(resources)).toEqual({
    'provider.aws': { region: 'eu-west-1' },
    'provider.aws.west': {
      alias: 'west',
      default_tags: [{ tags: { a: 'b' } }],
    },
    'a_b.x': { size: 2, kept: true, rule: [{ port: 2 }] },
    'a_b.old': {},
    'a_b.json': { size: 2 },
    'a_b.tofu': {},
  });
  expect(find(resources, 'provider.aws.west')).toMatchObject({
    type: 'provider.aws',
    apiVersion: 'west',
  });
});

it('keeps what JSON texts say', () => {
  const resources = resolveTexts({
    'main.tf': `variable "image" {}
resource "aws_ecs_task_definition" "a" {
  container_definitions = jsonencode([{ name = "app", image = var.image }])
}
resource "aws_ecs_task_definition" "b" {
  container_definitions = <<EOT
[
  {
    "image": "\${var.image}",
    "cpu": \${1 + 1}
  }
]
EOT
}
resource "aws_ecs_task_definition" "c" {
  container_definitions = templatefile("\${path.module}/app.json", { image = var.image })
}
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "d" { policy = data.aws_iam_policy_document.d.json }
`,
    'app.json': '[{ "name": "x", "image": "${image}:1" }]',
  });
  const decoded = (address: string, name = 'container_definitions') =>
    describeValue(find(resources, address).attributes.entries[name]?.decoded);
  expect(decoded('aws_ecs_task_definition.a')).toEqual([
    { name: 'app', image: '<var.image>' },
  ]);
  expect(decoded('aws_ecs_task_definition.b')).toEqual([
    { image: '<var.image>', cpu: 2 },
  ]);
  expect(decoded('aws_ecs_task_definition.c')).toEqual([
    { name: 'x', image: '<${var.image}:1>' },
  ]);
  expect(decoded('aws_iam_policy.d', 'policy')).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['*'] }],
  });
  const heredoc = find(resources, 'aws_ecs_task_definition.b').attributes
    .entries.container_definitions?.decoded;
  expect(heredoc && getValue(heredoc, '0.image')?.location.startLine).toBe(9);
});

it('stands where values are used, also when they come from elsewhere', () => {
  const resource = find(
    resolveTexts({
      'variables.tf': 'variable "tags" {\n  default = {\n    a = 1\n  }\n}\n',
      'main.tf':
        'resource "a_b" "c" {\n  tags = merge(var.tags, {\n    b = 2\n  })\n}\n',
    }),
    'a_b.c',
  );
  expect([
    place(resource, 'tags'),
    place(resource, 'tags.a'),
    place(resource, 'tags.b'),
  ]).toEqual(['main.tf:2-4', 'main.tf:2-4', 'main.tf:3-3']);
});
