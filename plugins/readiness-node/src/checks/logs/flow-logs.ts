import { defineCheck, forEachSubject, judgeSetting } from '../../check';
import type { SettingFact } from '../../facts/types/dataStores';
import type { SubjectFact } from '../../facts/subject';

const TABLE = {
  aws_vpc: { expected: 'an aws_flow_log for the VPC', rules: ['CKV2_AWS_11'] },
  aws_flow_log: {
    expected: 'an aws_flow_log for the VPC',
    rules: ['CKV2_AWS_11'],
  },
  'AWS::EC2::VPC': {
    expected: 'an AWS::EC2::FlowLog for the VPC',
    rules: ['CKV2_AWS_11'],
  },
  'AWS::EC2::FlowLog': {
    expected: 'an AWS::EC2::FlowLog for the VPC',
    rules: ['CKV2_AWS_11'],
  },
  google_compute_subnetwork: { expected: 'log_config', rules: ['CKV_GCP_26'] },
  azurerm_network_security_group: {
    expected: 'an azurerm_network_watcher_flow_log',
    rules: ['CKV_AZURE_12'],
  },
  azurerm_network_watcher_flow_log: {
    expected: 'an azurerm_network_watcher_flow_log',
    rules: ['CKV_AZURE_12'],
  },
};

export const flowLogs = defineCheck({
  id: 'flow-logs',
  category: 'logs',
  kind: 'subject',
  level: 3,
  severity: 'low',
  title: 'Network flows are logged',
  description:
    'Each VPC, Google subnetwork and Azure network security group has flow logs. Not applicable without networks.',
  rationale:
    'After a break-in the question is what talked to what. Flow logs are the only witness that the intruder cannot silence, and the quickest way to find out why a connection is refused.',
  knownAs: ['CKV2_AWS_11', 'CKV_GCP_26', 'CKV_AZURE_12'],
  references: [
    {
      title: 'VPC Flow Logs',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
    },
    {
      title: 'Google Cloud VPC Flow Logs',
      url: 'https://cloud.google.com/vpc/docs/flow-logs',
    },
  ],
  remediation: {
    summary:
      'Add aws_flow_log for the VPC, log_config to google_compute_subnetwork, or azurerm_network_watcher_flow_log.',
    effortMinutes: 20,
    snippets: {
      terraform:
        'resource "aws_flow_log" "main" {\n  vpc_id               = aws_vpc.main.id\n  traffic_type         = "REJECT"\n  log_destination_type = "s3"\n  log_destination      = aws_s3_bucket.flow_logs.arn\n}\n',
    },
  },
  examples: [
    {
      title: 'A flow log for the VPC',
      files: {
        'main.tf':
          'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n\nresource "aws_flow_log" "main" {\n  vpc_id = aws_vpc.main.id\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_flow_log.main', outcome: 'pass', at: 'main.tf:5' },
      ],
    },
    {
      title: 'A VPC without',
      files: {
        'main.tf':
          'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'aws_vpc.main', outcome: 'fail', at: 'main.tf:1' }],
    },
    {
      title: 'No network',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject<SubjectFact & { readonly flowLogs?: SettingFact }>(
      [...facts.networks, ...facts.subnets],
      'No VPC, subnetwork or network security group',
      network =>
        network.flowLogs &&
        judgeSetting(network, network.flowLogs, {
          table: TABLE,
          expected: 'flow logs',
        }),
    ),
});
