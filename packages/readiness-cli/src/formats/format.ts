import type { Scorecard } from 'backstage-plugin-readiness-common';

/** A folder and what was said of it. */
export interface JudgedFolder {
  readonly target: string;
  readonly scorecard: Scorecard;
}

/** Formats print folder by folder, or all folders in one document. */
export type Format =
  | {
      readonly kind: 'each';
      readonly format: (
        judged: JudgedFolder,
        options: { readonly showsAll: boolean },
      ) => string;
    }
  | {
      readonly kind: 'together';
      readonly format: (judged: readonly JudgedFolder[]) => string;
    };
