class profile::db (
  String  $password,
  Integer $max_connections = 100,
) {
  class { 'postgresql::server':
    listen_addresses  => '*',
    postgres_password => $password,
  }

  postgresql::server::config_entry { 'max_connections':
    value => $max_connections,
  }

  class { 'postgresql::backup::pg_dump':
    dir  => '/backup',
    time => ['2', '15'],
  }
}
