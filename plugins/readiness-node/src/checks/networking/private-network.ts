import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, forEachSubject, judge, pass } from '../../check';
import type { NetworkFact, SubnetFact } from '../../facts/types/network';

export const privateNetwork = defineCheck({
  id: 'private-network',
  category: 'networking',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'It runs in a network of its own',
  description:
    'Networks are the organisation’s own, not the default VPC, and subnets do not hand out public addresses unless they are named public. Not applicable without networks.',
  rationale:
    'The default VPC is open by design: every subnet is public and every instance gets an address the internet can reach. A network of one’s own makes privacy the default and reachability a decision.',
  knownAs: ['CKV_AWS_148', 'CKV_AWS_130'],
  references: [
    {
      title: 'Default VPCs',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html',
    },
  ],
  remediation: {
    summary:
      'Create a VPC with private subnets, set map_public_ip_on_launch = false on them, and stop using the default VPC.',
    effortMinutes: 240,
    snippets: {
      terraform:
        'resource "aws_subnet" "private" {\n  vpc_id                  = aws_vpc.main.id\n  cidr_block              = "10.0.1.0/24"\n  map_public_ip_on_launch = false\n}\n',
      cloudformation:
        'PrivateSubnet:\n  Type: AWS::EC2::Subnet\n  Properties:\n    VpcId: !Ref Vpc\n    CidrBlock: 10.0.1.0/24\n    MapPublicIpOnLaunch: false\n',
    },
  },
  examples: [
    {
      title: 'A network of its own',
      files: {
        'main.tf':
          'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n\nresource "aws_subnet" "private" {\n  vpc_id = aws_vpc.main.id\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_vpc.main', outcome: 'pass', at: 'main.tf:1' },
        { subject: 'aws_subnet.private', outcome: 'pass', at: 'main.tf:5' },
      ],
    },
    {
      title: 'The default VPC',
      files: {
        'main.tf':
          'resource "aws_default_vpc" "default" {\n  tags = { Name = "default" }\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_default_vpc.default',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'A private subnet that hands out public addresses',
      files: {
        'main.tf':
          'resource "aws_subnet" "app" {\n  cidr_block              = "10.0.1.0/24"\n  map_public_ip_on_launch = true\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_subnet.app', outcome: 'fail', at: 'main.tf:3' },
      ],
    },
    {
      title: 'No network',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(
      [
        ...facts.networks.map(judgeNetwork),
        ...facts.subnets.flatMap(judgeSubnet),
      ],
      'No virtual network',
      finding => finding,
    ),
});

function judgeNetwork(network: NetworkFact): Finding {
  const rules = /^(aws_default_vpc|aws_vpc|AWS::EC2::VPC)$/.test(network.type)
    ? ['CKV_AWS_148']
    : [];
  const expected = 'a network of its own';
  return network.isDefault
    ? fail(network, {
        rules,
        expected,
        message: 'The default network is used',
        actual: 'the default network',
      })
    : pass(network, { rules, expected, message: 'A network of its own' });
}

function judgeSubnet(subnet: SubnetFact): readonly Finding[] {
  const { mapsPublicAddresses } = subnet;
  if (mapsPublicAddresses === undefined) return [];
  const isPublicOnPurpose =
    mapsPublicAddresses.state === 'known' &&
    mapsPublicAddresses.value &&
    subnet.isNamedPublic;
  if (isPublicOnPurpose) {
    return [
      pass(subnet, {
        message: 'Named public, and public',
        at: [mapsPublicAddresses.location],
      }),
    ];
  }
  return [
    judge(subnet, mapsPublicAddresses, {
      expected: `${mapsPublicAddresses.setting} = false`,
      rules: ['CKV_AWS_130'],
      passes: isOn => !isOn,
    }),
  ];
}
