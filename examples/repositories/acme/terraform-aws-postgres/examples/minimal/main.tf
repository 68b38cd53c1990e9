module "postgres" {
  source = "../.."

  name                = "minimal"
  vpc_id              = "vpc-0example"
  subnet_ids          = ["subnet-0a", "subnet-0b"]
  monitoring_role_arn = "arn:aws:iam::000000000000:role/rds-monitoring"
  alarm_topic_arn     = "arn:aws:sns:eu-west-1:000000000000:example"
  tags                = { team = "example" }
}
