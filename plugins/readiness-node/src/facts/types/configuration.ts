import type { Location } from '../value';

/** How settings come about, differ and are checked. @public */
export interface ConfigurationFacts {
  readonly environmentConfigs: readonly EnvironmentConfigFact[];
  readonly configSchemas: readonly ConfigSchemaFact[];
  readonly templateParameters: readonly TemplateParameterFact[];
}

/** A file with the settings of an environment. @public */
export interface EnvironmentConfigFact {
  /** Path of the file, or of the folder when it stands for one. */
  readonly subject: string;
  /** Files of one kind belong together: `Helm values`, `Ansible variables`. */
  readonly kind: string;
  /** Environment, inventory or group that it is for. */
  readonly environment: string;
  readonly location: Location;
}

/** A thing that takes settings, and the schema it holds them against. @public */
export interface ConfigSchemaFact {
  /** Folder of the chart. */
  readonly subject: string;
  readonly kind: 'Helm chart';
  readonly location: Location;
  readonly schema?: Location;
}

/** A parameter of a CloudFormation template. @public */
export interface TemplateParameterFact {
  /** Its name. */
  readonly subject: string;
  readonly type: string;
  /** Settings that constrain it: `AllowedValues`, `MinLength`. */
  readonly constraints: readonly string[];
  readonly location: Location;
}
