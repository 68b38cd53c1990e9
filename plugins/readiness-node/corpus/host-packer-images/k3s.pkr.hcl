source "amazon-ebs" "k3s" {
  ami_name      = "k3s-node-{{ timestamp }}"
  instance_type = "m6i.large"
  region        = var.region
  source_ami    = "ami-0a1b2c3d4e5f60718"
  ssh_username  = "admin"
}

build {
  sources = ["source.amazon-ebs.k3s"]
  provisioner "file" {
    source      = "files/k3s.service"
    destination = "/tmp/k3s.service"
  }
  provisioner "shell" {
    script           = "scripts/k3s.sh"
    environment_vars = ["K3S_VERSION=v1.29.3+k3s1"]
  }
}
