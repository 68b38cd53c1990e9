environment        = "production"
single_nat_gateway = false
