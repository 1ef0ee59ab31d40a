// Whom to ask again whether the ways to reach her are still right: 30 days after they were agreed last (domain §2).
import { CaseFileId } from '#shared/ids';
import type { DueContact } from '#shared/records/today';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { herCases, inHerCases } from './case-reach.ts';

interface DueRow extends Row {
  id: string;
  name_used: string;
  case_number: string;
  contact_due_on: string;
}

/** In open cases, due by that day, longest due first. */
export function dueContacts(context: ReadContext, until: string): DueContact[] {
  return context.db
    .all<DueRow>(
      `SELECT id, name_used, case_number, contact_due_on FROM case_file
       WHERE is_open = 1 AND contact_due_on <= $until AND ${inHerCases('id')}
       ORDER BY contact_due_on, name_used`,
      { until, ...herCases(context) },
    )
    .map((row) => ({
      of: { caseFileId: CaseFileId.parse(row.id), nameUsed: row.name_used, caseNumber: row.case_number },
      on: row.contact_due_on,
    }));
}
