// For a director: that something of a sealed earlier file is due, by number, kind and day. It is seen to from the case in which the
// person is here now.
import { Link } from 'wouter';
import type { Today } from '#shared/records/today';
import { casePath } from '../../case/case-tabs.ts';
import { daysBetween, dueWords, shortDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { SealedNumber } from '../../ui/sealed-number.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { When } from '../../ui/status-words.tsx';

export function SealedToday({ due, today }: { due: Today['sealedDue']; today: string }) {
  const t = useText();
  if (due.length === 0) return null;
  return (
    <Sheet flush title={t('episodes.dueTitle')}>
      <Rows tight label={t('episodes.dueTitle')}>
        {due.map(({ id, caseNumber, nowCaseId, kind, on }) => (
          <li key={`${id}${kind}${on}`}>
            <span className="col-time small dim num">{shortDate(on)}</span>
            <span className="col-alias">
              <SealedNumber caseNumber={caseNumber} />
            </span>
            <Link className="grow" href={casePath(nowCaseId, '/history')}>
              {t(`episodes.due.${kind}`)}
            </Link>
            {daysBetween(today, on) < 0 ? (
              <When tone="lit">{dueWords(on, today)}</When>
            ) : (
              <span className="small dim">{dueWords(on, today)}</span>
            )}
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
