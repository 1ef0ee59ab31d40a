// What damage took and no salvage brought back, for the person who asks: by case, kind and day, and never by a name.
import type { SalvageBody, SalvageReport } from '#shared/records/salvage';
import { DAY } from '#shared/time';
import { salvagesIn } from '../audit/stated-losses.ts';
import type { ReadContext } from '../context.ts';
import { mayOpen } from './case-reach.ts';
import { caseRef } from './case-ref.ts';

/** For so long Today tells of it. */
const TELL_DAYS = 30;

/** Newest first. */
export const missingReports = (context: ReadContext): SalvageReport[] =>
  salvagesIn(context.db)
    .map((said) => reportFor(context, said))
    .reverse();

/** How many things must perhaps be asked again since the newest salvage. */
export function missingSince(context: ReadContext): number {
  const newest = salvagesIn(context.db).at(-1);
  if (newest === undefined || context.now() - newest.at > TELL_DAYS * DAY) return 0;
  return reportFor(context, newest).lines.filter(({ loss }) => loss !== 'earlier').length;
}

/** Kinds of which nobody but those who may read them learns that a case has one. */
const SEALED = new Set([
  'sealed-words',
  'sealed-opening',
  'sealed-note',
  'screening-opening',
  'interpreter-exclusion',
  'privileged-box',
  'privileged-names',
]);

/** Lines of cases that were erased since are told to nobody. */
function reportFor(context: ReadContext, said: SalvageBody): SalvageReport {
  const { at, backupAt, gaps, parts, unsigned, savesLost } = said;
  const lines = said.missing.flatMap(({ kind, caseFileId, at: written, loss }) => {
    if (caseFileId === null) return [{ kind, caseNumber: null, ofCase: false, at: written, loss }];
    if (context.db.get('SELECT 1 AS here FROM case_file WHERE id = ?', [caseFileId]) === undefined) return [];
    const mayKnow = mayOpen(context, SEALED.has(kind) ? 'sealed' : 'facts', caseFileId);
    const caseNumber = mayKnow ? caseRef(context, caseFileId).caseNumber : null;
    return [{ kind, caseNumber, ofCase: true, at: written, loss }];
  });
  return { at, backupAt, lines, gaps, parts, unsigned, savesLost };
}
