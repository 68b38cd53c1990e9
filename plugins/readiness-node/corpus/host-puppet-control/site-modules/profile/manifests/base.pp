# What every host has
class profile::base (
  Array[String] $ntp_servers,
  String        $log_host = 'logs.uni.example.com',
) {
  include cis_hardening

  package { ['vim', 'chrony', 'rsyslog']:
    ensure => installed,
  }

  package { 'puppet-agent':
    ensure => '7.29.1-1jammy',
  }

  package { 'openssh-server':
    ensure => latest,
  }

  file { '/etc/chrony/chrony.conf':
    content => epp('profile/chrony.conf.epp', { 'servers' => $ntp_servers }),
    notify  => Service['chrony'],
  }

  service { 'chrony':
    ensure => running,
    enable => true,
  }

  file { '/etc/rsyslog.d/forward.conf':
    content => "*.* @@${log_host}:6514\n",
  }

  firewall { '100 ssh from campus':
    proto  => 'tcp',
    dport  => 22,
    source => '10.0.0.0/8',
    jump   => 'accept',
  }

  firewall { '900 icinga':
    proto  => 'tcp',
    dport  => 5665,
    source => '0.0.0.0/0',
    jump   => 'accept',
  }
}
