import type { Location } from '../value';

/**
 * A literal secret in a file. It carries where and under which name, never the
 * value.
 *
 * @public
 */
export interface HardcodedSecretFact {
  /** Address of the resource, variable or container it stands in, else the file's path. */
  readonly subject: string;
  /** Type of the resource: `aws_instance`, `provider.aws`, `container`; `file` when there is none. */
  readonly type: string;
  readonly language: string;
  /** Variable, attribute or environment name; the kind of token when there is none. */
  readonly name: string;
  /** `shape`: looks like a known token; `name`: a literal under a secret-like name. */
  readonly because: 'shape' | 'name';
  /** What kind of token the shape is, e.g. `AWS access key`. */
  readonly tokenKind?: string;
  readonly location: Location;
}

/** Places that were looked through and where a secret could stand. @public */
export interface SecretPlaceFact {
  readonly subject: string;
  readonly type: string;
  readonly language: string;
  /** The secret-like name that is filled by a reference or not at all; absent when there is none. */
  readonly name?: string;
  readonly location: Location;
}

/** @public */
export interface SecretFacts {
  readonly hardcodedSecrets: readonly HardcodedSecretFact[];
  readonly secretPlaces: readonly SecretPlaceFact[];
}
