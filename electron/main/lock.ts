// The one way out. Whatever ends the work (a key, an idle hour, a crash) takes the same steps in the same order, each with
// a limit of time, and ends in process death: only that leaves no copy of a record or key in any memory (measured).

export type LockReason =
  | 'asked'
  | 'idle'
  | 'key-file-gone'
  | 'suspend'
  | 'screen-locked'
  | 'restart'
  | 'page-moved'
  | 'closed'
  | 'shutdown'
  | 'page-gone'
  | 'vault-gone'
  | 'child-gone'
  | 'internal';

/** How long the page may take to save its drafts, and the vault to write its checkpoint. */
export const FLUSH_MS = 500;
export const CLOSE_MS = 500;

const QUITS: readonly LockReason[] = ['closed', 'shutdown'];
const DEATHS: readonly LockReason[] = ['page-gone', 'vault-gone', 'child-gone', 'internal'];

export const isDeath = (reason: LockReason): boolean => DEATHS.includes(reason);
/** The person or the system ends the app; everything else comes back to the neutral screen. */
export const isQuit = (reason: LockReason): boolean => QUITS.includes(reason);

export interface LockSteps {
  hide(): void;
  flushDrafts(): Promise<void>;
  closeVault(): Promise<void>;
  killVault(): void;
  forgetCopied(): Promise<void>;
  leave(reason: LockReason): void;
  /** A step failed; the steps after it still run. */
  onFailure(step: string, error: unknown): void;
}

const atMost = (ms: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
};

/** Forget everything. Resolves only if leaving is slow: the process ends. */
export type Lock = (reason: LockReason) => Promise<void>;

/** The first call runs the steps, every later one joins it. */
export function createLock(steps: LockSteps): Lock {
  const attempt = async (name: string, step: () => void | Promise<void>) => {
    try {
      await step();
    } catch (error) {
      steps.onFailure(name, error);
    }
  };
  const run = async (reason: LockReason) => {
    await attempt('hide', () => steps.hide());
    await attempt('flush', () => atMost(FLUSH_MS, steps.flushDrafts()));
    await attempt('close', () => atMost(CLOSE_MS, steps.closeVault()));
    await attempt('kill', () => steps.killVault());
    await attempt('forget', () => atMost(CLOSE_MS, steps.forgetCopied()));
    steps.leave(reason);
  };
  let running: Promise<void> | undefined;
  return (reason) => (running ??= run(reason));
}
