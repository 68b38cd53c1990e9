terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_security_group" "this" {
  name   = "${var.name}-db"
  vpc_id = var.vpc_id
}

resource "aws_db_instance" "this" {
  identifier                   = var.name
  engine                       = "postgres"
  engine_version               = "16.2"
  instance_class               = var.instance_class
  allocated_storage            = 100
  max_allocated_storage        = 1000
  storage_type                 = "gp3"
  storage_encrypted            = true
  username                     = "matchmaking"
  manage_master_user_password  = true
  multi_az                     = var.multi_az
  db_subnet_group_name         = aws_db_subnet_group.this.name
  vpc_security_group_ids       = [aws_security_group.this.id]
  backup_retention_period      = var.backup_retention_period
  deletion_protection          = var.deletion_protection
  performance_insights_enabled = true
  final_snapshot_identifier    = "${var.name}-final"
}

resource "aws_cloudwatch_metric_alarm" "storage" {
  alarm_name          = "${var.name}-storage"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"
  statistic           = "Minimum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 10737418240
  comparison_operator = "LessThanThreshold"
  alarm_actions       = var.alarm_actions
  dimensions          = { DBInstanceIdentifier = aws_db_instance.this.identifier }
}
