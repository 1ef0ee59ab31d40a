// The rows of the list of cases, however many: a page is asked for when it comes near the window, or by its button.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { CaseRow } from '#shared/records/case-file';
import type { CaseListWish } from '#shared/records/case-list';
import { useRead } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { DueLine } from '../../case/need-words.tsx';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { useNear } from '../../ui/use-near.ts';

/** Cases asked for at once. */
export const PAGE = 50;

interface CaseTableProps {
  readonly wish: CaseListWish;
  /** The first page. */
  readonly rows: readonly CaseRow[];
  readonly total: number;
}

export function CaseTable({ wish, rows, total }: CaseTableProps) {
  const t = useText();
  const heads = [t('cases.nameHead'), t('cases.number'), t('cases.since'), t('cases.nextNeed'), t('cases.worker')];
  const later = Array.from({ length: Math.max(0, Math.ceil(total / PAGE) - 1) }, (_, at) => (at + 1) * PAGE);
  return (
    <table className="case-list" aria-rowcount={total + 1}>
      <thead>
        <tr aria-rowindex={1}>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <OneCase key={row.id} row={row} at={at} />
        ))}
      </tbody>
      {later.map((offset) => (
        <LaterPage
          key={`${JSON.stringify(wish)} ${offset}`}
          wish={wish}
          offset={offset}
          count={Math.min(PAGE, total - offset)}
        />
      ))}
    </table>
  );
}

interface LaterPageProps {
  readonly wish: CaseListWish;
  readonly offset: number;
  readonly count: number;
}

/** As high as its rows will be. Whoever goes through with the keyboard is led on by its button, and from there to its first case. */
function LaterPage({ wish, offset, count }: LaterPageProps) {
  const t = useText();
  const place = useRef<HTMLTableSectionElement>(null);
  const isNear = useNear(place);
  const [isAsked, setAsked] = useState(false);
  const page = useRead('caseFile.list', { ...wish, offset, limit: PAGE }, { enabled: isNear || isAsked });
  const isThere = page.value !== undefined;
  useEffect(() => {
    if (isThere && isAsked) place.current?.querySelector('a')?.focus();
  }, [isThere, isAsked]);
  return (
    <tbody ref={place} aria-busy={!isThere}>
      {page.value?.rows.map((row, at) => (
        <OneCase key={row.id} row={row} at={offset + at} />
      ))}
      {!isThere && (
        <tr>
          <td colSpan={5} className="case-list-later" style={{ '--rows': count } as object}>
            {page.error && <ErrorSentence error={page.error} />}
            <Button variant="subtle" size="compact-md" onClick={() => setAsked(true)}>
              {t('cases.more')}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function OneCase({ row, at }: { row: CaseRow; at: number }) {
  const t = useText();
  return (
    <tr aria-rowindex={at + 2}>
      <th scope="row">
        <Link href={casePath(row.id)}>
          <Alias caseFileId={row.id} alias={row.nameUsed} />
        </Link>
      </th>
      <td className="num">{row.caseNumber}</td>
      <td className="num">{fullDate(row.openedOn)}</td>
      <td>
        {row.nextDueAt === null ? (
          <span className="dim small">
            {row.status === 'CLOSED' ? t('cases.status.CLOSED') : t('cases.nothingDue')}
          </span>
        ) : (
          <DueLine urgency="U4" dueAt={row.nextDueAt} />
        )}
      </td>
      <td>{row.worker?.name ?? ''}</td>
    </tr>
  );
}
