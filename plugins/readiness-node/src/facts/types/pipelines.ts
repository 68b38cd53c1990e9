import type { Location } from '../value';
import type { CommandFact, CommandPurpose } from './commands';

/** @public */
export type PipelineSystem =
  | 'github-actions'
  | 'gitlab-ci'
  | 'jenkins'
  | 'circleci'
  | 'azure-pipelines'
  | 'bitbucket-pipelines'
  | 'buildkite'
  | 'codebuild'
  | 'cloud-build'
  | 'tekton'
  | 'argo-workflows'
  | 'travis'
  | 'drone';

/** @public */
export interface PipelineFacts {
  readonly pipelines: readonly PipelineFact[];
  readonly jobs: readonly JobFact[];
  readonly deliveries: readonly DeliveryFact[];
}

/**
 * One file, or included file tree, of a CI system.
 * @public
 */
export interface PipelineFact {
  /** Its path. */
  readonly subject: string;
  readonly system: PipelineSystem;
  readonly name?: string;
  readonly location: Location;
  readonly triggers: readonly TriggerFact[];
}

/** @public */
export interface TriggerFact {
  readonly kind:
    | 'push'
    | 'pull-request'
    | 'schedule'
    | 'manual'
    | 'tag'
    | 'release'
    | 'pipeline'
    | 'call'
    | 'other';
  /** Cron of a schedule, names of the pipelines waited for. */
  readonly detail?: string;
  readonly location: Location;
}

/**
 * A job: what runs as one unit with its own success. Jenkins stages and
 * Bitbucket steps are jobs too.
 *
 * @public
 */
export interface JobFact {
  /** `<path>#<job>`. */
  readonly subject: string;
  /** Subject of its pipeline. */
  readonly pipeline: string;
  readonly system: PipelineSystem;
  readonly name: string;
  readonly location: Location;
  readonly triggers: readonly TriggerFact[];
  /** Subjects of the jobs that must succeed before it, direct ones. */
  readonly needs: readonly string[];
  /** Environment it deploys to. */
  readonly environment?: string;
  /** `continue-on-error`, `allow_failure`, `catchError`. */
  readonly failureIgnoredAt?: Location;
  /** A person has to start it. */
  readonly isManual: boolean;
  /** Variables that lock installs: `BUNDLE_FROZEN`, `UV_LOCKED`. */
  readonly lockVariables?: Readonly<Record<string, string>>;
  readonly commands: readonly CommandFact[];
  readonly actions: readonly ActionFact[];
  /** What it does, each with the command or action that shows it. */
  readonly purposes: readonly JobPurposeFact[];
}

/**
 * An action, orb, task, pipe or plugin that a job uses.
 * @public
 */
export interface ActionFact {
  /** `actions/checkout`, `node/install`, `AzureWebApp`. */
  readonly name: string;
  /** `v4`, a commit, … */
  readonly version?: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly location: Location;
  readonly purposes: readonly CommandPurpose[];
  readonly isFailureIgnored: boolean;
}

/** @public */
export interface JobPurposeFact {
  readonly purpose: CommandPurpose;
  /** Command or action as written. */
  readonly text: string;
  readonly tool: string;
  /** The pipeline's line. */
  readonly location: Location;
  /** The line of the recipe or script it leads to. */
  readonly reachedAt?: Location;
  readonly isFailureIgnored: boolean;
  /** What a deploying or applying command delivers. */
  readonly delivers: 'application' | 'infrastructure' | 'documentation';
}

/**
 * Delivery declared rather than scripted: Argo CD, Flux, Skaffold, CodePipeline,
 * CodeDeploy, Spinnaker, Atlantis.
 *
 * @public
 */
export interface DeliveryFact {
  readonly subject: string;
  readonly tool: string;
  readonly delivers: 'application' | 'infrastructure';
  readonly location: Location;
  /** Words of the file that prove it. */
  readonly text: string;
  /** How it goes back to the last good version, when it does. */
  readonly rollback?: { readonly text: string; readonly location: Location };
}
