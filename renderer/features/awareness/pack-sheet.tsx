// Two ways to evidence: a table that was given out already, or the evidence pack, given out here by whoever may and attached.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RecordId } from '#shared/ids';
import type { StoredPolicyItem } from '#shared/records/policy-item';
import type { Wish } from '#shared/records/statistics';
import { periodsUntil } from '#shared/statistics/periods';
import { thresholds } from '#shared/statistics/shown';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { hasPeople, periodWords } from '../../figures/figure-words.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Stop } from '../../ui/status-words.tsx';
import { tableName, TablesOf } from './evidence-sheet.tsx';

export function PackSheet({ item }: { item: StoredPolicyItem }) {
  const t = useText();
  const mayGive = useMay('statistics.issue');
  return (
    <>
      <GivenBefore item={item} />
      <Sheet title={t('awareness.pack')}>
        {mayGive ? <MakePack item={item} /> : <p>{t('awareness.reportsMake')}</p>}
      </Sheet>
    </>
  );
}

/** Throws nothing away: what is attached already is left out of the choice. */
function GivenBefore({ item }: { item: StoredPolicyItem }) {
  const t = useText();
  const cleared = useRead('policyItem.cleared', {});
  const attach = useWrite('policyItem.attach');
  const [chosen, setChosen] = useState<RecordId | null>(null);
  const free = cleared.value?.filter(({ id }) => !item.evidenceIds.includes(id)) ?? [];
  const tableId = free.find(({ id }) => id === chosen)?.id ?? free[0]?.id;
  if (tableId === undefined) return null;
  const go = (): void => void attach.run({ itemId: item.id, basedOn: item.revision, tableId });
  return (
    <Sheet title={t('awareness.attachOf')}>
      <div className="stack">
        <NativeSelect
          aria-label={t('awareness.attachOf')}
          value={tableId}
          data={free.map((issued) => ({ value: issued.id, label: tableName(t, issued) }))}
          onChange={({ currentTarget: { value } }) => setChosen(free.find(({ id }) => id === value)?.id ?? null)}
        />
        {attach.error && <ErrorSentence error={attach.error} />}
        <Button variant="default" loading={attach.isRunning} onClick={go}>
          {t('awareness.attach')}
        </Button>
      </div>
    </Sheet>
  );
}

/** Quarters and years that are over. */
const periods = (): string[] => {
  const today = dateOf(now());
  return [...periodsUntil(today, 'QUARTER', 9).slice(1), ...periodsUntil(today, 'YEAR', 4).slice(1)];
};

function MakePack({ item }: { item: StoredPolicyItem }) {
  const t = useText();
  const [period, setPeriod] = useState(() => periods()[0] ?? '');
  const wish: Wish = { period, who: 'EVERYONE', set: 'EVIDENCE', audience: 'PUBLIC', mode: 'ROUNDED' };
  const found = useRead('statistics.show', wish);
  const issue = useWrite('statistics.issue');
  const attach = useWrite('policyItem.attach');
  const refusal = found.value?.refusal ?? null;
  const give = async (): Promise<void> => {
    const given = await issue.run({ ...wish, warnedOf: null });
    // What did not attach is said below, by the attaching itself.
    if (given.ok) void attach.run({ itemId: item.id, basedOn: item.revision, tableId: given.value.id });
  };
  return (
    <div className="stack">
      <p className="small dim">{t('awareness.packSays')}</p>
      <NativeSelect
        label={t('awareness.packPeriod')}
        value={period}
        data={periods().map((one) => ({ value: one, label: periodWords(t, one) }))}
        onChange={(event) => setPeriod(event.currentTarget.value)}
      />
      {found.error && <ErrorSentence error={found.error} />}
      {found.value && <TablesOf issued={{ tables: found.value.tables, threshold: thresholds.PUBLIC }} />}
      {refusal && (
        <>
          <Stop>{t(`figures.refusal.${refusal.rule}`)}</Stop>
          {refusal.issuedId !== null && (
            <Link href={`/numbers/given/${refusal.issuedId}`}>{t('figures.openIssued')}</Link>
          )}
        </>
      )}
      {issue.error && <ErrorSentence error={issue.error} />}
      {attach.error && <ErrorSentence error={attach.error} />}
      {found.value?.tables.some(hasPeople) && refusal === null && (
        <Button loading={issue.isRunning || attach.isRunning} onClick={() => void give()}>
          {t('awareness.packGo')}
        </Button>
      )}
    </div>
  );
}
