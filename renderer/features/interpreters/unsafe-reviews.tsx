// For the director: who was stopped as unsafe, and every other case that had the same interpreter. The reason is behind its
// own door.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link } from 'wouter';
import type { UnsafeReview } from '#shared/records/interpreter';
import type { CaseRef } from '#shared/records/revision-mark';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { Sealed } from '../../ui/sealed.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function UnsafeReviews() {
  const reviews = useRead('interpreter.toReview', {});
  if (reviews.error) return <ErrorSentence error={reviews.error} />;
  return reviews.value?.map((review, at) => <OneReview key={review.exclusionId} review={review} isFirst={at === 0} />);
}

function OneReview({ review, isFirst }: { review: UnsafeReview; isFirst: boolean }) {
  const t = useText();
  const looked = useWrite('interpreter.reviewed');
  const { exclusionId, revision: basedOn, interpreter, of, stoppedAt, alsoUsedFor } = review;
  const { name } = interpreter;
  const finish = (mayBeAskedAgain: boolean): void => void looked.run({ exclusionId, basedOn, mayBeAskedAgain });
  return (
    <Sheet lit={isFirst} title={t('interpreters.review')} end={dayAndTime(stoppedAt)}>
      <div className="stack">
        <p dir="auto">{t('interpreters.reviewSays', { name })}</p>
        {of === null ? (
          <p>{t('interpreters.reviewSealed')}</p>
        ) : (
          <CaseLinks label={t('interpreters.reviewStopped')} cases={[of]} />
        )}
        {alsoUsedFor.length === 0 ? (
          <p>{t('interpreters.reviewNone')}</p>
        ) : (
          <CaseLinks label={t('interpreters.reviewOthers')} cases={alsoUsedFor} />
        )}
        <Reason review={review} />
        {looked.error && <ErrorSentence error={looked.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={() => finish(false)}>
            {t('interpreters.reviewLooked', { name })}
          </Button>
          <Button variant="default" onClick={() => finish(true)}>
            {t('interpreters.reviewAgain', { name })}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

const CaseLinks = ({ label, cases }: { label: string; cases: readonly CaseRef[] }) => (
  <div className="row wrap">
    <b>{label}</b>
    {cases.map(({ caseFileId, nameUsed }) => (
      <Link key={caseFileId} href={casePath(caseFileId)}>
        <Alias caseFileId={caseFileId} alias={nameUsed} size={22} />
      </Link>
    ))}
  </div>
);

function Reason({ review }: { review: UnsafeReview }) {
  const t = useText();
  const open = useWrite('interpreter.openReason', { quiet: true });
  const [isAsking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const result = await open.run({ exclusionId: review.exclusionId, why });
    if (result.ok) setReason(result.value.reason);
  };
  if (!review.hasReason) return <p className="dim">{t('interpreters.reasonNone')}</p>;
  if (reason !== null) return <p dir="auto">{reason}</p>;
  if (!isAsking) return <Sealed thing={t('interpreters.reason')} onOpen={() => setAsking(true)} />;
  return (
    <form className="row wrap align-end" onSubmit={(event) => void submit(event)}>
      <TextInput
        className="grow"
        label={t('interpreters.reasonWhy')}
        value={why}
        maxLength={200}
        dir="auto"
        autoFocus
        autoComplete="off"
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={open.isRunning} disabled={why.trim().length < 3}>
        {t('interpreters.reasonOpen')}
      </Button>
      {open.error && <ErrorSentence error={open.error} />}
    </form>
  );
}
