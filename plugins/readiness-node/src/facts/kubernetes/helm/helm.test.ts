import fc from 'fast-check';
import { goTemplateParser } from '../../../parsers/goTemplate';
import { createSnapshot } from '../../../testing/createSnapshot';
import { defaultCollectorOptions } from '../../collector';
import { FileIndex, ParsedSnapshot } from '../../fileIndex';
import { getText, getValue, toPlain } from '../../readValue';
import type { Resource } from '../../resource';
import { resolveKubernetes } from '../resolveKubernetes';
import { RenderLimitError, TemplateRenderer } from './renderTemplate';
import { TemplateMap } from './templateValue';

function resolve(files: Record<string, string>) {
  const parsed = new ParsedSnapshot(createSnapshot(files));
  const resources = resolveKubernetes({
    files: new FileIndex(parsed, ''),
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
  return `${text ?? JSON.stringify(toPlain(value))} @${location.path.replace(
    /.*\//,
    '',
  )}:${location.startLine}`;
}

function list(resources: readonly Resource[]): string[] {
  return resources.map(each => {
    const environment = each.environment ? ` ${each.environment}` : '';
    const off = each.offByDefault ? ` off:${each.offByDefault}` : '';
    return `${each.address}${environment}${off}`;
  });
}

const HELPERS = `{{/* Name of the chart. */}}
{{- define "cart.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- define "cart.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}
{{- define "cart.selectorLabels" -}}
app.kubernetes.io/name: {{ include "cart.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
{{- define "cart.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{ include "cart.selectorLabels" . }}
{{- if .Chart.AppVersion }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- end }}
{{- end }}
`;

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "cart.fullname" . }}
  labels:
    {{- include "cart.labels" . | nindent 4 }}
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicaCount }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "cart.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      {{- with .Values.podAnnotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      labels:
        {{- include "cart.selectorLabels" . | nindent 8 }}
    spec:
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          {{- if .Values.env }}
          env:
            {{- range $key, $value := .Values.env }}
            - name: {{ $key }}
              value: {{ $value | quote }}
            {{- end }}
          {{- end }}
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
        - name: proxy
          image: {{ .Values.proxy.image }}:{{ .Values.proxy.tag }}
`;

const CHART = {
  'charts/cart/Chart.yaml':
    'apiVersion: v2\nname: cart\nversion: 0.1.0\nappVersion: "1.16.0"\n',
  'charts/cart/values.yaml': `replicaCount: 1
image: {repository: nginx, tag: ""}
proxy: {image: envoy}
env: {LEVEL: info, ZONE: "1"}
autoscaling: {enabled: false, minReplicas: 2}
resources:
  limits: {cpu: 100m}
  requests:
    memory: 64Mi
podAnnotations: {}
`,
  'charts/cart/templates/_helpers.tpl': HELPERS,
  'charts/cart/templates/NOTES.txt': '{{ .Values.nothing }} kind: x',
  'charts/cart/templates/deployment.yaml': DEPLOYMENT,
  'charts/cart/templates/hpa.yaml': `{{- if .Values.autoscaling.enabled }}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "cart.fullname" . }}
spec:
  scaleTargetRef:
    kind: Deployment
    name: {{ include "cart.fullname" . }}
  minReplicas: {{ .Values.autoscaling.minReplicas }}
{{- end }}
`,
};

describe('Helm', () => {
  it('renders a chart with its values, lines of the template kept', () => {
    const resources = resolve(CHART);
    expect(list(resources)).toEqual([
      'Deployment/default/cart',
      'HorizontalPodAutoscaler/default/cart off:autoscaling.enabled',
    ]);
    const [deployment, hpa] = resources;
    expect(deployment?.scope).toBe('charts/cart');
    expect(at(deployment, 'spec.replicas')).toBe('1 @deployment.yaml:9');
    const labels = getValue(
      deployment?.attributes ?? {
        kind: 'list',
        items: [],
        location: { path: '', startLine: 1, endLine: 1 },
      },
      'spec.selector.matchLabels',
    );
    expect(labels && toPlain(labels)).toEqual({
      'app.kubernetes.io/name': 'cart',
      'app.kubernetes.io/instance': 'cart',
    });
    expect(labels?.location.startLine).toBe(12);
    const web = 'spec.template.spec.containers.0';
    expect(at(deployment, `${web}.image`)).toBe(
      'nginx:1.16.0 @deployment.yaml:25',
    );
    expect(at(deployment, `${web}.env`)).toBe(
      '[{"name":"LEVEL","value":"info"},{"name":"ZONE","value":"1"}] @deployment.yaml:27',
    );
    expect(at(deployment, `${web}.env.1.value`)).toBe('1 @deployment.yaml:30');
    expect(at(deployment, `${web}.resources.requests.memory`)).toBe(
      '64Mi @deployment.yaml:34',
    );
    expect(at(deployment, 'spec.template.metadata.annotations')).toBe('absent');
    expect(at(deployment, 'spec.template.spec.containers.1.image')).toBe(
      '?{{ .Values.proxy.image }}:{{ .Values.proxy.tag }} @deployment.yaml:36',
    );
    expect(at(hpa, 'spec.minReplicas')).toBe('2 @hpa.yaml:10');
  });

  it.each([
    ['charts/cart/values-prod.yaml'],
    ['charts/cart/values/production.yaml'],
    ['charts/cart/environments/prod/values.yaml'],
    ['charts/values-prod.yaml'],
    ['charts/environments/prod/values.yaml'],
  ])('lets production decide: %s', path => {
    const resources = resolve({
      ...CHART,
      [path]: 'replicaCount: 3\nautoscaling: {enabled: true, minReplicas: 4}\n',
      'charts/cart/values-dev.yaml':
        'autoscaling: {enabled: true, minReplicas: 1}\n',
    });
    const environment = path.includes('production') ? 'production' : 'prod';
    expect(list(resources)).toEqual([
      `Deployment/default/cart ${environment}`,
      `HorizontalPodAutoscaler/default/cart ${environment}`,
    ]);
    const minimum = getValue(
      resources[1]?.attributes ?? resources[0]!.attributes,
      'spec.minReplicas',
    );
    expect(minimum).toMatchObject({
      value: 4,
      variants: { dev: 1, default: 2 },
    });
  });

  it("renders sub-charts with their parent's values and names those that lie elsewhere", () => {
    const resources = resolve({
      'umbrella/Chart.yaml': `apiVersion: v2
name: shop
version: 1.0.0
dependencies:
  - {name: postgresql, version: 12.1.0, repository: "https://charts.test/bitnami", alias: db, condition: db.enabled}
  - {name: redis, version: 17.0.0, repository: "https://charts.test/bitnami", condition: redis.enabled}
  - {name: web, version: 0.1.0, repository: "file://../web"}
  - {name: off, version: 0.1.0, repository: "file://../off", condition: off.enabled}
`,
      'umbrella/values.yaml': `global: {team: shop}
db:
  enabled: true
  primary: {persistence: {size: 8Gi}}
redis: {enabled: false}
web: {replicas: 4}
off: {enabled: false}
`,
      'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.1.0\n',
      'web/values.yaml': 'replicas: 1\n',
      'web/templates/d.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}-{{ .Chart.Name }}\n  labels: {team: {{ .Values.global.team }}}\nspec:\n  replicas: {{ .Values.replicas }}\n',
      'off/Chart.yaml': 'apiVersion: v2\nname: off\nversion: 0.1.0\n',
      'off/templates/d.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: off}\n',
    });
    expect(list(resources)).toEqual([
      'Deployment/default/shop-web',
      'HelmDependency/db',
      'HelmDependency/redis off:redis.enabled',
    ]);
    expect(at(resources[0], 'spec.replicas')).toBe('4 @d.yaml:7');
    expect(at(resources[0], 'metadata.labels.team')).toBe('shop @d.yaml:5');
    expect(at(resources[1], 'values.primary.persistence.size')).toBe(
      '8Gi @values.yaml:4',
    );
    expect(at(resources[1], 'version')).toBe('12.1.0 @Chart.yaml:5');
  });

  it.each<[string, string, unknown]>([
    ['ternary', '{{ ternary "a" "b" true }}', 'a'],
    ['nested default', '{{ .Values.a.b.c | default 5 | int }}', 5],
    ['printf', '{{ printf "%s-%d-%03d" "x" 1 7 }}', 'x-1-007'],
    ['dict and merge', '{{ (merge (dict "a" 1) (dict "a" 2 "b" 3)).b }}', 3],
    ['index', '{{ index .Values "dash-key" "x" }}', 'y'],
    ['tpl', '{{ tpl .Values.template . }}', 'chart-c'],
    [
      'range over a list',
      '[{{ range $i, $v := .Values.list }}{{ if $i }},{{ end }}{{ $v }}{{ end }}]',
      ['p', 'q'],
    ],
    [
      'range else',
      '{{ range .Values.nothing }}x{{ else }}none{{ end }}',
      'none',
    ],
    ['break', '{{ range .Values.list }}{{ . }}{{ break }}{{ end }}', 'p'],
    [
      'with else',
      '{{ with .Values.nothing }}x{{ else with .Values.name }}{{ . }}{{ end }}',
      'n',
    ],
    [
      'outer variable',
      '{{ $x := 1 }}{{ range .Values.list }}{{ $x = add $x 1 }}{{ end }}{{ $x }}',
      3,
    ],
    [
      'root in range',
      '{{ range .Values.list }}{{ $.Chart.Name }}{{ end }}',
      'cc',
    ],
    [
      'comparison',
      '{{ if and (eq .Values.name "n") (gt 2 1) (not .Values.nothing) }}yes{{ else if true }}no{{ end }}',
      'yes',
    ],
    [
      'capabilities',
      '{{ if semverCompare ">=1.19-0" .Capabilities.KubeVersion.GitVersion }}new{{ end }}',
      'new',
    ],
    [
      'API versions',
      '{{ if .Capabilities.APIVersions.Has "policy/v1beta1" }}old{{ else }}new{{ end }}',
      'new',
    ],
    ['toYaml inline', '{{ toYaml .Values.map | nindent 4 }}', { k: [1, true] }],
    ['toJson', '{{ .Values.map | toJson }}', { k: [1, true] }],
    ['files', '{{ .Files.Get "conf/a.txt" | trim }}', 'content'],
    ['regex', '{{ regexReplaceAll "[^a-z]+" "a1b2" "-" }}', 'a-b-'],
    ['raw string', '{{ `{{ x }}` | quote }}', '{{ x }}'],
    ['dig', '{{ dig "k" "z" "fallback" .Values.map }}', 'fallback'],
    ['random', '{{ randAlphaNum 8 | quote }}', '?{{ randAlphaNum 8 | quote }}'],
    [
      'required',
      '{{ required "say it" .Values.nothing }}',
      '?{{ required "say it" .Values.nothing }}',
    ],
    ['in a text', 'a-{{ uuidv4 }}', '?a-{{ uuidv4 }}'],
    ['unknown compared', '{{ eq (uuidv4) "x" }}', '?{{ eq (uuidv4) "x" }}'],
    [
      'unknown helper',
      '{{ include "nobody.knows" . }}',
      '?{{ include "nobody.knows" }}',
    ],
  ])('evaluates %s', (_name, template, expected) => {
    const [resource] = resolve({
      'Chart.yaml': 'name: c\nversion: 1.0.0\n',
      'values.yaml':
        'name: n\ndash-key: {x: y}\nlist: [p, q]\nmap: {k: [1, true]}\ntemplate: "chart-{{ .Chart.Name }}"\n',
      'conf/a.txt': 'content\n',
      'templates/a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\nvalue: ${template}\n`,
    });
    const value = resource && getValue(resource.attributes, 'value');
    expect(
      value?.kind === 'unresolved'
        ? `?${value.expression}`
        : value && toPlain(value),
    ).toEqual(expected);
    expect(value?.location.startLine).toBe(4);
  });

  it('keeps lines through trimming, ranges and comments', () => {
    const resources = resolve({
      'Chart.yaml': 'name: c\nversion: 1.0.0\n',
      'values.yaml': 'jobs:\n  a: 1\n  b: 2\n',
      'templates/a.yaml':
        '{{/* two\nlines */}}\n{{- range $name, $n := .Values.jobs }}\n---\napiVersion: batch/v1\nkind: Job\nmetadata:\n  name: {{ $name }}\nspec:\n\n  parallelism: {{ $n }}\n{{- end }}\n',
    });
    expect(
      resources.map(
        each =>
          `${each.name} ${each.location.startLine} ${at(
            each,
            'spec.parallelism',
          )}`,
      ),
    ).toEqual(['a 5 1 @a.yaml:11', 'b 5 2 @a.yaml:11']);
  });

  it('keeps tests of charts apart and leaves template files of charts alone', () => {
    const resources = resolve({
      ...CHART,
      'charts/cart/templates/tests/t.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata:\n  name: "{{ include "cart.fullname" . }}-test"\n  annotations: {"helm.sh/hook": test}\n',
    });
    expect(list(resources)).toContain('Pod/default/cart-test');
  });

  it('gives the values as a map to functions that take one', () => {
    const resources = resolve({
      'Chart.yaml': 'name: c\nversion: 1.0.0\n',
      'values.yaml': 'autoscaling: { enabled: true }\n',
      'templates/a.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ if dig "autoscaling" "enabled" false .Values.AsMap }}on{{ else }}off{{ end }}\n',
    });
    expect(list(resources)).toContain('ConfigMap/default/on');
  });

  const renderer = () =>
    new TemplateRenderer([], text => goTemplateParser.parse(text).tree);
  const render = (text: string) => {
    const { tree, failures } = goTemplateParser.parse(text);
    for (const failure of failures)
      expect(failure.line).toBeLessThanOrEqual(text.split('\n').length);
    const context = new TemplateMap([['Values', new TemplateMap([['a', 1]])]]);
    return tree && renderer().render(tree, context).text;
  };

  it.each([
    [
      'endless include',
      '{{ define "a" }}{{ include "a" . }}{{ end }}{{ include "a" . }}',
    ],
    [
      'wide ranges',
      '{{ range until 10000 }}{{ range until 10000 }}{{ range until 10000 }}x{{ end }}{{ end }}{{ end }}',
    ],
    [
      'doubling',
      `{{ $x := "ab" }}${'{{ $x = printf "%s%s" $x $x }}'.repeat(60)}{{ $x }}`,
    ],
  ])('gives up on %s', (_name, text) => {
    const tree = goTemplateParser.parse(text).tree;
    if (!tree) throw new Error('no tree');
    const templates = new TemplateRenderer(
      [tree],
      inner => goTemplateParser.parse(inner).tree,
    );
    expect(() => templates.render(tree, null)).toThrow(RenderLimitError);
  });

  it.each([
    ['{{ if }}x{{ end }}', 1],
    ['a\n{{ if .x }}', 2],
    ['a\n\n{{ end }}', 3],
    ['{{ "x }}', 1],
    ['{{ (a }}', 1],
    [`${'{{ if 1 }}'.repeat(5000)}${'{{ end }}'.repeat(5000)}`, 1],
  ])('reports a broken template: %#', (text, line) => {
    expect(goTemplateParser.parse(text).failures[0]?.line).toBe(line);
  });

  /** The limits are allowed to speak, nothing else. */
  const renderWithinLimits = (text: string) => {
    try {
      return render(text);
    } catch (error) {
      return error instanceof RenderLimitError ? undefined : error;
    }
  };

  it('comes to an end for any template', () => {
    const piece = fc.constantFrom(
      '{{ ',
      ' }}',
      '{{- ',
      ' -}}',
      'if ',
      'else ',
      'end',
      'range ',
      'with ',
      'define "a"',
      'template "a" .',
      'include "a" .',
      '.Values.a ',
      '$x := ',
      '$x ',
      '| ',
      '( ',
      ') ',
      'printf "%s" ',
      'until 9 ',
      '"s" ',
      '1 ',
      'text\n',
      '/* ',
      ' */',
      'dict "a" 1 ',
      'toYaml ',
      '`',
      'index ',
      'break',
    );
    const action = fc
      .array(piece, { maxLength: 8 })
      .map(parts => `{{ ${parts.join('')} }}`);
    const any = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 40 }).map(parts => parts.join('')),
      fc.array(action, { maxLength: 10 }).map(parts => parts.join('x\n')),
    );
    fc.assert(
      fc.property(any, text => {
        expect(renderWithinLimits(text)).not.toBeInstanceOf(Error);
      }),
      { numRuns: 3000 },
    );
  });
});
