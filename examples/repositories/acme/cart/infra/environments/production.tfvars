environment               = "production"
vpc_id                    = "vpc-0production"
private_subnet_ids        = ["subnet-0productiona", "subnet-0productionb", "subnet-0productionc"]
cluster_security_group_id = "sg-0production"
price_cache_nodes         = 3
alarm_topic_arn           = "arn:aws:sns:eu-west-1:111122223333:checkout-page"
monthly_budget            = 900
