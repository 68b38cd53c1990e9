import { checkFolder } from './checkFolder';
import type { FailOn } from './failOn';
import { missesBar } from './failOn';
import { formats, type FormatName, type JudgedFolder } from './formats';
import { readConfigFile } from './readConfigFile';

interface CheckCommandOptions {
  readonly entity?: string;
  readonly format: FormatName;
  readonly config?: string;
  readonly failOn: FailOn;
  readonly all: boolean;
}

/**
 * `readiness check DIR…`. With `ndjson` a line is printed as soon as its folder
 * is judged; a folder that cannot be read ends the command with 2 after the
 * others were judged.
 */
export async function runCheckCommand(
  folders: readonly string[],
  options: CheckCommandOptions,
): Promise<void> {
  const config = readConfigFile(options.config);
  const format = formats[options.format];
  const judged: JudgedFolder[] = [];
  for (const folder of folders) {
    try {
      const scorecard = await checkFolder(folder, {
        config,
        ...(options.entity && { entity: options.entity }),
      });
      const one = { target: folder, scorecard };
      judged.push(one);
      if (format.kind === 'each')
        await print(format.format(one, { showsAll: options.all }));
      if (missesBar(scorecard, options.failOn, config)) process.exitCode ??= 1;
    } catch (error) {
      process.stderr.write(
        `readiness: ${folder}: ${
          error instanceof Error ? error.message : String(error)
        }\n`,
      );
      process.exitCode = 2;
    }
  }
  if (format.kind === 'together' && judged.length > 0)
    await print(format.format(judged));
}

/** Waits for slow readers, so that nothing is lost when the process ends. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, error => (error ? reject(error) : resolve()));
  });
}
