# A table restored to a scratch account every month; the runbook says how to do it by hand.
resource "aws_backup_restore_testing_plan" "carts" {
  name                         = "carts"
  schedule_expression          = "cron(0 4 1 * ? *)"
  start_window_hours           = 8
  schedule_expression_timezone = "Europe/Dublin"

  recovery_point_selection {
    algorithm             = "LATEST_WITHIN_WINDOW"
    include_vaults        = [aws_backup_vault.carts.arn]
    recovery_point_types  = ["SNAPSHOT"]
    selection_window_days = 31
  }
}

resource "aws_backup_restore_testing_selection" "carts" {
  name                      = "carts"
  restore_testing_plan_name = aws_backup_restore_testing_plan.carts.name
  protected_resource_type   = "DynamoDB"
  protected_resource_arns   = [aws_dynamodb_table.carts.arn]
  iam_role_arn              = "arn:aws:iam::111122223333:role/backup"
  validation_window_hours   = 4
}
