import { defineCollector } from '../../collector';
import { collectCloudAutoscalers } from './cloudAutoscalers';
import { collectComposeWorkloads } from './composeWorkloads';
import { collectEcsWorkloads } from './ecsWorkloads';
import { collectFunctionWorkloads } from './functionWorkloads';
import { collectHelmDependencyAutoscalers } from './helmDependencyAutoscalers';
import { collectHelmDependencyWorkloads } from './helmDependencyWorkloads';
import { collectKubernetesAutoscalers } from './kubernetesAutoscalers';
import {
  collectDisruptionBudgets,
  collectIngresses,
  collectNetworkPolicies,
  collectServices,
} from './kubernetesNetworking';
import { listKubernetesObjects } from './kubernetesObject';
import { collectKubernetesWorkloads } from './kubernetesWorkloads';
import { collectMachineGroups } from './machineGroups';
import { collectMachines } from './machines';
import { collectManagedContainers } from './managedContainers';
import { collectPurchaseOptions } from './purchaseOptions';
import { collectServiceDiscoveries } from './serviceDiscoveries';
import { collectTargetGroups } from './targetGroups';

/** Workloads of all platforms and the objects that stand around them. */
export const workloadsCollector = defineCollector({
  id: 'workloads',
  collect({ resources }) {
    const objects = listKubernetesObjects(resources);
    const workloads = [
      ...collectKubernetesWorkloads(objects),
      ...collectHelmDependencyWorkloads(resources),
      ...collectEcsWorkloads(resources),
      ...collectComposeWorkloads(resources),
      ...collectManagedContainers(resources),
      ...collectFunctionWorkloads(resources),
      ...collectMachineGroups(resources),
    ];
    return {
      workloads,
      services: collectServices(objects),
      ingresses: collectIngresses(objects),
      disruptionBudgets: collectDisruptionBudgets(objects),
      networkPolicies: collectNetworkPolicies(objects),
      autoscalers: [
        ...collectKubernetesAutoscalers(objects, workloads),
        ...collectCloudAutoscalers(resources, workloads),
        ...collectHelmDependencyAutoscalers(resources, workloads),
      ],
      machines: collectMachines(resources),
      purchaseOptions: collectPurchaseOptions(resources),
      serviceDiscoveries: collectServiceDiscoveries(resources),
      targetGroups: collectTargetGroups(resources),
    };
  },
});
