// The note that is being written: kept in the vault 400 ms after a pause, and flushed before a lock.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { z } from 'zod';
import { NewCaseNote, ToldAbout } from '#shared/records/case-note';
import type { DraftTarget } from '#shared/records/draft';
import { useRead, useWrite } from '../api/use-vault.ts';
import { beforeLock } from '../session/drafts-pending.ts';

const PAUSE_MS = 400;

const QuoteInMaking = z.strictObject({
  words: z.string(),
  language: z.string(),
  translation: z.string(),
  translator: z.string(),
});
export type QuoteInMaking = z.output<typeof QuoteInMaking>;

/** What is on the note's form. Looser than a note: half a note is still worth keeping. */
export const NoteInMaking = z.strictObject({
  kind: NewCaseNote.shape.kind,
  notesConsent: NewCaseNote.shape.notesConsent,
  body: z.string(),
  quotes: z.array(QuoteInMaking),
  told: z.string(),
  mayBeReused: z.boolean(),
  /** The question of a form that was told about. */
  about: ToldAbout.nullable(),
});
export type NoteInMaking = z.output<typeof NoteInMaking>;
export const emptyNote: NoteInMaking = {
  kind: 'NOTE',
  notesConsent: 'YES',
  body: '',
  quotes: [],
  told: '',
  mayBeReused: false,
  about: null,
};

export const isEmptyNote = (note: NoteInMaking): boolean =>
  [note.body, note.told, ...note.quotes.map(({ words }) => words)].every((words) => words.trim() === '');

export interface NoteDraft {
  readonly note: NoteInMaking;
  /** False until the vault has said whether something was kept. */
  readonly isReady: boolean;
  readonly write: (part: Partial<NoteInMaking>) => void;
  /** After the note itself was kept, or is not wanted: the draft has done its work. */
  readonly forget: () => Promise<boolean>;
}

export function useNoteDraft(target: DraftTarget): NoteDraft {
  const kept = useRead('draft.get', { target });
  const save = useWrite('draft.save');
  const discard = useWrite('draft.discard', { quiet: true });
  const [note, setNote] = useState<NoteInMaking | null>(null);
  const unsaved = useRef<NoteInMaking | null>(null);

  if (note === null && kept.value !== undefined) {
    const read = NoteInMaking.safeParse(kept.value?.body);
    setNote(read.success ? read.data : emptyNote);
  }
  const flush = useEffectEvent(async (): Promise<void> => {
    const body = unsaved.current;
    if (body === null) return;
    unsaved.current = null;
    const kept = await save.run({ target, at: 'body', body });
    // Not kept: it stays to be kept with the next pause, or before the lock, unless she has written on since.
    if (!kept.ok) unsaved.current ??= body;
  });
  useEffect(() => {
    if (unsaved.current === null) return;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [note]);
  useEffect(() => {
    const stop = beforeLock(() => flush());
    return () => {
      stop();
      void flush();
    };
  }, []);

  return {
    note: note ?? emptyNote,
    isReady: note !== null,
    write: (part: Partial<NoteInMaking>): void => {
      const next = { ...(note ?? emptyNote), ...part };
      unsaved.current = next;
      setNote(next);
    },
    forget: async (): Promise<boolean> => {
      unsaved.current = null;
      setNote(emptyNote);
      // A draft that stays behind is offered again; nothing is lost by it.
      return (await discard.run({ target })).ok;
    },
  };
}
