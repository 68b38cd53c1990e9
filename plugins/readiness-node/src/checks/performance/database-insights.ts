import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
} from '../../check';
import type { DatabaseFact } from '../../facts/types/dataStores';
import { INSIGHTS, MONITORING, SLOW_QUERIES } from './databaseInsightsWords';

export const databaseInsights = defineCheck({
  id: 'database-insights',
  category: 'performance',
  kind: 'subject',
  level: 3,
  severity: 'low',
  title: 'Slow queries can be found',
  description:
    'Databases show what they spend their time on: Performance Insights or Query Insights (aspect performance-insights), enhanced monitoring of RDS (aspect enhanced-monitoring), a log of slow queries (aspect slow-query-log).',
  rationale:
    'When a service is slow, it is usually one query. With insights switched on before the bad day, finding it takes minutes; without, people guess, add indexes and buy a bigger instance.',
  knownAs: listRules(INSIGHTS, MONITORING, SLOW_QUERIES),
  references: [
    {
      title: 'RDS Performance Insights',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html',
    },
    {
      title: 'RDS Enhanced Monitoring',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html',
    },
    {
      title: 'Cloud SQL Query insights',
      url: 'https://cloud.google.com/sql/docs/postgres/using-query-insights',
    },
  ],
  remediation: {
    summary:
      'Set performance_insights_enabled = true, monitoring_interval = 60 with a role, and log_min_duration_statement or slow_query_log in the parameter group.',
    effortMinutes: 30,
    snippets: {
      terraform:
        'resource "aws_db_instance" "orders" {\n  performance_insights_enabled = true\n  monitoring_interval          = 60\n  monitoring_role_arn          = aws_iam_role.rds_monitoring.arn\n}\n',
      cloudformation:
        'Orders:\n  Type: AWS::RDS::DBInstance\n  Properties:\n    EnablePerformanceInsights: true\n    MonitoringInterval: 60\n',
    },
  },
  examples: [
    {
      title: 'An instance with all three',
      files: {
        'main.tf':
          'resource "aws_db_instance" "orders" {\n  engine                          = "mysql"\n  performance_insights_enabled    = true\n  monitoring_interval             = 60\n  enabled_cloudwatch_logs_exports = ["slowquery"]\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_db_instance.orders',
          aspect: 'performance-insights',
          outcome: 'pass',
          at: 'main.tf:3',
        },
        {
          subject: 'aws_db_instance.orders',
          aspect: 'enhanced-monitoring',
          outcome: 'pass',
          at: 'main.tf:4',
        },
        {
          subject: 'aws_db_instance.orders',
          aspect: 'slow-query-log',
          outcome: 'pass',
          at: 'main.tf:5',
        },
      ],
    },
    {
      title: 'All off by default',
      files: {
        'a.yaml':
          'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: postgres }\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'Orders',
          aspect: 'performance-insights',
          outcome: 'fail',
          at: 'a.yaml:2',
        },
      ],
    },
    {
      title: 'Query insights of Cloud SQL',
      files: {
        'main.tf':
          'resource "google_sql_database_instance" "orders" {\n  settings {\n    insights_config {\n      query_insights_enabled = true\n    }\n    database_flags {\n      name  = "log_min_duration_statement"\n      value = "500"\n    }\n  }\n}\n',
      },
      outcome: 'pass',
    },
  ],
  evaluate({ facts }) {
    return forEachSubject(
      facts.databases,
      'no database that could show its queries in the files read',
      judgeDatabase,
    );
  },
});

function judgeDatabase(database: DatabaseFact): readonly Finding[] {
  const aspects = [
    [
      'performance-insights',
      database.performanceInsights,
      INSIGHTS,
      'insights into queries',
    ],
    [
      'enhanced-monitoring',
      database.enhancedMonitoring,
      MONITORING,
      'enhanced monitoring',
    ],
    [
      'slow-query-log',
      database.slowQueryLog,
      SLOW_QUERIES,
      'a log of slow queries',
    ],
  ] as const;
  return aspects.flatMap(([aspect, setting, table, expected]) =>
    setting === undefined
      ? []
      : [judgeSetting(database, setting, { aspect, table, expected })],
  );
}
