name 'mail_relay'
default_source :chef_repo, '..'
run_list 'mail_relay::default'
cookbook 'mail_relay', path: '.'
