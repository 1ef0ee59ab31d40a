// How a case file is kept, apart from what can be done with it: finding a case needs it too.
import { fold } from '#shared/fold';
import { CaseFile, closedOn, takenInOn } from '#shared/records/case-file';
import { isOpen } from '#shared/records/case-status';
import { allNames, inLatin, nameToSay } from '#shared/records/names';
import { askAgainOn } from '#shared/records/safe-contact';
import { genderCategory } from '#shared/statistics/counted-facts';
import { recordKind } from './record-kind.ts';

export const caseFileKind = recordKind<CaseFile>({
  kind: 'case-file',
  schema: CaseFile,
  table: 'case_file',
  columns: (body) => ({
    case_number: body.caseNumber,
    name_used: nameToSay(body),
    folded_name: fold(nameToSay(body)),
    folded_names: allNames(body).map(fold).join('\n'),
    latin_names: namesInLatin(body),
    status: body.status,
    is_open: Number(isOpen(body.status)),
    opened_on: body.openedOn,
    worker_id: body.workerId,
    contact_due_on: askAgainOn(body.safeContact, body.openedOn),
    taken_in_on: takenInOn(body),
    closed_on: closedOn(body),
    closing_reason: body.closing?.reason ?? null,
    gender: genderCategory(body.gender),
  }),
  renewed: ['taken_in_on', 'closed_on', 'closing_reason', 'gender'],
});

/** One a line; the first is the one that lists show. */
function namesInLatin(body: CaseFile): string {
  const names = body.nameUsedIsSafe ? allNames(body) : [nameToSay(body), ...allNames(body)];
  return names.map(inLatin).join('\n');
}
