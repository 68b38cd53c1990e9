plugin "aws" {
  enabled = true
  version = "0.36.0"
  source  = "git.acme.test/mirrors/tflint-ruleset-aws"
}
