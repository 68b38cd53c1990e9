output "endpoint" {
  value = module.eks.cluster_endpoint
}
output "ca" {
  value = module.eks.cluster_certificate_authority_data
}
output "name" {
  value = module.eks.cluster_name
}
