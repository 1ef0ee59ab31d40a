// What people were given, as a picture; the table beside it says the same, so the picture is for the eyes alone.
import type { ShownTable } from '#shared/statistics/disclose';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { cellWords, rowWords } from './words.ts';

export function GivenBars({ table, threshold }: { table: ShownTable; threshold: number }) {
  const t = useText();
  const rows = table.rows.map(({ of, cells }) => ({ of, cell: cells[0] ?? 0 }));
  const length = (cell: (typeof rows)[number]['cell']): number => (typeof cell === 'number' ? cell : threshold);
  const longest = Math.max(1, ...rows.map(({ cell }) => length(cell)));
  return (
    <Sheet title={t('figures.table.SERVICES')} end={t('figures.picture')}>
      <div className="given-bars" aria-hidden>
        {rows.map(({ of, cell }) => (
          <div key={of.join()}>
            <span>{rowWords(t, table, of)}</span>
            <span className="given-track">
              <span
                className={typeof cell === 'number' ? 'given-bar' : 'given-bar given-few'}
                style={{ inlineSize: `${(length(cell) / longest) * 100}%` }}
              />
              <b className="num">{cellWords(t, cell, threshold)}</b>
            </span>
          </div>
        ))}
      </div>
    </Sheet>
  );
}
