// For a counsellor who is in: the note that is being written, and below it those that were, sealed until she says why.
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { OpenedNote, SealedNoteRow } from '#shared/records/sealed-note';
import { useWrite } from '../../api/use-vault.ts';
import { WhyForm } from '../../case/ask-why.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Sealed } from '../../ui/sealed.tsx';
import { EmptyState } from '../../ui/sheet.tsx';
import { OpenedNotes } from './opened-notes.tsx';
import { SealedNoteForm } from './sealed-note-form.tsx';

interface KeepingProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
  readonly notes: readonly SealedNoteRow[];
}

export function Keeping({ caseFileId, pronouns, notes }: KeepingProps) {
  const [opened, setOpened] = useState<readonly OpenedNote[] | null>(null);
  const [puttingRight, setPuttingRight] = useState<OpenedNote | null>(null);
  const keep = (kept: OpenedNote): void => {
    setPuttingRight(null);
    // What is open stays open, with what was just sealed on top.
    setOpened((shown) => shown && [kept, ...shown.map((one) => withCorrection(one, kept))]);
  };
  return (
    <>
      <SealedNoteForm
        key={puttingRight?.id ?? 'new'}
        caseFileId={caseFileId}
        pronouns={pronouns}
        first={puttingRight}
        onKept={keep}
        onLeave={() => setPuttingRight(null)}
      />
      {opened === null ? (
        <Shut caseFileId={caseFileId} count={notes.length} onOpened={setOpened} />
      ) : (
        <OpenedNotes notes={opened} onPutRight={setPuttingRight} onClose={() => setOpened(null)} />
      )}
    </>
  );
}

const withCorrection = (one: OpenedNote, kept: OpenedNote): OpenedNote =>
  one.id === kept.correctionOf ? { ...one, correctedBy: kept.id } : one;

interface ShutProps {
  readonly caseFileId: CaseFileId;
  readonly count: number;
  readonly onOpened: (notes: readonly OpenedNote[]) => void;
}

function Shut({ caseFileId, count, onOpened }: ShutProps) {
  const t = useText();
  const open = useWrite('sealedNote.open', { quiet: true });
  const [isAsking, setAsking] = useState(false);
  if (count === 0) return <EmptyState>{t('sealedNotes.none')}</EmptyState>;
  const ask = async (reason: string): Promise<void> => {
    const result = await open.run({ caseFileId, reason });
    if (result.ok) onOpened(result.value);
  };
  if (!isAsking) {
    return (
      <Sealed thing={t('sealedNotes.thing')} hint={t('sealedNotes.count', { count })} onOpen={() => setAsking(true)} />
    );
  }
  return (
    <WhyForm
      thing={t('sealedNotes.thing')}
      lead={t('sealedNotes.openLead')}
      openWords={t('sealedNotes.openWords')}
      error={open.error}
      isRunning={open.isRunning}
      onReason={(reason) => void ask(reason)}
      onLeave={() => setAsking(false)}
    />
  );
}
