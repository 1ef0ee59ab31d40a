// What came from outside and does not wait: a clock that runs, people whom nobody has asked yet, days that a paper names.
import { Link } from 'wouter';
import type { Today } from '#shared/records/today';
import { dayAndTime, dueWords, shortDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, When } from '../../ui/status-words.tsx';

interface OutsideProps {
  readonly breaches: Today['breaches'];
  readonly requests: Today['legalRequests'];
}

export function OutsideToday({ breaches, requests }: OutsideProps) {
  const t = useText();
  if (breaches.length === 0 && requests.length === 0) return null;
  return (
    <Sheet flush title={t('outside.title')}>
      <Rows tight label={t('outside.title')}>
        {breaches.map(({ breachId, kind, authorityDueAt, unasked }) => (
          <li key={breachId} className="wrap">
            <Link className="grow" href={`/safekeeping/breaches/${breachId}`}>
              {t('outside.dueBreach', { kind: t(`outside.breachKinds.${kind}`) })}
            </Link>
            {unasked > 0 && <Note>{t('outside.unasked', { count: unasked })}</Note>}
            {authorityDueAt !== null && (
              <When tone="lit">{t('outside.clock', { time: dayAndTime(authorityDueAt) })}</When>
            )}
          </li>
        ))}
        {requests.map(({ requestId, what, on }) => (
          <li key={`${requestId}${what}${on}`}>
            <span className="col-time small dim num">{shortDate(on)}</span>
            <Link className="grow" href={`/safekeeping/requests/${requestId}`}>
              {t('outside.dueRequest', { what })}
            </Link>
            <When tone="lit">{dueWords(on)}</When>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
