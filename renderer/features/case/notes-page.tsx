// Notes: what staff write, beside it what she said letter for letter, and below what happened to the case.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { StoredAmendment } from '#shared/records/amendment';
import type { Quote, StoredCaseNote } from '#shared/records/case-note';
import { useRead } from '../../api/use-vault.ts';
import { AmendmentWords, StruckText } from '../../case/amendment-words.tsx';
import { NoteForm } from '../../case/note-form.tsx';
import { useNoteDraft } from '../../case/use-note-draft.ts';
import { useWhenAsked } from '../../case/case-acts.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { dayAndTime, fullDate } from '../../dates.ts';
import { languageName } from '../../forms/language-select.tsx';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Hers } from '../../ui/hers.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import './case-page.css';

const PAGE = 20;

export function NotesPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const t = useText();
  const draft = useNoteDraft({ kind: 'case-note', caseFileId });
  useWhenAsked('addNote', draft.isReady, () => document.getElementById('note-body')?.focus());
  const seesTimeline = useMay('caseFile.timeline');
  return (
    <CaseFrame caseFileId={caseFileId} part="/notes">
      {(_caseFile, pronouns) => (
        <div className="two-columns">
          <div className="stack">
            <NoteForm caseFileId={caseFileId} pronouns={pronouns} draft={draft} />
            <Written caseFileId={caseFileId} />
          </div>
          {seesTimeline && <CaseTimeline caseFileId={caseFileId} title={t('notes.timeline')} />}
        </div>
      )}
    </CaseFrame>
  );
}

function Written({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const [limit, setLimit] = useState(PAGE);
  const seesBeside = useMay('amendment.list');
  const beside = useRead('amendment.list', { caseFileId }, { enabled: seesBeside });
  const list = useRead('caseNote.list', { caseFileId, offset: 0, limit: Math.min(limit, 200) }, { keepLast: true });
  if (list.error) return <ErrorSentence error={list.error} />;
  if (!list.value) return null;
  return (
    <>
      {list.value.total === 0 && <EmptyState>{t('notes.none')}</EmptyState>}
      {list.value.notes.map((note) => (
        <OneNote
          key={note.id}
          note={note}
          beside={beside.value?.filter(({ about }) => about?.recordId === note.id) ?? []}
        />
      ))}
      {list.value.total > list.value.notes.length && (
        <Button variant="subtle" onClick={() => setLimit(limit + PAGE)}>
          {t('cases.more')}
        </Button>
      )}
    </>
  );
}

/** What her words mean, in which language they were said, and who put them so. */
function QuoteMeaning({ quote }: { quote: Quote }) {
  const t = useText();
  const language = quote.language === '' ? '' : languageName(quote.language);
  const by = quote.translator === undefined ? '' : t('notes.translatedBy', { name: quote.translator });
  const about = [language, by].filter((words) => words !== '').join(', ');
  return (
    <>
      {quote.translation && (
        <span className="dim" dir="auto">
          {quote.translation}
        </span>
      )}
      {about !== '' && <span className="small dim">{about}</span>}
    </>
  );
}

function OneNote({ note, beside }: { note: StoredCaseNote; beside: readonly StoredAmendment[] }) {
  const t = useText();
  const by = note.savedBy
    ? t('notes.by', { name: note.savedBy.name, time: dayAndTime(note.writtenAt) })
    : dayAndTime(note.writtenAt);
  return (
    <Sheet title={`${t(`notes.kinds.${note.kind}`)}, ${fullDate(note.happenedOn)}`} end={by}>
      {note.notesConsent === 'NO' && <p className="dim">{t('notes.onlyTime')}</p>}
      {note.quotes.map((quote) => (
        <blockquote key={quote.words} className="stack">
          <Hers quote size="md">
            {quote.words}
          </Hers>
          <QuoteMeaning quote={quote} />
        </blockquote>
      ))}
      <p className="note-body" dir="auto">
        <StruckText text={note.body} wrong={beside.map(({ wrong }) => wrong)} />
      </p>
      {note.toldOnce && (
        <p>
          {t('cases.told', { what: note.toldOnce.what })}{' '}
          {note.toldOnce.mayBeReused ? <Ok>{t('cases.mayReuse')}</Ok> : <Note>{t('cases.askBefore')}</Note>}
        </p>
      )}
      {beside.map((amendment) => (
        <AmendmentWords key={amendment.id} amendment={amendment} />
      ))}
      {note.correctedBy && <Note>{t('notes.corrected')}</Note>}
      {note.correctionOf && <Note>{t('notes.correction')}</Note>}
    </Sheet>
  );
}
