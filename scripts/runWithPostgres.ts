/** Runs the command in its arguments with a PostgreSQL server for its tests. */
import { runCommand } from './runCommand';
import { withPostgres } from './withPostgres';

const [program, ...programArguments] = process.argv.slice(2);
if (!program) {
  console.error('usage: yarn with-postgres PROGRAM [ARGUMENT]…');
  process.exit(2);
}

withPostgres(environment =>
  runCommand(program, programArguments, environment),
).then(
  code => process.exit(code),
  error => {
    console.error(`postgres: ERROR: ${error.message}`);
    process.exit(1);
  },
);
