env             = "dev"
address_space   = "10.31.0.0/16"
private_cluster = false
zones           = ["1"]
system_min      = 1
postgres_sku    = "B_Standard_B1ms"
redis_sku       = "Basic"
backup_days     = 7
