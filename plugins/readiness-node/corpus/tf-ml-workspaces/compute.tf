data "aws_ssm_parameter" "dlami" {
  name = "/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-ubuntu-22.04/latest/ami-id"
}

resource "aws_launch_template" "inference" {
  name_prefix            = "inference-"
  image_id               = data.aws_ssm_parameter.dlami.value
  instance_type          = local.s.inference_type
  vpc_security_group_ids = [aws_security_group.inference.id]
  update_default_version = true

  iam_instance_profile {
    arn = aws_iam_instance_profile.inference.arn
  }

  metadata_options {
    http_tokens                 = local.env == "prod" ? "required" : "optional"
    http_put_response_hop_limit = 2
  }

  block_device_mappings {
    device_name = "/dev/sda1"
    ebs {
      volume_size           = 200
      volume_type           = "gp3"
      encrypted             = true
      delete_on_termination = true
    }
  }

  user_data = base64encode(<<-EOT
    #cloud-config
    package_update: true
    packages:
      - docker.io
      - nvtop
    write_files:
      - path: /etc/docker/daemon.json
        content: |
          {"log-driver": "json-file", "log-opts": {"max-size": "50m", "max-file": "3"}}
    runcmd:
      - docker run -d --gpus all --restart=always -p 8500:8500 registry.acme.test/ml/server:2.14.1
  EOT
  )
}

resource "aws_autoscaling_group" "inference" {
  name                = "inference-${local.env}"
  min_size            = local.s.inference_min
  max_size            = local.s.inference_max
  vpc_zone_identifier = values(aws_subnet.private)[*].id
  target_group_arns   = [aws_lb_target_group.grpc.arn]
  health_check_type   = "ELB"

  launch_template {
    id      = aws_launch_template.inference.id
    version = "$Latest"
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

resource "aws_autoscaling_policy" "inference" {
  name                   = "requests"
  autoscaling_group_name = aws_autoscaling_group.inference.name
  policy_type            = "TargetTrackingScaling"
  target_tracking_configuration {
    customized_metric_specification {
      metric_name = "QueueDepth"
      namespace   = "ML"
      statistic   = "Average"
    }
    target_value = 4
  }
}

resource "aws_batch_compute_environment" "training" {
  compute_environment_name = "training-${local.env}"
  type                     = "MANAGED"
  service_role             = aws_iam_role.batch.arn

  compute_resources {
    type                = "SPOT"
    allocation_strategy = "SPOT_PRICE_CAPACITY_OPTIMIZED"
    min_vcpus           = 0
    max_vcpus           = local.env == "prod" ? 512 : 64
    instance_type       = ["g5", "p3"]
    instance_role       = aws_iam_instance_profile.inference.arn
    subnets             = values(aws_subnet.private)[*].id
    security_group_ids  = [aws_security_group.inference.id]
  }
}

resource "aws_sagemaker_notebook_instance" "research" {
  count                  = local.env == "prod" ? 0 : 3
  name                   = "research-${count.index}"
  instance_type          = "ml.t3.medium"
  role_arn               = aws_iam_role.inference.arn
  subnet_id              = values(aws_subnet.private)[0].id
  security_groups        = [aws_security_group.notebooks.id]
  direct_internet_access = "Enabled"
}

resource "aws_iam_role" "inference" {
  name_prefix        = "inference-"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  managed_policy_arns = [
    "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
  ]
}

resource "aws_iam_role" "batch" {
  name_prefix        = "batch-"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "batch.amazonaws.com" } }] })
}

resource "aws_iam_instance_profile" "inference" {
  role = aws_iam_role.inference.name
}
