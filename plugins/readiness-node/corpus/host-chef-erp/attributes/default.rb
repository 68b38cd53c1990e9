default['erp_app']['version'] = '12.4.7'
default['erp_app']['heap'] = '4g'
default['erp_app']['port'] = 8443
default['erp_app']['checksum'] = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae'
