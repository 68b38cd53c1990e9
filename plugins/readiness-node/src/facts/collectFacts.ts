import type { Problem } from 'backstage-plugin-readiness-common';
import { initialiseParsers } from '../parsers/initialise';
import { builtInCollectors } from './collectors';
import {
  defaultCollectorOptions,
  type Collector,
  type CollectorInput,
  type CollectorOptions,
} from './collector';
import type { CollectedFacts } from './collectedFacts';
import { FileIndex, ParsedSnapshot } from './fileIndex';
import { mergeFacts } from './facts';
import { keepProduction } from './keepProduction';
import { quoteLines } from './quotedLines';
import { redactSecrets } from './redactSecrets';
import { ResourceIndex } from './resourceIndex';
import { resolvers } from './resolvers';
import type { Snapshot } from './snapshot';
import { stampRepository } from './stampRepository';

const WITHHELD = {
  'too-large': 'it is larger than the limit',
  link: 'it is a symbolic link',
  unreadable: 'its text could not be decoded',
} as const;

/** @public */
export interface CollectRequest {
  /** Folders inside the repository, empty string for its root. */
  readonly subPaths: readonly string[];
  readonly options?: CollectorOptions;
  readonly collectors?: readonly Collector[];
}

/**
 * Reads the facts of a snapshot, once per sub-path; every file is parsed once.
 * What cannot be parsed becomes a problem; nothing in a file makes it throw.
 *
 * @public
 */
export async function collectFacts(
  snapshot: Snapshot,
  request: CollectRequest,
): Promise<CollectedFacts[]> {
  await initialiseParsers();
  const parsed = new ParsedSnapshot(snapshot);
  return request.subPaths.map(subPath =>
    collectSubPath(parsed, subPath, request),
  );
}

function collectSubPath(
  parsed: ParsedSnapshot,
  subPath: string,
  request: CollectRequest,
): CollectedFacts {
  const { snapshot } = parsed;
  const options = request.options ?? defaultCollectorOptions;
  const files = new FileIndex(parsed, subPath);
  const problems: Problem[] = [];
  const resources = new ResourceIndex(
    resolvers.flatMap(
      resolve =>
        isolate(problems, resolve.name, () => resolve({ files, options })) ??
        [],
    ),
  );
  const input: CollectorInput = { files, resources, options };
  const parts = (request.collectors ?? builtInCollectors).map(
    collector =>
      isolate(problems, collector.id, () => collector.collect(input)) ?? {},
  );
  const facts = redactSecrets(
    mergeFacts(keepProduction(parts, options.productionNames)),
  );
  return {
    ...(snapshot.repository !== undefined && {
      repository: snapshot.repository,
    }),
    ...(snapshot.revision !== undefined && { revision: snapshot.revision }),
    subPath,
    facts:
      snapshot.repository === undefined
        ? facts
        : stampRepository(facts, snapshot.repository),
    problems: [...findProblems(parsed, files), ...problems],
    lines: quoteLines(facts, files),
    fileCount: files.all.length,
    // What a broken collector left out proves no absence either.
    isTruncated: snapshot.truncatedBy !== undefined || problems.length > 0,
  };
}

/** A collector that breaks costs its own facts, not everybody's; the scorecard says so. */
function isolate<T>(
  problems: Problem[],
  id: string,
  run: () => T,
): T | undefined {
  try {
    return run();
  } catch (error) {
    problems.push({
      kind: 'check-error',
      message: `Collecting ${id} failed: ${String(error)}`,
    });
    return undefined;
  }
}

function findProblems(parsed: ParsedSnapshot, files: FileIndex): Problem[] {
  const { snapshot } = parsed;
  const repository =
    snapshot.repository === undefined
      ? {}
      : { repository: snapshot.repository };
  const problems: Problem[] = parsed.problems.filter(
    problem => problem.path !== undefined && files.isInScope(problem.path),
  );
  for (const file of files.all) {
    if (file.withheld === undefined || file.withheld === 'binary') continue;
    problems.push({
      kind: 'unreadable-file',
      path: file.path,
      message: `${file.path} was not read: ${WITHHELD[file.withheld]}`,
      ...repository,
    });
  }
  if (snapshot.truncatedBy !== undefined) {
    problems.push({
      kind: 'truncated-read',
      message: `Read in part: the limit of ${snapshot.truncatedBy} was reached, so what is missing is unknown rather than failing`,
      ...repository,
    });
  }
  return problems;
}
