import type { Location, MapValue } from './value';

/** @public */
export type ResourceLanguage =
  | 'terraform'
  | 'cloudformation'
  | 'kubernetes'
  | 'compose'
  | 'serverless'
  | 'arm';

/**
 * One resource as the language's resolver sees it after variables, modules,
 * loops, overlays and templates were worked out. Collectors turn resources
 * into facts; checks never see one.
 *
 * @public
 */
export interface Resource {
  readonly language: ResourceLanguage;
  /**
   * `aws_db_instance`, `AWS::RDS::DBInstance`, for Kubernetes the kind alone
   * (`Deployment`); Terraform data sources are `data.aws_ami`, providers
   * `provider.aws`.
   */
  readonly type: string;
  /** Name inside its language: Terraform label, logical id, metadata.name. */
  readonly name: string;
  /**
   * The subject: `aws_db_instance.orders`,
   * `module.db.aws_db_instance.this`, `aws_x.y["key"]` for known for_each
   * keys (never an index for `count`), logical id, `Kind/namespace/name`.
   */
  readonly address: string;
  /** Kubernetes apiVersion (`apps/v1`); provider alias for Terraform. */
  readonly apiVersion?: string;
  /**
   * Root the resource belongs to: folder of the Terraform root module, path
   * of the template, of the chart or of the overlay. References and selectors
   * are resolved inside one scope.
   */
  readonly scope: string;
  /** `prod`, `staging` … when the folder, overlay or values file names one. */
  readonly environment?: string;
  /** Arguments; nested blocks are lists of maps, as in `.tf.json`. */
  readonly attributes: MapValue;
  /** The whole block. */
  readonly location: Location;
  /**
   * The expression that decides whether it exists, when it cannot be
   * resolved (`var.create ? 1 : 0`, a Helm `if`). Absent: it exists.
   */
  readonly condition?: string;
  /** Number of instances from `count` when known and not 1. */
  readonly instances?: number;
  /**
   * Exists only when a switch that is off by default is turned on (Helm
   * `if .Values.autoscaling.enabled` with `enabled: false`): the switch.
   * Such resources are kept apart: only collectors that ask for them get them.
   */
  readonly offByDefault?: string;
  /**
   * A call of something whose contents are neither in the repository nor
   * known (a remote Terraform module): it may create anything.
   */
  readonly isOpaque?: boolean;
}
