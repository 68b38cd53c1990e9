mock_provider "aws" {}

variables {
  name                = "orders"
  vpc_id              = "vpc-0test"
  subnet_ids          = ["subnet-a", "subnet-b"]
  monitoring_role_arn = "arn:aws:iam::000000000000:role/test"
  alarm_topic_arn     = "arn:aws:sns:eu-west-1:000000000000:test"
  tags                = {}
}

run "defaults_are_for_production" {
  command = plan

  assert {
    condition     = aws_db_instance.this.multi_az && aws_db_instance.this.deletion_protection
    error_message = "Production needs a standby and deletion protection."
  }
}

run "three_days_of_backups_are_refused" {
  command = plan

  variables {
    backup_retention_days = 3
  }

  expect_failures = [var.backup_retention_days]
}
