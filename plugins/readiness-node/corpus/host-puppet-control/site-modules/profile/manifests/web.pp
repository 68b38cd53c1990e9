class profile::web (
  String $vhost,
) {
  class { 'apache':
    default_vhost => false,
    mpm_module    => 'event',
  }

  class { 'letsencrypt':
    email => 'linux@uni.example.com',
  }

  letsencrypt::certonly { $vhost: }

  apache::vhost { $vhost:
    port     => 443,
    docroot  => '/var/www/html',
    ssl      => true,
    ssl_cert => "/etc/letsencrypt/live/${vhost}/fullchain.pem",
    ssl_key  => "/etc/letsencrypt/live/${vhost}/privkey.pem",
  }
}
