import type { Location, MapValue, Value } from '../value';

/**
 * Folders with Terraform, OpenTofu or Terragrunt code, as projects: what they
 * require, where their state lives, what they declare.
 * @public
 */
export interface TerraformProjectFacts {
  readonly terraformProjects: readonly TerraformProjectFact[];
}

/** @public */
export interface TerraformProjectFact {
  /** Folder from the root of the repository, empty at the root. */
  readonly path: string;
  /**
   * - `root`: Terraform is run here.
   * - `reusable`: made to be called; it has no state of its own.
   * - `example`: below `examples/`, `tests/` and the like.
   */
  readonly role: 'root' | 'reusable' | 'example';
  /** A Terragrunt unit has its settings in `terragrunt.hcl`. */
  readonly tool: 'terraform' | 'terragrunt';
  /** The `terraform` block, or the first block of the folder. */
  readonly location: Location;
  /** Environment that the folder's path names. */
  readonly environment?: string;
  readonly requiredVersion?: TerraformConstraint;
  /** Providers named in `required_providers`. */
  readonly requiredProviders: readonly TerraformRequiredProvider[];
  /** Local names of providers that resources, data sources and provider blocks use. */
  readonly usedProviders: readonly TerraformUsedProvider[];
  /** Where the state lives: a `backend` block, `cloud`, or Terragrunt's `remote_state`. */
  readonly state?: TerraformState;
  /** Path of `.terraform.lock.hcl` of this folder. */
  readonly lockFile?: string;
  readonly variables: readonly TerraformVariable[];
  readonly outputs: readonly TerraformOutput[];
  readonly moduleCalls: readonly TerraformModuleCall[];
  readonly variableFiles: readonly TerraformVariableFile[];
  /** First use of `terraform.workspace`. */
  readonly workspaceUse?: Location;
  /** Files that Terragrunt generates. */
  readonly generates: readonly {
    readonly name: string;
    readonly location: Location;
  }[];
  readonly resourceCount: number;
}

/** A version constraint as written. @public */
export interface TerraformConstraint {
  readonly text: string;
  readonly location: Location;
}

/** @public */
export interface TerraformRequiredProvider {
  readonly name: string;
  readonly source?: string;
  readonly version?: string;
  readonly location: Location;
}

/** @public */
export interface TerraformUsedProvider {
  readonly name: string;
  /** A block that uses it. */
  readonly location: Location;
}

/** @public */
export interface TerraformState {
  readonly kind: 'backend' | 'cloud' | 'remote_state';
  /** `s3`, `gcs`, `azurerm`, `local`; absent for `cloud` or when it is unresolved. */
  readonly type?: string;
  readonly attributes: MapValue;
  readonly location: Location;
}

/** @public */
export interface TerraformVariable {
  readonly name: string;
  /** Type constraint as written. */
  readonly type?: string;
  readonly default?: Value;
  readonly description?: string;
  readonly hasValidation: boolean;
  readonly isSensitive: boolean;
  readonly location: Location;
}

/** @public */
export interface TerraformOutput {
  readonly name: string;
  readonly description?: string;
  readonly isSensitive: boolean;
  readonly location: Location;
}

/** @public */
export interface TerraformModuleCall {
  readonly name: string;
  /** As written; absent when it is no plain text. */
  readonly source?: string;
  readonly kind: 'local' | 'registry' | 'git' | 'other';
  /** `version` argument, or `version` of a `tfr://` source. */
  readonly version?: string;
  /** `ref` of a git source. */
  readonly ref?: string;
  readonly location: Location;
}

/** @public */
export interface TerraformVariableFile {
  readonly path: string;
  /** Loaded by Terraform without being told. */
  readonly isAutomatic: boolean;
  readonly environment?: string;
}
