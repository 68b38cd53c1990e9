import { createProgram } from './program';

createProgram()
  .parseAsync(process.argv)
  .catch(error => {
    // One clear line; the exit code says that nothing was judged.
    process.stderr.write(
      `readiness: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 2;
  });
