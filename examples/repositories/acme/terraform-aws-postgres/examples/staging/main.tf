module "postgres" {
  source = "../.."

  name                  = "cheap"
  vpc_id                = "vpc-0example"
  subnet_ids            = ["subnet-0a", "subnet-0b"]
  instance_class        = "db.t4g.small"
  multi_az              = false
  backup_retention_days = 7
  deletion_protection   = false
  monitoring_role_arn   = "arn:aws:iam::000000000000:role/rds-monitoring"
  alarm_topic_arn       = "arn:aws:sns:eu-west-1:000000000000:example"
  tags                  = { team = "example" }
}
