import { testCheck } from '../../testing';
import { encryptionInTransit } from './encryption-in-transit';

testCheck(encryptionInTransit, [
  {
    title: 'reads parameter groups of RDS, and what is forced by default',
    files: {
      'main.tf': `resource "aws_db_parameter_group" "strict" {
  family = "postgres13"
  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}
resource "aws_db_instance" "strict" {
  engine               = "postgres"
  engine_version       = "13.4"
  parameter_group_name = aws_db_parameter_group.strict.name
}
resource "aws_db_instance" "old" {
  engine         = "postgres"
  engine_version = "13.4"
}
resource "aws_db_instance" "new" {
  engine         = "postgres"
  engine_version = "16.3"
}
resource "aws_db_instance" "mysql" {
  engine = "mysql"
}
resource "aws_db_instance" "elsewhere" {
  engine               = "postgres"
  parameter_group_name = "company-postgres"
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_db_instance.strict',
        aspect: 'tls',
        outcome: 'pass',
        at: 'main.tf:5',
      },
      {
        subject: 'aws_db_instance.old',
        aspect: 'tls',
        outcome: 'fail',
        at: 'main.tf:13',
      },
      {
        subject: 'aws_db_instance.new',
        aspect: 'tls',
        outcome: 'pass',
        at: 'main.tf:17',
      },
      {
        subject: 'aws_db_instance.mysql',
        aspect: 'tls',
        outcome: 'fail',
        at: 'main.tf:21',
      },
      {
        subject: 'aws_db_instance.elsewhere',
        aspect: 'tls',
        outcome: 'unknown',
        at: 'main.tf:26',
      },
    ],
    isComplete: true,
  },
  {
    title: 'reads Cloud SQL in both spellings and variables',
    files: {
      'main.tf': `variable "mode" {}
resource "google_sql_database_instance" "new" {
  settings {
    ip_configuration {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}
resource "google_sql_database_instance" "old" {
  settings {
    ip_configuration {
      require_ssl = true
    }
  }
}
resource "google_sql_database_instance" "unsure" {
  settings {
    ip_configuration {
      ssl_mode = var.mode
    }
  }
}
`,
    },
    outcome: 'unknown',
    findings: [
      {
        subject: 'google_sql_database_instance.new',
        aspect: 'tls',
        outcome: 'pass',
        at: 'main.tf:5',
      },
      {
        subject: 'google_sql_database_instance.old',
        aspect: 'tls',
        outcome: 'pass',
        at: 'main.tf:12',
      },
      {
        subject: 'google_sql_database_instance.unsure',
        aspect: 'tls',
        outcome: 'unknown',
        at: 'main.tf:19',
      },
    ],
    isComplete: true,
  },
  {
    title: 'reads Azure, search domains and caches',
    files: {
      'main.tf': `resource "azurerm_storage_account" "silent" {}
resource "azurerm_storage_account" "open" {
  https_traffic_only_enabled = false
  min_tls_version            = "TLS1_0"
}
resource "azurerm_redis_cache" "new" {
  minimum_tls_version = "1.2"
}
resource "aws_opensearch_domain" "logs" {
  domain_endpoint_options {
    enforce_https = true
  }
}
resource "aws_elasticache_replication_group" "silent" {}
resource "aws_cloudfront_distribution" "site" {
  default_cache_behavior {
    viewer_protocol_policy = "redirect-to-https"
  }
  ordered_cache_behavior {
    viewer_protocol_policy = "allow-all"
  }
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'azurerm_storage_account.silent',
        aspect: 'tls',
        outcome: 'pass',
        at: 'main.tf:1',
      },
      {
        subject: 'azurerm_storage_account.silent',
        aspect: 'tls-version',
        outcome: 'pass',
        at: 'main.tf:1',
      },
      {
        subject: 'azurerm_storage_account.open',
        aspect: 'tls',
        outcome: 'fail',
        at: 'main.tf:3',
      },
      {
        subject: 'azurerm_storage_account.open',
        aspect: 'tls-version',
        outcome: 'fail',
        at: 'main.tf:4',
      },
      {
        subject: 'azurerm_redis_cache.new',
        aspect: 'tls',
        outcome: 'pass',
        at: 'main.tf:6',
      },
      {
        subject: 'azurerm_redis_cache.new',
        aspect: 'tls-version',
        outcome: 'pass',
        at: 'main.tf:7',
      },
      {
        subject: 'aws_opensearch_domain.logs',
        aspect: 'tls',
        outcome: 'pass',
        at: 'main.tf:11',
      },
      {
        subject: 'aws_opensearch_domain.logs',
        aspect: 'node-to-node',
        outcome: 'fail',
        at: 'main.tf:9',
      },
      {
        subject: 'aws_elasticache_replication_group.silent',
        aspect: 'tls',
        outcome: 'fail',
        at: 'main.tf:14',
      },
      {
        subject: 'aws_elasticache_replication_group.silent',
        aspect: 'authentication',
        outcome: 'fail',
        at: 'main.tf:14',
      },
      {
        subject: 'aws_cloudfront_distribution.site',
        aspect: 'tls',
        outcome: 'fail',
        at: 'main.tf:20',
      },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);
