import type { FactValue, Location } from '../value';
import type { CommandFact } from './commands';

/** @public */
export interface ContainerFacts {
  readonly containerfiles: readonly ContainerfileFact[];
  /** Cloud Native Buildpacks' `project.toml` files. */
  readonly buildpacks: readonly BuildpackFact[];
}

/**
 * A Dockerfile or Containerfile.
 * @public
 */
export interface ContainerfileFact {
  /** Its path. */
  readonly subject: string;
  readonly location: Location;
  readonly stages: readonly ContainerStageFact[];
  /** `ENTRYPOINT` of the last stage. */
  readonly entrypoint?: CommandLineFact;
  /** `CMD` of the last stage. */
  readonly command?: CommandLineFact;
  /** Whether a `.dockerignore` applies to it. */
  readonly hasIgnoreFile: boolean;
  /** Belongs to a development container or a test fixture: never counts against anyone. */
  readonly isDevelopment: boolean;
}

/** @public */
export interface CommandLineFact {
  readonly words: readonly string[];
  readonly location: Location;
}

/** @public */
export interface ContainerStageFact {
  readonly index: number;
  readonly name?: string;
  /** `image`: pulled; `stage`: an earlier stage; `scratch`: nothing. */
  readonly baseKind: 'image' | 'stage' | 'scratch';
  /** Image reference with `ARG` defaults put in; setting `FROM`. */
  readonly image: FactValue<string>;
  /** The `FROM` line. */
  readonly from: Location;
  readonly location: Location;
  readonly isLast: boolean;
  readonly run: readonly CommandFact[];
  /** Last `USER` of the stage, `absent` when there is none. */
  readonly user: FactValue<string>;
  readonly exposedPorts: readonly ExposedPortFact[];
  /** `ENV` and `ARG`, in order. */
  readonly variables: readonly ContainerVariableFact[];
  /** Command of `HEALTHCHECK`; `NONE` is known. */
  readonly healthcheck: FactValue<string>;
  readonly copies: readonly ContainerCopyFact[];
}

/** @public */
export interface ExposedPortFact {
  readonly text: string;
  /** Port number when known. */
  readonly port?: number;
  readonly location: Location;
}

/** @public */
export interface ContainerVariableFact {
  readonly instruction: 'ENV' | 'ARG';
  readonly name: string;
  /** As written without quotes, stars under secret-like names; absent for `ARG NAME`. */
  readonly value?: string;
  readonly location: Location;
}

/** @public */
export interface ContainerCopyFact {
  readonly instruction: 'COPY' | 'ADD';
  /** Stage or image of `--from`. */
  readonly from?: string;
  readonly checksum?: string;
  readonly sources: readonly string[];
  readonly target: string;
  readonly location: Location;
}

/** @public */
export interface BuildpackFact {
  readonly subject: string;
  readonly location: Location;
  readonly builder?: string;
}
