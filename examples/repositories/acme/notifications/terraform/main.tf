provider "aws" {
  region = "eu-west-1"
}

resource "aws_db_instance" "notifications" {
  identifier          = "notifications"
  engine              = "postgres"
  instance_class      = "db.t3.micro"
  allocated_storage   = 20
  username            = "postgres"
  password            = var.db_password
  publicly_accessible = true
  skip_final_snapshot = true
}

variable "db_password" {}

resource "aws_sns_topic" "sms" {
  name = "sms"
}

resource "aws_security_group" "db" {
  name = "notifications-db"

  ingress {
    from_port   = 0
    to_port     = 65535
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
