// The notes while they are open. When nothing moves for a minute they leave the page; whoever reads, scrolls or types keeps them.
import { Button } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import type { OpenedNote } from '#shared/records/sealed-note';
import { OPEN_FOR, useMinute } from '../../case/use-minute.ts';
import { dayAndTime, fullDate } from '../../dates.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';

interface OpenedProps {
  readonly notes: readonly OpenedNote[];
  readonly onPutRight: (note: OpenedNote) => void;
  readonly onClose: () => void;
}

const MOVES = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

export function OpenedNotes({ notes, onPutRight, onClose }: OpenedProps) {
  const t = useText();
  const { left, restart } = useMinute(onClose);
  const moved = useEffectEvent(restart);
  useEffect(() => {
    const listener = (): void => moved();
    for (const move of MOVES) document.addEventListener(move, listener, { passive: true });
    return () => MOVES.forEach((move) => document.removeEventListener(move, listener));
  }, []);
  return (
    <div className="stack fade-in">
      <div className="row wrap between">
        <span className="time-line grow" aria-hidden="true">
          <span style={{ width: `${(left / OPEN_FOR) * 100}%` }} />
        </span>
        <Button variant="default" size="compact-md" onClick={onClose}>
          {t('sealedNotes.close')}
        </Button>
      </div>
      {notes.map((note) => (
        <OneNote key={note.id} opened={note} onPutRight={() => onPutRight(note)} />
      ))}
    </div>
  );
}

function OneNote({ opened, onPutRight }: { opened: OpenedNote; onPutRight: () => void }) {
  const t = useText();
  const { person: me } = useSession();
  const { note, by, writtenAt, correctedBy, correctionOf } = opened;
  const written = t('sealedNotes.by', { name: by?.name ?? '', time: dayAndTime(writtenAt) });
  if (note === null) return <Sheet title={written}>{t('sealedNotes.lost')}</Sheet>;
  const title = `${t(`sealedNotes.kinds.${note.kind}`)}, ${fullDate(note.happenedOn)}`;
  return (
    <Sheet title={title} end={written}>
      <p className="note-body" dir="auto">
        {note.words}
      </p>
      {correctionOf && <Note>{t('sealedNotes.correction')}</Note>}
      {correctedBy && <Note>{t('sealedNotes.corrected')}</Note>}
      {correctedBy === null && by?.id === me.id && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('sealedNotes.putRightOf', { what: title })}
          onClick={onPutRight}
        >
          {t('notes.putRight')}
        </Button>
      )}
    </Sheet>
  );
}
