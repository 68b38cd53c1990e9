import { testCheck } from '../../testing';
import { centralLogging } from './central-logging';

testCheck(centralLogging, [
  {
    title: 'an encoder formats, it ships nothing',
    files: {
      'pom.xml':
        '<project>\n  <dependencies>\n    <dependency>\n      <groupId>net.logstash.logback</groupId>\n      <artifactId>logstash-logback-encoder</artifactId>\n      <version>7.4</version>\n    </dependency>\n  </dependencies>\n</project>\n',
    },
    outcome: 'fail',
  },
  {
    title: 'an ECS task that logs to CloudWatch',
    files: {
      'main.tf':
        'resource "aws_ecs_task_definition" "web" {\n  family = "web"\n  container_definitions = jsonencode([\n    {\n      name  = "web"\n      image = "web:1.2"\n      logConfiguration = {\n        logDriver = "awslogs"\n        options   = { "awslogs-group" = "/ecs/web" }\n      }\n    }\n  ])\n}\n',
    },
    outcome: 'pass',
  },
  {
    title: 'a function logs by default',
    files: {
      'main.tf':
        'resource "aws_lambda_function" "f" {\n  function_name = "f"\n}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'aws_lambda_function.f', outcome: 'pass' }],
  },
  {
    title: 'a Papertrail target in rsyslog',
    files: {
      'files/rsyslog.d/95-papertrail.conf':
        '# all logs\n*.* @logs5.papertrailapp.com:12345\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'files/rsyslog.d/95-papertrail.conf',
        outcome: 'pass',
        at: 'files/rsyslog.d/95-papertrail.conf:2',
      },
    ],
  },
]);

testCheck(centralLogging, [
  {
    title: 'Cloud Run logs to Cloud Logging',
    files: {
      'main.tf':
        'resource "google_cloud_run_v2_service" "web" {\n  template {\n    containers {\n      image = "web:1"\n    }\n  }\n}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'google_cloud_run_v2_service.web', outcome: 'pass' }],
  },
]);
