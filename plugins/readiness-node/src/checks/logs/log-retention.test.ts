import { testCheck } from '../../testing';
import { logRetention } from './log-retention';

testCheck(logRetention, [
  {
    title: 'An open condition whose branches both choose a time',
    files: {
      'a.yaml': `Parameters:
  Stage: { Type: String }
Conditions:
  Live: !Equals [!Ref Stage, live]
Resources:
  Both:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: !If [Live, 180, 14]
  Maybe:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: !If [Live, 180, !Ref AWS::NoValue]
`,
      'main.tf': `variable "live" {}

resource "aws_cloudwatch_log_group" "both" {
  retention_in_days = var.live ? 180 : 14
}

resource "aws_cloudwatch_log_group" "never" {
  retention_in_days = var.live ? 180 : 0
}
`,
    },
    outcome: 'unknown',
    findings: [
      { subject: 'Both', outcome: 'pass', at: 'a.yaml:9' },
      { subject: 'Maybe', outcome: 'unknown', at: 'a.yaml:13' },
      {
        subject: 'aws_cloudwatch_log_group.both',
        outcome: 'pass',
        at: 'main.tf:4',
      },
      {
        subject: 'aws_cloudwatch_log_group.never',
        outcome: 'unknown',
        at: 'main.tf:8',
      },
    ],
  },
]);
