/**
 * Values as the files of a repository give them: the small language that all
 * others (HCL, YAML, JSON, intrinsic functions, templates) are resolved to.
 * Everything here is plain serialisable data.
 */

/** Lines of a file. @public */
export interface Location {
  /** Path from the root of the repository, with `/`. */
  readonly path: string;
  /** First line, counted from 1. */
  readonly startLine: number;
  /** Last line, counted from 1. */
  readonly endLine: number;
  /** URL of the repository's root, stamped on when facts leave the collectors. */
  readonly repository?: string;
}

interface Located {
  readonly location: Location;
  /**
   * Addresses of the resources the value refers to (`aws_s3_bucket.logs`, a
   * CloudFormation logical id), also when the value itself is known.
   */
  readonly references?: readonly string[];
  /**
   * The structure of which the value is the JSON text (`jsonencode`, a JSON
   * template, a policy document), as far as it is known. `decodeStructure`
   * reads it, and parses the text where it is absent.
   */
  readonly decoded?: Value;
}

/** @public */
export interface ScalarValue extends Located {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** Values of other environments that differ from this one, e.g. `{ dev: false }`. */
  readonly variants?: Readonly<
    Record<string, string | number | boolean | null>
  >;
}

/** @public */
export interface ListValue extends Located {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** Further items exist or may exist that cannot be resolved: the expression. */
  readonly unresolvedRest?: string;
}

/** @public */
export interface MapValue extends Located {
  readonly kind: 'map';
  readonly entries: Readonly<Record<string, Value>>;
  /** Further entries exist or may exist that cannot be resolved: the expression. */
  readonly unresolvedRest?: string;
}

/** @public */
export interface UnresolvedValue extends Located {
  readonly kind: 'unresolved';
  /** As written: `var.multi_az`, `{{ .Values.image.tag }}`, `!Ref Size`. */
  readonly expression: string;
  /** Values it may take (branches of a conditional, allowed values), when few. */
  readonly candidates?: readonly Value[];
  /** The candidates are scalars, and there are no others. */
  readonly isOneOfCandidates?: true;
}

/** @public */
export type Value = ScalarValue | ListValue | MapValue | UnresolvedValue;

/**
 * An attribute of the normalised model.
 *
 * - `known`: the value, as written or resolved.
 * - `unresolved`: the expression nobody can resolve from the files.
 * - `absent`: not set; `location` is the enclosing block and `defaultValue`
 *   the provider's documented default, when it has one.
 *
 * `setting` is the attribute's name in the language of the file (`multi_az`,
 * `MultiAZ`, `spec.replicas`): messages speak the language of the reader.
 *
 * @public
 */
export type FactValue<T> =
  | {
      readonly state: 'known';
      readonly value: T;
      readonly setting: string;
      readonly location: Location;
      /** As written, when it reads differently from the value. */
      readonly text?: string;
      readonly variants?: Readonly<
        Record<string, string | number | boolean | null>
      >;
    }
  | {
      readonly state: 'unresolved';
      readonly expression: string;
      /** All it can be, when that is known: both branches of a conditional. */
      readonly choices?: readonly T[];
      readonly setting: string;
      readonly location: Location;
    }
  | {
      readonly state: 'absent';
      readonly setting: string;
      readonly location: Location;
      readonly defaultValue?: T;
      /** The default as the language writes it, when it reads differently. */
      readonly text?: string;
    };
