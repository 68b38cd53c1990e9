import type { SubjectFact } from '../subject';
import type { FactValue, Location } from '../value';
import type { ToolUseFact } from './commands';

/** @public */
export interface TestFacts {
  readonly testFiles: readonly TestFileFact[];
  readonly sourceLanguages: readonly SourceLanguageFact[];
  /** Tools at work, by purpose: scanners, linters, load tests, … */
  readonly toolUses: readonly ToolUseFact[];
  readonly registryScans: readonly RegistryScanFact[];
}

/**
 * A registry of images and whether it scans what is pushed.
 * @public
 */
export interface RegistryScanFact extends SubjectFact {
  readonly scanOnPush: FactValue<boolean>;
}

/**
 * A file of automated tests of the application.
 * @public
 */
export interface TestFileFact {
  readonly subject: string;
  readonly location: Location;
  readonly language: SourceLanguage;
  readonly framework: string;
}

/** @public */
export type SourceLanguage =
  | 'Go'
  | 'Java'
  | 'Kotlin'
  | 'Scala'
  | 'Groovy'
  | 'JavaScript'
  | 'TypeScript'
  | 'Python'
  | 'Ruby'
  | 'PHP'
  | 'C#'
  | 'F#'
  | 'Rust'
  | 'Elixir'
  | 'Dart'
  | 'Swift'
  | 'C++'
  | 'C'
  | 'Shell'
  | 'Clojure'
  | 'Perl';

/**
 * A language the application is written in.
 * @public
 */
export interface SourceLanguageFact {
  readonly language: SourceLanguage;
  /** Source files that aren't tests. */
  readonly fileCount: number;
  /** One of them. */
  readonly location: Location;
}
