default['mail_relay']['hostname'] = node['fqdn']
default['mail_relay']['networks'] = ['10.0.0.0/8']
default['mail_relay']['queue_lifetime'] = '3d'
default['mail_relay']['postfix_version'] = '3.6.4-1ubuntu1.3'
