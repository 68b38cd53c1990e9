import picomatch from 'picomatch';
import type { CollectorOptions } from '../collector';

const KNOWN = new Set([
  ...[
    'dev',
    'devel',
    'develop',
    'development',
    'test',
    'testing',
    'tst',
    'qa',
    'qat',
    'uat',
    'sit',
  ],
  ...[
    'stage',
    'staging',
    'stg',
    'preprod',
    'preproduction',
    'nonprod',
    'nonproduction',
    'sandbox',
    'sbx',
  ],
  ...[
    'int',
    'integration',
    'demo',
    'perf',
    'preview',
    'acceptance',
    'acc',
    'local',
    'dr',
    'canary',
    'lab',
  ],
]);
const NOT_PRODUCTION =
  /(^|[-_./])(non|pre|not)[-_.]?(prod|prd|production|live)/i;

/** Recognises names of environments in the names of folders and files. */
export class EnvironmentNames {
  private readonly production: ReadonlySet<string>;
  private readonly isProductionFile: (path: string) => boolean;

  constructor(options: CollectorOptions) {
    this.production = new Set(
      options.productionNames.map(name => name.toLowerCase()),
    );
    this.isProductionFile = picomatch([...options.terraformVariableFiles]);
  }

  /** Whether a name is that of the environment that counts. */
  isProduction(name: string): boolean {
    return (
      !NOT_PRODUCTION.test(name) &&
      words(name).some(word => this.production.has(word))
    );
  }

  /** Whether a variable file is that of the environment that counts. */
  isProductionVariables(path: string, name: string): boolean {
    if (
      NOT_PRODUCTION.test(path.slice(path.lastIndexOf('/') + 1)) ||
      NOT_PRODUCTION.test(name)
    )
      return false;
    return this.isProduction(name) || this.isProductionFile(path);
  }

  /** Whether a name contains the name of any environment. */
  isEnvironment(name: string): boolean {
    return (
      this.isProduction(name) ||
      NOT_PRODUCTION.test(name) ||
      words(name).some(word => KNOWN.has(word))
    );
  }

  /** The last part of a path that names an environment. */
  ofFolder(folder: string): string | undefined {
    const segments = folder.split('/').reverse();
    return (
      segments.find(
        segment => this.isEnvironment(segment) && !/^tests?$/.test(segment),
      ) ?? (/(^|\/)env[\w-]*\/test$/.test(folder) ? 'test' : undefined)
    );
  }
}

function words(name: string): readonly string[] {
  return name.toLowerCase().split(/[^a-z]+/);
}
