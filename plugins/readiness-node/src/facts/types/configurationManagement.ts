import type { FactValue, Location } from '../value';

/** @public */
export type ManagementTool = 'ansible' | 'chef' | 'puppet' | 'packer';

/** What Ansible, Chef, Puppet and Packer do to machines. @public */
export interface ConfigurationManagementFacts {
  readonly managedUnits: readonly ManagedUnitFact[];
  readonly managedTemplates: readonly ManagedTemplateFact[];
  readonly managedPackages: readonly ManagedPackageFact[];
  readonly managedDependencies: readonly ManagedDependencyFact[];
}

/**
 * A piece of configuration management that people name as one thing.
 * @public
 */
export interface ManagedUnitFact {
  /** Its folder (role, cookbook, module) or its file (playbook, template). */
  readonly subject: string;
  readonly tool: ManagementTool;
  readonly kind:
    | 'playbook'
    | 'role'
    | 'collection'
    | 'cookbook'
    | 'module'
    | 'node manifest'
    | 'machine image';
  readonly location: Location;
  /** Where the role says what it takes: `meta/argument_specs.yml`. */
  readonly argumentSpecs?: Location;
}

/** A configuration file that is rendered on a machine. @public */
export interface ManagedTemplateFact {
  /** Path of the task file, recipe or manifest. */
  readonly subject: string;
  readonly tool: ManagementTool;
  /** The template as named there: `nginx.conf.j2`. */
  readonly source: string;
  /** Whether a change tells a handler or a service. */
  readonly notifies: boolean;
  readonly location: Location;
}

/** A statement that installs packages. @public */
export interface ManagedPackageFact {
  /** Path of the task file, recipe or manifest. */
  readonly subject: string;
  readonly tool: ManagementTool;
  /** As written: `nginx`, `nginx=1.24.0`. */
  readonly names: readonly string[];
  /** The setting that says which version is wanted: `present`, `latest`. */
  readonly state: FactValue<string>;
  readonly location: Location;
}

/** A role, collection, cookbook, module or plugin that others publish. @public */
export interface ManagedDependencyFact {
  /** Path of the file that asks for it. */
  readonly subject: string;
  readonly tool: ManagementTool;
  readonly name: string;
  /** Version, range, tag or commit as written. */
  readonly version?: string;
  /** The lock file that fixes it. */
  readonly lock?: Location;
  /** Where it should say a version: `requirements.yml`'s `version`. */
  readonly setting: string;
  readonly location: Location;
}
