// The note that is being written: kept in the vault 400 ms after a pause, and flushed before a lock.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { z } from 'zod';
import type { CaseFileId } from '#shared/ids';
import { NewCaseNote } from '#shared/records/case-note';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { beforeLock } from '../../session/drafts-pending.ts';

const PAUSE_MS = 400;

/** What is on the note's form. Looser than a note: half a note is still worth keeping. */
export const NoteInMaking = z.strictObject({
  kind: NewCaseNote.shape.kind,
  notesConsent: NewCaseNote.shape.notesConsent,
  body: z.string(),
  quote: z.string(),
  translation: z.string(),
  told: z.string(),
  mayBeReused: z.boolean(),
});
export type NoteInMaking = z.output<typeof NoteInMaking>;
export const emptyNote: NoteInMaking = {
  kind: 'NOTE',
  notesConsent: 'YES',
  body: '',
  quote: '',
  translation: '',
  told: '',
  mayBeReused: false,
};

export function useNoteDraft(caseFileId: CaseFileId) {
  const target = { kind: 'case-note', caseFileId };
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
    /** After the note itself was kept: the draft has done its work. */
    forget: async (): Promise<boolean> => {
      unsaved.current = null;
      setNote(emptyNote);
      // A draft that stays behind is offered again; nothing is lost by it.
      return (await discard.run({ target })).ok;
    },
  };
}
