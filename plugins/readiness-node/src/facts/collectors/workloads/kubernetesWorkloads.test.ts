import { createSnapshot } from '../../../testing/createSnapshot';
import { collectFacts } from '../../collectFacts';
import type { Facts } from '../../facts';
import type { FactValue } from '../../value';
import { matchesSelector } from '../../../check/selectors';

async function collect(files: Record<string, string>): Promise<Facts> {
  const [collected] = await collectFacts(createSnapshot(files), {
    subPaths: [''],
  });
  if (collected === undefined) throw new Error('nothing collected');
  expect(collected.problems).toEqual([]);
  return collected.facts;
}

/** `value @path:line`, `?expression @…`, `-default @…`. */
function show<T>(value: FactValue<T> | undefined): string {
  if (value === undefined) return 'undefined';
  const at = `@${value.location.path}:${value.location.startLine}`;
  switch (value.state) {
    case 'known':
      return `${value.value} ${at}`;
    case 'unresolved':
      return `?${value.expression} ${at}`;
    default:
      return `-${value.defaultValue ?? ''} ${at}`;
  }
}

const DEPLOYMENT = `apiVersion: v1
kind: Service
metadata:
  name: cart
spec:
  selector: {app: cart}
  ports:
    - {port: 80, targetPort: http}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
spec:
  replicas: 3
  selector:
    matchLabels: {app: cart}
  template:
    metadata:
      labels: {app: cart, tier: web}
    spec:
      securityContext:
        runAsNonRoot: true
        runAsUser: 1000
      initContainers:
        - name: migrate
          image: busybox
        - name: proxy
          image: envoy:1
          restartPolicy: Always
      containers:
        - name: web
          image: registry.test/cart:1.2
          ports:
            - {name: http, containerPort: 8080}
          readinessProbe:
            httpGet: {path: /ready, port: http}
          resources:
            limits: {cpu: 500m, memory: 256Mi}
            requests:
              cpu: 0.1
          securityContext:
            runAsUser: 0
            capabilities:
              drop: [ALL]
          env:
            - name: A
              value: "1"
            - name: B
              valueFrom: {secretKeyRef: {name: s, key: b}}
      volumes:
        - name: host
          hostPath: {path: /var}
        - name: data
          persistentVolumeClaim: {claimName: data}
---
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: data}
    spec:
      accessModes: [ReadWriteOnce]
  - apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata: {name: cart}
    spec:
      scaleTargetRef: {kind: Deployment, name: cart}
      maxReplicas: 5
`;

describe('workloads of Kubernetes manifests', () => {
  it('reads a workload and what stands around it', async () => {
    const facts = await collect({ 'k8s/cart.yaml': DEPLOYMENT });
    const [cart] = facts.workloads;
    expect(facts.workloads).toHaveLength(1);
    expect(cart?.subject).toBe('Deployment/default/cart');
    expect(show(cart?.replicas)).toBe('3 @k8s/cart.yaml:15');
    expect(show(cart?.rollout.strategy)).toBe(
      '-RollingUpdate @k8s/cart.yaml:10',
    );
    expect(show(cart?.pod.podAntiAffinity)).toBe('-false @k8s/cart.yaml:21');
    expect(
      cart?.containers.map(each => `${each.role} ${each.subject}`),
    ).toEqual([
      'init Deployment/default/cart#migrate',
      'sidecar Deployment/default/cart#proxy',
      'main Deployment/default/cart#web',
    ]);
    const web = cart?.containers[2];
    expect(show(web?.image)).toBe('registry.test/cart:1.2 @k8s/cart.yaml:33');
    expect(show(web?.requests.cpu)).toBe('0.1 @k8s/cart.yaml:41');
    expect(show(web?.requests.memory)).toBe('-256Mi @k8s/cart.yaml:39');
    expect(show(web?.readinessProbe)).toBe('true @k8s/cart.yaml:36');
    expect(show(web?.livenessProbe)).toBe('-false @k8s/cart.yaml:32');
    expect(show(web?.security.runAsNonRoot)).toBe('true @k8s/cart.yaml:23');
    expect(show(web?.security.runAsUser)).toBe('0 @k8s/cart.yaml:43');
    expect(show(web?.security.droppedCapabilities)).toBe(
      'ALL @k8s/cart.yaml:45',
    );
    expect(web?.variables.map(each => each.source)).toEqual([
      'literal',
      'secret',
    ]);
    expect(
      cart?.volumes.map(each => `${each.kind} ${show(each.accessModes)}`),
    ).toEqual([
      'host-path - @k8s/cart.yaml:52',
      'claim ReadWriteOnce @k8s/cart.yaml:64',
    ]);
    const [service] = facts.services;
    expect(show(service?.ports[0]?.targetPort)).toBe('http @k8s/cart.yaml:8');
    expect(
      cart &&
        service?.selector &&
        matchesSelector(service.selector, cart.podLabels),
    ).toBe(true);
    expect(facts.autoscalers[0]).toMatchObject({
      kind: 'hpa',
      target: { workload: 'Deployment/default/cart' },
    });
    expect(show(facts.autoscalers[0]?.minimum)).toBe('-1 @k8s/cart.yaml:65');
  });

  it.each([
    [
      'StatefulSet',
      'apps/v1',
      'spec: {template: {spec: {containers: [{name: a}]}}}',
      'service -1 RollingUpdate',
    ],
    [
      'DaemonSet',
      'apps/v1',
      'spec: {updateStrategy: {type: OnDelete}}',
      'daemon - OnDelete',
    ],
    [
      'Job',
      'batch/v1',
      'spec: {template: {spec: {containers: [{name: a}]}}}',
      'job - -',
    ],
    [
      'CronJob',
      'batch/v1',
      'spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a}]}}}}}',
      'job - -',
    ],
    ['Pod', 'v1', 'spec: {containers: [{name: a}]}', 'task -1 -'],
    [
      'Rollout',
      'argoproj.io/v1alpha1',
      'spec: {replicas: 2, strategy: {blueGreen: {}}}',
      'service 2 BlueGreen',
    ],
    [
      'DeploymentConfig',
      'apps.openshift.io/v1',
      'spec: {strategy: {type: Recreate}}',
      'service -1 Recreate',
    ],
    [
      'Service',
      'serving.knative.dev/v1',
      'spec: {template: {spec: {containers: [{name: a}]}}}',
      'service -0 -',
    ],
  ])('knows %s', async (kind, apiVersion, spec, expected) => {
    const { workloads, services } = await collect({
      'a.yml': `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a, namespace: x}\n${spec}\n`,
    });
    expect(services).toEqual([]);
    const value = (fact: FactValue<unknown> | undefined) =>
      show(fact).split(' ')[0];
    const strategy = value(workloads[0]?.rollout.strategy)?.replace(
      /^-(?=.)/,
      '',
    );
    expect(
      `${workloads[0]?.role} ${value(workloads[0]?.replicas)} ${strategy}`,
    ).toBe(expected);
    expect(workloads[0]?.subject).toBe(`${kind}/x/a`);
  });

  it('leaves out what only looks like an object', async () => {
    const facts = await collect({
      'catalog-info.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a}\n',
      'skaffold.yaml': 'apiVersion: skaffold/v4beta1\nkind: Config\n',
      'values.yaml': 'kind: Deployment\nreplicas: 2\n',
      'kubeconfig.yaml': 'apiVersion: v1\nkind: Config\nclusters: []\n',
    });
    expect(facts.resourceInventory).toEqual([]);
  });

  it('says which placeholder cannot be known', async () => {
    const facts = await collect({
      'a.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  replicas: ${REPLICAS:=3}\n  template:\n    spec:\n      containers:\n        - name: a\n          image: "a:${TAG}"\n          command: [sh, -c, "echo ${HOME}"]\n',
    });
    const [workload] = facts.workloads;
    expect(show(workload?.replicas)).toBe('3 @a.yaml:5');
    expect(show(workload?.containers[0]?.image)).toBe('?a:${TAG} @a.yaml:10');
    expect(show(workload?.containers[0]?.command)).toBe(
      'sh,-c,echo ${HOME} @a.yaml:11',
    );
  });

  it('gives an object of several environments once, production deciding', async () => {
    const manifest = (name: string, replicas: number) =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart, namespace: ${name}}\nspec: {replicas: ${replicas}}\n`;
    const { workloads } = await collect({
      'k8s/dev/cart.yaml': manifest('dev', 1),
      'k8s/prod/cart.yaml': manifest('prod', 3),
      'k8s/staging/cart.yaml': manifest('staging', 2),
    });
    expect(workloads.map(each => each.subject)).toEqual([
      'Deployment/prod/cart',
    ]);
    expect(workloads[0]?.replicas).toMatchObject({
      value: 3,
      variants: { staging: 2, dev: 1 },
    });
  });

  it('reads ingresses, routes, budgets and policies', async () => {
    const facts = await collect({
      'a.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: i}
spec:
  tls: [{hosts: [a.test], secretName: t}]
  rules:
    - host: a.test
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: cart, port: {name: http}}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: r}
spec:
  hostnames: [b.test]
  rules: [{backendRefs: [{name: cart, port: 80}]}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: g}
spec:
  listeners: [{name: a, protocol: HTTP, port: 80}, {name: b, protocol: HTTPS, port: 443}]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: p}
spec:
  minAvailable: 50%
  selector: {matchExpressions: [{key: app, operator: In, values: [cart]}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: n}
spec: {podSelector: {}, policyTypes: [Ingress]}
`,
    });
    const shown = facts.ingresses.map(each => [
      each.kind,
      each.hosts.map(show).join(),
      show(each.tls),
      each.backends.map(b => `${show(b.service)} ${show(b.port)}`).join(),
    ]);
    expect(shown).toEqual([
      [
        'ingress',
        'a.test @a.yaml:7',
        'true @a.yaml:5',
        'cart @a.yaml:10 http @a.yaml:10',
      ],
      [
        'route',
        'b.test @a.yaml:16',
        '- @a.yaml:12',
        'cart @a.yaml:17 80 @a.yaml:17',
      ],
      ['gateway', '', 'true @a.yaml:23', ''],
    ]);
    expect(show(facts.disruptionBudgets[0]?.minAvailable)).toBe(
      '50% @a.yaml:29',
    );
    expect(facts.disruptionBudgets[0]?.selector.expressions).toEqual([
      { key: 'app', operator: 'In', values: ['cart'] },
    ]);
    expect(facts.networkPolicies[0]).toMatchObject({
      policyTypes: ['Ingress'],
      isClusterWide: false,
    });
  });
});
