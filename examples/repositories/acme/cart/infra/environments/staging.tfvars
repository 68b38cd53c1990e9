environment               = "staging"
vpc_id                    = "vpc-0staging"
private_subnet_ids        = ["subnet-0staginga", "subnet-0stagingb"]
cluster_security_group_id = "sg-0staging"
alarm_topic_arn           = "arn:aws:sns:eu-west-1:222233334444:checkout-tickets"
monthly_budget            = 120
