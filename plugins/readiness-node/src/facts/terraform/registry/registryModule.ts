/**
 * What a well-known module of a registry creates, told in HCL: its resources,
 * written with the inputs people give it, and in a `defaults` block what the
 * module itself sets when they don't. Inputs that are named nowhere in
 * `defaults` are null. `var.module_major` is the major version in use.
 */
export interface RegistryModule {
  /** `namespace/name/provider`, with `//modules/x` for a part of it. */
  readonly sources: readonly string[];
  /** Major version that is assumed when a call does not say. */
  readonly major: number;
  readonly text: string;
}
