data "amazon-ami" "debian" {
  filters = {
    name                = "debian-${var.debian_version}-amd64-*"
    virtualization-type = "hvm"
  }
  owners      = ["136693071363"]
  most_recent = true
  region      = var.region
}

source "amazon-ebs" "debian" {
  ami_name        = "debian-base-{{ timestamp }}"
  instance_type   = "t3.small"
  region          = var.region
  source_ami      = data.amazon-ami.debian.id
  ssh_username    = "admin"
  encrypt_boot    = true
  imds_support    = "v2.0"
  ami_regions     = ["eu-west-1"]
  tags = {
    Team   = "images"
    Source = data.amazon-ami.debian.id
  }
}

build {
  name    = "debian-base"
  sources = ["source.amazon-ebs.debian"]

  provisioner "shell" {
    inline = [
      "sudo apt-get update",
      "sudo apt-get install -y python3 amazon-ssm-agent",
    ]
  }

  provisioner "shell" {
    inline = ["curl -fsSL https://get.acme.test/vector.sh | sudo bash -s -- -y"]
  }

  provisioner "ansible" {
    playbook_file = "ansible/base.yml"
    extra_arguments = ["--extra-vars", "cis_level=1"]
  }

  provisioner "inspec" {
    profile = "inspec/base"
  }

  post-processor "manifest" {
    output = "manifest.json"
  }
}
