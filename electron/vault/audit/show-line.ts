// One line of History as somebody may see it: the act, who, and of a case its number at most.
import type { HistoryLine, Outcome } from '#shared/records/audit-entry';
import { CaseNumber } from '#shared/records/case-number';
import type { ReadContext } from '../context.ts';
import { caseRef } from '../records/case-ref.ts';
import { isSealed, mayOpen } from '../records/case-reach.ts';
import { staffRef } from '../records/revision-mark.ts';
import { ERASED } from './chain.ts';
import type { Line } from './history.ts';

/** Whose history is read: that of everybody, by their number or with the way to their file, or one's own. */
export type Reading = 'AS_DIRECTOR' | 'AS_AUDITOR' | 'OWN';

type OfAct = HistoryLine['of'];

/** Shows lines; asks for each person and each case once. */
export function shownLines(context: ReadContext, reading: Reading, lines: readonly Line[]): HistoryLine[] {
  const who = once((id: string) => staffRef(context, id));
  const of = once((id: string) => caseOf(context, reading, id));
  return lines.map((line) => ({
    ...{ seq: line.seq, at: line.at, action: line.action, recordKind: line.record_kind, isSigned: line.signed === 1 },
    ...outcomeOf(line),
    who: line.staff_id === null ? null : who(line.staff_id),
    of: line.case_file_id === null ? null : of(line.case_file_id),
  }));
}

function once<Value>(ask: (id: string) => Value): (id: string) => Value {
  const known = new Map<string, Value>();
  return (id) => {
    if (!known.has(id)) known.set(id, ask(id));
    return known.get(id) as Value;
  };
}

/** To somebody who reads her own: nothing of a case that does not open to her, not even its number (it would lead from a group to a file). */
function caseOf(context: ReadContext, reading: Reading, id: string): OfAct {
  if (reading === 'OWN' && !mayOpen(context, 'facts', id)) return null;
  const row = context.db.get<{ number: string }>('SELECT case_number AS number FROM case_file WHERE id = ?', [id]);
  if (row === undefined) return { state: 'ERASED' };
  const caseNumber = CaseNumber.parse(row.number);
  if (isSealed(context, id)) return { state: 'SEALED', caseNumber };
  if (reading === 'AS_AUDITOR') return { state: 'NUMBER', caseNumber };
  return { state: 'OPEN', caseNumber, caseFileId: caseRef(context, id).caseFileId };
}

const CODES: Readonly<Record<string, Outcome>> = {
  '': 'DONE',
  denied: 'REFUSED',
  begun: 'BEGUN',
  verified: 'CHECKED',
  passed: 'CHECKED',
  missed: 'MISSED',
  [ERASED]: 'ERASED',
};
const KINDS: Readonly<Record<string, Outcome>> = { failed: 'FAILED', redacted: 'REDACTED', forgotten: 'FORGOTTEN' };

/** Details are codes and numbers (chain.ts); what a package could not be written for is the code of the error alone. */
function outcomeOf({ detail, action }: Line): Pick<HistoryLine, 'outcome' | 'times'> {
  const [code = '', number = ''] = detail.split(':');
  if (code === 'missed') return { outcome: 'MISSED', times: Math.max(1, Number(number) || 1) };
  const isCode = (PACKAGES as readonly string[]).includes(action) && !Object.hasOwn(CODES, detail);
  return { outcome: CODES[detail] ?? KINDS[code] ?? (isCode ? 'FAILED' : 'DONE'), times: null };
}

const PACKAGES = ['exportPackage.create', 'sentReply.write'] as const;
