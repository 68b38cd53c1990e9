project = "tinyco-dev"
services = {
  web = {
    image  = "us-docker.pkg.dev/tinyco-build/apps/web:latest"
    public = true
  }
}
