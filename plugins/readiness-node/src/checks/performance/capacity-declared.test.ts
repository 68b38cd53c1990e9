import { testCheck } from '../../testing';
import { capacityDeclared } from './capacity-declared';

const only = (subject: string, path: string, text: string, line: number) => ({
  title: path,
  files: { [path]: text },
  outcome: 'pass' as const,
  isComplete: true,
  findings: [{ subject, outcome: 'pass' as const, at: `${path}:${line}` }],
});

testCheck(capacityDeclared, [
  only(
    'aws_lambda_function.send',
    'main.tf',
    'resource "aws_lambda_function" "send" {\n  memory_size = 512\n}\n',
    2,
  ),
  only(
    'Orders',
    'stack.yaml',
    'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBInstanceClass: db.m6g.large\n',
    5,
  ),
  only(
    'google_sql_database_instance.orders',
    'sql.tf',
    'resource "google_sql_database_instance" "orders" {\n  settings {\n    tier = "db-custom-2-7680"\n  }\n}\n',
    3,
  ),
  only(
    'src/main/resources/application.yaml',
    'src/main/resources/application.yaml',
    'spring:\n  datasource:\n    hikari:\n      maximum-pool-size: 20\n',
    4,
  ),
  only(
    'roles/web/templates/nginx.conf.j2',
    'roles/web/templates/nginx.conf.j2',
    'user www;\nworker_processes {{ ansible_processor_vcpus }};\n',
    2,
  ),
  only(
    'Dockerfile',
    'Dockerfile',
    'FROM eclipse-temurin:21\nENV JAVA_TOOL_OPTIONS="-Xmx512m"\n',
    2,
  ),
  {
    title: 'a function with the default of memory, a bucket',
    files: {
      'main.tf':
        'resource "aws_lambda_function" "send" {}\nresource "aws_s3_bucket" "a" {}\n',
    },
    outcome: 'fail',
  },
  only(
    'templates/setenv.sh.erb',
    'templates/setenv.sh.erb',
    "export CATALINA_OPTS='-Xmx<%= node['erp']['heap'] %>'\n",
    1,
  ),
  only(
    'build.gradle.kts',
    'build.gradle.kts',
    'jib {\n  container { jvmFlags = listOf("-XX:MaxRAMPercentage=75") }\n}\n',
    2,
  ),
  only(
    'config/runtime.exs',
    'config/runtime.exs',
    'config :chat, Chat.Repo,\n  pool_size: 10\n',
    2,
  ),
  only('fly.toml', 'fly.toml', "[[vm]]\n  memory = '512mb'\n", 2),
]);
