import { existsSync, readFileSync } from 'node:fs';
import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readEvaluationConfig,
  type EvaluationConfig,
} from 'backstage-plugin-readiness-node';
import { parse } from 'yaml';

/** The evaluation's configuration from an app-config file, or the defaults. */
export function readConfigFile(path: string | undefined): EvaluationConfig {
  if (path === undefined) return readEvaluationConfig(undefined);
  if (!existsSync(path)) throw new InputError(`${path} does not exist`);
  const plain: unknown = readYaml(path);
  if (typeof plain !== 'object' || plain === null)
    throw new InputError(`${path} holds no configuration`);
  return readEvaluationConfig(new ConfigReader({ ...plain }));
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InputError(
      `${path} is not valid YAML: ${String(error).split('\n', 1)[0]}`,
    );
  }
}
