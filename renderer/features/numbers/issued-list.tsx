// What was given out, newest first: each can be opened and printed again.
import { Link } from 'wouter';
import { useRead } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { periodWords } from '../../figures/figure-words.ts';

export function IssuedList() {
  const t = useText();
  const found = useRead('statistics.issued', {});
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  return (
    <Sheet flush title={t('figures.issued')}>
      {found.value.length === 0 && <EmptyState>{t('figures.issuedNone')}</EmptyState>}
      <Rows label={t('figures.issued')}>
        {found.value.map((issued) => (
          <li key={issued.id}>
            <span className="grow issued-row">
              <Link href={`/numbers/given/${issued.id}`}>
                {t('figures.issuedName', {
                  period: periodWords(t, issued.period),
                  set: t(`figures.sets.${issued.set}`),
                })}
              </Link>
              <span className="small dim">
                {[
                  t(`figures.for.${issued.audience}`),
                  ...(issued.who === 'EVERYONE' ? [] : [t(`figures.whoOf.${issued.who}`)]),
                ].join(', ')}
                {'. '}
                {t('figures.issuedOn', { day: fullDate(dateOf(issued.savedAt)), name: issued.savedBy?.name ?? '' })}
              </span>
            </span>
            <span className="small dim num">{t('figures.copies', { count: issued.copies })}</span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
