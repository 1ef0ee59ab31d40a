// Every row of the workbook with what was found in it. A row can be left out; nobody is merged with anybody.
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { htcdsField } from '#shared/htcds/fields';
import { problemWeight } from '#shared/htcds/problem';
import type { ImportRow, ImportSummary } from '#shared/records/htcds-import';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { partialDateWords } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Hers } from '../../ui/hers.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, When, Word } from '../../ui/status-words.tsx';

const PAGE = 25;
type Show = 'all' | 'to-check' | 'duplicates' | 'left-out';

export function ImportRows({ summary }: { summary: ImportSummary }) {
  const t = useText();
  const { importId } = summary;
  const [show, setShow] = useState<Show>('all');
  const [offset, setOffset] = useState(0);
  const page = useRead('htcdsImport.page', { importId, show, offset, limit: PAGE }, { keepLast: true });
  const leaveOut = useWrite('htcdsImport.leaveOut', { quiet: true });
  const labels: Record<Show, string> = {
    all: t('imports.all', { count: summary.people }),
    'to-check': t('imports.to-check', { count: summary.rowsToCheck }),
    duplicates: t('imports.duplicates', { count: summary.rowsWithDuplicates }),
    'left-out': t('imports.left-out'),
  };
  const choose = (value: string): void => {
    setShow(value as Show);
    setOffset(0);
  };
  return (
    <div>
      <div className="list-bar">
        <SegmentedControl
          aria-label={t('imports.show')}
          value={show}
          onChange={choose}
          data={(Object.keys(labels) as Show[]).map((value) => ({ value, label: labels[value] }))}
        />
      </div>
      {(page.error ?? leaveOut.error) && <ErrorSentence error={(page.error ?? leaveOut.error)!} />}
      {page.value && (
        <Sheet flush>
          <table className="import-rows">
            <thead>
              <tr>
                {[
                  t('imports.row'),
                  t('imports.name'),
                  t('imports.born'),
                  t('imports.filled'),
                  t('imports.found'),
                  '',
                ].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.value.rows.map((row) => (
                <OneRow
                  key={row.row}
                  row={row}
                  onLeaveOut={() => void leaveOut.run({ importId, row: row.row, leaveOut: !row.leftOut })}
                />
              ))}
            </tbody>
          </table>
          <Pager offset={offset} total={page.value.total} onGo={setOffset} />
        </Sheet>
      )}
    </div>
  );
}

function OneRow({ row, onLeaveOut }: { row: ImportRow; onLeaveOut: () => void }) {
  const t = useText();
  return (
    <tr className={row.leftOut ? 'out' : ''}>
      <td className="num">{row.rowNumber}</td>
      <th scope="row">
        {row.displayName === '' ? <span className="dim">{t('imports.noName')}</span> : <Hers>{row.displayName}</Hers>}
      </th>
      <td className="num">{row.birthdate ? partialDateWords(row.birthdate) : ''}</td>
      <td className="num">{row.answered}</td>
      <td>
        <Found row={row} />
      </td>
      <td>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${row.leftOut ? t('imports.takeIn') : t('imports.leaveOut')}: ${t('imports.row')} ${row.rowNumber}`}
          onClick={onLeaveOut}
        >
          {row.leftOut ? t('imports.takeIn') : t('imports.leaveOut')}
        </Button>
      </td>
    </tr>
  );
}

function Found({ row }: { row: ImportRow }) {
  const t = useText();
  if (row.leftOut) return <Word>{t('imports.isLeftOut')}</Word>;
  const asked = row.problems.some(({ code }) => problemWeight(code) === 'ask');
  const marked = row.problems.filter(({ code }) => problemWeight(code) !== 'note');
  return (
    <>
      {marked.length === 0 ? <Ok>{t('imports.ready')}</Ok> : null}
      {marked.map((problem, index) => (
        <div key={index}>
          {asked && problemWeight(problem.code) === 'ask' ? (
            <When tone="lit">{t(`imports.problem.${problem.code}`)}</When>
          ) : (
            <Note>{t(`imports.problem.${problem.code}`)}</Note>
          )}
          {problem.field !== null && (
            <span className="small dim" dir="auto">
              {` ${htcdsField(problem.field).label}${problem.asWritten === '' ? '' : `: ${problem.asWritten.slice(0, 60)}`}`}
            </span>
          )}
        </div>
      ))}
      {row.duplicates.map((suggestion, index) => (
        <p key={index} className="small" dir="auto">
          {suggestion.displayName === ''
            ? t('imports.perhapsClosed')
            : t('imports.perhaps', { name: suggestion.displayName })}
        </p>
      ))}
    </>
  );
}

function Pager({ offset, total, onGo }: { offset: number; total: number; onGo: (offset: number) => void }) {
  const t = useText();
  if (total <= PAGE) return null;
  return (
    <p className="rows-more row between">
      <Button
        variant="subtle"
        size="compact-md"
        disabled={offset === 0}
        onClick={() => onGo(Math.max(0, offset - PAGE))}
      >
        {t('shell.back')}
      </Button>
      <span className="num">{`${offset + 1}–${Math.min(offset + PAGE, total)} / ${total}`}</span>
      <Button variant="subtle" size="compact-md" disabled={offset + PAGE >= total} onClick={() => onGo(offset + PAGE)}>
        {t('imports.more')}
      </Button>
    </p>
  );
}
