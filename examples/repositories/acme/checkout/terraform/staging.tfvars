environment            = "staging"
vpc_id                 = "vpc-0staging"
private_subnet_ids     = ["subnet-0staginga", "subnet-0stagingb"]
node_security_group_id = "sg-0staging"
