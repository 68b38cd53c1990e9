/** A name and what stands under it: looked at once, never kept. */
export interface Candidate {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly name: string;
  /** The literal text; absent when it is a reference or an expression. */
  readonly value?: string;
  /** What it belongs to when the language says so: a variable, a parameter. */
  readonly owner?: SecretOwner;
  /** Everything that stands there is secret: data of a Secret. */
  readonly isSecretPlace?: boolean;
}

/** Whom a finding names. */
export interface SecretOwner {
  readonly subject: string;
  readonly type: string;
}
