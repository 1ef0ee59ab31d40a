// Text in the making goes to the vault 400 ms after a pause, and at once before a lock or when the page is left.
// What was kept earlier is offered back; what does not fit this form any more is never shown as if it did.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { z } from 'zod';
import type { WireError } from '#shared/contract/errors';
import { type Draft, type DraftTarget, targetKey } from '#shared/records/draft';
import { CallRefused } from '../api/transport.ts';
import { useWrite } from '../api/use-vault.ts';
import { useVault } from '../api/vault-context.tsx';
import { beforeLock } from '../session/drafts-pending.ts';

/** ms after the last key. */
const PAUSE = 400;
/** ms until a draft that could not be saved is tried again. */
const AGAIN = 5_000;

export interface DraftOf<T> {
  readonly target: DraftTarget;
  /** What a kept body must look like to be offered back. */
  readonly schema: z.ZodType<T>;
  readonly formVersion?: number | undefined;
  /** The revision it was begun on. */
  readonly basedOn?: number | null | undefined;
}

export interface KeptDraft<T> {
  readonly body: T;
  /** The field with the caret when it was kept. */
  readonly at: string;
  readonly savedAt: number;
  readonly basedOn: number | null;
}

export interface DraftState<T> {
  /** Undefined while the vault is asked, null when nothing was kept. */
  readonly kept: KeptDraft<T> | null | undefined;
  /** The vault could not say what was kept. Do not write then: it could overwrite text that is still there. */
  readonly error: WireError | null;
  /** Something was kept for another version of this form. It stays in the vault until something new is written. */
  readonly isMisfit: boolean;
  /** Call with every change. `at` is the id of the field being written in. */
  readonly write: (body: T, at: string) => void;
  /** Saves what is waiting, now. */
  readonly flush: () => Promise<void>;
  /** The writer has seen what was saved in between: the kept draft builds on that revision from now on. */
  readonly rebase: (revision: number) => void;
  /** After the record itself was saved, or when the text is given up: leaves nothing behind. */
  readonly discard: () => Promise<void>;
}

interface Waiting<T> {
  readonly body: T;
  readonly at: string;
}

/** One draft. Give the component a new `key` when the target changes. */
export function useDraft<T>({ target, schema, formVersion, basedOn }: DraftOf<T>): DraftState<T> {
  const vault = useVault();
  const save = useWrite('draft.save');
  const remove = useWrite('draft.discard', { quiet: true });
  const [kept, setKept] = useState<KeptDraft<T> | null>();
  const [error, setError] = useState<WireError | null>(null);
  const [isMisfit, setMisfit] = useState(false);
  const waiting = useRef<Waiting<T> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<void>>(Promise.resolve());
  const key = targetKey(target);
  // Going on with a kept draft does not make it newer: it still builds on what it was begun on.
  const begunOn = kept?.basedOn ?? basedOn;

  const send = async (): Promise<void> => {
    const next = waiting.current;
    if (next === null) return;
    waiting.current = null;
    const result = await save.run({
      target,
      at: next.at,
      body: next.body as never,
      ...(formVersion === undefined ? {} : { formVersion }),
      ...(begunOn === undefined || begunOn === null ? {} : { basedOn: begunOn }),
    });
    if (result.ok || waiting.current !== null) return;
    waiting.current = next;
    timer.current = setTimeout(() => void flush(), AGAIN);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer.current);
    sending.current = sending.current.then(send);
    return sending.current;
  };
  const write = (body: T, at: string): void => {
    waiting.current = { body, at };
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE);
  };
  const discard = async (): Promise<void> => {
    clearTimeout(timer.current);
    waiting.current = null;
    await sending.current;
    const result = await remove.run({ target });
    if (result.ok) setKept(null);
  };

  const load = useEffectEvent(() => vault.draft.get({ target }));
  const take = useEffectEvent((found: Draft | null) => {
    const body = found ? schema.safeParse(found.body) : null;
    const fits = body?.success === true && (formVersion === undefined || found?.formVersion === formVersion);
    setMisfit(found !== null && !fits);
    setKept(
      found && fits ? { body: body.data, at: found.at, savedAt: found.savedAt, basedOn: found.basedOn ?? null } : null,
    );
  });
  const flushNow = useEffectEvent(flush);
  useEffect(() => {
    let isGone = false;
    load().then(
      (found) => {
        if (!isGone) take(found);
      },
      (problem: unknown) => setError(problem instanceof CallRefused ? problem.error : { code: 'internal' }),
    );
    const forget = beforeLock(() => flushNow());
    return () => {
      isGone = true;
      forget();
      void flushNow();
    };
  }, [key]);
  const rebase = (revision: number): void => setKept((draft) => draft && { ...draft, basedOn: revision });
  return { kept, error, isMisfit, write, flush, rebase, discard };
}
