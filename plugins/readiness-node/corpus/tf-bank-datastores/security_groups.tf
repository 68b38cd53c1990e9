resource "aws_db_subnet_group" "data" {
  name       = local.prefix
  subnet_ids = data.terraform_remote_state.network.outputs.data_subnet_ids
}

locals {
  app_cidrs = data.terraform_remote_state.network.outputs.app_cidrs
}

resource "aws_security_group" "postgres" {
  name   = "${local.prefix}-postgres"
  vpc_id = data.terraform_remote_state.network.outputs.vpc_id
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = local.app_cidrs
  }
}

resource "aws_security_group" "oracle" {
  name   = "${local.prefix}-oracle"
  vpc_id = data.terraform_remote_state.network.outputs.vpc_id
  ingress {
    from_port   = 1521
    to_port     = 1521
    protocol    = "tcp"
    cidr_blocks = concat(local.app_cidrs, ["10.200.0.0/16"])
  }
}

resource "aws_security_group" "mysql" {
  name   = "${local.prefix}-mysql"
  vpc_id = data.terraform_remote_state.network.outputs.vpc_id
}

resource "aws_security_group_rule" "mysql" {
  type              = "ingress"
  security_group_id = aws_security_group.mysql.id
  from_port         = 3306
  to_port           = 3306
  protocol          = "tcp"
  cidr_blocks       = local.app_cidrs
}

resource "aws_security_group" "redis" {
  name   = "${local.prefix}-redis"
  vpc_id = data.terraform_remote_state.network.outputs.vpc_id
}

resource "aws_security_group" "memcached" {
  name   = "${local.prefix}-memcached"
  vpc_id = data.terraform_remote_state.network.outputs.vpc_id

  dynamic "ingress" {
    for_each = [11211]
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}

resource "aws_security_group" "opensearch" {
  name   = "${local.prefix}-opensearch"
  vpc_id = data.terraform_remote_state.network.outputs.vpc_id
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = local.app_cidrs
  }
}
