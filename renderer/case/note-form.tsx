// Writing a note. It is a draft in the vault while it is written; keeping it makes it a note that never changes.
// In a conversation her answer about notes was given already, and the note belongs to that conversation.
import { Button, Select, Textarea } from '@mantine/core';
import type { RequestInput } from '#shared/contract/operation';
import type { CaseFileId } from '#shared/ids';
import { type caseNoteOperations, NoteKind } from '#shared/records/case-note';
import type { StoredConversation } from '#shared/records/conversation';
import { useWrite } from '../api/use-vault.ts';
import { now } from '../clock.ts';
import { dateOf } from '../dates.ts';
import type { Pronouns } from '../pronouns.ts';
import { useShortcut } from '../shortcuts.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { LanguageMarks } from './language-marks.tsx';
import { NotesConsent } from './notes-consent.tsx';
import { QuoteFields } from './quote-fields.tsx';
import { ToldFields } from './told-fields.tsx';
import { isEmptyNote, type NoteDraft, type NoteInMaking } from './use-note-draft.ts';

interface NoteFormProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
  readonly draft: NoteDraft;
  /** Set while a conversation goes on in which notes are all right. */
  readonly conversation?: StoredConversation;
}

export function NoteForm({ caseFileId, pronouns, draft, conversation }: NoteFormProps) {
  const t = useText();
  const add = useWrite('caseNote.add');
  const { note, write } = draft;
  const onlyTime = conversation === undefined && note.notesConsent === 'NO';
  const keep = async (): Promise<void> => {
    if (add.isRunning || (!onlyTime && isEmptyNote(note))) return;
    const result = await add.run(noteToAdd(caseFileId, note, conversation));
    if (result.ok) await draft.forget();
  };
  useShortcut('finish', () => void keep());
  if (!draft.isReady) return null;
  return (
    <Sheet title={t('notes.add')}>
      <div className="stack">
        {conversation === undefined && <AboutNote note={note} write={write} pronouns={pronouns} />}
        {!onlyTime && <NoteWords note={note} write={write} pronouns={pronouns} />}
        {add.error && <ErrorSentence error={add.error} />}
        <div className="row">
          <Button
            {...(conversation === undefined ? {} : { variant: 'default' })}
            onClick={() => void keep()}
            loading={add.isRunning}
            disabled={!onlyTime && isEmptyNote(note)}
          >
            {t('notes.keep')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

interface PartProps {
  readonly note: NoteInMaking;
  readonly write: (part: Partial<NoteInMaking>) => void;
  readonly pronouns: Pronouns;
}

function AboutNote({ note, write, pronouns }: PartProps) {
  const t = useText();
  return (
    <>
      <Select
        label={t('notes.kind')}
        allowDeselect={false}
        data={NoteKind.options.map((value) => ({ value, label: t(`notes.kinds.${value}`) }))}
        value={note.kind}
        onChange={(value) => write({ kind: value ?? 'NOTE' })}
      />
      <NotesConsent
        id="note-consent"
        pronouns={pronouns}
        value={note.notesConsent}
        no={t('notes.consentNo')}
        onValue={(notesConsent) => write({ notesConsent })}
      />
    </>
  );
}

function NoteWords({ note, write, pronouns }: PartProps) {
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
      <LanguageMarks text={note.body} />
      <QuoteFields quotes={note.quotes} pronouns={pronouns} onQuotes={(quotes) => write({ quotes })} />
      <ToldFields note={note} write={write} />
    </>
  );
}

type NoteToAdd = RequestInput<(typeof caseNoteOperations)['add']>;

/** What the vault is asked to keep. In a conversation its purpose and her answer about notes stand for the note as well. */
export function noteToAdd(caseFileId: CaseFileId, note: NoteInMaking, conversation?: StoredConversation): NoteToAdd {
  const about = {
    caseFileId,
    conversationId: conversation?.id ?? null,
    kind: conversation?.purpose ?? note.kind,
    notesConsent: note.notesConsent,
    happenedOn: dateOf(now()),
    source: 'EXPRESSED' as const,
  };
  if (conversation === undefined && note.notesConsent === 'NO')
    return { ...about, body: '', quotes: [], toldOnce: null };
  const consent = conversation?.notesConsent;
  const what = note.told.trim();
  return {
    ...about,
    ...(consent === undefined || consent === 'NOT_ASKED' ? {} : { notesConsent: consent }),
    body: note.body,
    quotes: note.quotes.filter(({ words }) => words.trim() !== '').map(asQuote),
    toldOnce: what === '' ? null : { what, mayBeReused: note.mayBeReused, about: note.about },
  };
}

function asQuote({ words, language, translation, translator }: NoteInMaking['quotes'][number]) {
  return {
    words,
    language,
    ...(translation.trim() === '' ? {} : { translation: translation.trim() }),
    ...(translator.trim() === '' ? {} : { translator }),
  };
}
