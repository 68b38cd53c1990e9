resource "aws_vpc" "ml" {
  cidr_block           = terraform.workspace == "prod" ? "10.40.0.0/16" : "10.41.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true
}

resource "aws_subnet" "private" {
  for_each          = { for i, az in local.azs : az => i }
  vpc_id            = aws_vpc.ml.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.ml.cidr_block, 4, each.value)
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.ml.id
  service_name = "com.amazonaws.us-east-1.s3"
}

resource "aws_vpc_endpoint" "interface" {
  for_each            = toset(["ecr.api", "ecr.dkr", "sts", "ssm", "ssmmessages", "logs"])
  vpc_id              = aws_vpc.ml.id
  service_name        = "com.amazonaws.us-east-1.${each.value}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [for s in aws_subnet.private : s.id]
  security_group_ids  = [aws_security_group.endpoints.id]
}

resource "aws_security_group" "endpoints" {
  name_prefix = "endpoints-"
  vpc_id      = aws_vpc.ml.id
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = [aws_vpc.ml.cidr_block]
  }
}

resource "aws_security_group" "inference" {
  name_prefix = "inference-"
  vpc_id      = aws_vpc.ml.id
  ingress {
    from_port   = 8500
    to_port     = 8501
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
  egress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_security_group" "notebooks" {
  name_prefix = "notebooks-"
  vpc_id      = aws_vpc.ml.id
  # Jupyter over the VPN
  ingress {
    from_port   = 0
    to_port     = 65535
    protocol    = "tcp"
    cidr_blocks = local.env == "prod" ? ["10.8.0.0/16"] : ["0.0.0.0/0"]
  }
}

resource "aws_lb" "inference" {
  name                             = "inference-${local.env}"
  internal                         = true
  load_balancer_type               = "network"
  subnets                          = values(aws_subnet.private)[*].id
  enable_cross_zone_load_balancing = true
}

resource "aws_lb_target_group" "grpc" {
  name     = "grpc-${local.env}"
  port     = 8500
  protocol = "TCP"
  vpc_id   = aws_vpc.ml.id
}

resource "aws_lb_listener" "grpc" {
  load_balancer_arn = aws_lb.inference.arn
  port              = 8500
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.grpc.arn
  }
}
