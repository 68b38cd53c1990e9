resource "aws_kms_key" "cart" {
  description             = "Carts and prices"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_dynamodb_table" "carts" {
  name                        = "carts-${var.environment}"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = true
  stream_enabled              = true
  stream_view_type            = "NEW_AND_OLD_IMAGES"

  attribute {
    name = "id"
    type = "S"
  }

  ttl {
    attribute_name = "expiresAt"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.cart.arn
  }

  replica {
    region_name            = "eu-central-1"
    point_in_time_recovery = true
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_backup_plan" "carts" {
  name = "carts-${var.environment}"

  rule {
    rule_name         = "daily"
    target_vault_name = "main"
    schedule          = "cron(0 3 * * ? *)"

    lifecycle {
      delete_after = 35
    }

    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-central-1:444455556666:backup-vault:offsite"

      lifecycle {
        delete_after = 90
      }
    }
  }
}

resource "aws_backup_selection" "carts" {
  name         = "carts"
  plan_id      = aws_backup_plan.carts.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_dynamodb_table.carts.arn]
}
