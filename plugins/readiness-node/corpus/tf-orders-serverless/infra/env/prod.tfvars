env           = "prod"
log_retention = 90
