project = "tinyco-prod"
prod    = true
services = {
  web = {
    image  = "us-docker.pkg.dev/tinyco-build/apps/web:2024-06-01"
    public = true
    min    = 2
    max    = 20
  }
  api = {
    image  = "us-docker.pkg.dev/tinyco-build/apps/api@sha256:7c5b1f0e4a0d4d6b8f3a0f6d8e1b2c3d4e5f60718293a4b5c6d7e8f901234567"
    public = true
    cpu    = "2"
    memory = "1Gi"
    min    = 1
    max    = 50
    env    = { LOG_FORMAT = "json" }
  }
  worker = {
    image = "us-docker.pkg.dev/tinyco-build/apps/worker"
  }
}
