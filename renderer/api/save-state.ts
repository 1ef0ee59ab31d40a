// What the save chip says. One place for the whole app: every write reports here, the newest outcome wins.
import { create } from 'zustand';
import type { ErrorCode, WireError } from '#shared/contract/errors';
import { now } from '../clock.ts';

export type SaveState =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'draft' }
  | { readonly kind: 'not-saved'; readonly error: WireError };

interface SaveStore {
  readonly state: SaveState;
  readonly running: number;
  readonly begin: () => void;
  readonly end: (outcome: SaveState) => void;
  /** Text that was kept as a draft is in the field again after a lock. */
  readonly keptAsDraft: () => void;
  /** Another page is shown: what was not accepted on the one before is no longer there to be changed. */
  readonly leftPage: () => void;
}

/** An answer to what was typed. Everything else, a full disk first, stays until something was saved. */
const ANSWERS: readonly ErrorCode[] = [
  'rule-broken',
  'release-blocked',
  'bad-recipient',
  'wrong-passphrase',
  'name-taken',
];
const isAnswer = (state: SaveState): boolean => state.kind === 'not-saved' && ANSWERS.includes(state.error.code);

export const useSaveState = create<SaveStore>((set) => ({
  state: { kind: 'quiet' },
  running: 0,
  begin: () => set(({ running }) => ({ running: running + 1, state: { kind: 'saving' } })),
  end: (outcome) =>
    set(({ running }) => {
      const left = Math.max(0, running - 1);
      return { running: left, state: left > 0 && outcome.kind === 'saved' ? { kind: 'saving' } : outcome };
    }),
  keptAsDraft: () => set({ state: { kind: 'draft' } }),
  leftPage: () => set(({ state }) => (isAnswer(state) ? { state: { kind: 'quiet' } } : {})),
}));

/** Runs a write and tells the chip how it went. The time is the moment the vault answered, so "Saved" means on disk. */
export async function showSaving<T extends { readonly ok: boolean }>(
  work: () => Promise<T>,
  errorOf: (result: T) => WireError | null,
): Promise<T> {
  const { begin, end } = useSaveState.getState();
  begin();
  const result = await work();
  const error = errorOf(result);
  end(error ? { kind: 'not-saved', error } : { kind: 'saved', at: now() });
  return result;
}
