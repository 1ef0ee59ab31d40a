// One piece of work given to a fresh process of the app, and its one answer. A process that dies, falls silent or is no longer wanted is
// given up; its line is closed whatever comes, which ends it.
import { VaultError } from '#shared/contract/errors';
import type { StopSignal } from '#shared/contract/operation';
import type { Line, StartLine } from './line-from-main.ts';

export interface Work<Said extends object, Answer> {
  /** Tells the process what to do. Errors thrown here end the work. */
  readonly say: (line: Line<Said>) => void;
  /** What was heard as an answer; throws for anything that is none. */
  readonly hear: (message: unknown) => Answer;
  /** What to say when the process died, or was silent for `longest` milliseconds. */
  readonly stopped: () => VaultError;
  readonly longest: number;
  readonly signal: StopSignal;
}

/** Errors: cancelled, and those of the work. */
export async function answerOver<Said extends object, Answer>(
  start: StartLine<Said>,
  { say, hear, stopped, longest, signal }: Work<Said, Answer>,
): Promise<Answer> {
  if (signal.aborted) throw new VaultError('cancelled');
  const line = await start();
  let silent: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const giveUp = (): void => reject(stopped());
      stop = () => reject(new VaultError('cancelled'));
      signal.addEventListener('abort', stop);
      silent = setTimeout(giveUp, longest);
      line.listen((message) => {
        try {
          resolve(hear(message));
        } catch (error) {
          reject(error instanceof Error ? error : new VaultError('internal'));
        }
      }, giveUp);
      say(line);
    });
  } finally {
    clearTimeout(silent);
    signal.removeEventListener('abort', stop);
    line.close();
  }
}
