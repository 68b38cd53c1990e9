import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  builtInChecks,
  collectFacts,
  createFolderFacts,
  createSnapshotFile,
  defaultEvaluationConfig,
  evaluateEntity,
  type Snapshot,
} from '../src';
import { hclParser } from '../src/parsers/hcl';
import { initialiseParsers } from '../src/parsers/initialise';
import { yamlParser } from '../src/parsers/yaml';
import { generateTerraform } from './generateTerraform';

const ROUNDS = 5;
const root = resolve(__dirname, '../../..');
const corpusFolders = [
  join(root, 'examples/repositories/acme'),
  join(root, 'plugins/readiness-node/corpus'),
];

/** How long reading and judging takes, and where the time goes. */
async function benchEngine(): Promise<void> {
  await initialiseParsers();
  const corpus = corpusFolders.flatMap(readRepositories);
  await report(`corpus of ${corpus.length} repositories`, corpus);
  await report('400 Terraform files with modules', [generateTerraform(400)]);
}

async function report(
  title: string,
  snapshots: readonly Snapshot[],
): Promise<void> {
  const files = snapshots.flatMap(snapshot => snapshot.files);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    rounds.push(await runRound(snapshots));
  // The first round warms up.
  const { parse, collect, check } = getMedian(rounds.slice(1));
  const total = collect + check;
  const share = (part: number) => `${Math.round((100 * part) / total)} %`;
  print([
    [title, `${files.length} files, ${(bytes / 1e6).toFixed(2)} MB`],
    [
      'parsing',
      `${Math.round(files.length / (parse / 1000))} files/s, ${(
        bytes /
        1e3 /
        parse
      ).toFixed(1)} MB/s`,
    ],
    [
      'reading and judging',
      `${total.toFixed(0)} ms, ${(total / snapshots.length).toFixed(
        1,
      )} ms a repository`,
    ],
    ['share of parsing', share(Math.min(parse, collect))],
    ['share of collecting', share(Math.max(0, collect - parse))],
    [`share of ${builtInChecks.length} checks`, share(check)],
  ]);
}

interface Round {
  readonly parse: number;
  readonly collect: number;
  readonly check: number;
}

async function runRound(snapshots: readonly Snapshot[]): Promise<Round> {
  const parseStart = performance.now();
  for (const { files } of snapshots) {
    for (const { path, text } of files) {
      if (text === undefined) continue;
      if (/\.(tf|hcl|tfvars)$/.test(path)) hclParser.parse(text);
      else if (/\.(ya?ml|json)$/.test(path)) yamlParser.parse(text);
    }
  }
  const collectStart = performance.now();
  const collected = [];
  for (const snapshot of snapshots)
    collected.push(...(await collectFacts(snapshot, { subPaths: [''] })));
  const checkStart = performance.now();
  for (const each of collected) {
    evaluateEntity({
      entity: createFolderFacts('bench'),
      sources: [
        {
          collected: each,
          source: { repository: '.', subPath: '', fileCount: each.fileCount },
        },
      ],
      checks: builtInChecks,
      config: defaultEvaluationConfig,
      today: '2026-11-22',
    });
  }
  return {
    parse: collectStart - parseStart,
    collect: checkStart - collectStart,
    check: performance.now() - checkStart,
  };
}

function getMedian(rounds: readonly Round[]): Round {
  const median = (pick: (round: Round) => number) =>
    rounds.map(pick).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
  return {
    parse: median(round => round.parse),
    collect: median(round => round.collect),
    check: median(round => round.check),
  };
}

function readRepositories(folder: string): Snapshot[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(name => statSync(join(folder, name)).isDirectory())
    .map(name => ({
      files: readdirSync(join(folder, name), {
        recursive: true,
        withFileTypes: true,
      })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
        .map(path =>
          createSnapshotFile(
            path.slice(join(folder, name).length + 1),
            readFileSync(path),
          ),
        ),
    }));
}

function print(rows: readonly (readonly [string, string])[]): void {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  for (const [name, value] of rows)
    process.stdout.write(`${name.padEnd(width)}${value}\n`);
  process.stdout.write('\n');
}

benchEngine().catch(error => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
