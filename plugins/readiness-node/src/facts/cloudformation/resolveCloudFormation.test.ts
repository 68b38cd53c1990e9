import fc from 'fast-check';
import { defaultCollectorOptions } from '../collector';
import { FileIndex, ParsedSnapshot } from '../fileIndex';
import { getValue, toPlain } from '../readValue';
import type { Resource } from '../resource';
import { resolveCloudFormation } from './resolveCloudFormation';

function resolve(texts: Readonly<Record<string, string>>): Resource[] {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    text,
    size: text.length,
  }));
  const index = new FileIndex(new ParsedSnapshot({ files }), '');
  return resolveCloudFormation({
    files: index,
    options: defaultCollectorOptions,
  });
}

/** Plain data; what is unresolved reads `?expression`. */
function show(resource: Resource | undefined, path: string): unknown {
  const value = resource && getValue(resource.attributes, path);
  if (value === undefined) return undefined;
  return value.kind === 'unresolved' ? `?${value.expression}` : toPlain(value);
}

function find(
  resources: readonly Resource[],
  address: string,
): Resource | undefined {
  return resources.find(resource => resource.address === address);
}

const PARAMETERS = `
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Environment: {Type: String, AllowedValues: [dev, prod]}
  Size: {Type: Number, Default: 20}
  Zones: {Type: CommaDelimitedList, Default: 'a, b'}
  Image: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /ami}
  Stage: {Type: String, Default: prod}
Mappings:
  Sizes:
    dev: {Class: small, Encrypted: true}
    prod: {Class: large, Encrypted: true}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsDev: !Not [!Condition IsProd]
  Unknown: !Equals [!Ref Environment, prod]
  Impossible: !Equals [!Ref Environment, mars]
  Both: !And [!Condition IsProd, !Condition Unknown]
  Either: !Or [!Condition IsProd, !Condition Unknown]
Resources:
  Probe:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Retain
    DependsOn: Key
    Properties:
      VALUE
  Key:
    Type: AWS::KMS::Key
`;

describe('intrinsic functions', () => {
  it.each([
    ['!Ref Size', 20],
    ['!Ref Zones', ['a', 'b']],
    ['!Ref Environment', '?!Ref Environment'],
    ['!Ref Image', '?{{resolve:ssm:/ami}}'],
    ['!Ref AWS::NoValue', undefined],
    ['!Ref AWS::Region', '?!Ref AWS::Region'],
    ['!Ref Key', '?!Ref Key'],
    ['!GetAtt Key.Arn', '?!GetAtt Key.Arn'],
    ['{"Fn::GetAtt": [Key, Arn]}', '?!GetAtt Key.Arn'],
    ["!Sub '${Stage}-db'", 'prod-db'],
    ["!Sub '${!Literal}-${Size}'", '${Literal}-20'],
    ["!Sub ['${A}-${Stage}', {A: !Ref Size}]", '20-prod'],
    ["!Sub '${AWS::StackName}-${Stage}'", '?${AWS::StackName}-prod'],
    [
      "!Sub 'arn:${AWS::Partition}:iam::aws:policy/X'",
      'arn:aws:iam::aws:policy/X',
    ],
    ['!If [IsProd, true, false]', true],
    ['!If [IsDev, true, false]', false],
    ['!If [Unknown, true, false]', '?!If [Unknown, true, false]'],
    ['!If [Unknown, 7, 7]', 7],
    ['!If [Impossible, 1, 2]', 2],
    ['!If [Both, 1, 2]', '?!If [Both, 1, 2]'],
    ['!If [Either, 1, 2]', 1],
    ['!If [IsDev, 1, !Ref AWS::NoValue]', undefined],
    ['!FindInMap [Sizes, !Ref Stage, Class]', 'large'],
    [
      '!FindInMap [Sizes, !Ref Environment, Class]',
      '?!FindInMap [Sizes, !Ref Environment, Class]',
    ],
    ['!FindInMap [Sizes, !Ref Environment, Encrypted]', true],
    ['!Select [1, !Ref Zones]', 'b'],
    ["!Select [0, !GetAZs '']", "?!Select [0, !GetAZs '']"],
    ["!Join ['-', [a, !Ref Size]]", 'a-20'],
    ["!Join ['-', [a, !Ref Key]]", '?a-${!Ref Key}'],
    ["!Split [',', 'x,y']", ['x', 'y']],
    ['!ImportValue net-vpc', '?!ImportValue net-vpc'],
    ["!Base64 {'Fn::Sub': 'run ${Stage}'}", 'run prod'],
    ['{"Fn::Length": [1, 2]}', 2],
    ['!ToJsonString {a: !Ref Size}', '{"a":20}'],
    ['!NoSuchFunction x', '?!NoSuchFunction x'],
  ])('evaluates %s', (written, expected) => {
    const resources = resolve({
      'db.yaml': PARAMETERS.replace('VALUE', `Probe: ${written}`),
    });
    expect(show(find(resources, 'Probe'), 'Probe')).toEqual(expected);
  });

  it('keeps the place of use, references, policies and dependencies', () => {
    const resources = resolve({
      'db.yaml': PARAMETERS.replace(
        'VALUE',
        'Size: !Ref Size\n      KmsKeyId: !GetAtt Key.Arn',
      ),
    });
    const probe = find(resources, 'Probe');
    expect(probe).toMatchObject({
      language: 'cloudformation',
      type: 'AWS::RDS::DBInstance',
      scope: 'db.yaml',
    });
    expect(probe?.location).toEqual({
      path: 'db.yaml',
      startLine: 21,
      endLine: 27,
    });
    expect(probe?.attributes.entries.Size?.location.startLine).toBe(26);
    expect(probe?.attributes.entries.KmsKeyId?.references).toEqual(['Key']);
    expect(probe?.attributes.entries.DependsOn?.references).toEqual(['Key']);
    expect(show(probe, 'DeletionPolicy')).toBe('Retain');
  });

  it('knows two availability zones without their names', () => {
    const resources = resolve({
      'a.yaml': PARAMETERS.replace('VALUE', "Zones: !GetAZs ''"),
    });
    const zones = find(resources, 'Probe')?.attributes.entries.Zones;
    expect(zones).toMatchObject({
      kind: 'list',
      unresolvedRest: "!GetAZs ''",
      items: [{}, {}],
    });
  });
});

describe('resources', () => {
  it('leaves out what a condition excludes and keeps the condition nobody can decide', () => {
    const resources = resolve({
      'a.yaml': `
Parameters: {Make: {Type: String}, Off: {Type: String, Default: 'no'}}
Conditions:
  Maybe: !Equals [!Ref Make, 'yes']
  Never: !Equals [!Ref Off, 'yes']
Resources:
  A: {Type: AWS::S3::Bucket, Condition: Maybe}
  B: {Type: AWS::S3::Bucket, Condition: Never}
  C: {Type: AWS::S3::Bucket}`,
    });
    expect(
      resources.map(resource => [resource.address, resource.condition]),
    ).toEqual([
      ['A', 'Maybe: !Equals [!Ref Make, yes]'],
      ['C', undefined],
    ]);
  });

  it('reads JSON, keeps lines and ignores files that are no template', () => {
    const resources = resolve({
      'a.json':
        '{\n "Resources": {\n  "Topic": {\n   "Type": "AWS::SNS::Topic",\n   "Properties": {\n    "KmsMasterKeyId": "k"\n   }\n  }\n }\n}',
      'policy.json': '{"Resources": "AWS::S3::Bucket"}',
      'k8s.yaml': 'kind: ConfigMap\ndata: {x: "AWS::S3::Bucket Resources"}',
    });
    expect(resources).toHaveLength(1);
    expect(resources[0]?.location).toEqual({
      path: 'a.json',
      startLine: 3,
      endLine: 8,
    });
    expect(
      resources[0]?.attributes.entries.KmsMasterKeyId?.location.startLine,
    ).toBe(6);
  });

  it('writes out loops', () => {
    const resources = resolve({
      'a.yaml': `
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Name
    - [Orders, Carts]
    - Topic\${Name}:
        Type: AWS::SNS::Topic
        Properties: {TopicName: !Sub 'x-\${Name}'}`,
    });
    expect(
      resources.map(resource => [
        resource.address,
        show(resource, 'TopicName'),
      ]),
    ).toEqual([
      ['TopicOrders', 'x-Orders'],
      ['TopicCarts', 'x-Carts'],
    ]);
  });

  it('merges the Globals of SAM below a function', () => {
    const resources = resolve({
      'template.yaml': `
Transform: AWS::Serverless-2016-10-31
Globals:
  Function: {Timeout: 3, Tracing: Active, Environment: {Variables: {A: 1}}, Layers: [x]}
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties: {Timeout: 9, Environment: {Variables: {B: 2}}, Layers: [y]}`,
    });
    expect(
      toPlain(
        resources[0]?.attributes ?? {
          kind: 'list',
          items: [],
          location: { path: '', startLine: 1, endLine: 1 },
        },
      ),
    ).toEqual({
      Timeout: 9,
      Tracing: 'Active',
      Environment: { Variables: { A: 1, B: 2 } },
      Layers: ['x', 'y'],
    });
  });
});

describe('parameter files', () => {
  const template = `
Parameters:
  MultiAZ: {Type: String, Default: 'false'}
  Class: {Type: String}
Resources:
  Db:
    Type: AWS::RDS::DBInstance
    Properties: {MultiAZ: !Ref MultiAZ, DBInstanceClass: !Ref Class}`;

  it('lets production decide and names what differs elsewhere', () => {
    const [db] = resolve({
      'db.yaml': template,
      'params/prod.json':
        '[{"ParameterKey": "MultiAZ", "ParameterValue": "true"}, {"ParameterKey": "Class", "ParameterValue": "db.m6g.large"}]',
      'parameters-dev.json': '{"Parameters": {"Class": "db.t3.micro"}}',
      'params/other.json': '{"Parameters": {"Unrelated": "x"}}',
    });
    expect(db?.attributes.entries.MultiAZ).toMatchObject({
      value: 'true',
      variants: { dev: 'false' },
    });
    expect(db?.attributes.entries.DBInstanceClass).toMatchObject({
      value: 'db.m6g.large',
      variants: { dev: 'db.t3.micro' },
    });
  });

  it('reads samconfig.toml, and a file without environment for all', () => {
    const [db] = resolve({
      'db.yaml': template,
      'samconfig.toml':
        '[prod.deploy.parameters]\nparameter_overrides = "MultiAZ=\\"true\\""\n',
      'parameters.json': '["Class=db.m6g.large"]',
    });
    expect([show(db, 'MultiAZ'), show(db, 'DBInstanceClass')]).toEqual([
      'true',
      'db.m6g.large',
    ]);
  });
});

describe('nested stacks', () => {
  const network = `
Parameters: {Cidr: {Type: String, Default: 10.0.0.0/8}}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Cidr}}
Outputs:
  VpcId: {Value: !Ref Vpc}
  Range: {Value: !Ref Cidr}`;

  it('evaluates them with the arguments, in the scope of the parent, once', () => {
    const resources = resolve({
      'main.yaml': `
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: ./stacks/network.yaml, Parameters: {Cidr: 10.1.0.0/16}}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {VpcId: !GetAtt Network.Outputs.VpcId, GroupDescription: !GetAtt Network.Outputs.Range}`,
      'stacks/network.yaml': network,
    });
    expect(
      resources.map(resource => [resource.address, resource.scope]),
    ).toEqual([
      ['Vpc', 'main.yaml'],
      ['Network', 'main.yaml'],
      ['Group', 'main.yaml'],
    ]);
    expect(show(find(resources, 'Vpc'), 'CidrBlock')).toBe('10.1.0.0/16');
    expect(find(resources, 'Vpc')?.location.path).toBe('stacks/network.yaml');
    expect(
      find(resources, 'Group')?.attributes.entries.VpcId?.references,
    ).toEqual(['Vpc']);
    expect(show(find(resources, 'Group'), 'GroupDescription')).toBe(
      '10.1.0.0/16',
    );
  });

  it('finds the template a URL ends in, and keeps repeated ones apart', () => {
    const resources = resolve({
      'main.yaml': `
Parameters: {Bucket: {Type: String}}
Resources:
  One: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: !Sub 'https://\${Bucket}.s3.amazonaws.com/stacks/network.yaml'}}
  Two: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./stacks/network.yaml}}`,
      'stacks/network.yaml': network,
    });
    expect(resources.map(resource => resource.address)).toEqual([
      'Vpc',
      'One',
      'Two.Vpc',
      'Two',
    ]);
  });

  it('stops at templates that nest each other', () => {
    const nest = (url: string) => `
Resources:
  Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${url}}}`;
    const resources = resolve({
      'a.yaml': nest('b.yaml'),
      'b.yaml': nest('a.yaml'),
    });
    expect(resources.map(resource => resource.address)).toEqual([
      'Child',
      'Child',
    ]);
  });
});

describe('serverless.yml', () => {
  const resources = resolve({
    'api/serverless.yml': `
service: orders
provider:
  name: aws
  stage: \${opt:stage, 'dev'}
  memorySize: 512
  environment: {TABLE: '\${self:custom.table}'}
custom:
  table: orders-\${self:provider.stage}
functions:
  create:
    handler: src/create.handler
    timeout: \${env:TIMEOUT}
    environment: {A: b}
resources:
  - \${file(tables.yml)}
  - Resources:
      Queue: {Type: AWS::SQS::Queue}
`,
    'api/tables.yml':
      'Resources:\n  Table:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: ${self:custom.table}\n',
  });

  it('gives functions with what they inherit', () => {
    const create = find(resources, 'functions.create');
    expect(create).toMatchObject({
      language: 'serverless',
      type: 'serverless.function',
      location: { startLine: 11 },
    });
    expect(show(create, 'memorySize')).toBe(512);
    expect(show(create, 'timeout')).toBe('?${env:TIMEOUT}');
    expect(show(create, 'environment')).toEqual({
      TABLE: 'orders-dev',
      A: 'b',
    });
  });

  it('gives the resources beside them, also from other files', () => {
    expect(resources.map(resource => resource.address)).toEqual([
      'functions.create',
      'Table',
      'Queue',
    ]);
    expect(show(find(resources, 'Table'), 'TableName')).toBe('orders-dev');
  });
});

describe('anything at all', () => {
  const scalars = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const names = fc.constantFrom(
    'Ref',
    'Fn::If',
    'Fn::Sub',
    'Fn::Join',
    'Fn::Select',
    'Fn::FindInMap',
    'Fn::GetAtt',
    'Fn::ForEach::X',
    'Fn::Split',
    'Fn::Equals',
    'A',
    'Properties',
    'Type',
    'Condition',
  );
  const tree = fc.letrec(tie => ({
    node: fc.oneof(
      { maxDepth: 4 },
      scalars,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(names, tie('node'), { maxKeys: 3 }),
    ),
  })).node;

  it('is resolved without throwing', () => {
    fc.assert(
      fc.property(tree, tree, tree, (properties, conditions, parameters) => {
        const text = JSON.stringify({
          Parameters: { A: parameters },
          Conditions: { C: conditions, D: { Condition: 'D' } },
          Resources: {
            A: {
              Type: 'AWS::S3::Bucket',
              Condition: 'C',
              Properties: properties,
            },
            B: {
              Type: 'AWS::S3::Bucket',
              Condition: 'D',
              Properties: { Ref: 'A' },
            },
            'Fn::ForEach::L': properties,
          },
        });
        expect(
          resolve({
            'a.json': text,
            'b.yaml': text,
            'parameters.json': JSON.stringify(parameters),
          }),
        ).toBeInstanceOf(Array);
        resolve({
          'serverless.yml': JSON.stringify({
            service: 'x',
            functions: properties,
            resources: conditions,
          }),
        });
      }),
      { numRuns: 200 },
    );
  });

  it('keeps literals as they are written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,8}$/),
          fc.oneof(fc.stringMatching(/^[\w ]*$/), fc.integer(), fc.boolean()),
        ),
        properties => {
          const text = JSON.stringify({
            Resources: {
              A: { Type: 'AWS::S3::Bucket', Properties: properties },
            },
          });
          const [resource] = resolve({ 'a.json': text });
          expect(resource && toPlain(resource.attributes)).toEqual({
            ...properties,
          });
        },
      ),
    );
  });
});
