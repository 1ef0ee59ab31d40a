// Sealed notes of a case: a counsellor writes and opens them; anybody else is told plainly that they are sealed, and whose they are.
import type { CaseFileId } from '#shared/ids';
import type { CompartmentState } from '#shared/records/compartment';
import type { SealedNoteRow } from '#shared/records/sealed-note';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { dayAndTime } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconLock } from '../../ui/icons.ts';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { BeginSheet, CodeSheet } from './ways-in.tsx';
import { Keeping } from './keeping.tsx';
import { WhoOpens } from './who-opens.tsx';
import './sealed-notes.css';

export function SealedNotesPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const compartment = useRead('compartment.state', {});
  const notes = useRead('sealedNote.list', { caseFileId });
  const error = compartment.error ?? notes.error;
  return (
    <CaseFrame caseFileId={caseFileId} part="/sealed-notes">
      {(_caseFile, pronouns) => (
        <>
          {error && <ErrorSentence error={error} />}
          {compartment.value && notes.value && (
            <Parts caseFileId={caseFileId} pronouns={pronouns} compartment={compartment.value} notes={notes.value} />
          )}
        </>
      )}
    </CaseFrame>
  );
}

interface PartsProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
  readonly compartment: CompartmentState;
  readonly notes: readonly SealedNoteRow[];
}

function Parts({ caseFileId, pronouns, compartment, notes }: PartsProps) {
  const t = useText();
  const isCounsellor = useMay('sealedNote.add');
  const { hasBegun, isMember } = compartment;
  return (
    <div className="sealed-notes">
      <div className="stack">
        <p className="dim sealed-lead">{t('sealedNotes.lead')}</p>
        {isMember && <Keeping caseFileId={caseFileId} pronouns={pronouns} notes={notes} />}
        {isCounsellor && !hasBegun && <BeginSheet hasCode={compartment.recoveryCode !== 'no-code'} />}
        {!isMember && <Closed notes={notes} isCounsellor={isCounsellor} hasBegun={hasBegun} />}
        {isCounsellor && hasBegun && !isMember && compartment.recoveryCode === 'sealed' && <CodeSheet />}
      </div>
      {hasBegun && <WhoOpens compartment={compartment} />}
    </div>
  );
}

interface ClosedProps extends Pick<PartsProps, 'notes'> {
  readonly isCounsellor: boolean;
  readonly hasBegun: boolean;
}

/** Whose they are and since when; not their length, not what they are about. */
function Closed({ notes, isCounsellor, hasBegun }: ClosedProps) {
  const t = useText();
  if (isCounsellor && !hasBegun && notes.length === 0) return null;
  return (
    <Sheet
      flush={notes.length > 0}
      title={t('sealedNotes.closedTitle')}
      {...(notes.length > 0 ? { end: t('sealedNotes.count', { count: notes.length }) } : {})}
    >
      <p className={notes.length > 0 ? 'rows-more' : ''}>
        {t(isCounsellor ? 'sealedNotes.closedOther' : 'sealedNotes.closedDirector')}
      </p>
      {notes.length === 0 && <p className="dim">{t('sealedNotes.none')}</p>}
      <Rows label={t('sealedNotes.closedTitle')}>
        {notes.map((note) => (
          <li key={note.id}>
            <IconLock size={16} aria-hidden />
            <span className="grow" dir="auto">
              {note.by?.name}
            </span>
            <span className="dim small">{dayAndTime(note.writtenAt)}</span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
