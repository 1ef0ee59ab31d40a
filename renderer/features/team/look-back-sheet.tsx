// The last 30 days of one colleague: how much, which cases, and what was carried away or opened. No word of a record.
import type { LeavingState } from '#shared/records/leaving';
import { english } from '#shared/text/english';
import type { Translate } from '#shared/text/language';
import { dayAndTime, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Alias } from '../../ui/hers.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';

type Kind = keyof typeof english.kinds;
const isKind = (kind: string): kind is Kind => Object.hasOwn(english.kinds, kind);

export function LookBackSheet({ lookBack }: { lookBack: LeavingState['lookBack'] }) {
  const t = useText();
  const { since, entries, refused, cases, acts } = lookBack;
  const counts = [
    t('team.back30Count', { count: entries }),
    refused === 0 ? t('team.back30RefusedNone') : t('team.back30Refused', { count: refused }),
  ].join(', ');
  return (
    <Sheet flush title={t('team.back30')} {...(entries > 0 ? { end: counts } : {})}>
      <p className="small dim team-lead">{t('team.back30Says', { day: fullDate(since) })}</p>
      {entries === 0 && <EmptyState>{t('team.back30None')}</EmptyState>}
      {acts.length > 0 && (
        <>
          <h3 className="team-lead">{t('team.back30Acts')}</h3>
          <Rows tight label={t('team.back30Acts')}>
            {acts.map((act) => (
              <li key={act.kind} className="wrap">
                <span className="grow">{isKind(act.kind) ? t(`kinds.${act.kind}`) : act.kind}</span>
                <span className="small dim">{howOften(t, act)}</span>
              </li>
            ))}
          </Rows>
        </>
      )}
      {cases.length > 0 && (
        <>
          <h3 className="team-lead">{t('team.back30Cases')}</h3>
          <Rows tight label={t('team.back30Cases')}>
            {cases.map(({ of, ...often }) => (
              <li key={of.caseFileId} className="wrap">
                <span className="grow">
                  <Alias caseFileId={of.caseFileId} alias={of.nameUsed} caseNumber={of.caseNumber} />
                </span>
                <span className="small dim">{howOften(t, often)}</span>
              </li>
            ))}
          </Rows>
        </>
      )}
    </Sheet>
  );
}

const howOften = (t: Translate, { times, lastAt }: { readonly times: number; readonly lastAt: number }): string =>
  `${t('team.times', { count: times })}, ${t('team.lastAt', { when: dayAndTime(lastAt) })}`;
