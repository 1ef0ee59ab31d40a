// What the launcher says on the terminal: one plain line per fact, and a sentence instead of a stack when it must stop.

/** Prints one line that a newcomer can read. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** A reason to stop that is meant for the person at the terminal: shown as it is, without a stack. */
export class Stop extends Error {}

/** Runs a command's main function; a Stop becomes its sentence, anything else keeps its stack. Exit code 1 either way. */
export async function runAsCommand(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
