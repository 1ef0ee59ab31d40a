// Tables that an ask rests on: each was given out for everybody, and shows what everybody may read.
import { Button } from '@mantine/core';
import type { StoredPolicyItem } from '#shared/records/policy-item';
import type { StoredIssuedTable } from '#shared/records/statistics';
import type { Translate } from '#shared/text/language';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { FigureTable } from '../../figures/figure-table.tsx';
import { hasPeople, periodWords } from '../../figures/figure-words.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';

export const tableName = (t: Translate, { set, period }: Pick<StoredIssuedTable, 'set' | 'period'>): string =>
  t('awareness.tableName', { set: t(`figures.sets.${set}`), period: periodWords(t, period) });

export function EvidenceSheet({ item }: { item: StoredPolicyItem }) {
  const t = useText();
  const cleared = useRead('policyItem.cleared', {});
  const attached = cleared.value?.filter(({ id }) => item.evidenceIds.includes(id)) ?? [];
  return (
    <Sheet title={t('awareness.evidence')}>
      <div className="stack">
        <p className="small dim">{t('awareness.evidenceSays')}</p>
        {cleared.error && <ErrorSentence error={cleared.error} />}
        {attached.length === 0 && <EmptyState>{t('awareness.evidenceNone')}</EmptyState>}
        {attached.map((issued) => (
          <Attached key={issued.id} item={item} issued={issued} />
        ))}
      </div>
    </Sheet>
  );
}

function Attached({ item, issued }: { item: StoredPolicyItem; issued: StoredIssuedTable }) {
  const t = useText();
  const mayDetach = useMay('policyItem.detach');
  const detach = useWrite('policyItem.detach');
  const table = tableName(t, issued);
  const go = (): void => void detach.run({ itemId: item.id, basedOn: item.revision, tableId: issued.id });
  return (
    <section className="stack" aria-label={table}>
      <div className="row wrap">
        <span className="grow awareness-what">
          <b>{table}</b>
          <span className="small dim">{t('awareness.clearedOn', { date: fullDate(dateOf(issued.savedAt)) })}</span>
        </span>
        {mayDetach && (
          <Button
            size="compact-md"
            variant="subtle"
            aria-label={t('awareness.detachOf', { table })}
            loading={detach.isRunning}
            onClick={go}
          >
            {t('awareness.detach')}
          </Button>
        )}
      </div>
      {detach.error && <ErrorSentence error={detach.error} />}
      <TablesOf issued={issued} />
    </section>
  );
}

export function TablesOf({
  issued: { tables, threshold },
}: {
  issued: Pick<StoredIssuedTable, 'tables' | 'threshold'>;
}) {
  const t = useText();
  const shown = tables.filter(hasPeople);
  return (
    <>
      {shown.map((table) => (
        <FigureTable key={table.id} table={table} threshold={threshold} />
      ))}
      {shown.length === 0 && <p>{t('figures.empty')}</p>}
    </>
  );
}
