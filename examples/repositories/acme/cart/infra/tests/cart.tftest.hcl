mock_provider "aws" {}

variables {
  environment               = "staging"
  vpc_id                    = "vpc-0test"
  private_subnet_ids        = ["subnet-a", "subnet-b"]
  cluster_security_group_id = "sg-0test"
  alarm_topic_arn           = "arn:aws:sns:eu-west-1:000000000000:test"
}

run "table_survives_a_bad_day" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.carts.point_in_time_recovery[0].enabled
    error_message = "Carts need point-in-time recovery."
  }

  assert {
    condition     = aws_dynamodb_table.carts.deletion_protection_enabled
    error_message = "Nobody deletes the table by accident."
  }
}

run "one_subnet_is_refused" {
  command = plan

  variables {
    private_subnet_ids = ["subnet-a"]
  }

  expect_failures = [var.private_subnet_ids]
}
