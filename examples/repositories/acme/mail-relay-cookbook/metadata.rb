name             'mail_relay'
maintainer       'Back Office IT'
maintainer_email 'back-office@acme.test'
license          'Apache-2.0'
description      'Outgoing mail relays'
version          '2.3.1'
chef_version     '>= 17'

supports 'ubuntu', '>= 22.04'

depends 'logrotate', '~> 3.0'
