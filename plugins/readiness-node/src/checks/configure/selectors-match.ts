import { defineCheck, withMergedFindings } from '../../check';
import { joinDocuments, writeDeployment } from '../manifestSamples';
import { judgeIngress } from './ingressBackends';
import {
  judgeBudgetSelector,
  judgeOwnLabels,
  judgeScaleTarget,
  judgeService,
} from './references';

const SERVICE = (app: string, port = 'http') =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: cart }\nspec:\n  selector: { app: ${app} }\n  ports:\n    - port: 80\n      targetPort: ${port}\n`;
const DEPLOYMENT = writeDeployment({
  container: 'ports: [{ name: http, containerPort: 8080 }]',
});

export const selectorsMatch = defineCheck({
  id: 'selectors-match',
  category: 'configure',
  kind: 'subject',
  level: 2,
  severity: 'high',
  title: 'Selectors and references find what they name',
  description:
    'Inside the repository every Service selects pods that have the named ports it sends to, every Ingress or route names a Service and a port that exist, every HorizontalPodAutoscaler and PodDisruptionBudget finds its workload, and every workload selects its own pods. Services without a selector are left out.',
  rationale:
    'Kubernetes accepts a selector that selects nothing and says no word. The Service has no endpoints, the budget protects nobody, the autoscaler logs an error that no one reads. A renamed label is found on Friday night, or by this check.',
  knownAs: [
    'dangling-service',
    'mismatching-selector',
    'dangling-ingress',
    'dangling-horizontalpodautoscaler',
    'service-targets-pod',
    'ingress-targets-service',
    'horizontalpodautoscaler-has-target',
  ],
  references: [
    {
      title: 'Kubernetes: Labels and selectors',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
    },
    {
      title: 'Kubernetes: Debug Services',
      url: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/',
    },
  ],
  remediation: {
    summary:
      'Make the selector the labels of the pod template, and targetPort the name of a containerPort.',
    effortMinutes: 20,
    snippets: {
      kubernetes:
        'kind: Service\nspec:\n  selector:\n    app.kubernetes.io/name: cart\n  ports:\n    - port: 80\n      targetPort: http\n',
    },
  },
  examples: [
    {
      title: 'A Service that finds its pods and their port',
      files: { 'k8s/cart.yaml': joinDocuments(SERVICE('cart'), DEPLOYMENT) },
      outcome: 'pass',
      findings: [
        {
          subject: 'Service/default/cart',
          outcome: 'pass',
          at: 'k8s/cart.yaml:5',
        },
        { subject: 'Deployment/default/cart', outcome: 'pass' },
      ],
    },
    {
      title: 'A label that was renamed on one side',
      files: { 'k8s/cart.yaml': joinDocuments(SERVICE('basket'), DEPLOYMENT) },
      outcome: 'fail',
      findings: [
        {
          subject: 'Service/default/cart',
          outcome: 'fail',
          at: 'k8s/cart.yaml:5',
        },
      ],
    },
    {
      title: 'No Kubernetes',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      [
        ...facts.services.flatMap(each => judgeService(facts, each)),
        ...facts.ingresses.flatMap(each => judgeIngress(facts, each)),
        ...facts.autoscalers.flatMap(each => judgeScaleTarget(facts, each)),
        ...facts.disruptionBudgets.flatMap(each =>
          judgeBudgetSelector(facts, each),
        ),
        ...facts.workloads.flatMap(judgeOwnLabels),
      ],
      'no selector or reference of Kubernetes in the files read',
    );
  },
});
