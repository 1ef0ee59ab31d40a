// What an agency answered to a package moves the referral that went with it, when there is no doubt which one that is.
import type { ReplyAnswer } from '#shared/packages/reply';
import { referralStateAfter } from '#shared/records/package-reply';
import { actRefusal, passedThrough } from '#shared/records/referral-rules';
import type { WriteContext } from '../context.ts';
import { listRecords, saveRecord } from './record-kind.ts';
import { stateToday } from './referral-checks.ts';
import { moved, referralKind } from './referral-kind.ts';

interface Answered {
  readonly caseFileId: string;
  /** The permission under which the package left. */
  readonly releaseId: string;
  readonly answer: ReplyAnswer;
}

/** Of several referrals under one permission a person says which was meant; one that is further on already stays where it is. */
export function moveReferralOn(context: WriteContext, { caseFileId, releaseId, answer }: Answered): void {
  const to = referralStateAfter[answer];
  if (to === null) return;
  const open = 't.case_file_id = ? AND t.release_id = ? AND t.is_open = 1';
  const waiting = listRecords(context, referralKind, open, [caseFileId, releaseId]).filter(
    ({ body }) => body.origin === null && body.sentHow === 'ENCRYPTED_MEDIA',
  );
  const [one] = waiting;
  if (one === undefined || waiting.length > 1 || actRefusal(stateToday(context, one.body), to) !== null) return;
  const body = moved(context, one.body, passedThrough(one.body.state, to));
  saveRecord(context, referralKind, { id: one.id, caseFileId: body.caseFileId, body, expectedRevision: one.revision });
}
