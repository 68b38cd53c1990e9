import type { Location } from '../value';

/**
 * What a command, an action or a whole job is for.
 * @public
 */
export type CommandPurpose =
  | 'install'
  | 'lint'
  | 'test'
  | 'scan'
  | 'build'
  | 'plan'
  | 'apply'
  | 'deploy'
  | 'release';

/**
 * One command of a script, wherever it stands.
 * @public
 */
export interface CommandFact {
  /** Name and arguments without quotes; expansions as written. */
  readonly words: readonly string[];
  /** As written, on one line. */
  readonly text: string;
  readonly location: Location;
  readonly purposes: readonly CommandPurpose[];
  /** Program the purposes were told from: `go test`, `helm upgrade`. */
  readonly tool?: string;
  /** `|| true`, `set +e`: its failure doesn't stop the script. */
  readonly isFailureIgnored: boolean;
  /** Commands joined by pipes have the same number within their script. */
  readonly pipeline: number;
  /** Runs inside `$(…)`, backticks or `<(…)` of this command. */
  readonly insideOf?: string;
  /** Files written by `>`. */
  readonly writes: readonly string[];
  /** The command of the pipeline that led here: `make test`. */
  readonly via?: string;
}

/**
 * A use of a tool that a check may count as evidence, from whatever file.
 * @public
 */
export interface ToolUseFact {
  /** Path, `path#job`, manifest path. */
  readonly subject: string;
  readonly purpose: ToolPurpose;
  /** Name people know it by: `k6`, `Dependabot`, `tflint`. */
  readonly tool: string;
  readonly location: Location;
  /** Line or command that shows it. */
  readonly text: string;
  /** `pipeline`: it runs in CI; the others: its files or its dependency are there. */
  readonly source:
    | 'pipeline'
    | 'script'
    | 'configuration'
    | 'dependency'
    | 'test-file'
    | 'resource';
  readonly isFailureIgnored: boolean;
}

/** @public */
export type ToolPurpose =
  | 'static-analysis'
  | 'validation'
  | 'code-scan'
  | 'secret-scan'
  | 'registry-scan'
  | 'dependency-updates'
  | 'cost-estimate'
  | 'load-test'
  | 'benchmark'
  | 'profiler'
  | 'infrastructure-test'
  | 'policy-test'
  | 'coverage-gate'
  | 'resilience-test';
