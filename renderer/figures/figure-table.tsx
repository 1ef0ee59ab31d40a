// One table as it may be shown. What is not there says in words why, also to whoever cannot see the mark.
import type { ShownTable } from '#shared/statistics/disclose';
import type { TableId } from '#shared/statistics/funder-sets';
import type { ShownCell } from '#shared/statistics/shown';
import { useText } from '../text.ts';
import { IconHideNames } from '../ui/icons.ts';
import { categoryWords, cellWords, rowWords } from './figure-words.ts';
import './figures.css';

interface TableProps {
  readonly table: ShownTable;
  readonly threshold: number;
}

const saying = ['HEADCOUNT', 'TURN', 'SERVICES', 'UNMET', 'NO_BED', 'WAIT'] as const;

export function FigureTable({ table, threshold }: TableProps) {
  const t = useText();
  const id = table.id as TableId;
  const says = saying.find((one) => one === id);
  return (
    <div className="figure">
      <table className="figure-table">
        <caption>{t(`figures.table.${id}`)}</caption>
        <Head table={table} />
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.of.join()}>
              <th scope="row">{rowWords(t, table, row.of)}</th>
              {row.cells.map((cell, at) => (
                <Cell key={table.columns?.[at] ?? 'people'} cell={cell} threshold={threshold} />
              ))}
              {row.total !== null && <Cell cell={row.total} threshold={threshold} />}
              {hasShares(table) && (
                <td className="num dim">{row.share === null ? '' : t('figures.share', { percent: row.share })}</td>
              )}
            </tr>
          ))}
        </tbody>
        <Foot table={table} threshold={threshold} />
      </table>
      {says && <p className="small dim">{t(`figures.says.${says}`)}</p>}
      {table.median !== null && <p>{t('figures.median', { count: table.median })}</p>}
      {table.isWithheld && <p className="small">{t('figures.withheld')}</p>}
    </div>
  );
}

const hasShares = ({ rows }: ShownTable): boolean => rows.some(({ share }) => share !== null);

function Head({ table }: { table: ShownTable }) {
  const t = useText();
  const { columns } = table;
  return (
    <thead>
      <tr>
        <td />
        {(columns ?? ['people']).map((column) => (
          <th key={column} scope="col" className="num">
            {columns === null ? t('figures.people') : categoryWords(t, table.id as TableId, column, true)}
          </th>
        ))}
        {columns !== null && !table.isWithheld && (
          <th scope="col" className="num">
            {t('figures.total')}
          </th>
        )}
        {hasShares(table) && (
          <th scope="col" className="num">
            {t('figures.file.share')}
          </th>
        )}
      </tr>
    </thead>
  );
}

function Foot({ table, threshold }: TableProps) {
  const t = useText();
  if (table.total === null) return null;
  const across = table.columns === null ? [] : (table.columnTotals ?? table.columns.map(() => null));
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('figures.total')}</th>
        {across.map((cell, at) =>
          cell === null ? (
            <td key={table.columns?.[at]} />
          ) : (
            <Cell key={table.columns?.[at]} cell={cell} threshold={threshold} />
          ),
        )}
        <Cell cell={table.total} threshold={threshold} />
        {hasShares(table) && <td />}
      </tr>
    </tfoot>
  );
}

function Cell({ cell, threshold }: { cell: ShownCell; threshold: number }) {
  const t = useText();
  if (typeof cell === 'number') return <td className="num">{cell}</td>;
  const why = cell === 'FEW' ? t('figures.fewExplained', { threshold }) : t('figures.hiddenExplained');
  return (
    <td className="num figure-few" title={why}>
      <IconHideNames size={15} aria-hidden className="no-print" /> {cellWords(t, cell, threshold)}
    </td>
  );
}
