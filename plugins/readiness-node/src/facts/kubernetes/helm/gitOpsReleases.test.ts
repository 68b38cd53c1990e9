import { createSnapshot } from '../../../testing/createSnapshot';
import { defaultCollectorOptions } from '../../collector';
import { FileIndex, ParsedSnapshot } from '../../fileIndex';
import { getText, getValue } from '../../readValue';
import { resolveKubernetes } from '../resolveKubernetes';

function resolveDependency(files: Record<string, string>) {
  const parsed = new ParsedSnapshot(createSnapshot(files));
  const [dependency, ...others] = resolveKubernetes({
    files: new FileIndex(parsed, ''),
    options: defaultCollectorOptions,
  }).filter(each => each.type === 'HelmDependency');
  expect(others).toEqual([]);
  const show = (path: string) => {
    const value = dependency && getValue(dependency.attributes, path);
    return `${getText(value)} @${value?.location.path}:${
      value?.location.startLine
    }`;
  };
  return { address: dependency?.address, show };
}

describe('releases of charts that lie elsewhere', () => {
  it.each([
    [
      'Argo CD, values as text',
      {
        'app.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: web}
spec:
  source:
    repoURL: https://charts.test
    chart: application
    targetRevision: 1.2.3
    helm:
      values: |
        a: 1
        replicaCount: 3
`,
      },
      'HelmDependency/web',
      ['application @app.yaml:7', '1.2.3 @app.yaml:8', '3 @app.yaml:12'],
    ],
    [
      'Flux',
      {
        'web.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: web}
spec:
  chart: {spec: {chart: application, version: 1.2.x}}
  values:
    replicaCount: 2
`,
      },
      'HelmDependency/web',
      ['application @web.yaml:5', '1.2.x @web.yaml:5', '2 @web.yaml:7'],
    ],
    [
      'helmfile',
      {
        'deploy/helmfile.yaml': `{{- if true }}
releases:
  - name: web
    chart: acme/application
    version: {{ .Values.version }}
    values:
      - values/web.yaml
      - {replicaCount: 4}
  - {name: local, chart: ./charts/x}
{{- end }}
`,
        'deploy/values/web.yaml': 'replicaCount: 1\n',
      },
      'HelmDependency/web',
      [
        'application @deploy/helmfile.yaml:4',
        '{{ .Values.version }} @deploy/helmfile.yaml:5',
        '4 @deploy/helmfile.yaml:8',
      ],
    ],
  ])('%s', (_name, files, address, expected) => {
    const dependency = resolveDependency(files);
    expect(dependency.address).toBe(address);
    expect(
      ['name', 'version', 'values.replicaCount'].map(dependency.show),
    ).toEqual(expected);
  });
});
