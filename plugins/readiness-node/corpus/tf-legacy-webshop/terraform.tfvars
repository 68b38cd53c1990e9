app_version     = "4.11.2"
certificate_arn = "arn:aws:acm:us-west-2:111122223333:certificate/0f2a"
