import type { Location } from '../value';

/** @public */
export type PackageEcosystem =
  | 'npm'
  | 'python'
  | 'go'
  | 'maven'
  | 'gradle'
  | 'ruby'
  | 'cargo'
  | 'composer'
  | 'nuget'
  | 'mix'
  | 'pub';

/** @public */
export interface PackageFacts {
  readonly packages: readonly PackageFact[];
}

/**
 * A package manifest: `package.json`, `pyproject.toml`, `go.mod`, …
 * @public
 */
export interface PackageFact {
  /** Path of the manifest. */
  readonly subject: string;
  readonly ecosystem: PackageEcosystem;
  readonly location: Location;
  readonly name?: string;
  /** Direct dependencies, in the order of the file. */
  readonly dependencies: readonly DependencyFact[];
  /** The lock file that covers it, beside it or at its workspace's root. */
  readonly lock?: Location;
  /** Path of the workspace's root manifest, when it is a member. */
  readonly workspaceRoot?: string;
  /** Lock files that would cover it. */
  readonly lockNames: readonly string[];
  /** How it is fixed without a lock file: `every requirement has a hash`. */
  readonly fixedBy?: string;
  /** Dependencies that float, when the manifest has to fix them itself. */
  readonly floating: readonly DependencyFact[];
  /** Why it needs no lock: `it has no dependencies`, `it is published as a library`. */
  readonly exemption?: string;
  /** Name → command line of scripts in the manifest. */
  readonly scripts: readonly PackageScriptFact[];
}

/** @public */
export interface DependencyFact {
  /** `pg`, `org.postgresql:postgresql`, `github.com/jackc/pgx/v5`. */
  readonly name: string;
  /** Version or range as written. */
  readonly version?: string;
  /** Needed at run time, or only to build and test. */
  readonly isDevelopment: boolean;
  readonly location: Location;
}

/** @public */
export interface PackageScriptFact {
  readonly name: string;
  readonly command: string;
  readonly location: Location;
}
