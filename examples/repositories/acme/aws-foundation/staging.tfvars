environment = "staging"
cidr        = "10.21.0.0/16"
