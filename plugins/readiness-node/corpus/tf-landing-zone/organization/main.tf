provider "aws" {
  region = "eu-central-1"
}

locals {
  accounts = yamldecode(file("${path.module}/accounts.yaml")).accounts
  ous      = distinct([for a in local.accounts : a.ou])
}

resource "aws_organizations_organization" "this" {
  feature_set = "ALL"
  aws_service_access_principals = [
    "cloudtrail.amazonaws.com",
    "config.amazonaws.com",
    "guardduty.amazonaws.com",
    "sso.amazonaws.com",
  ]
  enabled_policy_types = ["SERVICE_CONTROL_POLICY", "TAG_POLICY"]
}

resource "aws_organizations_organizational_unit" "ou" {
  for_each  = toset(local.ous)
  name      = each.key
  parent_id = aws_organizations_organization.this.roots[0].id
}

resource "aws_organizations_account" "account" {
  for_each  = { for a in local.accounts : a.name => a }
  name      = each.value.name
  email     = each.value.email
  parent_id = aws_organizations_organizational_unit.ou[each.value.ou].id
  role_name = "OrganizationAccountAccessRole"

  lifecycle {
    ignore_changes  = [role_name]
    prevent_destroy = true
  }
}

data "aws_iam_policy_document" "guardrails" {
  statement {
    sid       = "DenyLeavingOrganization"
    effect    = "Deny"
    actions   = ["organizations:LeaveOrganization"]
    resources = ["*"]
  }
  statement {
    sid         = "DenyOutsideEurope"
    effect      = "Deny"
    not_actions = ["iam:*", "organizations:*", "route53:*", "budgets:*", "support:*"]
    resources   = ["*"]
    condition {
      test     = "StringNotEquals"
      variable = "aws:RequestedRegion"
      values   = ["eu-central-1", "eu-west-1"]
    }
  }
  statement {
    sid       = "DenyRootUser"
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "StringLike"
      variable = "aws:PrincipalArn"
      values   = ["arn:aws:iam::*:root"]
    }
  }
}

resource "aws_organizations_policy" "guardrails" {
  name    = "guardrails"
  type    = "SERVICE_CONTROL_POLICY"
  content = data.aws_iam_policy_document.guardrails.json
}

resource "aws_organizations_policy_attachment" "guardrails" {
  for_each  = aws_organizations_organizational_unit.ou
  policy_id = aws_organizations_policy.guardrails.id
  target_id = each.value.id
}

data "aws_ssoadmin_instances" "this" {}

resource "aws_ssoadmin_permission_set" "this" {
  for_each = {
    Administrator = { policy = "arn:aws:iam::aws:policy/AdministratorAccess", hours = 1 }
    ReadOnly      = { policy = "arn:aws:iam::aws:policy/ReadOnlyAccess", hours = 8 }
  }
  name             = each.key
  instance_arn     = data.aws_ssoadmin_instances.this.arns[0]
  session_duration = "PT${each.value.hours}H"
}

resource "aws_ssoadmin_managed_policy_attachment" "admin" {
  instance_arn       = data.aws_ssoadmin_instances.this.arns[0]
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
  permission_set_arn = aws_ssoadmin_permission_set.this["Administrator"].arn
}

resource "aws_budgets_budget" "account" {
  for_each     = { for a in local.accounts : a.name => a if try(a.budget, 0) > 0 }
  name         = each.key
  budget_type  = "COST"
  limit_amount = each.value.budget
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  cost_filter {
    name   = "LinkedAccount"
    values = [aws_organizations_account.account[each.key].id]
  }
}

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length        = 16
  require_symbols                = true
  require_numbers                = true
  allow_users_to_change_password = true
}
