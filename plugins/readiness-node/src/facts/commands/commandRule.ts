import type { CommandPurpose, ToolPurpose } from '../types/commands';

/** How one program with certain arguments is understood. */
export interface CommandRule {
  /** Base names of the program, separated by spaces. */
  readonly programs: string;
  /** Held against the arguments joined by spaces; every call matches when left out. */
  readonly arguments?: RegExp;
  /** Calls whose arguments match this are something else. */
  readonly except?: RegExp;
  readonly purposes: readonly CommandPurpose[];
  /** Name shown; the program and its first argument when left out. */
  readonly tool?: string;
  /** What the rule means for checks that look for tools. */
  readonly use?: ToolPurpose;
  /** What is delivered; the application when left out. */
  readonly delivers?: DeliveredThing;
}

/** What a deploying command delivers. */
export type DeliveredThing = 'application' | 'infrastructure' | 'documentation';
