// Writing a sealed note. What is typed is kept as a draft that is sealed like the note itself; sealing it makes it final.
import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { CaseFileId } from '#shared/ids';
import { type OpenedNote, SealedNoteKind, sealedNoteRefusal, SealedNoteWords } from '#shared/records/sealed-note';
import { useWrite } from '../../api/use-vault.ts';
import { LanguageMarks } from '../../case/language-marks.tsx';
import { NotesConsent } from '../../case/notes-consent.tsx';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useShortcut } from '../../shortcuts.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** Looser than a note: half a note is still worth keeping. */
const InMaking = z.strictObject({ ...SealedNoteWords.shape, happenedOn: z.string() });
type InMaking = z.output<typeof InMaking>;

interface FormProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
  /** The note that is put right. */
  readonly first: OpenedNote | null;
  readonly onKept: (note: OpenedNote) => void;
  readonly onLeave: () => void;
}

export function SealedNoteForm({ caseFileId, pronouns, first, onKept, onLeave }: FormProps) {
  const t = useText();
  const recordId = first === null ? {} : { recordId: first.id };
  const draft = useDraft({ target: { kind: 'sealed-note', caseFileId, ...recordId }, schema: InMaking });
  const add = useWrite('sealedNote.add');
  const [typed, setTyped] = useState<InMaking | null>(null);
  const note = typed ?? draft.kept?.body ?? first?.note ?? emptyNote();
  const whole = SealedNoteWords.safeParse(note);
  const mayKeep = whole.success && sealedNoteRefusal(whole.data) === null;
  const write = (part: Partial<InMaking>, at: string): void => {
    const next = { ...note, ...part };
    setTyped(next);
    draft.write(next, at);
  };
  const keep = async (): Promise<void> => {
    if (!mayKeep || add.isRunning) return;
    const result = await add.run({ caseFileId, correctionOf: first?.id ?? null, note: whole.data });
    if (!result.ok) return;
    await draft.discard();
    setTyped(emptyNote());
    onKept(result.value);
  };
  const leave = async (): Promise<void> => {
    await draft.discard();
    onLeave();
  };
  useShortcut('finish', () => void keep());
  if (draft.error) return <ErrorSentence error={draft.error} />;
  if (draft.kept === undefined) return null;
  const about = first?.note && `${t(`sealedNotes.kinds.${first.note.kind}`)}, ${fullDate(first.note.happenedOn)}`;
  return (
    <Sheet title={t(first === null ? 'sealedNotes.add' : 'sealedNotes.putRight')} {...(about ? { end: about } : {})}>
      <div className="stack">
        <AboutNote note={note} write={write} pronouns={pronouns} />
        {note.notesConsent === 'NO' ? (
          <p className="dim">{t('sealedNotes.noNotes')}</p>
        ) : (
          <NoteWords note={note} write={write} />
        )}
        {add.error && <ErrorSentence error={add.error} />}
        <div className="row wrap">
          {first !== null && (
            <Button variant="default" onClick={() => void leave()}>
              {t('sealedNotes.putRightStop')}
            </Button>
          )}
          <Button onClick={() => void keep()} loading={add.isRunning} disabled={!mayKeep}>
            {t('sealedNotes.keep')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

const emptyNote = (): InMaking => ({
  kind: 'MENTAL_HEALTH',
  happenedOn: dateOf(now()),
  notesConsent: 'YES',
  words: '',
});

interface PartProps {
  readonly note: InMaking;
  readonly write: (part: Partial<InMaking>, at: string) => void;
  readonly pronouns: Pronouns;
}

function AboutNote({ note, write, pronouns }: PartProps) {
  const t = useText();
  return (
    <>
      <div className="sealed-about">
        <Select
          id="sealed-kind"
          label={t('sealedNotes.kind')}
          allowDeselect={false}
          data={SealedNoteKind.options.map((value) => ({ value, label: t(`sealedNotes.kinds.${value}`) }))}
          value={note.kind}
          onChange={(value) => write({ kind: SealedNoteKind.parse(value) }, 'sealed-kind')}
        />
        <DayField
          id="sealed-day"
          label={t('sealedNotes.happenedOn')}
          value={note.happenedOn}
          latest={dateOf(now())}
          onValue={(happenedOn) => write({ happenedOn }, 'sealed-day')}
        />
      </div>
      <NotesConsent
        id="sealed-consent"
        pronouns={pronouns}
        value={note.notesConsent}
        no={t('sealedNotes.consentNo')}
        onValue={(notesConsent) => write({ notesConsent }, 'sealed-consent')}
      />
    </>
  );
}

function NoteWords({ note, write }: Pick<PartProps, 'note' | 'write'>) {
  const t = useText();
  return (
    <>
      <Textarea
        id="sealed-words"
        label={t('sealedNotes.words')}
        description={t('sealedNotes.wordsHint')}
        dir="auto"
        autosize
        minRows={4}
        maxLength={20_000}
        autoComplete="off"
        spellCheck={false}
        value={note.words}
        onChange={(event) => write({ words: event.currentTarget.value }, 'sealed-words')}
      />
      <LanguageMarks text={note.words} />
    </>
  );
}
