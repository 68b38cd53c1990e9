resource "aws_redshift_cluster" "marts" {
  cluster_identifier                  = "marts"
  node_type                           = "ra3.xlplus"
  number_of_nodes                     = var.redshift_nodes
  cluster_type                        = var.redshift_nodes > 1 ? "multi-node" : "single-node"
  database_name                       = "marts"
  master_username                     = "dba"
  master_password                     = var.redshift_password
  cluster_subnet_group_name           = aws_redshift_subnet_group.marts.name
  vpc_security_group_ids              = [aws_security_group.redshift.id]
  cluster_parameter_group_name        = aws_redshift_parameter_group.marts.name
  encrypted                           = true
  kms_key_id                          = aws_kms_key.lake.arn
  publicly_accessible                 = true
  enhanced_vpc_routing                = true
  automated_snapshot_retention_period = 14
  skip_final_snapshot                 = true
  iam_roles                           = [aws_iam_role.redshift.arn]
}

resource "aws_redshift_logging" "marts" {
  cluster_identifier   = aws_redshift_cluster.marts.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog"]
}

resource "aws_redshift_snapshot_copy" "marts" {
  cluster_identifier = aws_redshift_cluster.marts.id
  destination_region = "us-west-2"
}

resource "aws_redshift_subnet_group" "marts" {
  name       = "marts"
  subnet_ids = var.subnet_ids
}

resource "aws_redshift_parameter_group" "marts" {
  name   = "marts"
  family = "redshift-1.0"
  parameter {
    name  = "require_ssl"
    value = "true"
  }
  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }
}

resource "aws_iam_role" "redshift" {
  name               = "marts"
  assume_role_policy = data.aws_iam_policy_document.assume["redshift"].json
}

resource "aws_security_group" "redshift" {
  name   = "marts"
  vpc_id = var.vpc_id
}

# BI tool SaaS addresses
resource "aws_vpc_security_group_ingress_rule" "bi" {
  for_each          = toset(["192.0.2.10/32", "198.51.100.0/28"])
  security_group_id = aws_security_group.redshift.id
  cidr_ipv4         = each.value
  from_port         = 5439
  to_port           = 5439
  ip_protocol       = "tcp"
}

resource "aws_redshiftserverless_namespace" "adhoc" {
  namespace_name = "adhoc"
  db_name        = "adhoc"
}

resource "aws_redshiftserverless_workgroup" "adhoc" {
  workgroup_name = "adhoc"
  namespace_name = aws_redshiftserverless_namespace.adhoc.namespace_name
  base_capacity  = 32
  subnet_ids     = var.subnet_ids
}
