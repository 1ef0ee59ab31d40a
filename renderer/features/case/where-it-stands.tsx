// Where a case stands and the ways it may go from there. Closing erases nothing, and there is no reason that blames.
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { StoredCaseFile } from '#shared/records/case-file';
import { type CaseStatus, caseMoves, ClosingReason, goesAwayOn, isHere, isOpen } from '#shared/records/case-status';
import { isClosedByMistake } from '#shared/records/episode';
import { nameToSay } from '#shared/records/names';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CASE_PATH, casePath } from '../../case/case-tabs.ts';
import { HereAgain } from '../../case/here-again.tsx';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { isBuilt } from '../../places.ts';
import { pronounsFor } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconWaits } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';

const shown = ['INTAKE', 'ACTIVE', 'TRANSFERRED', 'CLOSED', 'REOPENED'] as const;
type Move = (typeof shown)[number];
/** Being in touch afterwards begins with an exit, not with a button. */
const movesFrom = (status: CaseStatus): Move[] => shown.filter((move) => caseMoves[status].includes(move));
/** A closed case opens again only when closing it was a mistake, and while that is fresh. */
const isOffered = ({ status, closing }: StoredCaseFile, move: Move): boolean =>
  move !== 'REOPENED' || status !== 'CLOSED' || closing === null || isClosedByMistake(closing.on, dateOf(now()));

export function WhereItStands({ caseFile }: { caseFile: StoredCaseFile }) {
  const t = useText();
  const [asking, setAsking] = useState<Move | null>(null);
  const since = caseFile.closing?.on ?? caseFile.moved?.on;
  const words = (move: Move): string => {
    if (move === 'CLOSED') return t('cases.closeCase');
    if (move === 'REOPENED') return t(caseFile.status === 'CLOSED' ? 'episodes.mistake' : 'cases.reopen');
    return t(`cases.move.${move}`);
  };
  return (
    <Sheet
      title={t('cases.stands')}
      {...(since === undefined ? {} : { end: t('cases.standsSince', { date: fullDate(since) }) })}
    >
      <div className="stack">
        <p>
          <b>{t(`cases.status.${caseFile.status}`)}</b>
          {caseFile.closing && <span className="dim"> {t(`cases.reason.${caseFile.closing.reason}`)}</span>}
        </p>
        {isHere(caseFile.status) && isBuilt(`${CASE_PATH}/exit`) && (
          <Button variant="default" component={Link} href={casePath(caseFile.id, '/exit')}>
            {t('cases.movingOut')}
          </Button>
        )}
        {caseFile.status === 'FOLLOW_UP' && (
          <Button variant="default" component={Link} href={casePath(caseFile.id, '/exit')}>
            {t('exit.followUps')}
          </Button>
        )}
        {!isOpen(caseFile.status) && (
          <HereAgain caseFileId={caseFile.id} name={nameToSay(caseFile)} pronouns={pronounsFor(t, caseFile.pronouns)} />
        )}
        {movesFrom(caseFile.status)
          .filter((move) => isOffered(caseFile, move))
          .map((move) => (
            <Button key={move} variant="default" onClick={() => setAsking(move)}>
              {words(move)}
            </Button>
          ))}
      </div>
      {asking && (
        <MoveDialog caseFile={caseFile} move={asking} confirm={words(asking)} onClose={() => setAsking(null)} />
      )}
    </Sheet>
  );
}

interface DialogProps {
  readonly caseFile: StoredCaseFile;
  readonly move: Move;
  readonly confirm: string;
  readonly onClose: () => void;
}

function MoveDialog({ caseFile, move, confirm, onClose }: DialogProps) {
  const t = useText();
  const change = useWrite('caseFile.changeStatus');
  const close = useWrite('caseFile.close');
  const reopen = useWrite('caseFile.reopen');
  const [why, setWhy] = useState('');
  const [reason, setReason] = useState<ClosingReason>('MOVED_ON_BY_CHOICE');
  const caseFileId = caseFile.id;
  const act = async (): Promise<boolean> => {
    if (move === 'CLOSED') return (await close.run({ caseFileId, reason, why })).ok;
    if (move === 'REOPENED') return (await reopen.run({ caseFileId, why })).ok;
    return (await change.run({ caseFileId, to: move, why })).ok;
  };
  const confirmed = async (): Promise<void> => {
    if (await act()) onClose();
  };
  const error = change.error ?? close.error ?? reopen.error;
  const isMistake = move === 'REOPENED' && caseFile.status === 'CLOSED';
  const question = (): string => {
    if (move === 'CLOSED') return t('cases.closeAsk');
    return isMistake ? t('episodes.mistakeAsk') : t(`cases.moveAsk.${move}`);
  };
  const says = (): string => {
    if (move === 'CLOSED') return t('cases.closeSays');
    return isMistake ? t('episodes.mistakeSays') : t('cases.moveSays');
  };
  return (
    <ConfirmDialog
      isOpen
      question={question()}
      cancel={move === 'CLOSED' ? t('cases.closeCancel') : t('cases.moveCancel')}
      confirm={confirm}
      isRunning={change.isRunning || close.isRunning || reopen.isRunning}
      onCancel={onClose}
      onConfirm={() => void confirmed()}
    >
      <p>{says()}</p>
      {move === 'CLOSED' && (
        <Select
          label={t('cases.closeWhy')}
          allowDeselect={false}
          data={ClosingReason.options.map((value) => ({ value, label: t(`cases.reason.${value}`) }))}
          value={reason}
          onChange={(value) => setReason(value ?? 'UNKNOWN')}
        />
      )}
      <TextInput
        label={t(isMistake ? 'episodes.mistakeWhy' : 'cases.moveWhy')}
        description={t(isMistake ? 'episodes.mistakeWhyHint' : 'cases.moveWhyHint')}
        maxLength={300}
        dir="auto"
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      {error && <ErrorSentence error={error} />}
    </ConfirmDialog>
  );
}

/** On an enquiry: the day it goes away, and the one step that keeps it. */
export function AskingBar({ caseFile }: { caseFile: StoredCaseFile }) {
  const t = useText();
  const change = useWrite('caseFile.changeStatus');
  const isAsking = caseFile.status === 'INQUIRY';
  const kept = useRead('retention.ofCase', { caseFileId: caseFile.id }, { enabled: isAsking });
  const goesOn = isAsking ? (kept.value?.ruleOn ?? goesAwayOn(caseFile)) : null;
  if (goesOn === null) return null;
  return (
    <section className="sunk-bar">
      <IconWaits size={20} aria-hidden />
      <p className="grow">{t('cases.askingBar', { date: fullDate(goesOn) })}</p>
      {change.error && <ErrorSentence error={change.error} />}
      <Button
        size="compact-md"
        variant="default"
        loading={change.isRunning}
        onClick={() => void change.run({ caseFileId: caseFile.id, to: 'INTAKE' })}
      >
        {t('cases.makeCase')}
      </Button>
    </section>
  );
}
