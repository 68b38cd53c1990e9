resource "aws_backup_vault" "this" {
  name        = local.prefix
  kms_key_arn = data.aws_kms_alias.rds.target_key_arn
}

resource "aws_backup_plan" "daily" {
  name = "${local.prefix}-daily"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.this.name
    schedule          = "cron(0 2 * * ? *)"
    lifecycle {
      delete_after = 35
    }
    copy_action {
      destination_vault_arn = var.dr_vault_arn
      lifecycle {
        delete_after = 90
      }
    }
  }
}

resource "aws_backup_selection" "by_tag" {
  name         = "databases"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = var.backup_role_arn
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Application"
    value = "ledger"
  }
}
