import { createSnapshot } from '../../../testing/createSnapshot';
import { collectFacts } from '../../collectFacts';
import type { Facts } from '../../facts';
import type { FactValue } from '../../value';

async function collect(files: Record<string, string>): Promise<Facts> {
  const [collected] = await collectFacts(createSnapshot(files), {
    subPaths: [''],
  });
  if (collected === undefined) throw new Error('nothing collected');
  expect(collected.problems).toEqual([]);
  return collected.facts;
}

/** `value :line`, `?expression :line`, `-default :line`. */
function show<T>(value: FactValue<T> | undefined): string {
  if (value === undefined) return 'undefined';
  const at = `:${value.location.startLine}`;
  switch (value.state) {
    case 'known':
      return `${value.value} ${at}`;
    case 'unresolved':
      return `?${value.expression} ${at}`;
    default:
      return `-${value.defaultValue ?? ''} ${at}`;
  }
}

describe('workloads of Terraform', () => {
  it('reads ECS services and their task definitions', async () => {
    const {
      workloads,
      targetGroups,
      autoscalers,
      serviceDiscoveries,
      purchaseOptions,
    } = await collect({
      'main.tf': `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 3
  deployment_minimum_healthy_percent = 50
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
  network_configuration {
    subnets = [aws_subnet.a.id, aws_subnet.b.id]
  }
  service_connect_configuration { enabled = true }
  capacity_provider_strategy { capacity_provider = "FARGATE_SPOT" }
}
resource "aws_subnet" "a" {
  availability_zone = "eu-west-1a"
}
resource "aws_subnet" "b" {
  availability_zone = "eu-west-1b"
}
resource "aws_ecs_task_definition" "web" {
  family = "web"
  cpu    = 256
  memory = var.memory
  network_mode = "awsvpc"
  container_definitions = jsonencode([{
    name  = "web"
    image = "web:\${var.tag}"
    memoryReservation = 128
    stopTimeout = 60
    readonlyRootFilesystem = true
    environment = [{ name = "A", value = "1" }]
    secrets = [{ name = "B", valueFrom = "arn:x" }]
    logConfiguration = { logDriver = "awslogs" }
  }])
}
variable "memory" {}
variable "tag" {}
resource "aws_lb_target_group" "web" {
  protocol = "HTTP"
  deregistration_delay = 30
  health_check { path = "/ready" }
}
resource "aws_appautoscaling_target" "web" {
  min_capacity = 2
  max_capacity = 6
  resource_id  = "service/main/\${aws_ecs_service.web.name}"
  scalable_dimension = "ecs:service:DesiredCount"
}
resource "aws_appautoscaling_policy" "web" {
  resource_id = aws_appautoscaling_target.web.resource_id
  target_tracking_scaling_policy_configuration { target_value = 60 }
}
`,
    });
    const [service, definition] = workloads;
    expect(workloads.map(each => `${each.subject} ${each.role}`)).toEqual([
      'aws_ecs_service.web service',
      'aws_ecs_task_definition.web task',
    ]);
    expect(service?.definition).toBe('aws_ecs_task_definition.web');
    expect(show(service?.replicas)).toBe('3 :4');
    expect(show(service?.rollout.minimumHealthyPercent)).toBe('50 :5');
    expect(show(service?.rollout.circuitBreakerRollback)).toBe('true :8');
    expect(show(service?.loadBalanced)).toBe('true :10');
    expect(show(service?.placement.subnetCount)).toBe('2 :16');
    expect(show(service?.placement.zoneCount)).toBe('2 :16');
    const [container] = definition?.containers ?? [];
    expect(container?.subject).toBe('aws_ecs_task_definition.web');
    expect(show(container?.image)).toBe('?"web:${var.tag}" :34');
    expect(show(container?.requests.memory)).toBe('128 :35');
    expect(show(container?.stopTimeout)).toBe('60 :36');
    expect(show(container?.security.readOnlyRootFilesystem)).toBe('true :37');
    expect(show(container?.logDriver)).toBe('awslogs :40');
    expect(show(definition?.cpu)).toBe('256 :29');
    expect(show(definition?.memory)).toBe('?var.memory :30');
    expect(definition?.configurationSources.map(each => each.kind)).toEqual([
      'env',
      'value-from',
    ]);
    expect(show(targetGroups[0]?.healthCheckPath)).toBe('/ready :48');
    expect(show(targetGroups[0]?.deregistrationDelay)).toBe('30 :47');
    expect(serviceDiscoveries.map(each => each.kind)).toEqual([
      'service-connect',
    ]);
    expect(purchaseOptions.map(each => show(each.enabled))).toEqual([
      'true :19',
    ]);
    const target = autoscalers.find(each => each.kind === 'application-target');
    expect(target?.target.workload).toBe('aws_ecs_service.web');
    expect(show(target?.hasMetric)).toBe('true :56');
  });

  it('reads container definitions of heredocs', async () => {
    const { workloads } = await collect({
      'main.tf':
        'resource "aws_ecs_task_definition" "a" {\n  container_definitions = <<JSON\n[\n  {"name": "a",\n   "image": "a:1"}\n]\nJSON\n}\n',
    });
    expect(show(workloads[0]?.containers[0]?.image)).toBe('a:1 :5');
  });

  it("reads Terraform's Kubernetes resources", async () => {
    const { workloads, autoscalers, disruptionBudgets, services } =
      await collect({
        'main.tf': `resource "kubernetes_deployment_v1" "cart" {
  metadata {
    name = "cart"
    namespace = "shop"
  }
  spec {
    replicas = 2
    selector { match_labels = { app = "cart" } }
    template {
      metadata { labels = { app = "cart" } }
      spec {
        security_context { run_as_non_root = true }
        container {
          name  = "web"
          image = "cart:1"
          resources {
            requests = { cpu = "100m" }
          }
          liveness_probe {
            http_get { path = "/" }
          }
          env_from {
            config_map_ref { name = "cart" }
          }
        }
        termination_grace_period_seconds = 45
      }
    }
  }
}
resource "kubernetes_horizontal_pod_autoscaler_v2" "cart" {
  metadata {
    name = "cart"
    namespace = "shop"
  }
  spec {
    min_replicas = 3
    max_replicas = 9
    scale_target_ref {
      kind = "Deployment"
      name = kubernetes_deployment_v1.cart.metadata[0].name
    }
    metric {
      type = "Resource"
    }
  }
}
resource "kubernetes_service_v1" "cart" {
  metadata {
    name = "cart"
    namespace = "shop"
  }
  spec {
    selector = { app = "cart" }
    port {
      port        = 80
      target_port = 8080
    }
  }
}
resource "kubernetes_pod_disruption_budget_v1" "cart" {
  metadata {
    name = "cart"
    namespace = "shop"
  }
  spec {
    max_unavailable = "1"
    selector { match_labels = { app = "cart" } }
  }
}
`,
      });
    const [cart] = workloads;
    expect(`${cart?.subject} ${cart?.namespace}/${cart?.name}`).toBe(
      'kubernetes_deployment_v1.cart shop/cart',
    );
    expect(show(cart?.replicas)).toBe('2 :7');
    expect(cart?.podLabels.values).toEqual({ app: 'cart' });
    expect(cart?.selector?.labels.values).toEqual({ app: 'cart' });
    expect(show(cart?.pod.terminationGracePeriod)).toBe('45 :26');
    const [web] = cart?.containers ?? [];
    expect(web?.subject).toBe('kubernetes_deployment_v1.cart');
    expect(show(web?.requests.cpu)).toBe('100m :17');
    expect(show(web?.livenessProbe)).toBe('true :19');
    expect(show(web?.readinessProbe)).toBe('-false :13');
    expect(show(web?.security.runAsNonRoot)).toBe('true :12');
    expect(cart?.configurationSources.map(each => each.kind)).toEqual([
      'env-from',
    ]);
    expect(show(autoscalers[0]?.minimum)).toBe('3 :37');
    expect(show(autoscalers[0]?.hasMetric)).toBe('true :43');
    expect(autoscalers[0]?.target.workload).toBe(
      'kubernetes_deployment_v1.cart',
    );
    expect(services[0]?.selector?.labels.values).toEqual({ app: 'cart' });
    expect(show(services[0]?.ports[0]?.targetPort)).toBe('8080 :57');
    expect(show(disruptionBudgets[0]?.maxUnavailable)).toBe('1 :67');
  });

  it.each([
    [
      'aws_lambda_function',
      'memory_size = 512\n  environment {\n    variables = { A = "1" }\n  }',
      { platform: 'function', replicas: '- :1', memory: '512 :2', sources: 1 },
    ],
    [
      'aws_autoscaling_group',
      'min_size = 2\n  max_size = 4\n  availability_zones = ["a", "b"]\n  health_check_type = "ELB"\n  target_group_arns = ["x"]',
      {
        platform: 'machine-group',
        replicas: '2 :2',
        zones: '2 :4',
        health: 'ELB :5',
        balanced: 'true :6',
      },
    ],
    [
      'google_compute_region_instance_group_manager',
      'target_size = 3\n  update_policy {\n    type = "PROACTIVE"\n    max_unavailable_fixed = 0\n  }',
      {
        platform: 'machine-group',
        replicas: '3 :2',
        maxUnavailable: '0 :5',
        strategy: 'PROACTIVE :4',
      },
    ],
    [
      'azurerm_linux_virtual_machine_scale_set',
      'instances = 2\n  sku = "B1s"\n  upgrade_mode = "Rolling"\n  zones = ["1", "2"]',
      {
        platform: 'machine-group',
        replicas: '2 :2',
        strategy: 'Rolling :4',
        zones: '2 :5',
      },
    ],
    [
      'google_cloud_run_v2_service',
      'template {\n    containers {\n      image = "a:1"\n      env {\n        name = "A"\n      }\n    }\n  }',
      {
        platform: 'managed-containers',
        replicas: '- :1',
        image: 'a:1 :4',
        sources: 1,
      },
    ],
    [
      'azurerm_linux_web_app',
      'site_config {\n    health_check_path = "/ready"\n  }',
      { platform: 'managed-containers', healthPath: '/ready :3', sources: 0 },
    ],
  ])('reads %s', async (type, body, expected) => {
    const { workloads } = await collect({
      'main.tf': `resource "${type}" "x" {\n  ${body}\n}\n`,
    });
    const [workload] = workloads;
    expect(workload?.subject).toBe(`${type}.x`);
    expect({
      platform: workload?.platform,
      replicas: show(workload?.replicas),
      memory: show(workload?.memory),
      zones: show(workload?.placement.zoneCount),
      health: show(workload?.healthCheckType),
      balanced: show(workload?.loadBalanced),
      strategy: show(workload?.rollout.strategy),
      maxUnavailable: show(workload?.rollout.maxUnavailable),
      image: show(workload?.containers[0]?.image),
      healthPath: show(workload?.healthCheckPath),
      sources: workload?.configurationSources.length,
    }).toMatchObject(expected);
  });

  it('reads machines', async () => {
    const { machines, purchaseOptions } = await collect({
      'main.tf':
        'resource "aws_instance" "a" {\n  instance_type = "t3.micro"\n  root_block_device {\n    volume_type = "gp3"\n  }\n}\nresource "aws_eks_node_group" "b" {\n  instance_types = ["m5.large", var.x]\n  capacity_type = "SPOT"\n}\nvariable "x" {}\n',
    });
    expect(
      machines.map(
        each =>
          `${each.subject} ${each.instanceTypes
            .map(show)
            .join()} ${each.blockDevices.map(d => show(d.volumeType)).join()}`,
      ),
    ).toEqual([
      'aws_instance.a t3.micro :2 gp3 :4',
      'aws_eks_node_group.b m5.large :8,?var.x :8 ',
    ]);
    expect(
      purchaseOptions.map(each => `${each.subject} ${show(each.enabled)}`),
    ).toEqual(['aws_eks_node_group.b true :9']);
  });
});

describe('workloads of CloudFormation', () => {
  it('reads ECS, groups and functions', async () => {
    const { workloads } = await collect({
      'template.yaml': `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      DeploymentConfiguration:
        MinimumHealthyPercent: 50
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Cpu: "256"
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Environment: [{Name: A, Value: b}]
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy:
      AutoScalingRollingUpdate: {MinInstancesInService: 1}
    Properties:
      MinSize: "2"
  Handler:
    Type: AWS::Lambda::Function
    Properties: {MemorySize: 256}
  Alias:
    Type: AWS::Lambda::Alias
    Properties: {FunctionName: !Ref Handler}
`,
    });
    const [service, task, handler, group] = workloads;
    expect(workloads.map(each => each.subject)).toEqual([
      'Service',
      'Task',
      'Handler',
      'Group',
    ]);
    expect(show(service?.replicas)).toBe('-1 :3');
    expect(service?.definition).toBe('Task');
    expect(show(service?.rollout.minimumHealthyPercent)).toBe('50 :8');
    expect(show(task?.containers[0]?.image)).toBe('web:1 :15');
    expect(task?.configurationSources).toHaveLength(1);
    expect(show(group?.replicas)).toBe('2 :22');
    expect(show(group?.rollout.instanceRefresh)).toBe('true :20');
    expect(show(handler?.rollout.alias)).toBe('true :26');
  });
});

describe('workloads of compose files and of charts that lie elsewhere', () => {
  it('reads compose services', async () => {
    const { workloads, serviceDiscoveries } = await collect({
      'docker-compose.yml': `services:
  web:
    image: web:1
    build: .
    restart: always
    user: "1000"
    read_only: true
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
    network_mode: host
    environment: {A: "1", B: }
    env_file: .env
    ports: ["127.0.0.1:8080:80", "9000"]
    volumes: ["./data:/data", "db:/db"]
    deploy:
      replicas: 2
      resources: {limits: {cpus: "0.5", memory: 256M}}
    logging: {driver: json-file, options: {max-size: 10m}}
`,
    });
    const [web] = workloads;
    const [container] = web?.containers ?? [];
    expect(web?.subject).toBe('services.web');
    expect(show(web?.replicas)).toBe('2 :16');
    expect(show(web?.restartPolicy)).toBe('always :5');
    expect(show(web?.pod.hostNetwork)).toBe('true :10');
    expect(container?.isBuiltHere).toBe(true);
    expect(show(container?.limits.memory)).toBe('256M :17');
    expect(show(container?.limits.cpu)).toBe('0.5 :17');
    expect(show(container?.requests.memory)).toBe('- :2');
    expect(show(container?.security.allowPrivilegeEscalation)).toBe('false :9');
    expect(show(container?.security.droppedCapabilities)).toBe('ALL :8');
    expect(show(container?.logMaxSize)).toBe('10m :18');
    expect(
      container?.ports.map(
        port => `${show(port.hostPort)} ${show(port.containerPort)}`,
      ),
    ).toEqual(['8080 :13 80 :13', '- :13 9000 :13']);
    expect(web?.volumes.map(each => `${each.kind} ${each.name}`)).toEqual([
      'host-path ./data',
      'named db',
    ]);
    expect(web?.configurationSources.map(each => each.kind)).toEqual([
      'env',
      'env-file',
    ]);
    expect(serviceDiscoveries.map(each => each.kind)).toEqual([
      'compose-network',
    ]);
  });

  it("reads what is set for somebody else's chart, and doesn't guess the rest", async () => {
    const { workloads } = await collect({
      'Chart.yaml':
        'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - {name: application, version: 1.0.0, repository: "https://charts.test", alias: web}\n  - {name: postgresql, version: 12.0.0, repository: "https://charts.test"}\n',
      'values.yaml':
        'web:\n  replicaCount: 3\n  image: {repository: web, tag: "1.2"}\n  resources: {requests: {cpu: 100m}}\npostgresql: {replicaCount: 1}\n',
    });
    expect(workloads.map(each => each.subject)).toEqual(['HelmDependency/web']);
    const [web] = workloads;
    const [container] = web?.containers ?? [];
    expect(show(web?.replicas)).toBe('3 :2');
    expect(show(container?.image)).toBe('web:1.2 :3');
    expect(show(container?.requests.cpu)).toBe('100m :4');
    expect(show(container?.readinessProbe)).toBe(
      '?the default of the chart application :5',
    );
  });
});
