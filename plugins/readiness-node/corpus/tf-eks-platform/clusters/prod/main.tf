module "cluster" {
  source = "../../modules/cluster"

  name            = "prod"
  cluster_version = "1.30"
  vpc_cidr        = "10.64.0.0/16"
  azs             = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  private_subnets = ["10.64.0.0/19", "10.64.32.0/19", "10.64.64.0/19"]
  public_subnets  = ["10.64.96.0/22", "10.64.100.0/22", "10.64.104.0/22"]
  intra_subnets   = ["10.64.112.0/24", "10.64.113.0/24", "10.64.114.0/24"]
  domain          = "prod.acme.test"

  team_namespaces = {
    payments = { team = "payments", cpu = "40", memory = "80Gi" }
    search   = { team = "search", cpu = "60", memory = "200Gi" }
  }

  tags = {
    owner       = "platform-engineering"
    environment = "prod"
  }
}

resource "aws_budgets_budget" "monthly" {
  name         = "eks-prod"
  budget_type  = "COST"
  limit_amount = "9000"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    notification_type          = "FORECASTED"
    subscriber_email_addresses = ["platform@acme.test"]
  }
}
