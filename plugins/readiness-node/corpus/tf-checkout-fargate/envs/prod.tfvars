environment   = "prod"
desired_count = 3
max_count     = 12
cpu           = 1024
memory        = 2048
domain_name   = "checkout.acme.test"
zone_id       = "Z0123456789PROD"
alarm_email   = "basket-oncall@acme.test"
