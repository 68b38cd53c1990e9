resource "aws_db_subnet_group" "main" {
  name       = "webshop"
  subnet_ids = aws_subnet.private.*.id
}

resource "aws_db_instance" "main" {
  identifier              = "webshop"
  engine                  = "mysql"
  engine_version          = "5.7"
  instance_class          = "db.t2.small"
  allocated_storage       = 50
  db_name                 = "shop"
  username                = "shop"
  password                = var.db_password
  db_subnet_group_name    = aws_db_subnet_group.main.name
  vpc_security_group_ids  = [aws_security_group.db.id]
  publicly_accessible     = false
  backup_retention_period = 1
  skip_final_snapshot     = true
  apply_immediately       = true
}

resource "aws_s3_bucket" "uploads" {
  bucket = "webshop-uploads-acme"
  acl    = "public-read"

  versioning {
    enabled = true
  }

  lifecycle_rule {
    enabled = true
    noncurrent_version_expiration {
      days = 30
    }
  }
}

resource "aws_elasticache_cluster" "sessions" {
  cluster_id           = "sessions"
  engine               = "redis"
  node_type            = "cache.t2.micro"
  num_cache_nodes      = 1
  parameter_group_name = "default.redis5.0"
}

resource "aws_iam_role" "web" {
  name = "web"
  assume_role_policy = <<EOP
{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]
}
EOP
}

resource "aws_iam_role_policy" "web" {
  name = "web"
  role = aws_iam_role.web.id
  policy = <<EOP
{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "*", "Resource": "*"}
  ]
}
EOP
}

resource "aws_iam_instance_profile" "web" {
  name = "web"
  role = aws_iam_role.web.name
}
