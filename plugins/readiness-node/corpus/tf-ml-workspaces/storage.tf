resource "aws_s3_bucket" "models" {
  bucket = "ml-models-${local.env}"
}

resource "aws_s3_bucket_versioning" "models" {
  bucket = aws_s3_bucket.models.id
  versioning_configuration { status = "Enabled" }
}

resource "aws_s3_bucket_public_access_block" "models" {
  bucket                  = aws_s3_bucket.models.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_efs_file_system" "datasets" {
  encrypted       = true
  throughput_mode = "elastic"
  lifecycle_policy {
    transition_to_ia = "AFTER_30_DAYS"
  }
}

resource "aws_efs_backup_policy" "datasets" {
  file_system_id = aws_efs_file_system.datasets.id
  backup_policy {
    status = local.env == "prod" ? "ENABLED" : "DISABLED"
  }
}

resource "aws_efs_mount_target" "datasets" {
  for_each       = aws_subnet.private
  file_system_id = aws_efs_file_system.datasets.id
  subnet_id      = each.value.id
}

resource "aws_db_instance" "features" {
  identifier                  = "features-${local.env}"
  engine                      = "postgres"
  engine_version              = "15"
  instance_class              = local.env == "prod" ? "db.m6g.large" : "db.t4g.micro"
  allocated_storage           = 100
  username                    = "features"
  manage_master_user_password = true
  multi_az                    = local.s.multi_az
  backup_retention_period     = local.s.retention
  storage_encrypted           = true
  deletion_protection         = local.env == "prod"
  skip_final_snapshot         = local.env != "prod"
}

resource "aws_elasticache_serverless_cache" "online" {
  engine = "valkey"
  name   = "online-${local.env}"
}

resource "aws_ecr_repository" "server" {
  name = "ml/server-${local.env}"
  encryption_configuration {
    encryption_type = "KMS"
  }
}

resource "aws_ecr_lifecycle_policy" "server" {
  repository = aws_ecr_repository.server.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 14 }
      action       = { type = "expire" }
    }]
  })
}
