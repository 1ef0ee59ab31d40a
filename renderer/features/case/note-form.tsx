// Writing a note. It is a draft in the vault while it is written; keeping it makes it a note that never changes.
import { Button, Checkbox, Select, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import { NoteKind } from '#shared/records/case-note';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useShortcut } from '../../shortcuts.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { type NoteInMaking, useNoteDraft } from './use-note-draft.ts';

const consents = ['YES', 'YES_BUT_LIMITED', 'NO'] as const;

export function NoteForm({ caseFileId, pronouns }: { caseFileId: CaseFileId; pronouns: Pronouns }) {
  const t = useText();
  const draft = useNoteDraft(caseFileId);
  const add = useWrite('caseNote.add');
  const { note, write } = draft;
  const onlyTime = note.notesConsent === 'NO';
  const keep = async (): Promise<void> => {
    if (add.isRunning || (!onlyTime && isEmpty(note))) return;
    const result = await add.run({ caseFileId, happenedOn: dateOf(now()), source: 'EXPRESSED', ...asNote(note) });
    if (result.ok) await draft.forget();
  };
  useShortcut('finish', () => void keep());
  if (!draft.isReady) return null;
  const consentWords = {
    YES: t('notes.consentYes'),
    YES_BUT_LIMITED: t('notes.consentLimited'),
    NO: t('notes.consentNo'),
  };
  return (
    <Sheet title={t('notes.add')}>
      <div className="stack">
        <Select
          label={t('notes.kind')}
          allowDeselect={false}
          data={NoteKind.options.map((value) => ({ value, label: t(`notes.kinds.${value}`) }))}
          value={note.kind}
          onChange={(value) => write({ kind: value ?? 'NOTE' })}
        />
        <div>
          <p className="field-label" id="note-consent">
            {t('notes.consent', pronouns)}
          </p>
          <SegmentedControl
            aria-labelledby="note-consent"
            value={note.notesConsent}
            onChange={(value) => write({ notesConsent: value })}
            data={consents.map((value) => ({ value, label: consentWords[value] }))}
          />
        </div>
        {!onlyTime && <NoteWords note={note} write={write} pronouns={pronouns} />}
        {add.error && <ErrorSentence error={add.error} />}
        <div className="row">
          <Button onClick={() => void keep()} loading={add.isRunning} disabled={!onlyTime && isEmpty(note)}>
            {t('notes.keep')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

interface WordsProps {
  readonly note: NoteInMaking;
  readonly write: (part: Partial<NoteInMaking>) => void;
  readonly pronouns: Pronouns;
}

function NoteWords({ note, write, pronouns }: WordsProps) {
  const t = useText();
  return (
    <>
      <Textarea
        id="note-body"
        label={t('notes.words')}
        description={t('notes.wordsHint')}
        dir="auto"
        autosize
        minRows={4}
        value={note.body}
        onChange={(event) => write({ body: event.currentTarget.value })}
      />
      <Textarea
        className="her-box"
        label={t('notes.quote', pronouns)}
        description={t('notes.quoteHint')}
        dir="auto"
        autosize
        minRows={1}
        value={note.quote}
        onChange={(event) => write({ quote: event.currentTarget.value })}
      />
      {note.quote !== '' && (
        <TextInput
          label={t('notes.translation')}
          dir="auto"
          value={note.translation}
          onChange={(event) => write({ translation: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={t('notes.toldOnce')}
        description={t('notes.toldWhat')}
        dir="auto"
        maxLength={300}
        value={note.told}
        onChange={(event) => write({ told: event.currentTarget.value })}
      />
      {note.told !== '' && (
        <Checkbox
          label={t('notes.reuse')}
          checked={note.mayBeReused}
          onChange={(event) => write({ mayBeReused: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

const isEmpty = (note: NoteInMaking): boolean =>
  [note.body, note.quote, note.told].every((words) => words.trim() === '');

function asNote(note: NoteInMaking) {
  const { kind, notesConsent } = note;
  if (notesConsent === 'NO') return { kind, notesConsent, body: '', quotes: [], toldOnce: null };
  const translation = note.translation.trim();
  const quotes =
    note.quote.trim() === ''
      ? []
      : [{ words: note.quote, language: '', ...(translation === '' ? {} : { translation }) }];
  const what = note.told.trim();
  return {
    kind,
    notesConsent,
    body: note.body,
    quotes,
    toldOnce: what === '' ? null : { what, mayBeReused: note.mayBeReused },
  };
}
