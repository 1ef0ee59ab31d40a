// Everyone who works here: role, cases, and in a word whether something is missing.
import { Link } from 'wouter';
import { complianceOf } from '#shared/records/training-rules';
import type { TrainingRow } from '#shared/records/training';
import { useText } from '../../text.ts';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, When } from '../../ui/status-words.tsx';
import { caseloadWords } from './team-words.ts';

export function PeopleSheet({ rows }: { rows: readonly TrainingRow[] }) {
  const t = useText();
  return (
    <Sheet flush title={t('team.people')}>
      <Rows label={t('team.people')}>
        {rows.map((row) => (
          <li key={row.person.id} className="team-row">
            <span className="team-person">
              <Link href={`/team/${row.person.id}`} dir="auto">
                {row.person.name}
              </Link>
              <span className="small dim">{t(`safekeeping.role.${row.role}`)}</span>
            </span>
            <span className="small">
              <Caseload row={row} />
            </span>
            <span>
              <HowItStands row={row} />
            </span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}

function Caseload({ row }: { row: TrainingRow }) {
  const t = useText();
  if (row.cases === 0 && row.cap === null) return null;
  const words = caseloadWords(t, row);
  return row.cap !== null && row.cases > row.cap ? <Note>{words}</Note> : words;
}

export function HowItStands({ row }: { row: Pick<TrainingRow, 'cells'> }) {
  const t = useText();
  const { current, required } = complianceOf(row.cells);
  const due = row.cells.filter(({ status, isMandatory }) => isMandatory && status === 'DUE').length;
  if (required > current) return <Note>{t('team.personMissing', { count: required - current })}</Note>;
  return due > 0 ? <When tone="lit">{t('team.personDue', { count: due })}</When> : <Ok>{t('team.personDone')}</Ok>;
}
