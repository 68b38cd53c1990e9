import picomatch from 'picomatch';
import type { FileIndex } from '../../fileIndex';
import { getBaseName } from '../../paths';
import type { Chart } from './chart';
import { inFolder } from './chart';
import {
  fromValue,
  TemplateMap,
  toMap,
  type TemplateObject,
  type TemplateValue,
} from './templateValue';

/** A recent Kubernetes: what a chart does for old ones is not looked at. */
const KUBERNETES_VERSION = 'v1.31.0';
/** APIs that recent clusters no longer have, or only OpenShift does. */
const MISSING_API =
  /^(extensions\/v1beta1|apps\/v1beta|policy\/v1beta1|networking\.k8s\.io\/v1beta1|batch\/v1beta1|autoscaling\/v2beta|rbac\.authorization\.k8s\.io\/v1beta1|(security|route|project|image)\.openshift\.io)/;

class ApiVersions implements TemplateObject {
  readonly isObject = true;

  call(name: string, args: readonly TemplateValue[]): TemplateValue {
    return name === 'Has' ? !MISSING_API.test(String(args[0] ?? '')) : null;
  }

  toMap(): TemplateMap {
    return new TemplateMap();
  }
}

/** `.Files`: files of the chart besides its templates. */
class ChartFiles implements TemplateObject {
  readonly isObject = true;

  constructor(
    private readonly files: FileIndex,
    private readonly folder: string,
    private readonly pattern?: string,
  ) {}

  call(name: string, args: readonly TemplateValue[]): TemplateValue {
    const argument = String(args[0] ?? '');
    switch (name) {
      case 'Get':
      case 'GetBytes':
        return this.read(argument);
      case 'Lines':
        return this.read(argument).split('\n');
      case 'Glob':
        return new ChartFiles(this.files, this.folder, argument);
      case 'AsConfig':
      case 'AsSecrets':
        return this.print();
      default:
        return null;
    }
  }

  toMap(): TemplateMap {
    const start = this.folder === '' ? '' : `${this.folder}/`;
    const { pattern } = this;
    const isMatch = pattern === undefined ? () => true : picomatch(pattern);
    return new TemplateMap(
      this.files.wholeRepository
        .filter(({ path }) => path.startsWith(start))
        .map(({ path }) => path.slice(start.length))
        .filter(path => !path.startsWith('templates/') && isMatch(path))
        .map(path => [path, this.read(path)]),
    );
  }

  private read(path: string): string {
    return this.files.get(inFolder(this.folder, path))?.text ?? '';
  }

  private print(): string {
    return [...this.toMap()]
      .map(([path, text]) => `${getBaseName(path)}: ${JSON.stringify(text)}`)
      .join('\n');
  }
}

/** What templates find at the top besides their values. */
export function createContext(
  chart: Chart,
  values: TemplateMap,
  release: { readonly name: string; readonly namespace: string },
  files: FileIndex,
): TemplateMap {
  return new TemplateMap([
    ['Values', values],
    ['Chart', createChartObject(chart)],
    [
      'Release',
      new TemplateMap([
        ['Name', release.name],
        ['Namespace', release.namespace],
        ['Service', 'Helm'],
        ['IsInstall', true],
        ['IsUpgrade', false],
        ['Revision', 1],
      ]),
    ],
    ['Capabilities', createCapabilities()],
    ['Files', new ChartFiles(files, chart.folder)],
    [
      'Template',
      new TemplateMap([
        ['Name', `${chart.name}/templates/file.yaml`],
        ['BasePath', `${chart.name}/templates`],
      ]),
    ],
    ['Subcharts', new TemplateMap()],
  ]);
}

/** Chart.yaml with its keys capitalised, as Go's structure has them. */
function createChartObject(chart: Chart): TemplateMap {
  const entries = [...toMap(fromValue(chart.metadata))].map(
    ([key, value]): [string, TemplateValue] => [
      key.charAt(0).toUpperCase() + key.slice(1),
      value,
    ],
  );
  return new TemplateMap([...entries, ['Name', chart.name]]);
}

function createCapabilities(): TemplateMap {
  const [, major = '', minor = ''] =
    /^v(\d+)\.(\d+)/.exec(KUBERNETES_VERSION) ?? [];
  return new TemplateMap([
    [
      'KubeVersion',
      new TemplateMap([
        ['Version', KUBERNETES_VERSION],
        ['GitVersion', KUBERNETES_VERSION],
        ['Major', major],
        ['Minor', minor],
      ]),
    ],
    ['APIVersions', new ApiVersions()],
    ['HelmVersion', new TemplateMap([['Version', 'v3.16.0']])],
  ]);
}
