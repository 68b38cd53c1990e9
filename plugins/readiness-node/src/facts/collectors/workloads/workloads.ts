import { defineCollector } from '../../collector';
import { collectKubernetesWorkloads } from './kubernetesWorkloads';
import { listKubernetesObjects } from './kubernetesObject';
import { collectKubernetesAutoscalers } from './kubernetesAutoscalers';
import {
  collectDisruptionBudgets,
  collectIngresses,
  collectNetworkPolicies,
  collectServices,
} from './kubernetesNetworking';

/** Workloads of all platforms and the objects that stand around them. */
export const workloadsCollector = defineCollector({
  id: 'workloads',
  collect({ resources }) {
    const objects = listKubernetesObjects(resources);
    const workloads = collectKubernetesWorkloads(objects);
    return {
      workloads,
      services: collectServices(objects),
      ingresses: collectIngresses(objects),
      disruptionBudgets: collectDisruptionBudgets(objects),
      networkPolicies: collectNetworkPolicies(objects),
      autoscalers: collectKubernetesAutoscalers(objects, workloads),
    };
  },
});
