// The five checks as a table: what is being sent beside what was allowed, row by row in one order.
import type { GateRow } from '#shared/records/export-package';
import { ReleaseCategory } from '#shared/records/release-categories';
import { CalendarDate } from '#shared/time';
import { fullDate } from '../dates.ts';
import type { Pronouns } from '../pronouns.ts';
import { useText } from '../text.ts';
import { IconCheck, IconStop } from '../ui/icons.ts';
import './gate-table.css';

interface TableProps {
  readonly checks: readonly GateRow[];
  readonly pronouns: Pronouns;
}

export function GateTable({ checks, pronouns }: TableProps) {
  const t = useText();
  return (
    <table className="gate">
      <thead>
        <tr>
          <td />
          <td />
          <th scope="col">{t('sharing.sending')}</th>
          <th scope="col">{t('sharing.allowed', pronouns)}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {checks.map((row) => (
          <CheckRow key={row.check} row={row} pronouns={pronouns} />
        ))}
      </tbody>
    </table>
  );
}

function CheckRow({ row, pronouns }: { row: GateRow; pronouns: Pronouns }) {
  const t = useText();
  const good = row.reason === null;
  const inWords = (values: readonly string[]): string =>
    values.map((value) => wordFor(t, value)).join(row.check === 'date' ? ' – ' : ', ');
  const isWish = row.check === 'still-her-wish';
  const name =
    row.check === 'still-her-wish' ? t('sharing.check.still-her-wish', pronouns) : t(`sharing.check.${row.check}`);
  return (
    <tr className={good ? '' : 'no'}>
      <td className="gate-mark">{good ? <IconCheck size={18} aria-hidden /> : <IconStop size={18} aria-hidden />}</td>
      <th scope="row">{name}</th>
      <td dir="auto">{isWish ? t('sharing.wishAsked') : inWords(row.sending)}</td>
      <td dir="auto">{isWish && good ? t('sharing.wishStands') : inWords(row.allowed)}</td>
      <td className="gate-word">{row.reason === null ? t('sharing.matches') : t(`sharing.reason.${row.reason}`)}</td>
    </tr>
  );
}

/** Category codes and calendar dates in words; names and purposes stay as they are. */
function wordFor(t: ReturnType<typeof useText>, value: string): string {
  const category = ReleaseCategory.safeParse(value);
  if (category.success) return t(`sharing.category.${category.data}`);
  return CalendarDate.safeParse(value).success ? fullDate(value) : value;
}
