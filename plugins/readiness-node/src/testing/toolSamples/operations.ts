import type { ToolSample } from './toolSample';

const TEXT =
  'The cart keeps what a customer wants to buy until the order is placed. '.repeat(
    5,
  );

/** Measuring, watching, logging and writing down. */
export const OPERATION_TOOLS: readonly ToolSample[] = [
  {
    tool: 'Dynatrace',
    check: 'metrics-exported',
    files: {
      'k8s/dynakube.yaml':
        'apiVersion: dynatrace.com/v1beta2\nkind: DynaKube\nmetadata:\n  name: dynakube\nspec:\n  apiUrl: https://abc.live.dynatrace.com/api\n  oneAgent:\n    cloudNativeFullStack: {}\n',
    },
    at: 'k8s/dynakube.yaml:1',
  },
  {
    tool: 'Dynatrace',
    check: 'benchmarks-and-profiling',
    files: {
      Dockerfile:
        'FROM debian:12.8\nCOPY --from=abc.live.dynatrace.com/linux/oneagent-codemodules:all / /\nENV LD_PRELOAD /opt/dynatrace/oneagent/agent/lib64/liboneagentproc.so\n',
    },
    at: 'Dockerfile:2',
  },
  {
    tool: 'Valgrind',
    check: 'benchmarks-and-profiling',
    files: {
      Makefile:
        'memcheck: build\n\tvalgrind --leak-check=full --error-exitcode=1 ./build/cart\n',
      'src/main.c': 'int main(void) { return 0; }\n',
    },
    at: 'Makefile:2',
  },
  {
    tool: 'VisualVM',
    check: 'benchmarks-and-profiling',
    files: {
      'scripts/profile.sh': '#!/bin/sh\nvisualvm --openjmx localhost:9010\n',
    },
    at: 'scripts/profile.sh:2',
  },
  {
    tool: 'JMeter',
    check: 'load-tests',
    files: {
      'load/cart.jmx':
        '<?xml version="1.0" encoding="UTF-8"?>\n<jmeterTestPlan version="1.2" properties="5.0" jmeter="5.6.3">\n  <hashTree/>\n</jmeterTestPlan>\n',
    },
    at: 'load/cart.jmx:1',
  },
  {
    tool: 'CloudWatch',
    check: 'alerts-with-receiver',
    files: {
      'main.tf':
        'resource "aws_cloudwatch_metric_alarm" "cpu" {\n  alarm_name          = "cpu"\n  comparison_operator = "GreaterThanThreshold"\n  evaluation_periods  = 2\n  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:page"]\n}\n',
    },
    at: 'main.tf:5',
  },
  {
    tool: 'Datadog',
    check: 'alerts-with-receiver',
    files: {
      'main.tf':
        'resource "datadog_monitor" "errors" {\n  name    = "Errors"\n  type    = "metric alert"\n  message = "Too many errors @pagerduty-cart"\n  query   = "sum(last_5m):sum:cart.errors{env:prod} > 10"\n}\n',
    },
    at: 'main.tf:4',
  },
  {
    tool: 'Datadog',
    check: 'metrics-exported',
    files: {
      'chart/Chart.yaml':
        'apiVersion: v2\nname: monitoring\nversion: 1.0.0\ndependencies:\n  - name: datadog\n    version: 3.74.1\n    repository: https://helm.datadoghq.com\n',
    },
    at: 'chart/Chart.yaml:5',
  },
  {
    tool: 'New Relic',
    check: 'metrics-exported',
    files: {
      'package.json':
        '{\n  "name": "cart",\n  "dependencies": {\n    "newrelic": "12.8.0"\n  }\n}\n',
    },
    at: 'package.json:4',
  },
  {
    tool: 'Honeycomb',
    check: 'metrics-exported',
    files: {
      'package.json':
        '{\n  "name": "cart",\n  "dependencies": {\n    "@honeycombio/opentelemetry-node": "0.7.2"\n  }\n}\n',
    },
    at: 'package.json:4',
  },
  {
    tool: 'CloudWatch Logs',
    check: 'central-logging',
    files: {
      'main.tf':
        'resource "aws_cloudwatch_log_group" "cart" {\n  name              = "/ecs/cart"\n  retention_in_days = 30\n}\n',
    },
    at: 'main.tf:1',
  },
  {
    tool: 'ELK',
    check: 'central-logging',
    files: {
      'compose.yaml':
        'services:\n  cart:\n    image: cart:1.4.2\n  filebeat:\n    image: docker.elastic.co/beats/filebeat:8.16.0\n    volumes:\n      - ./filebeat.yml:/usr/share/filebeat/filebeat.yml:ro\n',
      'filebeat.yml':
        'filebeat.inputs:\n  - type: container\n    paths:\n      - /var/lib/docker/containers/*/*.log\noutput.elasticsearch:\n  hosts: ["https://elasticsearch:9200"]\n',
    },
    at: 'compose.yaml:5',
  },
  {
    tool: 'Sumo Logic',
    check: 'central-logging',
    files: {
      'chart/Chart.yaml':
        'apiVersion: v2\nname: logging\nversion: 1.0.0\ndependencies:\n  - name: sumologic\n    version: 4.12.0\n    repository: https://sumologic.github.io/sumologic-kubernetes-collection\n',
    },
    at: 'chart/Chart.yaml:5',
  },
  {
    tool: 'Papertrail',
    check: 'central-logging',
    files: {
      'compose.yaml':
        'services:\n  cart:\n    image: cart:1.4.2\n    logging:\n      driver: syslog\n      options:\n        syslog-address: udp://logs4.papertrailapp.com:12345\n',
    },
    at: 'compose.yaml:7',
  },
  {
    tool: 'README',
    check: 'readme',
    files: {
      'README.md': `# Cart\n\n${TEXT}\n\n## Run it\n\nmake run\n`,
    },
    at: 'README.md:1',
  },
  {
    tool: 'wiki',
    check: 'component-docs',
    files: {
      'wiki/Home.md': '# Home\n\nWelcome.\n',
      'wiki/Ports.md': '# Ports\n\n8080 is HTTP.\n',
      'wiki/Releases-we-did.md': '# Releases\n\nEvery Tuesday.\n',
    },
    at: 'wiki/Ports.md:1',
  },
  {
    tool: 'Slack',
    check: 'contact-channel',
    files: {
      'README.md':
        '# Cart\n\nAsk us in [Slack](https://acme.slack.com/archives/C024BE91L).\n',
    },
    at: 'README.md:3',
  },
];
