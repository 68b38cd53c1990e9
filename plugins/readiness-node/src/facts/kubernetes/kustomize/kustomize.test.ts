import { createSnapshot } from '../../../testing/createSnapshot';
import { defaultCollectorOptions } from '../../collector';
import { FileIndex, ParsedSnapshot } from '../../fileIndex';
import { getText, getValue, toPlain } from '../../readValue';
import type { Resource } from '../../resource';
import { resolveKubernetes } from '../resolveKubernetes';

function resolve(files: Record<string, string>, subPath = '') {
  const parsed = new ParsedSnapshot(createSnapshot(files));
  const index = new FileIndex(parsed, subPath);
  const resources = resolveKubernetes({
    files: index,
    options: defaultCollectorOptions,
  });
  expect(parsed.problems).toEqual([]);
  return resources;
}

function at(resource: Resource | undefined, path: string): string {
  const value = resource && getValue(resource.attributes, path);
  if (value === undefined) return 'absent';
  const { location } = value;
  const text =
    value.kind === 'unresolved' ? `?${value.expression}` : getText(value);
  return `${text ?? JSON.stringify(toPlain(value))} @${location.path}:${
    location.startLine
  }`;
}

const BASE = {
  'app/base/kustomization.yaml':
    'resources:\n  - deployment.yaml\n  - service.yaml\n',
  'app/base/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
spec:
  replicas: 1
  selector: {matchLabels: {app: cart}}
  template:
    metadata: {labels: {app: cart}}
    spec:
      containers:
        - name: web
          image: registry.test:5000/cart:1.0
          env: [{name: A, value: a}, {name: B, value: b}]
          envFrom: [{configMapRef: {name: cart}}]
        - name: log
          image: log
`,
  'app/base/service.yaml':
    'apiVersion: v1\nkind: Service\nmetadata: {name: cart}\nspec: {selector: {app: cart}, ports: [{port: 80}]}\n',
};

const PROD = {
  'app/overlays/prod/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: shop
namePrefix: eu-
resources: [../../base, hpa.yaml]
commonLabels: {team: checkout}
replicas:
  - {name: cart, count: 4}
images:
  - name: registry.test:5000/cart
    newTag: "2.1"
patches:
  - path: patch.yaml
  - target: {kind: Deployment, name: ca.*}
    patch: |-
      - op: add
        path: /spec/template/spec/priorityClassName
        value: high
      - op: remove
        path: /spec/template/spec/containers/0/env/0
configMapGenerator:
  - name: cart
    literals: [LEVEL=info]
`,
  'app/overlays/prod/patch.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: cart}
spec:
  template:
    spec:
      containers:
        - name: web
          resources: {limits: {memory: 1Gi}}
        - name: log
          $patch: delete
`,
  'app/overlays/prod/hpa.yaml':
    'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: cart}\nspec: {scaleTargetRef: {kind: Deployment, name: cart}, maxReplicas: 9}\n',
};

describe('Kustomize', () => {
  it('builds the overlay in place of its base', () => {
    const resources = resolve({ ...BASE, ...PROD });
    expect(
      resources.map(
        each => `${each.address} ${each.scope} ${each.environment}`,
      ),
    ).toEqual([
      'Deployment/shop/eu-cart app/overlays/prod prod',
      'Service/shop/eu-cart app/overlays/prod prod',
      'HorizontalPodAutoscaler/shop/eu-cart app/overlays/prod prod',
      'ConfigMap/shop/eu-cart app/overlays/prod prod',
    ]);
    const [deployment, service, hpa] = resources;
    const kustomization = 'app/overlays/prod/kustomization.yaml';
    expect(at(deployment, 'spec.replicas')).toBe(`4 @${kustomization}:8`);
    const pod = 'spec.template.spec';
    expect(at(deployment, `${pod}.containers.0.image`)).toBe(
      `registry.test:5000/cart:2.1 @${kustomization}:11`,
    );
    expect(at(deployment, `${pod}.containers.0.resources.limits.memory`)).toBe(
      '1Gi @app/overlays/prod/patch.yaml:9',
    );
    expect(
      at(deployment, `${pod}.containers.0.envFrom.0.configMapRef.name`),
    ).toBe('eu-cart @app/base/deployment.yaml:15');
    expect(at(deployment, `${pod}.containers.0.env`)).toContain(
      '[{"name":"B","value":"b"}]',
    );
    expect(at(deployment, `${pod}.containers.1`)).toBe('absent');
    expect(at(deployment, `${pod}.priorityClassName`)).toBe(
      `high @${kustomization}:18`,
    );
    expect(at(deployment, 'spec.selector.matchLabels.team')).toBe(
      `checkout @${kustomization}:6`,
    );
    expect(at(service, 'spec.selector.team')).toBe(
      `checkout @${kustomization}:6`,
    );
    expect(at(hpa, 'spec.scaleTargetRef.name')).toContain('eu-cart @');
  });

  const overlay = (replicas: number, more = '') =>
    `resources: [../../base]\nreplicas: [{name: cart, count: ${replicas}}]\n${more}`;

  it.each([
    [
      'production decides',
      { prod: 3, dev: 1, staging: 2 },
      ['Deployment/default/cart 3 prod dev=1 staging=2'],
    ],
    [
      'staging without production',
      { dev: 1, staging: 2 },
      ['Deployment/default/cart 2 staging dev=1'],
    ],
    [
      'unknown names by path',
      { gcp: 2, aws: 5 },
      ['Deployment/default/cart 5 aws gcp=2'],
    ],
    [
      'two productions that differ',
      { 'prod-eu': 2, 'prod-us': 3 },
      [
        'Deployment/default/cart 2 prod-eu ',
        'Deployment/default/cart 3 prod-us ',
      ],
    ],
    [
      'two productions that agree',
      { 'prod-eu': 2, 'prod-us': 2 },
      ['Deployment/default/cart 2 prod-eu '],
    ],
  ])('gives an object once: %s', (_name, counts, expected) => {
    const files = Object.fromEntries(
      Object.entries(counts).map(([name, count]) => [
        `app/overlays/${name}/kustomization.yaml`,
        overlay(count),
      ]),
    );
    const shown = resolve({ ...BASE, ...files })
      .filter(each => each.type === 'Deployment')
      .map(each => {
        const replicas = getValue(each.attributes, 'spec.replicas');
        const variants =
          replicas?.kind === 'scalar'
            ? Object.entries(replicas.variants ?? {})
            : [];
        return `${each.address} ${getText(replicas)} ${
          each.environment
        } ${variants
          .map(([k, v]) => `${k}=${v}`)
          .sort()
          .join(' ')}`;
      });
    expect(shown).toEqual(expected);
  });

  it('keeps what selects a workload beside it in every production', () => {
    const files = Object.fromEntries(
      ['prod-eu', 'prod-us'].map((name, index) => [
        `app/overlays/${name}/kustomization.yaml`,
        overlay(index + 2),
      ]),
    );
    const scopes = (type: string) =>
      resolve({ ...BASE, ...files })
        .filter(each => each.type === type)
        .map(({ scope }) => scope);
    expect(scopes('Service')).toEqual([
      'app/overlays/prod-eu',
      'app/overlays/prod-us',
    ]);
    expect(scopes('Service')).toEqual(scopes('Deployment'));
  });

  it('sees one object behind namespaces and prefixes of environments', () => {
    const resources = resolve({
      ...BASE,
      'app/overlays/dev/kustomization.yaml': overlay(
        1,
        'namespace: cart-dev\nnamePrefix: dev-\n',
      ),
      'app/overlays/prod/kustomization.yaml': overlay(
        3,
        'namespace: cart-prod\n',
      ),
    });
    expect(resources.map(each => each.address)).toEqual([
      'Deployment/cart-prod/cart',
      'Service/cart-prod/cart',
    ]);
  });

  it('applies components, strategic merges and JSON patches of old kinds', () => {
    const resources = resolve({
      ...BASE,
      'app/overlays/prod/kustomization.yaml': `resources: [../../base, "https://github.com/acme/base?ref=v1"]
components: [../../components/tls]
patchesStrategicMerge:
  - |-
    apiVersion: v1
    kind: Service
    metadata: {name: cart}
    $patch: delete
patchesJson6902:
  - target: {version: v1, group: apps, kind: Deployment, name: cart}
    patch: '[{"op": "replace", "path": "/spec/replicas", "value": 7}]'
`,
      'app/components/tls/kustomization.yaml':
        'kind: Component\nlabels: [{pairs: {tls: "on"}, includeTemplates: true}]\nresources: [secret.yaml]\n',
      'app/components/tls/secret.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata: {name: tls}\n',
    });
    expect(resources.map(each => each.address)).toEqual([
      'Deployment/default/cart',
      'Secret/default/tls',
      'KustomizeRemote/https://github.com/acme/base?ref=v1',
    ]);
    expect(at(resources[0], 'spec.replicas')).toBe(
      '7 @app/overlays/prod/kustomization.yaml:11',
    );
    expect(at(resources[0], 'spec.template.metadata.labels.tls')).toBe(
      'on @app/components/tls/kustomization.yaml:2',
    );
    expect(at(resources[0], 'spec.selector.matchLabels.tls')).toBe('absent');
  });

  it('survives circles, missing files and leaving the repository', () => {
    const resources = resolve({
      'a/kustomization.yaml':
        'resources: [../b, ../../../etc, missing.yaml]\npatches: [{path: nowhere.yaml}]\n',
      'b/kustomization.yaml': 'resources: [../a, x.yaml]\n',
      'b/x.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n',
    });
    expect(resources).toEqual([]);
  });

  it('reads a base outside the linked folder', () => {
    const resources = resolve({ ...BASE, ...PROD }, 'app/overlays/prod');
    expect(resources.map(each => each.type)).toEqual([
      'Deployment',
      'Service',
      'HorizontalPodAutoscaler',
      'ConfigMap',
    ]);
  });
});
