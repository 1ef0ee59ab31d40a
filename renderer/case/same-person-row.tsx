// One other case that may be of the same person: what she would like, made one with her yes, and parted again within 30 days.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { CaseRef } from '#shared/records/revision-mark';
import { type Pair, SamePersonAnswer } from '#shared/records/same-person';
import { useWrite } from '../api/use-vault.ts';
import { dateOf, fullDate } from '../dates.ts';
import type { Pronouns } from '../pronouns.ts';
import { useText } from '../text.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Alias } from '../ui/hers.tsx';
import { Ok } from '../ui/status-words.tsx';
import { casePath } from './case-tabs.ts';

interface RowProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
  readonly with: CaseRef;
  readonly pair: Pair | null;
  readonly hasEnded: boolean;
}

export function SamePersonRow(props: RowProps) {
  const { with: other, pair, hasEnded } = props;
  return (
    <li className="wrap">
      <span className="grow team-member">
        <Link href={casePath(other.caseFileId)}>
          <Alias caseFileId={other.caseFileId} alias={other.nameUsed} caseNumber={other.caseNumber} size={20} />
        </Link>
        <span className="small dim num">{other.caseNumber}</span>
        {pair?.merged ? <Merged {...props} pair={pair} merged={pair.merged} /> : <Answer {...props} />}
        {hasEnded && !pair?.merged && <EarlierStay {...props} />}
      </span>
    </li>
  );
}

function Answer({ caseFileId, pronouns, with: other, pair }: RowProps) {
  const t = useText();
  const save = useWrite('samePerson.answer');
  const [isAsking, setAsking] = useState(false);
  const answer = pair?.answer ?? 'NOT_ASKED';
  const choose = (next: string): void =>
    void save.run({ caseFileId, otherCaseFileId: other.caseFileId, answer: SamePersonAnswer.parse(next) });
  return (
    <>
      <NativeSelect
        label={t('oneRecord.answer', pronouns)}
        aria-label={t('oneRecord.answerOf', { ...pronouns, name: other.nameUsed })}
        data={SamePersonAnswer.options
          .toReversed()
          .map((one) => ({ value: one, label: t(`oneRecord.answers.${one}`) }))}
        value={answer}
        disabled={save.isRunning}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {answer === 'WANTS_SEPARATE' && <span className="small dim">{t('oneRecord.separate')}</span>}
      {save.error && <ErrorSentence error={save.error} />}
      {answer === 'AGREES' && (
        <span className="row">
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('oneRecord.makeOf', { name: other.nameUsed })}
            onClick={() => setAsking(true)}
          >
            {t('oneRecord.make')}
          </Button>
        </span>
      )}
      {isAsking && (
        <MakeOne caseFileId={caseFileId} pronouns={pronouns} with={other} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

/** The other case ended: this one may be a return of the same person. It is sealed then, and nothing is put together. */
function EarlierStay({ caseFileId, pronouns, with: other }: RowProps) {
  const t = useText();
  const link = useWrite('episode.link');
  const [isAsking, setAsking] = useState(false);
  const confirm = async (): Promise<void> => {
    if ((await link.run({ caseFileId, earlierCaseFileId: other.caseFileId })).ok) setAsking(false);
  };
  return (
    <span className="row">
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('episodes.earlierOf', { name: other.nameUsed })}
        onClick={() => setAsking(true)}
      >
        {t('episodes.earlier')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('episodes.earlierAsk')}
        cancel={t('episodes.earlierKeep')}
        confirm={t('episodes.earlierNow')}
        isRunning={link.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void confirm()}
      >
        <p>{t('episodes.earlierSays', pronouns)}</p>
        {link.error && <ErrorSentence error={link.error} />}
      </ConfirmDialog>
    </span>
  );
}

interface MakeOneProps extends Omit<RowProps, 'pair' | 'hasEnded'> {
  readonly onClose: () => void;
}

function MakeOne({ caseFileId, pronouns, with: other, onClose }: MakeOneProps) {
  const t = useText();
  const merge = useWrite('samePerson.merge');
  const confirm = async (): Promise<void> => {
    if ((await merge.run({ caseFileId, otherCaseFileId: other.caseFileId })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('oneRecord.ask')}
      cancel={t('oneRecord.keepTwo')}
      confirm={t('oneRecord.make')}
      isRunning={merge.isRunning}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{t('oneRecord.says')}</p>
      <p>{t('oneRecord.saysTeam', pronouns)}</p>
      <p>{t('oneRecord.saysUndo')}</p>
      {merge.error && <ErrorSentence error={merge.error} />}
    </ConfirmDialog>
  );
}

interface MergedProps extends RowProps {
  readonly pair: Pair;
  readonly merged: NonNullable<Pair['merged']>;
}

function Merged({ caseFileId, with: other, pair, merged }: MergedProps) {
  const t = useText();
  const undo = useWrite('samePerson.undo');
  const [isAsking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const confirm = async (): Promise<void> => {
    if ((await undo.run({ caseFileId, id: pair.id, basedOn: pair.revision })).ok) close();
  };
  const since = { day: fullDate(dateOf(merged.at)) };
  return (
    <>
      <Ok>{t(merged.isPart ? 'oneRecord.partSince' : 'oneRecord.since', since)}</Ok>
      <span className="small dim">
        {merged.mayUndo ? t('oneRecord.until', { day: fullDate(dateOf(merged.undoUntil)) }) : t('oneRecord.over')}
      </span>
      {merged.mayUndo && (
        <span className="row">
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('oneRecord.undoOf', { name: other.nameUsed })}
            onClick={() => setAsking(true)}
          >
            {t('oneRecord.undo')}
          </Button>
        </span>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        question={t('oneRecord.undoAsk')}
        cancel={t('oneRecord.undoKeep')}
        confirm={t('oneRecord.undo')}
        isRunning={undo.isRunning}
        onCancel={close}
        onConfirm={() => void confirm()}
      >
        <p>{t('oneRecord.undoSays')}</p>
        {undo.error && <ErrorSentence error={undo.error} />}
      </ConfirmDialog>
    </>
  );
}
