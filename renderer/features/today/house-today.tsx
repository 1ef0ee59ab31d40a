// What this person is to do about the house, and that it is time to look round.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CheckAction } from '#shared/records/environment-check';
import { useWrite } from '../../api/use-vault.ts';
import { daysUntil, shortDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { When } from '../../ui/status-words.tsx';

interface HouseTodayProps {
  readonly actions: readonly CheckAction[];
  /** The day of the next look round, once it has come. */
  readonly checkDue: string | null;
}

export function HouseToday({ actions, checkDue }: HouseTodayProps) {
  const t = useText();
  if (actions.length === 0 && checkDue === null) return null;
  return (
    <Sheet flush title={t('checks.today')}>
      <Rows tight label={t('checks.today')}>
        {checkDue !== null && (
          <li>
            <Link className="grow" href="/house/checks">
              {t('checks.nextNow')}
            </Link>
          </li>
        )}
        {actions.map((action) => (
          <Action key={`${action.checkId} ${action.item}`} action={action} />
        ))}
      </Rows>
    </Sheet>
  );
}

function Action({ action: { checkId, revision, item, action, due } }: { action: CheckAction }) {
  const t = useText();
  const done = useWrite('environmentCheck.done');
  return (
    <li className="wrap">
      <span className="grow">
        <b dir="auto">{action}</b>
        <When tone={daysUntil(due) <= 0 ? 'lit' : 'plain'}>{shortDate(due)}</When>
      </span>
      {done.error && <ErrorSentence error={done.error} />}
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('checks.doneOf', { what: action })}
        loading={done.isRunning}
        onClick={() => void done.run({ checkId, basedOn: revision, item })}
      >
        {t('checks.done')}
      </Button>
    </li>
  );
}
