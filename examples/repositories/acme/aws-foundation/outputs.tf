output "private_subnets" {
  description = "Private subnets, one a zone"
  value       = module.vpc.private_subnets
}

output "node_security_group_id" {
  description = "Security group of the nodes"
  value       = module.eks.node_security_group_id
}

output "oidc_provider_arn" {
  description = "For roles of service accounts"
  value       = module.eks.oidc_provider_arn
}
