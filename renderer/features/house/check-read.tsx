// A look round as it was, and what of it is done.
import { Button } from '@mantine/core';
import { CheckItem, type Finding, type StoredCheck } from '#shared/records/environment-check';
import type { StaffRef } from '#shared/records/revision-mark';
import { useWrite } from '../../api/use-vault.ts';
import { fullDate, shortDate } from '../../dates.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Ok, Waits } from '../../ui/status-words.tsx';

interface ReadProps {
  readonly check: StoredCheck;
  readonly owners: readonly StaffRef[];
}

export function CheckRead({ check, owners }: ReadProps) {
  const t = useText();
  const { begunOn, finishedOn, findings, voices } = check;
  const title =
    finishedOn === null
      ? t('checks.begunOn', { date: fullDate(begunOn) })
      : t('checks.finishedOn', { date: fullDate(finishedOn) });
  return (
    <Sheet flush title={title} end={voices === null ? '' : t('checks.voicesSaid', { count: voices })}>
      <Rows tight label={title}>
        {CheckItem.options.map((item) => {
          const finding = findings[item];
          return finding && <Line key={item} check={check} item={item} finding={finding} owners={owners} />;
        })}
      </Rows>
    </Sheet>
  );
}

function Line({ check, item, finding, owners }: ReadProps & { item: CheckItem; finding: Finding }) {
  const t = useText();
  const { answer, action, owner, due, doneOn } = finding;
  const name = owners.find(({ id }) => id === owner)?.name ?? t('checks.somebody');
  return (
    <li className="wrap">
      <span className="grow house-words">
        <span>{t(`checks.items.${item}`)}</span>
        {action !== '' && (
          <span>
            <b dir="auto">{action}</b>{' '}
            <span className="small dim">{due !== null && t('checks.untilBy', { date: shortDate(due), name })}</span>
          </span>
        )}
        {doneOn !== null && <Ok>{t('checks.doneOn', { date: shortDate(doneOn) })}</Ok>}
        {action !== '' && doneOn === null && <MarkDone check={check} item={item} action={action} owner={owner} />}
      </span>
      {answer === 'YES' ? <Ok>{t('checks.answers.YES')}</Ok> : <Waits>{t(`checks.answers.${answer}`)}</Waits>}
    </li>
  );
}

interface MarkProps extends Pick<ReadProps, 'check'> {
  readonly item: CheckItem;
  readonly action: string;
  readonly owner: string | null;
}

function MarkDone({ check: { id, revision }, item, action, owner }: MarkProps) {
  const t = useText();
  const done = useWrite('environmentCheck.done');
  const { id: me, role } = useSession().person;
  if (owner !== me && role !== 'director') return null;
  return (
    <>
      {done.error && <ErrorSentence error={done.error} />}
      <Button
        className="house-mark"
        size="compact-md"
        variant="default"
        aria-label={t('checks.doneOf', { what: action })}
        loading={done.isRunning}
        onClick={() => void done.run({ checkId: id, basedOn: revision, item })}
      >
        {t('checks.done')}
      </Button>
    </>
  );
}
