// Every try to reach her, newest first. One that was begun and left asks how it went.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId, RecordId } from '#shared/ids';
import type { StoredContactAttempt } from '#shared/records/contact-attempt';
import { useRead } from '../../api/use-vault.ts';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Stop } from '../../ui/status-words.tsx';
import { OutcomeButtons } from './outcome-buttons.tsx';

const PAGE = 10;

interface AttemptLogProps {
  readonly caseFileId: CaseFileId;
  /** The one that is going on now asks for itself. */
  readonly running: RecordId | undefined;
}

export function AttemptLog({ caseFileId, running }: AttemptLogProps) {
  const t = useText();
  const [limit, setLimit] = useState(PAGE);
  const list = useRead('contactAttempt.list', { caseFileId, limit }, { keepLast: true });
  return (
    <Sheet title={t('reach.log')}>
      {list.error && <ErrorSentence error={list.error} />}
      {list.value?.total === 0 && <p className="dim">{t('reach.logNone')}</p>}
      <ol className="line">
        {list.value?.attempts.map((attempt) => (
          <li key={attempt.id}>
            <OneAttempt attempt={attempt} isRunning={attempt.id === running} />
          </li>
        ))}
      </ol>
      {list.value && list.value.total > list.value.attempts.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setLimit(Math.min(limit + PAGE, 200))}>
          {t('cases.more')}
        </Button>
      )}
      <p className="small dim">{t('reach.logHint')}</p>
    </Sheet>
  );
}

function OneAttempt({ attempt, isRunning }: { attempt: StoredContactAttempt; isRunning: boolean }) {
  const t = useText();
  const { way, outcome, override, savedBy, beganAt } = attempt;
  return (
    <>
      <time dateTime={new Date(beganAt).toISOString()}>{dayAndTime(beganAt)}</time>
      <p>{`${t(`cases.way.${way}`)}: ${outcome === null ? t('reach.open') : t(`reach.outcome.${outcome}`)}`}</p>
      {outcome === 'UNSAFE_STOPPED' && <Stop>{t('reach.outcome.UNSAFE_STOPPED')}</Stop>}
      {override !== null && (
        <p className="small" dir="auto">
          {t('reach.override', { reason: override })}
        </p>
      )}
      {savedBy && <span className="small dim">{savedBy.name}</span>}
      {outcome === null && !isRunning && (
        <OutcomeButtons attempt={attempt} label={t('reach.howWentThen', { when: dayAndTime(beganAt) })} />
      )}
    </>
  );
}
