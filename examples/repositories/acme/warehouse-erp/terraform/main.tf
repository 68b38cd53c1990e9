# Written for Terraform 0.11 in 2018, still applied from Norbert's laptop.
provider "aws" {
  region  = "eu-central-1"
  version = "~> 2.0"
}

resource "aws_instance" "app" {
  ami                         = "ami-0erpapp2018"
  instance_type               = "m4.large"
  subnet_id                   = "${var.subnet_id}"
  vpc_security_group_ids      = ["${aws_security_group.erp.id}"]
  associate_public_ip_address = true
  key_name                    = "norbert"

  root_block_device {
    volume_type = "gp2"
    volume_size = 60
  }

  tags = {
    Name = "erp-app-1"
  }
}

resource "aws_instance" "db" {
  ami                    = "ami-0erpdb2018"
  instance_type          = "m4.xlarge"
  subnet_id              = "${var.subnet_id}"
  vpc_security_group_ids = ["${aws_security_group.erp.id}"]
  key_name               = "norbert"

  tags = {
    Name = "erp-db-1"
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-central-1a"
  size              = 500
  type              = "gp2"
}

resource "aws_volume_attachment" "data" {
  device_name = "/dev/sdf"
  volume_id   = "${aws_ebs_volume.data.id}"
  instance_id = "${aws_instance.db.id}"
}

resource "aws_eip" "app" {
  instance = "${aws_instance.app.id}"
  vpc      = true
}

# The old address of the scanner gateway. Maybe somebody still needs it.
resource "aws_eip" "scanner" {
  vpc = true
}

resource "aws_security_group" "erp" {
  name   = "erp"
  vpc_id = "${var.vpc_id}"

  ingress {
    description = "SSH for the vendor"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  ingress {
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    self        = true
  }
}
