# The wiki: Apache, PHP and a local MySQL.
class profile::wiki (
  String $server_name,
  String $php_memory_limit,
  String $db_password,
) {
  package { ['php-intl', 'php-mbstring', 'imagemagick']:
    ensure => latest,
  }

  class { 'apache':
    default_vhost => false,
    mpm_module    => 'prefork',
  }

  apache::vhost { $server_name:
    port          => 443,
    ssl           => true,
    ssl_cert      => '/etc/ssl/acme/intranet.pem',
    ssl_key       => '/etc/ssl/acme/intranet.key',
    docroot       => '/srv/wiki',
    access_log    => true,
  }

  file { '/srv/wiki/LocalSettings.php':
    ensure  => file,
    owner   => 'www-data',
    mode    => '0600',
    content => epp('profile/LocalSettings.php.epp', {
      'server_name' => $server_name,
      'db_password' => $db_password,
    }),
    notify  => Service['apache2'],
  }

  class { 'mysql::server':
    override_options => { 'mysqld' => { 'bind-address' => '127.0.0.1' } },
  }

  mysql::db { 'wiki':
    user     => 'wiki',
    password => $db_password,
    host     => 'localhost',
    grant    => ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  }

  firewall { '100 https from the offices':
    dport  => 443,
    proto  => 'tcp',
    source => '10.0.0.0/8',
    jump   => 'accept',
  }
}
