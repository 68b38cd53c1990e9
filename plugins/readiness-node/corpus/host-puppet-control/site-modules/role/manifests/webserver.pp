# Web server with TLS
class role::webserver {
  include profile::base
  include profile::web
}
