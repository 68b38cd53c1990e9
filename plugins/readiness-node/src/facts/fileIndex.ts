import type { Problem } from 'backstage-plugin-readiness-common';
import type { ParseFailure, Parser } from '../parsers/parser';
import { isIgnoredPath, isSharedRootFile } from './paths';
import type { Snapshot, SnapshotFile } from './snapshot';
import { createIsVendored } from './vendoredPaths';

/**
 * The files of a snapshot and their parsed trees. Every file is parsed at most
 * once per parser, whoever asks; what cannot be parsed becomes a problem.
 */
export class ParsedSnapshot {
  readonly problems: Problem[] = [];
  readonly files: readonly SnapshotFile[];
  private readonly byPath: ReadonlyMap<string, SnapshotFile>;
  private readonly paths: ReadonlySet<string>;
  private readonly parsed = new Map<string, unknown>();

  constructor(readonly snapshot: Snapshot) {
    const isVendored = createIsVendored(snapshot);
    this.files = snapshot.files.filter(
      ({ path }) => !isIgnoredPath(path) && !isVendored(path),
    );
    this.paths = new Set(snapshot.files.map(file => file.path));
    this.byPath = new Map(this.files.map(file => [file.path, file]));
  }

  get(path: string): SnapshotFile | undefined {
    return this.byPath.get(path);
  }

  /** Whether there is such a file at all, also one that does not count. */
  has(path: string): boolean {
    return this.paths.has(path);
  }

  parse<T>(parser: Parser<T>, path: string): T | undefined;
  parse(parser: Parser<unknown>, path: string): unknown {
    const key = `${parser.id}\n${path}`;
    if (this.parsed.has(key)) return this.parsed.get(key);
    const tree = this.parseNow(parser, path);
    this.parsed.set(key, tree);
    return tree;
  }

  private parseNow<T>(parser: Parser<T>, path: string): T | undefined {
    const text = this.byPath.get(path)?.text;
    if (text === undefined) return undefined;
    const result = parser.parse(text);
    const [failure] = result.failures;
    // A template is no broken YAML: its language's resolver renders it first.
    const isTemplate = parser.id === 'yaml' && /\{\{|\{%|<%/.test(text);
    if (failure !== undefined && !isTemplate) {
      this.addProblem(path, failure, result.failures.length - 1);
    }
    return result.tree;
  }

  /** One problem a file, however many parsers stumble over it. */
  private addProblem(
    path: string,
    { line, message }: ParseFailure,
    furtherFailures: number,
  ): void {
    if (this.problems.some(problem => problem.path === path)) return;
    const more = furtherFailures > 0 ? ` (and ${furtherFailures} more)` : '';
    const { repository } = this.snapshot;
    this.problems.push({
      kind: 'parse-failure',
      path,
      startLine: line,
      message: `${path}:${line} could not be parsed: ${message}${more}`,
      ...(repository !== undefined && { repository }),
    });
  }
}

/**
 * The view of a parsed snapshot that belongs to one linked sub-path: the files
 * below it and those at the root that apply to all (pipelines, owners, locks).
 */
export class FileIndex {
  /** Files that count for the entity, in path order. */
  readonly all: readonly SnapshotFile[];

  constructor(
    private readonly parsedSnapshot: ParsedSnapshot,
    readonly subPath: string,
  ) {
    this.all = parsedSnapshot.files.filter(file => this.isInScope(file.path));
  }

  /** Whether a file counts for the entity. */
  isInScope(path: string): boolean {
    return this.isBelowSubPath(path) || isSharedRootFile(path);
  }

  /** Whether a file lies below the linked sub-path (shared root files don't). */
  isBelowSubPath(path: string): boolean {
    return (
      this.subPath === '' ||
      path === this.subPath ||
      path.startsWith(`${this.subPath}/`)
    );
  }

  /** Files that count whose path matches. */
  matching(pattern: RegExp): readonly SnapshotFile[] {
    return this.all.filter(file => pattern.test(file.path));
  }

  /** Any file of the repository, also outside the sub-path (modules, bases). */
  get(path: string): SnapshotFile | undefined {
    return this.parsedSnapshot.get(path);
  }

  /** Whether the repository has a file, also one that never counts. */
  exists(path: string): boolean {
    return this.parsedSnapshot.has(path);
  }

  /** Every file of the repository, also outside the sub-path. */
  get wholeRepository(): readonly SnapshotFile[] {
    return this.parsedSnapshot.files;
  }

  /** The parsed tree of a file; absent when it has no text or nothing could be parsed. */
  parse<T>(parser: Parser<T>, path: string): T | undefined {
    return this.parsedSnapshot.parse(parser, path);
  }
}
