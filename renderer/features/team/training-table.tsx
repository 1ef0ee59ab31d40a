// Courses down, people across: each cell says how it stands and leads to the colleague.
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Course } from '#shared/records/course';
import type { TrainingCell, TrainingMatrix, TrainingRow } from '#shared/records/training';
import { useText } from '../../text.ts';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { useGridKeys } from './grid-keys.ts';
import { StatusMark } from './status-mark.tsx';
import { courseName, statusWords } from './team-words.ts';

type Shown = 'all' | 'missing';

/** Something to do: not done or run out where it is asked for, or soon to run out. */
const calls = ({ status, isMandatory }: TrainingCell): boolean =>
  status === 'DUE' || (isMandatory && (status === 'MISSING' || status === 'EXPIRED'));

const cellOf = (row: TrainingRow, { code }: Course): TrainingCell =>
  row.cells.find((cell) => cell.code === code) ?? {
    ...{ code, status: 'NOT_NEEDED', isMandatory: false, doneOn: null, expiresOn: null },
  };

export function TrainingTable({ matrix }: { matrix: TrainingMatrix }) {
  const t = useText();
  const [shown, setShown] = useState<Shown>('all');
  const isShort = shown === 'missing';
  const rows = isShort ? matrix.rows.filter(({ cells }) => cells.some(calls)) : matrix.rows;
  const courses = isShort
    ? matrix.courses.filter((course) => rows.some((row) => calls(cellOf(row, course))))
    : matrix.courses;
  return (
    <Sheet
      title={t('team.table')}
      end={
        <SegmentedControl
          aria-label={t('team.show')}
          size="sm"
          value={shown}
          onChange={(value) => setShown(value)}
          data={[
            { value: 'all', label: t('team.showAll') },
            { value: 'missing', label: t('team.showMissing') },
          ]}
        />
      }
    >
      {courses.length === 0 ? (
        <EmptyState>{t('team.nothingMissing')}</EmptyState>
      ) : (
        <Grid rows={rows} courses={courses} isShort={isShort} />
      )}
    </Sheet>
  );
}

interface GridProps {
  readonly rows: readonly TrainingRow[];
  readonly courses: readonly Course[];
  /** Only what is missing: what is well is left empty. */
  readonly isShort: boolean;
}

function Grid({ rows, courses, isShort }: GridProps) {
  const t = useText();
  const { cell, onKeyDown } = useGridKeys({ rows: courses.length, columns: rows.length });
  return (
    <div className="stack">
      <p className="small dim">{t('team.tableSays')}</p>
      <div className="training">
        <table role="grid" className="training-table" aria-label={t('team.table')} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">{t('team.course')}</th>
              {rows.map(({ person }) => (
                <th key={person.id} scope="col">
                  <span dir="auto">{person.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {courses.map((course, atRow) => (
              <tr key={course.code}>
                <th scope="row">{courseName(t, course)}</th>
                {rows.map((row, atColumn) => (
                  <td key={row.person.id}>
                    <Cell row={row} course={course} isShort={isShort} keys={cell(atRow, atColumn)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface CellProps {
  readonly row: TrainingRow;
  readonly course: Course;
  readonly isShort: boolean;
  readonly keys: ReturnType<ReturnType<typeof useGridKeys>['cell']>;
}

function Cell({ row, course, isShort, keys }: CellProps) {
  const t = useText();
  const cell = cellOf(row, course);
  const name = t('team.cellOf', { name: row.person.name, course: courseName(t, course) });
  return (
    <Link
      className="training-cell"
      href={`/team/${row.person.id}`}
      aria-label={`${name}: ${statusWords(t, cell)}`}
      {...keys}
    >
      {(!isShort || calls(cell)) && <StatusMark cell={cell} />}
    </Link>
  );
}
