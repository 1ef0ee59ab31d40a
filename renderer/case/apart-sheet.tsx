// What keeps this person apart from another or from a colleague: the action for everyone, with whom for who opens both cases,
// why for nobody without a reason.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { ShownConflict } from '#shared/records/conflict-flag';
import { useRead, useWrite } from '../api/use-vault.ts';
import { fullDate } from '../dates.ts';
import { useMay } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Alias } from '../ui/hers.tsx';
import { EmptyState, Rows, Sheet } from '../ui/sheet.tsx';
import { ApartForm } from './apart-form.tsx';
import { ApartReason } from './apart-reason.tsx';
import { casePath } from './case-tabs.ts';
import './team.css';

export function ApartSheet({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const flags = useRead('conflictFlag.list', { caseFileId });
  const mayAdd = useMay('conflictFlag.add');
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<ShownConflict | null>(null);
  return (
    <Sheet flush title={t('apart.title')}>
      {flags.error && <ErrorSentence error={flags.error} />}
      {flags.value?.length === 0 && <EmptyState>{t('apart.none')}</EmptyState>}
      {flags.value && (
        <Rows label={t('apart.title')}>
          {flags.value.map((flag) => (
            <FlagRow key={flag.id} caseFileId={caseFileId} flag={flag} onEnd={() => setEnding(flag)} />
          ))}
        </Rows>
      )}
      {mayAdd && isAdding && <ApartForm caseFileId={caseFileId} onDone={() => setAdding(false)} />}
      {mayAdd && !isAdding && (
        <div className="rows-more">
          <Button size="compact-md" variant="default" onClick={() => setAdding(true)}>
            {t('apart.add')}
          </Button>
        </div>
      )}
      {ending && <EndDialog caseFileId={caseFileId} flag={ending} onClose={() => setEnding(null)} />}
    </Sheet>
  );
}

interface FlagRowProps {
  readonly caseFileId: CaseFileId;
  readonly flag: ShownConflict;
  readonly onEnd: () => void;
}

function FlagRow({ caseFileId, flag, onEnd }: FlagRowProps) {
  const t = useText();
  const mayEnd = useMay('conflictFlag.end') && flag.from !== null;
  const actions = flag.actions.map((action) => t(`apart.action.${action}`)).join('. ');
  return (
    <li className="wrap">
      <span className="grow team-member">
        <b>{actions}</b>
        <span className="small dim">{t('apart.since', { day: fullDate(flag.since) })}</span>
        <FromWhom from={flag.from} />
        {flag.hasReason && <ApartReason caseFileId={caseFileId} id={flag.id} />}
      </span>
      {mayEnd && (
        <Button size="compact-md" variant="default" aria-label={t('apart.endOf', { what: actions })} onClick={onEnd}>
          {t('apart.end')}
        </Button>
      )}
    </li>
  );
}

function FromWhom({ from }: Pick<ShownConflict, 'from'>) {
  const t = useText();
  if (from === null) return <span className="small dim">{t('apart.fromSomebody')}</span>;
  if (!('caseFileId' in from)) return <span dir="auto">{t('apart.fromColleague', { name: from.name })}</span>;
  return (
    <span className="row">
      {t('apart.from')}
      <Link href={casePath(from.caseFileId)}>
        <Alias caseFileId={from.caseFileId} alias={from.nameUsed} caseNumber={from.caseNumber} size={20} />
      </Link>
    </span>
  );
}

function EndDialog({
  caseFileId,
  flag,
  onClose,
}: {
  caseFileId: CaseFileId;
  flag: ShownConflict;
  onClose: () => void;
}) {
  const t = useText();
  const end = useWrite('conflictFlag.end');
  const confirm = async (): Promise<void> => {
    if ((await end.run({ caseFileId, id: flag.id, basedOn: flag.revision })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('apart.endAsk')}
      cancel={t('apart.endKeep')}
      confirm={t('apart.end')}
      isRunning={end.isRunning}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{t('apart.endSays')}</p>
      {end.error && <ErrorSentence error={end.error} />}
    </ConfirmDialog>
  );
}
