import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = [
  'plugins/readiness-node/bench',
  'plugins/readiness-backend/bench',
];

/** `yarn bench [NAME…]`: runs the benchmarks named, or all of them, one after the other. */
function runBenchmarks(names: readonly string[]): void {
  const files = new Map<string, string>();
  for (const folder of FOLDERS.filter(each => existsSync(each))) {
    for (const file of readdirSync(folder)) {
      const name = /^([a-z-]+)\.ts$/.exec(file)?.[1];
      if (name !== undefined) files.set(name, join(folder, file));
    }
  }
  for (const name of names.length > 0 ? names : files.keys()) {
    const file = files.get(name);
    if (file === undefined) {
      process.stderr.write(
        `bench: there is no benchmark '${name}'; known are ${[
          ...files.keys(),
        ].join(', ')}\n`,
      );
      process.exitCode = 2;
      return;
    }
    process.stdout.write(`\n# ${name}\n\n`);
    const { status } = spawnSync(
      process.execPath,
      ['--expose-gc', 'scripts/run.cjs', file],
      {
        stdio: 'inherit',
      },
    );
    if (status !== 0) process.exitCode = 1;
  }
}

runBenchmarks(process.argv.slice(2));
