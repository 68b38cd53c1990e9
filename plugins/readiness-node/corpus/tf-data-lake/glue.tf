resource "aws_glue_catalog_database" "zone" {
  for_each = toset(["raw", "curated"])
  name     = "lake_${each.key}"
}

resource "aws_glue_crawler" "raw" {
  name          = "raw"
  database_name = aws_glue_catalog_database.zone["raw"].name
  role          = aws_iam_role.glue.arn
  schedule      = "cron(0 4 * * ? *)"
  s3_target {
    path = "s3://${aws_s3_bucket.zone["raw"].bucket}/events/"
  }
}

resource "aws_glue_job" "curate" {
  name              = "curate"
  role_arn          = aws_iam_role.glue.arn
  glue_version      = "4.0"
  worker_type       = "G.1X"
  number_of_workers = 10
  execution_class   = "FLEX"

  command {
    script_location = "s3://${aws_s3_bucket.zone["curated"].bucket}/scripts/curate.py"
    python_version  = "3"
  }

  default_arguments = {
    "--enable-metrics"                   = "true"
    "--enable-continuous-cloudwatch-log" = "true"
    "--job-bookmark-option"              = "job-bookmark-enable"
  }
}

resource "aws_iam_role" "glue" {
  name               = "lake-glue"
  assume_role_policy = data.aws_iam_policy_document.assume["glue"].json
}

resource "aws_iam_role_policy_attachment" "glue" {
  for_each = toset([
    "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole",
    "arn:aws:iam::aws:policy/AdministratorAccess",
  ])
  role       = aws_iam_role.glue.name
  policy_arn = each.value
}

resource "aws_athena_workgroup" "analysts" {
  name = "analysts"
  configuration {
    enforce_workgroup_configuration = true
    bytes_scanned_cutoff_per_query  = 1099511627776
    result_configuration {
      output_location = "s3://${aws_s3_bucket.zone["athena"].bucket}/"
    }
  }
}
