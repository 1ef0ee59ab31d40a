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
          <li key={row.person.id} className="wrap">
            <span className="grow team-person">
              <Link href={`/team/${row.person.id}`} dir="auto">
                {row.person.name}
              </Link>
              <span className="small dim">{t(`safekeeping.role.${row.role}`)}</span>
            </span>
            {(row.cases > 0 || row.cap !== null) && (
              <span className="team-cases small">
                {row.cap !== null && row.cases > row.cap ? <Note>{caseloadWords(t, row)}</Note> : caseloadWords(t, row)}
              </span>
            )}
            <span className="team-stands">
              <HowItStands row={row} />
            </span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}

export function HowItStands({ row }: { row: Pick<TrainingRow, 'cells'> }) {
  const t = useText();
  const { current, required } = complianceOf(row.cells);
  const due = row.cells.filter(({ status, isMandatory }) => isMandatory && status === 'DUE').length;
  if (required > current) return <Note>{t('team.personMissing', { count: required - current })}</Note>;
  return due > 0 ? <When tone="lit">{t('team.personDue', { count: due })}</When> : <Ok>{t('team.personDone')}</Ok>;
}
