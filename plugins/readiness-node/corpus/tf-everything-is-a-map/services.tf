resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_cloudwatch_log_group" "service" {
  for_each          = local.services
  name              = "/svc/${each.key}"
  retention_in_days = each.value.log_days
}

resource "aws_ecs_task_definition" "service" {
  for_each                 = local.services
  family                   = each.key
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = each.value.cpu
  memory                   = each.value.memory
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([{
    name        = each.key
    image       = "111122223333.dkr.ecr.ap-southeast-2.amazonaws.com/${each.value.image}"
    essential   = true
    environment = [for k, v in try(each.value.env, {}) : { name = k, value = v }]
    portMappings = can(each.value.port) ? [
      { containerPort = each.value.port }
    ] : []
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        "awslogs-group"         = aws_cloudwatch_log_group.service[each.key].name
        "awslogs-region"        = "ap-southeast-2"
        "awslogs-stream-prefix" = each.key
      }
    }
  }])
}

resource "aws_ecs_service" "service" {
  for_each        = local.services
  name            = each.key
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.service[each.key].arn
  desired_count   = each.value.replicas
  launch_type     = "FARGATE"

  network_configuration {
    subnets = var.subnets.private
  }

  dynamic "load_balancer" {
    for_each = lookup(each.value, "public", false) ? [1] : []
    content {
      target_group_arn = aws_lb_target_group.service[each.key].arn
      container_name   = each.key
      container_port   = each.value.port
    }
  }
}

resource "aws_lb" "public" {
  name               = "public"
  load_balancer_type = "application"
  subnets            = var.subnets.public
}

resource "aws_lb_target_group" "service" {
  for_each    = local.public
  name        = each.key
  port        = each.value.port
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = var.vpc_id
  health_check {
    path = each.value.path
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.public.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.certificate_arn
  ssl_policy        = "ELBSecurityPolicy-TLS-1-1-2017-01"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_lb_listener_rule" "service" {
  for_each     = local.public
  listener_arn = aws_lb_listener.https.arn
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service[each.key].arn
  }
  condition {
    path_pattern {
      values = ["/${each.key}/*"]
    }
  }
}

resource "aws_appautoscaling_target" "service" {
  for_each           = { for k, s in local.services : k => s if s.replicas > 2 }
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/main/${each.key}"
  min_capacity       = each.value.replicas
  max_capacity       = each.value.replicas * 3
}

resource "aws_iam_role" "execution" {
  name = "svc-execution"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })
}
