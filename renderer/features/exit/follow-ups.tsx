// After moving out: on which days somebody asks how it goes, how that is done safely, and how it went. Never what was said.
import { Button, Menu } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import type { StoredCaseExit } from '#shared/records/case-exit';
import { FollowUpOutcome, type StoredFollowUp } from '#shared/records/follow-up';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { dayAndTime, daysUntil, dueWords, fullDate, shortDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconChevronDown } from '../../ui/icons.ts';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, Stop, When } from '../../ui/status-words.tsx';

export function FollowUps({ caseFileId, exit }: { caseFileId: CaseFileId; exit: StoredCaseExit | null }) {
  const t = useText();
  const list = useRead('followUp.list', { caseFileId });
  const attempt = useWrite('followUp.attempt');
  if (list.error) return <ErrorSentence error={list.error} />;
  const followUps = list.value ?? [];
  const rules = exit?.followUp.answer === 'YES' ? exit.followUp.rules : '';
  return (
    <div className="stack">
      {exit?.on && (
        <Sheet title={t('exit.over', { date: fullDate(exit.on) })}>
          <p>
            {exit.reason && t(`cases.reason.${exit.reason}`)}
            {exit.destination && <span className="dim">. {t(`exit.place.${exit.destination}`)}</span>}
          </p>
          {rules !== '' && <p dir="auto">{t('exit.rulesSaid', { rules })}</p>}
        </Sheet>
      )}
      <Sheet
        flush
        title={t('exit.followUps')}
        {...(exit?.followUp.until ? { end: t('exit.untilWords', { date: fullDate(exit.followUp.until) }) } : {})}
      >
        {attempt.error && <ErrorSentence error={attempt.error} />}
        {list.value && followUps.length === 0 && <EmptyState>{t('exit.followUpsNone')}</EmptyState>}
        <Rows>
          {followUps.map((followUp) => (
            <FollowUpRow
              key={followUp.id}
              followUp={followUp}
              isRunning={attempt.isRunning}
              onTried={(outcome) => void attempt.run({ followUpId: followUp.id, basedOn: followUp.revision, outcome })}
            />
          ))}
        </Rows>
        {followUps.some(({ end }) => end === 'NEEDS_SUPPORT') && <p className="exit-lead">{t('exit.needsSupport')}</p>}
      </Sheet>
    </div>
  );
}

interface RowProps {
  readonly followUp: StoredFollowUp;
  readonly isRunning: boolean;
  readonly onTried: (outcome: FollowUpOutcome) => void;
}

function FollowUpRow({ followUp, isRunning, onTried }: RowProps) {
  const t = useText();
  const { day, dueOn, attempts, end } = followUp;
  const name = t('exit.followUp', { day });
  return (
    <li>
      <span className="col-time small dim num">{shortDate(dueOn)}</span>
      <span className="grow">
        <b>{name}</b>
        {attempts.map((tried) => (
          <span key={tried.at} className="small dim exit-line">
            {[dayAndTime(tried.at), t(`exit.outcome.${tried.outcome}`), tried.by?.name ?? ''].join(', ')}
          </span>
        ))}
      </span>
      {end === null ? (
        <When tone={daysUntil(dueOn) < 0 ? 'lit' : 'plain'}>{dueWords(dueOn)}</When>
      ) : (
        <EndWord end={end} />
      )}
      {end === null && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="compact-md"
              variant="default"
              disabled={isRunning}
              aria-label={`${t('exit.tried')} ${name}`}
              rightSection={<IconChevronDown size={16} aria-hidden />}
            >
              {t('exit.tried')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {FollowUpOutcome.options.map((outcome) => (
              <Menu.Item key={outcome} onClick={() => onTried(outcome)}>
                {t(`exit.outcome.${outcome}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}

function EndWord({ end }: { end: NonNullable<StoredFollowUp['end']> }) {
  const t = useText();
  const words = t(`exit.outcome.${end}`);
  if (end === 'SAFE_OK') return <Ok>{words}</Ok>;
  return end === 'UNSAFE_STOPPED' ? <Stop>{words}</Stop> : <Note>{words}</Note>;
}
