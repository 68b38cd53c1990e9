environment   = "staging"
domain_name   = "checkout.staging.acme.test"
zone_id       = "Z0123456789STAG"
