// What people were given, as a picture.
import type { ShownTable } from '#shared/statistics/disclose';
import { useText } from '../../text.ts';
import { Bars } from '../../ui/bars.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { cellWords, rowWords } from '../../figures/figure-words.ts';

export function GivenBars({ table, threshold }: { table: ShownTable; threshold: number }) {
  const t = useText();
  return (
    <Sheet title={t('figures.table.SERVICES')} end={t('figures.picture')}>
      <Bars
        bars={table.rows.map(({ of, cells: [cell = 0] }) => ({
          key: of.join(),
          label: rowWords(t, table, of),
          length: typeof cell === 'number' ? cell : threshold,
          words: cellWords(t, cell, threshold),
          isFew: typeof cell !== 'number',
        }))}
      />
    </Sheet>
  );
}
