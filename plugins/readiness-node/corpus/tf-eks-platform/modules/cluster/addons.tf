resource "helm_release" "karpenter" {
  namespace  = "kube-system"
  name       = "karpenter"
  repository = "oci://public.ecr.aws/karpenter"
  chart      = "karpenter"
  version    = "1.0.2"
  wait       = false

  values = [
    yamlencode({
      settings = {
        clusterName       = module.eks.cluster_name
        interruptionQueue = module.karpenter.queue_name
      }
      replicas = 2
    })
  ]
}

resource "helm_release" "external_dns" {
  name       = "external-dns"
  namespace  = "external-dns"
  repository = "https://charts.example.com/external-dns"
  chart      = "external-dns"
  version    = "1.14.5"

  create_namespace = true

  set {
    name  = "policy"
    value = "sync"
  }
  set {
    name  = "domainFilters[0]"
    value = var.domain
  }
}

resource "helm_release" "cert_manager" {
  name             = "cert-manager"
  namespace        = "cert-manager"
  create_namespace = true
  repository       = "https://charts.example.com/jetstack"
  chart            = "cert-manager"
  version          = "v1.15.1"

  set {
    name  = "crds.enabled"
    value = "true"
  }
}

resource "helm_release" "prometheus" {
  count            = var.enable_monitoring ? 1 : 0
  name             = "kube-prometheus-stack"
  namespace        = "monitoring"
  create_namespace = true
  repository       = "https://charts.example.com/prometheus-community"
  chart            = "kube-prometheus-stack"
  version          = "61.3.0"
  values           = [file("${path.module}/values/prometheus.yaml")]
}

resource "helm_release" "velero" {
  count            = var.enable_backup ? 1 : 0
  name             = "velero"
  namespace        = "velero"
  create_namespace = true
  repository       = "https://charts.example.com/velero"
  chart            = "velero"
  # latest chart is fine here

  values = [
    templatefile("${path.module}/values/velero.yaml.tftpl", {
      bucket = aws_s3_bucket.velero[0].id
      region = data.aws_region.current.name
    })
  ]
}

data "aws_region" "current" {}

resource "aws_s3_bucket" "velero" {
  count  = var.enable_backup ? 1 : 0
  bucket = "${var.name}-velero-${data.aws_region.current.name}"
  tags   = local.tags
}

resource "aws_s3_bucket_versioning" "velero" {
  count  = var.enable_backup ? 1 : 0
  bucket = aws_s3_bucket.velero[0].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "velero" {
  count  = var.enable_backup ? 1 : 0
  bucket = aws_s3_bucket.velero[count.index].bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

resource "kubernetes_namespace" "team" {
  for_each = var.team_namespaces
  metadata {
    name   = each.key
    labels = { team = each.value.team }
  }
}

resource "kubernetes_resource_quota" "team" {
  for_each = var.team_namespaces
  metadata {
    name      = "quota"
    namespace = kubernetes_namespace.team[each.key].metadata[0].name
  }
  spec {
    hard = {
      "requests.cpu"    = each.value.cpu
      "requests.memory" = each.value.memory
      pods              = 100
    }
  }
}
