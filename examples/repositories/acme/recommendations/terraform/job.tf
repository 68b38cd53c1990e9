# The nightly job that computes the vectors.
resource "aws_batch_job_definition" "vectors" {
  name = "recommendation-vectors"
  type = "container"

  container_properties = jsonencode({
    image   = "registry.acme.test/acme/recommendations:0.3.0"
    command = ["python", "-m", "recommendations.compute"]
    resourceRequirements = [
      { type = "VCPU", value = "4" },
      { type = "MEMORY", value = "16384" }
<<<<<<< HEAD
    ]
    jobRoleArn = aws_iam_role.vectors.arn
=======
      { type = "GPU", value = "1" }
    ]
>>>>>>> gpu-experiment
  })

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "recommendation-vectors"
  schedule_expression = "cron(0 2 * * ? *)"
}
