node default {
  include profile::base
}

node /^web\d+/ {
  include role::webserver
}

node 'db01.uni.example.com', 'db02.uni.example.com' {
  include role::database
}
