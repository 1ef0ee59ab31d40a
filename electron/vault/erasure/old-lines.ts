// What is no case and has had its time as well: what is kept of the training of colleagues who left, and lines of History that nothing
// needs any more. It goes with the next run that two people sign, each with a certificate of its own; nobody chooses among it.
import { randomBytes } from 'node:crypto';
import { caseNumberFrom } from '#shared/records/case-number';
import type { ErasedPart } from '#shared/records/erased-part';
import { addDays, type CalendarDate, DAY, instantsAround } from '#shared/time';
import { forgetEntries, oldEntries } from '../audit/forget-entries.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import type { NamedRecord } from '../records/record-kind.ts';
import { rulesNow } from '../records/retention-rules.ts';
import { keepPart, type PartHow, takeRecords } from './part.ts';

/** What is known of a colleague beyond her name; her name stays as long as she stands in History. */
const OF_TEAM = `SELECT 'course-completion' AS kind, t.id, m.disabled_at AS left_at FROM course_completion t JOIN staff_member m ON m.id = t.staff_id
  UNION ALL SELECT 'supervision', t.id, m.disabled_at FROM supervision t JOIN staff_member m ON m.id = t.staff_id
  UNION ALL SELECT 'colleague-facts', t.id, m.disabled_at FROM colleague_facts t JOIN staff_member m ON m.id = t.staff_id
  UNION ALL SELECT 'gate-override', t.id, m.disabled_at FROM gate_override t JOIN staff_member m ON m.id = t.staff_id
  UNION ALL SELECT 'leaving', t.id, m.disabled_at FROM leaving t JOIN staff_member m ON m.id = t.staff_id`;

/** The first instant that is later than every hour of a day, wherever the house is. */
const endOf = (day: CalendarDate): number => instantsAround(day, day).until - DAY;

export function teamDue(context: ReadContext): NamedRecord[] {
  const left = addDays(context.today(), -rulesNow(context).TEAM);
  return context.db
    .all<{ kind: string; id: string }>(`SELECT kind, id FROM (${OF_TEAM}) WHERE left_at < ? ORDER BY kind, id`, [
      endOf(left),
    ])
    .map(({ kind, id }) => ({ kind, id }));
}

const historyBefore = (context: ReadContext): number => context.now() - rulesNow(context).HISTORY * DAY;

export const historyDue = (context: ReadContext): number => oldEntries(context.db, historyBefore(context));

/** Returns what stays of each, none for what had nothing due. */
export function forgetOldLines(context: WriteContext, approvedBy: Approved): ErasedPart[] {
  return [forgetTeam(context, approvedBy), forgetHistory(context, approvedBy)].filter((part) => part !== null);
}

type Approved = PartHow['approvedBy'];

function forgetTeam(context: WriteContext, approvedBy: Approved): ErasedPart | null {
  const due = teamDue(context);
  if (due.length === 0) return null;
  takeRecords(context, due);
  return kept(context, { approvedBy, class: 'TEAM', lines: due.length });
}

/** The entry that says so comes after all else of this run: it vouches for every line that was ever emptied. */
function forgetHistory(context: WriteContext, approvedBy: Approved): ErasedPart | null {
  const lines = historyDue(context);
  if (lines === 0) return null;
  const said = forgetEntries(context.db, historyBefore(context));
  context.note(said);
  context.db.run('UPDATE vault_state SET unswept = 1');
  return kept(context, { approvedBy, class: 'HISTORY', lines });
}

type Line = Pick<ErasedPart, 'approvedBy' | 'class'> & { readonly lines: number };

/** No keys: a copy of an earlier day knows by itself that the time of these lines is over. */
function kept(context: WriteContext, { lines, ...told }: Line): ErasedPart {
  const part: ErasedPart = {
    ...told,
    certificate: caseNumberFrom(randomBytes(32)),
    reason: 'RULE',
    erasedOn: context.today(),
    erasedAt: context.now(),
    since: context.now(),
    recordKeys: [],
    contactOf: [],
    counts: { LINES: lines },
  };
  keepPart(context, part);
  return part;
}
