import { ScriptResolver } from '../../commands/scriptResolver';
import { classifyCommand } from '../../commands/classifyCommand';
import { readJustfile, readMakefile } from '../../commands/makefile';
import { maskSecrets } from '../../commands/maskSecrets';
import { readScript } from '../../commands/readScript';
import type { FileIndex } from '../../fileIndex';
import { getRelativePath } from '../../countingFiles';
import { dropPackages } from '../../paths';
import type { SnapshotFile } from '../../snapshot';
import type {
  CommandFact,
  ToolPurpose,
  ToolUseFact,
} from '../../types/commands';
import type { PackageFact } from '../../types/packages';
import { SIGNALS, type Signal } from './signals';
import { findLine } from './sources';

const LENGTH_LIMIT = 400_000;
const PER_TOOL_LIMIT = 20;
/** Fixtures and examples of somebody else's tools are no evidence. */
const FIXTURE =
  /(^|\/)(testdata|fixtures?|__fixtures__|node_modules|examples?|samples?)\//i;

const DEPENDENCIES: ReadonlyArray<readonly [RegExp, ToolPurpose, string]> = [
  [/^locust$/, 'load-test', 'Locust'],
  [/^(artillery|@artilleryio\/.*)$/, 'load-test', 'Artillery'],
  [/^io\.gatling|gatling-maven-plugin|^@gatling\.io\//, 'load-test', 'Gatling'],
  [/^(autocannon|loadtest)$/, 'load-test', 'autocannon'],
  [/^org\.apache\.jmeter:|jmeter-java-dsl/, 'load-test', 'JMeter'],
  [/^(pytest-benchmark|asv)$/, 'benchmark', 'pytest-benchmark'],
  [/^org\.openjdk\.jmh:/, 'benchmark', 'JMH'],
  [/^criterion$|^divan$/, 'benchmark', 'criterion'],
  [/^BenchmarkDotNet$/, 'benchmark', 'BenchmarkDotNet'],
  [
    /^(benchmark-ips|benchmark|tinybench|mitata|phpbench\/phpbench|benchee)$/,
    'benchmark',
    'benchmarks',
  ],
  [/pyroscope/i, 'profiler', 'Pyroscope'],
  [
    /^(@google-cloud\/profiler|google-cloud-profiler|cloud\.google\.com\/go\/profiler)/,
    'profiler',
    'Cloud Profiler',
  ],
  [
    /^(stackprof|rack-mini-profiler|blackfire\/php-sdk|0x|clinic|py-spy|scalene)$/,
    'profiler',
    'profiler',
  ],
  [
    /^(@dynatrace\/.*|oneagent-sdk|com\.dynatrace\..*)$/,
    'profiler',
    'Dynatrace',
  ],
  [/^github\.com\/gruntwork-io\/terratest/, 'infrastructure-test', 'Terratest'],
  [
    /^(molecule|pytest-testinfra|testinfra|taskcat)$/,
    'infrastructure-test',
    'Molecule',
  ],
  [
    /^(kitchen-terraform|test-kitchen|chefspec|serverspec|rspec-puppet|inspec(-bin)?)$/,
    'infrastructure-test',
    'Test Kitchen',
  ],
  [
    /^(chaostoolkit|chaos-monkey-spring-boot|toxiproxy(-\w+)*|.*:chaos-monkey-spring-boot|eu\.rekawek\.toxiproxy:.*)$/,
    'resilience-test',
    'Chaos Toolkit',
  ],
  [
    /^(ansible-lint|checkov|cfn-lint|puppet-lint|cookstyle)$/,
    'static-analysis',
    'linter of infrastructure',
  ],
  [
    /^(bandit|brakeman|bundler-audit|pip-audit|safety|roave\/security-advisories)$/,
    'code-scan',
    'scanner',
  ],
];

/** Tools that files, dependencies and scripts show. */
export function readToolFiles(
  files: FileIndex,
  packages: readonly PackageFact[],
): readonly ToolUseFact[] {
  return [
    ...readSignals(files),
    ...readDependencies(packages),
    ...readScripts(files, packages),
  ];
}

function readSignals(files: FileIndex): readonly ToolUseFact[] {
  const counts = new Map<Signal, number>();
  const uses: ToolUseFact[] = [];
  for (const file of files.all) {
    const relative = getRelativePath(files, file.path);
    if (FIXTURE.test(dropPackages(relative))) continue;
    for (const signal of SIGNALS) {
      if (
        !signal.path.test(file.path) ||
        signal.not?.test(file.path) ||
        (counts.get(signal) ?? 0) >= PER_TOOL_LIMIT
      )
        continue;
      const use = readSignal(signal, file);
      if (use === undefined) continue;
      counts.set(signal, (counts.get(signal) ?? 0) + 1);
      uses.push(use);
    }
  }
  return uses;
}

function readSignal(
  signal: Signal,
  file: SnapshotFile,
): ToolUseFact | undefined {
  const { path, text } = file;
  if (
    signal.text !== undefined &&
    (text === undefined ||
      text.length > LENGTH_LIMIT ||
      !signal.text.test(text))
  )
    return undefined;
  if (
    signal.tool === 'Renovate' &&
    /"enabled"\s*:\s*false/.test(
      (text ?? '').split(/"(packageRules|\w+)"\s*:\s*[[{]/)[0] ?? '',
    )
  )
    return undefined;
  const line =
    signal.text === undefined ? 1 : findLine(text ?? '', signal.text);
  const written = maskSecrets(
    (text ?? '').split('\n')[line - 1]?.trim().slice(0, 160) ?? path,
  );
  const { purpose, tool, source } = signal;
  return {
    subject: path,
    purpose,
    tool,
    location: { path, startLine: line, endLine: line },
    text: signal.text === undefined ? path : written,
    source,
    isFailureIgnored: false,
  };
}

function readDependencies(
  packages: readonly PackageFact[],
): readonly ToolUseFact[] {
  return packages.flatMap(({ subject, dependencies }) =>
    dependencies.flatMap(dependency => {
      const [, purpose, tool] =
        DEPENDENCIES.find(([pattern]) => pattern.test(dependency.name)) ?? [];
      if (purpose === undefined || tool === undefined) return [];
      return [
        {
          subject,
          purpose,
          tool,
          location: dependency.location,
          text: dependency.name,
          source: 'dependency' as const,
          isFailureIgnored: false,
        },
      ];
    }),
  );
}

/** Commands of Makefiles, package scripts and shell files. */
function readScripts(
  files: FileIndex,
  packages: readonly PackageFact[],
): readonly ToolUseFact[] {
  const commands: CommandFact[] = [];
  const select = (pattern: RegExp) =>
    files
      .matching(pattern)
      .filter(
        file => !FIXTURE.test(dropPackages(getRelativePath(files, file.path))),
      );
  for (const { path, text = '' } of select(/(^|\/)(GNUm|M|m)akefile$|\.mk$/)) {
    for (const recipe of readMakefile(text))
      commands.push(
        ...readScript(recipe.script, { path, firstLine: recipe.line }),
      );
  }
  for (const { path, text = '' } of select(/(^|\/)\.?[jJ]ustfile$/)) {
    for (const recipe of readJustfile(text))
      commands.push(
        ...readScript(recipe.script, { path, firstLine: recipe.line }),
      );
  }
  for (const { path, text = '' } of select(/\.(sh|bash)$/))
    commands.push(...readScript(text, { path, firstLine: 1 }));
  for (const { scripts } of packages) {
    for (const { command, location } of scripts)
      commands.push(
        ...readScript(command, {
          path: location.path,
          firstLine: location.startLine,
          lastLine: location.startLine,
        }),
      );
  }
  const resolver = new ScriptResolver(files);
  for (const { path } of select(/(^|\/)Taskfile\.ya?ml$/))
    commands.push(...resolver.readTasks(path));
  return commands.flatMap(toUses);
}

function toUses(command: CommandFact): readonly ToolUseFact[] {
  const { text, location, isFailureIgnored } = command;
  return classifyCommand(command.words).uses.map(({ purpose, tool }) => ({
    subject: location.path,
    purpose,
    tool,
    location,
    text,
    source: 'script',
    isFailureIgnored,
  }));
}
