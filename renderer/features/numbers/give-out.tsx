// Giving a table out: kept as it is now. Where it may not be, the reason and the way on; exact numbers ask a director once more.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Figures, Wish } from '#shared/records/statistics';
import type { TableId } from '#shared/statistics/funder-sets';
import { thresholds } from '#shared/statistics/shown';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Stop } from '../../ui/status-words.tsx';
import { categoryWords, rowWords } from '../../figures/figure-words.ts';

export function GiveOut({ wish, figures }: { wish: Wish; figures: Figures }) {
  const t = useText();
  const [, navigate] = useLocation();
  const issue = useWrite('statistics.issue');
  const [isAsking, setAsking] = useState(false);
  const isExact = wish.mode === 'EXACT';
  const { refusal, smallCells } = figures;
  if (wish.audience === 'OURSELVES') return null;
  const give = async (): Promise<void> => {
    const given = await issue.run({ ...wish, warnedOf: isExact ? smallCells : null });
    setAsking(false);
    if (given.ok) navigate(`/numbers/given/${given.value.id}`);
  };
  return (
    <Sheet title={t('figures.giveTitle')} lit>
      <div className="stack">
        {refusal === null ? (
          <p>{t('figures.giveSays')}</p>
        ) : (
          <>
            <Stop>{t(`figures.refusal.${refusal.rule}`)}</Stop>
            {refusal.issuedId !== null && (
              <Button variant="default" component={Link} href={`/numbers/given/${refusal.issuedId}`}>
                {t('figures.openIssued')}
              </Button>
            )}
          </>
        )}
        {issue.error && <ErrorSentence error={issue.error} />}
        {refusal === null && (
          <Button loading={issue.isRunning} onClick={() => (isExact ? setAsking(true) : void give())}>
            {isExact ? t('figures.giveExact') : t('figures.give')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('figures.exactTitle')}
        cancel={t('figures.exactStay')}
        confirm={t('figures.exactGo')}
        isRunning={issue.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void give()}
      >
        <p>{t('figures.exactSays', { count: smallCells, threshold: thresholds.FUNDER })}</p>
        <SmallOnes figures={figures} />
        <p>{t('figures.exactNever')}</p>
      </ConfirmDialog>
    </Sheet>
  );
}

/** Each of them by its place: "By age: Under 18, 2". */
function SmallOnes({ figures }: { figures: Figures }) {
  const t = useText();
  const small = figures.tables.flatMap((table) =>
    table.rows.flatMap(({ of, cells }) =>
      cells.flatMap((cell, at) => {
        if (typeof cell !== 'number' || cell === 0 || cell >= thresholds.FUNDER) return [];
        const column = table.columns?.[at];
        const across = column === undefined ? [] : [categoryWords(t, table.id as TableId, column, true)];
        return [[t(`figures.table.${table.id as TableId}`), rowWords(t, table, of), ...across, cell].join(' · ')];
      }),
    ),
  );
  return (
    <ul className="figure-notes small-ones">
      {small.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
