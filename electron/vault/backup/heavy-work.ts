// The long parts of a backup, as jobs that name files and keys and nothing else: they run in a thread of their own with their
// own connection, so that a save never waits for them. The same jobs run in the calling thread where a test wants that.
import { Worker } from 'node:worker_threads';
import { type ErrorCode, type ErrorFacts, VaultError } from '#shared/contract/errors';
import { stopIfAsked, type Stop } from '../removable/outside-error.ts';
import { checkDatabase, type CheckJob, type CheckOutcome } from './check-database.ts';
import { copyDatabase, type CopyJob, type CopyOutcome } from './copy-database.ts';

export type HeavyJob = CopyJob | CheckJob;
interface Outcomes {
  readonly copy: CopyOutcome;
  readonly check: CheckOutcome;
}
type JobOf<K extends HeavyJob['kind']> = Extract<HeavyJob, { readonly kind: K }>;

export interface HeavyWork {
  /** Throws what the job throws, or `cancelled` (or the reason, when that is a typed error) once asked to stop. */
  run<K extends HeavyJob['kind']>(job: JobOf<K>, signal?: Stop): Promise<Outcomes[K]>;
}

/** Does one job here and now. */
export function perform(job: HeavyJob): CopyOutcome | CheckOutcome {
  return job.kind === 'copy' ? copyDatabase(job) : checkDatabase(job);
}

/** In the calling thread: same work, same answers; a save waits meanwhile. */
export const inThisThread: HeavyWork = {
  run: async <K extends HeavyJob['kind']>(job: JobOf<K>, signal?: Stop) => {
    await new Promise((resolve) => setImmediate(resolve));
    stopIfAsked(signal);
    return perform(job) as Outcomes[K];
  },
};

/** What the thread answers: exactly one message. */
export type ThreadAnswer =
  | { readonly ok: true; readonly outcome: CopyOutcome | CheckOutcome }
  | { readonly ok: false; readonly code: ErrorCode; readonly facts: ErrorFacts }
  | { readonly ok: false; readonly code: null; readonly name: string; readonly errno: string; readonly stack: string };

/** One fresh thread for each job, from the bundle `threadFile` (worker.ts); two jobs run on two cores. */
export const inThreads = (threadFile: string): HeavyWork => ({
  run: <K extends HeavyJob['kind']>(job: JobOf<K>, signal?: Stop) =>
    runInThread(threadFile, job, signal) as Promise<Outcomes[K]>,
});

function runInThread(threadFile: string, job: HeavyJob, signal: Stop | undefined): Promise<CopyOutcome | CheckOutcome> {
  return new Promise((resolve, reject) => {
    // No environment and no arguments: both could be read by other threads and end up in reports.
    const thread = new Worker(threadFile, { env: {}, argv: [], workerData: job });
    let answer: ThreadAnswer | null = null;
    const stop = (): void => void thread.terminate();
    thread.once('message', (message: ThreadAnswer) => {
      answer = message;
    });
    thread.once('error', (error) => {
      answer ??= { ok: false, code: null, name: error.name, errno: '', stack: '' };
    });
    thread.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      try {
        stopIfAsked(signal);
        resolve(outcomeOf(answer));
      } catch (error) {
        reject(error instanceof Error ? error : new VaultError('internal'));
      }
    });
    signal?.addEventListener('abort', stop);
    if (signal?.aborted === true) stop();
  });
}

function outcomeOf(answer: ThreadAnswer | null): CopyOutcome | CheckOutcome {
  if (answer === null) throw new VaultError('internal'); // the thread died without a word
  if (answer.ok) return answer.outcome;
  if (answer.code !== null) throw new VaultError(answer.code, answer.facts);
  throw Object.assign(new Error(answer.name), { code: answer.errno, stack: answer.stack });
}

/** The error of a job as it may cross to the other thread: never a message, which may quote a record or a path. */
export function threadError(error: unknown): ThreadAnswer {
  if (error instanceof VaultError) return { ok: false, code: error.code, facts: error.facts };
  const { name, code, stack } =
    error instanceof Error ? (error as Error & { code?: unknown }) : { name: typeof error, code: '', stack: '' };
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    ok: false,
    code: null,
    name,
    errno: typeof code === 'string' ? code : '',
    stack: [name, ...frames].join('\n'),
  };
}
