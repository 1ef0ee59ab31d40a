// Who goes along with whom. Either may end it, and nobody is asked why.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ShownPair } from '#shared/records/mentor-pair';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { shortDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import type { OfPerson } from './own-places-sheet.tsx';
import { PairForm } from './pair-form.tsx';

export function MentorsSheet({ caseFileId, pronouns }: OfPerson) {
  const t = useText();
  const pairs = useRead('mentorPair.list', { caseFileId });
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<ShownPair | null>(null);
  return (
    <Sheet flush title={t('groups.mentors')}>
      {pairs.error && <ErrorSentence error={pairs.error} />}
      {pairs.value?.length === 0 && <EmptyState>{t('groups.mentorsNone', pronouns)}</EmptyState>}
      <Rows label={t('groups.mentors')}>
        {pairs.value?.map((pair) => (
          <Pair key={pair.id} pair={pair} onEnd={() => setEnding(pair)} />
        ))}
      </Rows>
      {isAdding ? (
        <PairForm caseFileId={caseFileId} onDone={() => setAdding(false)} />
      ) : (
        <div className="rows-more">
          <Button size="compact-md" variant="default" onClick={() => setAdding(true)}>
            {t('groups.pair')}
          </Button>
        </div>
      )}
      {ending && <EndPair caseFileId={caseFileId} pair={ending} onClose={() => setEnding(null)} />}
    </Sheet>
  );
}

function Pair({ pair: { isMentor, with: other, limits, since }, onEnd }: { pair: ShownPair; onEnd: () => void }) {
  const t = useText();
  return (
    <li className="wrap">
      <span className="grow group-what">
        <b>{t(isMentor ? 'groups.mentorOf' : 'groups.menteeOf')}</b>
        {other === null ? (
          <span className="small dim">{t('groups.closedCase')}</span>
        ) : (
          <Link href={casePath(other.caseFileId)}>
            <Alias caseFileId={other.caseFileId} alias={other.nameUsed} caseNumber={other.caseNumber} size={20} />
          </Link>
        )}
        <span dir="auto">{limits}</span>
        <span className="small dim">{t('groups.since', { date: shortDate(since) })}</span>
      </span>
      <Button size="compact-md" variant="default" onClick={onEnd}>
        {t('groups.pairEnd')}
      </Button>
    </li>
  );
}

interface EndPairProps extends Pick<OfPerson, 'caseFileId'> {
  readonly pair: ShownPair;
  readonly onClose: () => void;
}

function EndPair({ caseFileId, pair, onClose }: EndPairProps) {
  const t = useText();
  const end = useWrite('mentorPair.end');
  const go = async (): Promise<void> => {
    if ((await end.run({ caseFileId, id: pair.id, basedOn: pair.revision })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('groups.pairEndAsk')}
      cancel={t('groups.pairEndNo')}
      confirm={t('groups.pairEnd')}
      isRunning={end.isRunning}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      <p>{t('groups.pairEndSays')}</p>
      {end.error && <ErrorSentence error={end.error} />}
    </ConfirmDialog>
  );
}
