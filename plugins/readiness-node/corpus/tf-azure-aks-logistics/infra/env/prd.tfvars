env           = "prd"
address_space = "10.30.0.0/16"
redis_sku     = "Premium"
backup_days   = 35
