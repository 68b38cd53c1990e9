/** A tool, a repository as its documentation teaches it, and who sees it. */
export interface ToolSample {
  readonly tool: string;
  /** Id of a check that recognises it. */
  readonly check: string;
  readonly files: Readonly<Record<string, string>>;
  /** `path:line` of a passing finding. */
  readonly at: string;
}
