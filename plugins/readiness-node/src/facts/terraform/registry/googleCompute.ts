import { both } from './google';
import type { RegistryModule } from './registryModule';

/** Managed instance groups of Google. */
export const googleComputeModules: readonly RegistryModule[] = [
  {
    sources: both('vm/google//modules/mig'),
    major: 13,
    text: `
defaults {
  autoscaling_enabled = false
  min_replicas        = 2
  max_replicas        = 10
  update_policy       = []
  named_ports         = []
  autoscaling_cpu     = []
}
resource "google_compute_region_instance_group_manager" "mig" {
  name                      = var.mig_name
  region                    = var.region
  target_size               = var.autoscaling_enabled ? null : var.target_size
  distribution_policy_zones = var.distribution_policy_zones
  base_instance_name        = var.hostname
  version { instance_template = var.instance_template }
  dynamic "auto_healing_policies" {
    for_each = try(var.health_check.type != "" ? [1] : [], [])
    content { initial_delay_sec = try(var.health_check.initial_delay_sec, null) }
  }
  dynamic "update_policy" {
    for_each = var.update_policy
    content {
      type                  = try(update_policy.value.type, null)
      minimal_action        = try(update_policy.value.minimal_action, null)
      max_surge_fixed       = try(update_policy.value.max_surge_fixed, null)
      max_unavailable_fixed = try(update_policy.value.max_unavailable_fixed, null)
    }
  }
}
resource "google_compute_region_autoscaler" "autoscaler" {
  count  = var.autoscaling_enabled ? 1 : 0
  region = var.region
  target = google_compute_region_instance_group_manager.mig.self_link
  autoscaling_policy {
    min_replicas = var.min_replicas
    max_replicas = var.max_replicas
    dynamic "cpu_utilization" {
      for_each = var.autoscaling_cpu
      content { target = try(cpu_utilization.value.target, null) }
    }
  }
}
output "instance_group" { value = google_compute_region_instance_group_manager.mig.instance_group }
output "self_link" { value = google_compute_region_instance_group_manager.mig.self_link }
`,
  },
];
