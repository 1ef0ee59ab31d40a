// The act itself, in one transaction: what is due by its rule, or what its person asked for, never what is held.
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import type { ErasureReason } from '#shared/records/retention';
import { isDue, type Keeping } from '#shared/records/retention-rules';
import type { WriteContext } from '../context.ts';
import { loadCase } from '../records/case-file.ts';
import { type CaseKey, eraseWhole, type TakenOut } from '../records/erased-case.ts';
import { isHereAgain } from '../records/episode-kind.ts';
import { refuseWhileHeld } from '../records/legal-hold.ts';
import { wholeOf } from '../records/one-record.ts';
import { keepingNow } from '../records/retention-rules.ts';
import { obey } from '../records/revision-mark.ts';
import { forgetShared } from './shared-lines.ts';

export interface Run {
  readonly caseFileIds: readonly CaseFileId[];
  readonly reason: ErasureReason;
  readonly approvedBy: StaffMemberId[];
  readonly keyOf: CaseKey;
}

/** Throws rule-broken {rule: 'erase-part' | 'erase-not-due' | 'hold-stands'}, not-found; nothing is erased then. */
export function eraseAll(context: WriteContext, { caseFileIds, ...how }: Run): TakenOut[] {
  const taken = [...new Set(caseFileIds)].flatMap((id) =>
    eraseWhole(context, id, { ...how, class: permit(context, id, how.reason) }),
  );
  forgetShared(context);
  return taken;
}

/** Judged anew in the transaction: between the list on the screen and the second passphrase a hold may have been placed. */
function permit(context: WriteContext, id: CaseFileId, reason: ErasureReason): 'CASE' | 'INQUIRY' {
  const stored = loadCase(context, id);
  obey(wholeOf(context, id) === null ? null : 'erase-part');
  refuseWhileHeld(context, id);
  const keeping = keepingNow(context, stored);
  if (reason === 'RULE') obey(isDueNow(context, id, keeping) ? null : 'erase-not-due');
  return keeping?.class ?? 'CASE';
}

const isDueNow = (context: WriteContext, id: CaseFileId, keeping: Keeping | null): boolean =>
  keeping !== null && isDue(keeping, context.today()) && !isHereAgain(context, id);
