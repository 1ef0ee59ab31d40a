// What falls due in sealed earlier files, for a director: which file by its number, what kind of thing, on which day. No word, no name
// and no hour; two things of one kind on one day are one line. So that a day is not lost while nobody reads the file (domain §18).
import { CaseFileId, RecordId } from '#shared/ids';
import { CaseNumber } from '#shared/records/case-number';
import type { SealedDue } from '#shared/records/calendar';
import { addDays, type CalendarDate } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { sealedLegalDates } from './legal-matter.ts';

interface DueRow extends Row {
  kind: SealedDue['kind'];
  due_on: string;
  episode_id: string;
  now_case_id: string;
  case_number: string;
}

interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The dates of legal matters: those of these days, or those that Today brings up. */
  readonly legal: 'THESE_DAYS' | 'BROUGHT_UP';
}

/** Days for which a task or a legal date is told of once it has passed: nobody can settle it while the file is sealed. */
const PAST_DAYS = 14;

/** Nobody asks how she is while she is here: follow-ups are not due. Holds and what she asked for herself wait until they are settled. */
const DUE = `WITH due (kind, case_file_id, due_on) AS (
  SELECT 'task', case_file_id, due_on FROM task WHERE is_open = 1 AND due_on >= $since AND due_on BETWEEN $from AND $to
  UNION ALL SELECT 'rights-request', case_file_id, due_on FROM rights_request WHERE due_on BETWEEN $from AND $to
  UNION ALL SELECT 'legal-hold', case_file_id, review_due_on FROM legal_hold WHERE review_due_on BETWEEN $from AND $to
  UNION ALL SELECT 'legal-date', json_extract(value, '$.caseFileId'), json_extract(value, '$.on') FROM json_each($legal))
SELECT DISTINCT due.kind, due.due_on, f.episode_id, f.now_case_id, whole.case_number
  FROM due JOIN earlier_file f ON f.case_file_id = due.case_file_id JOIN episode e ON e.id = f.episode_id
       JOIN case_file whole ON whole.id = e.earlier_case_id
 WHERE f.agreed = 0 ORDER BY due.due_on, whole.case_number, due.kind`;

/** In the order of days. */
export function sealedDue(context: ReadContext, { from, to, legal }: Days): SealedDue[] {
  const today = context.today();
  const since = addDays(today, -PAST_DAYS);
  const isTold = ({ on }: { on: string }): boolean => on >= since && on >= from && on <= to;
  const dates = sealedLegalDates(context, today).filter(legal === 'BROUGHT_UP' ? ({ isUp }) => isUp : isTold);
  return context.db.all<DueRow>(DUE, { from, to, since, legal: JSON.stringify(dates) }).map((row) => ({
    id: RecordId.parse(row.episode_id),
    caseNumber: CaseNumber.parse(row.case_number),
    nowCaseId: CaseFileId.parse(row.now_case_id),
    kind: row.kind,
    on: row.due_on,
  }));
}
