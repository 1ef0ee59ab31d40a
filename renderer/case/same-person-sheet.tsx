// Whether there may be another record of the same person. A director keeps what the person says to it, and makes one record of two.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { isOpen } from '#shared/records/case-status';
import type { CaseRef } from '#shared/records/revision-mark';
import type { Pair, PerhapsKnown as Known } from '#shared/records/same-person';
import { useRead, useWrite } from '../api/use-vault.ts';
import type { Pronouns } from '../pronouns.ts';
import { useMay } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../ui/sheet.tsx';
import { PerhapsKnown } from './perhaps-known.tsx';
import { PickCase } from './pick-case.tsx';
import { SamePersonRow } from './same-person-row.tsx';
import './team.css';

interface SamePersonProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
}

export function SamePersonSheet(props: SamePersonProps) {
  const mayAnswer = useMay('samePerson.answer');
  return mayAnswer ? <Keeping {...props} /> : <Suggested {...props} />;
}

/** For a case worker: cases to look at, or whom to ask. Nothing when there is nothing. */
function Suggested({ caseFileId }: SamePersonProps) {
  const t = useText();
  const { value } = useRead('samePerson.ofCase', { caseFileId });
  if (value === undefined || (value.cases.length === 0 && value.askWhom.length === 0)) return null;
  return (
    <Sheet title={t('oneRecord.title')}>
      <PerhapsKnown lead={t('oneRecord.lead')} {...value} />
    </Sheet>
  );
}

interface Candidate {
  readonly with: CaseRef;
  readonly pair: Pair | null;
  /** It has ended: then it may be the earlier file of somebody who is here again. */
  readonly hasEnded: boolean;
}

/** Pairs that were answered first, then what is only suggested. */
const candidates = (pairs: readonly Pair[], suggested: Known['cases']): Candidate[] => [
  ...pairs.map((pair) => ({ with: pair.with, pair, hasEnded: !isOpen(pair.status) })),
  ...suggested
    .filter(({ caseFileId }) => !pairs.some((pair) => pair.with.caseFileId === caseFileId))
    .map(({ status, ...one }) => ({ with: one, pair: null, hasEnded: !isOpen(status) })),
];

function Keeping({ caseFileId, pronouns }: SamePersonProps) {
  const t = useText();
  const suggested = useRead('samePerson.ofCase', { caseFileId });
  const pairs = useRead('samePerson.pairs', { caseFileId });
  const error = suggested.error ?? pairs.error;
  if (error) return <ErrorSentence error={error} />;
  if (!suggested.value || !pairs.value) return null;
  const found = candidates(pairs.value, suggested.value.cases);
  return (
    <Sheet flush title={t('oneRecord.cases')}>
      {found.length === 0 && <EmptyState>{t('oneRecord.none')}</EmptyState>}
      {found.length > 0 && (
        <Rows label={t('oneRecord.cases')}>
          {found.map((one) => (
            <SamePersonRow key={one.with.caseFileId} caseFileId={caseFileId} pronouns={pronouns} {...one} />
          ))}
        </Rows>
      )}
      <AnotherCase caseFileId={caseFileId} />
    </Sheet>
  );
}

/** A case whose name is not alike, and that is of the same person all the same. */
function AnotherCase({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const answer = useWrite('samePerson.answer');
  const [isPicking, setPicking] = useState(false);
  const [other, setOther] = useState<CaseFileId | null>(null);
  const look = async (): Promise<void> => {
    if (other === null) return;
    const result = await answer.run({ caseFileId, otherCaseFileId: other, answer: 'NOT_ASKED' });
    if (result.ok) setPicking(false);
  };
  if (!isPicking) {
    return (
      <div className="rows-more">
        <Button size="compact-md" variant="default" onClick={() => setPicking(true)}>
          {t('oneRecord.other')}
        </Button>
      </div>
    );
  }
  return (
    <div className="team-add">
      <PickCase not={caseFileId} value={other} onValue={setOther} />
      {answer.error && <ErrorSentence error={answer.error} />}
      <div className="row">
        <Button variant="default" disabled={other === null} loading={answer.isRunning} onClick={() => void look()}>
          {t('oneRecord.pick')}
        </Button>
      </div>
    </div>
  );
}
