export interface Config {
  readinessDemo?: {
    /**
     * The folder that holds the demo organisation's repositories as
     * `<owner>/<repository>`. A relative path is looked for in the working
     * directory and then in its parents.
     */
    repositories?: string;
  };
}
