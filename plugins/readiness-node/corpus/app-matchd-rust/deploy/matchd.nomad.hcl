variable "tag" {
  type = string
}

job "matchd" {
  datacenters = ["ams1", "fra1"]
  type        = "service"

  update {
    max_parallel = 1
    canary       = 1
    auto_promote = true
    auto_revert  = true
  }

  group "matchd" {
    count = 3
    network {
      port "udp" { static = 7777 }
    }
    service {
      name = "matchd"
      port = "udp"
    }
    task "matchd" {
      driver = "docker"
      config {
        image = "registry.acme.test/rt/matchd:${var.tag}"
      }
      resources {
        cpu    = 2000
        memory = 1024
      }
    }
  }
}
