/** What the examples of several checks are made of. */
export interface DeploymentSample {
  readonly kind?: string;
  readonly name?: string;
  readonly replicas?: number;
  /** Lines below the container, two spaces deeper than `name`. */
  readonly container?: string;
  /** Lines of the pod's spec beside `containers`. */
  readonly pod?: string;
  /** Lines of the workload's spec. */
  readonly spec?: string;
}

/**
 * A Deployment as people write it: `kind` is on line 2, the workload's own
 * lines begin on line 5, its only container follows its pod's settings.
 */
export function writeDeployment(sample: DeploymentSample = {}): string {
  const name = sample.name ?? 'cart';
  return [
    'apiVersion: apps/v1',
    `kind: ${sample.kind ?? 'Deployment'}`,
    `metadata: { name: ${name} }`,
    'spec:',
    ...(sample.replicas === undefined
      ? []
      : [`  replicas: ${sample.replicas}`]),
    ...indent(sample.spec, 2),
    `  selector: { matchLabels: { app: ${name} } }`,
    '  template:',
    `    metadata: { labels: { app: ${name} } }`,
    '    spec:',
    ...indent(sample.pod, 6),
    '      containers:',
    `        - name: ${name}`,
    ...indent(sample.container ?? 'image: acme/cart:1.4.2', 10),
    '',
  ].join('\n');
}

/** A nightly Job. */
export function writeCronJob(container: string): string {
  return [
    'apiVersion: batch/v1',
    'kind: CronJob',
    'metadata: { name: report }',
    'spec:',
    '  schedule: "0 3 * * *"',
    '  jobTemplate:',
    '    spec:',
    '      template:',
    '        spec:',
    '          restartPolicy: Never',
    '          containers:',
    '            - name: report',
    ...indent(container, 14),
    '',
  ].join('\n');
}

/** Several objects in one file. */
export function joinDocuments(...documents: readonly string[]): string {
  return documents.join('---\n');
}

function indent(text: string | undefined, depth: number): string[] {
  return text === undefined
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map(line => `${' '.repeat(depth)}${line}`);
}
