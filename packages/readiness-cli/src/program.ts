import { engineVersion } from 'backstage-plugin-readiness-node';
import {
  Command,
  CommanderError,
  InvalidArgumentError,
  Option,
} from 'commander';
import { runCheckCommand } from './checkCommand';
import { runExplainCommand } from './explainCommand';
import { parseFailOn } from './failOn';
import { formats } from './formats';
import { runWaiversLintCommand } from './waiversLintCommand';

/** The command line, as commander sees it. */
export function createProgram(): Command {
  const program = new Command('readiness')
    .description(
      'Tells which services are ready for production, and proves it.',
    )
    .version(engineVersion)
    .showHelpAfterError('(see readiness --help)')
    .exitOverride(exitWithTwo);
  program
    .command('check')
    .description('Judge folders against the checklist')
    .argument('<dir...>', 'folders to judge')
    .option(
      '--entity <file>',
      'catalog entity file; default: catalog-info.yaml in the folder',
    )
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(Object.keys(formats))
        .default('table'),
    )
    .option(
      '--config <file>',
      'app-config file with a readiness.evaluation section',
    )
    .option(
      '--fail-on <bar>',
      'none, bar, required or score=N: when to exit with 1',
      parse(parseFailOn),
      {
        kind: 'none' as const,
      },
    )
    .option('--all', 'table: show passing and not applicable checks too', false)
    .exitOverride(exitWithTwo)
    .action(runCheckCommand);
  program
    .command('explain')
    .description('Say what a check wants, why, and how to pass it')
    .argument('<check>', 'id of a check')
    .exitOverride(exitWithTwo)
    .action(runExplainCommand);
  program
    .command('waivers')
    .description('Work with waivers')
    .command('lint')
    .description('Check the waivers and attestations in entity files')
    .argument('<file...>', 'catalog entity files')
    .option(
      '--config <file>',
      'app-config file with a readiness.evaluation section',
    )
    .exitOverride(exitWithTwo)
    .action(runWaiversLintCommand);
  return program;
}

/** Wrong usage exits with 2, after commander has printed its line; help and version with 0. */
function exitWithTwo(error: CommanderError): never {
  process.exit(error.exitCode === 0 ? 0 : 2);
}

function parse<T>(parser: (text: string) => T): (text: string) => T {
  return text => {
    try {
      return parser(text);
    } catch (error) {
      throw new InvalidArgumentError(
        error instanceof Error ? error.message : String(error),
      );
    }
  };
}
