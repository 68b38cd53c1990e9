node 'intranet-1.corp.acme.test' {
  include profile::wiki

  cron { 'puppet':
    command => '/opt/puppetlabs/bin/puppet apply /etc/puppetlabs/code/manifests/site.pp',
    minute  => ['*/30'],
  }
}

node default {
  notify { "${trusted['certname']} is nobody we know": }
}
