provider "aws" {
  region  = "us-west-2"
  profile = "webshop"
}

terraform {
  required_version = ">= 0.13"
}

data "aws_ami" "app" {
  most_recent = true
  owners      = ["self"]
  filter {
    name   = "name"
    values = ["webshop-base-*"]
  }
}

data "aws_ami" "amazon_linux" {
  most_recent = true
  owners      = ["amazon"]
  filter {
    name   = "name"
    values = ["amzn2-ami-hvm-2.0.20240306.2-x86_64-gp2"]
  }
}

resource "aws_key_pair" "ops" {
  key_name   = "ops"
  public_key = file("keys/ops.pub")
}

resource "aws_launch_configuration" "worker" {
  name_prefix     = "worker-"
  image_id        = data.aws_ami.amazon_linux.id
  instance_type   = "t2.micro"
  key_name        = aws_key_pair.ops.key_name
  security_groups = [aws_security_group.app.id]
  user_data       = file("user_data/worker.sh")

  root_block_device {
    volume_size = 20
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_autoscaling_group" "worker" {
  name                 = "worker"
  launch_configuration = aws_launch_configuration.worker.name
  min_size             = 1
  max_size             = 1
  vpc_zone_identifier  = [aws_subnet.private[0].id]
}

resource "aws_launch_template" "web" {
  name_prefix   = "web-"
  image_id      = data.aws_ami.app.id
  instance_type = var.instance_type
  key_name      = aws_key_pair.ops.key_name

  user_data = base64encode(templatefile("${path.module}/user_data/web.sh.tpl", {
    app_version = var.app_version
    db_host     = aws_db_instance.main.address
    db_password = var.db_password
  }))

  iam_instance_profile {
    name = aws_iam_instance_profile.web.name
  }

  network_interfaces {
    associate_public_ip_address = false
    security_groups             = [aws_security_group.app.id]
  }

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 40
      volume_type = "gp3"
      encrypted   = true
    }
  }

  monitoring {
    enabled = true
  }
}

resource "aws_autoscaling_group" "web" {
  name                      = "web"
  min_size                  = 2
  max_size                  = 8
  desired_capacity          = 2
  vpc_zone_identifier       = aws_subnet.private.*.id
  target_group_arns         = [aws_lb_target_group.web.arn]
  health_check_type         = "ELB"
  health_check_grace_period = 300

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh {
    strategy = "Rolling"
    preferences {
      min_healthy_percentage = 50
    }
  }

  tag {
    key                 = "Name"
    value               = "web"
    propagate_at_launch = true
  }
}

resource "aws_autoscaling_policy" "web_cpu" {
  name                   = "web-cpu"
  autoscaling_group_name = aws_autoscaling_group.web.name
  policy_type            = "TargetTrackingScaling"
  target_tracking_configuration {
    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
    target_value = 55
  }
}

resource "aws_autoscaling_schedule" "night" {
  scheduled_action_name  = "night"
  autoscaling_group_name = aws_autoscaling_group.web.name
  recurrence             = "0 22 * * *"
  min_size               = 1
  max_size               = 2
  desired_capacity       = 1
}

resource "aws_instance" "bastion" {
  ami                         = data.aws_ami.amazon_linux.id
  instance_type               = "t3.nano"
  subnet_id                   = aws_subnet.public[0].id
  associate_public_ip_address = true
  key_name                    = aws_key_pair.ops.key_name
  vpc_security_group_ids      = [aws_security_group.bastion.id]
  tags                        = { Name = "bastion" }
}

resource "aws_eip" "bastion" {
  instance = aws_instance.bastion.id
  domain   = "vpc"
}

# was used by the old mail server
resource "aws_eip" "mail" {
  vpc = true
}

resource "aws_ebs_volume" "uploads" {
  availability_zone = "us-west-2a"
  size              = 200
  type              = "gp2"
  tags              = { Name = "uploads" }
}
