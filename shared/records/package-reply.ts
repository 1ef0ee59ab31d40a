// Reply to a package: what a partner agency answered, brought back on a stick. It is read before it is kept, belongs to one
// package alone, and is kept once.
import { z } from 'zod';
import { caseWorkers, read, task } from '../contract/operation.ts';
import { CaseFileId, ChoiceHandle, RecordId } from '../ids.ts';
import { REPLY_NOTE_LIMIT, ReplyAnswer } from '../packages/reply.ts';
import { CalendarDate, Instant } from '../time.ts';
import { OfCase, RevisionMark } from './revision-mark.ts';

const Hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

export const PackageReply = z.strictObject({
  caseFileId: CaseFileId,
  /** The line of the log that it answers. */
  disclosureId: RecordId,
  answer: ReplyAnswer,
  /** As the agency's computer had it; ours is `receivedAt`. */
  answeredOn: CalendarDate,
  note: z.string().max(REPLY_NOTE_LIMIT),
  receivedAt: Instant,
  /** SHA-256 of the manifest of the package, and the answer's own random number. */
  packageId: Hex(32),
  replyNumber: Hex(16),
});
export type PackageReply = z.output<typeof PackageReply>;

export const StoredPackageReply = z.strictObject({ ...PackageReply.shape, ...RevisionMark.shape, id: RecordId });
export type StoredPackageReply = z.output<typeof StoredPackageReply>;

/** What is shown before anything is kept. */
export const ReplyPreview = z.strictObject({
  ...PackageReply.pick({ caseFileId: true, disclosureId: true, answer: true, answeredOn: true, note: true }).shape,
  /** To whom the package went, when, and for what. */
  recipientName: z.string().max(200),
  purpose: z.string().max(2_000),
  sentAt: Instant,
  /** Of the sealed file: handed back when keeping, so that what was read is what is kept. */
  sha256: Hex(32),
});
export type ReplyPreview = z.output<typeof ReplyPreview>;

/**
 * Where a referral stands after an answer (domain §12); null when the answer moves none. Whoever keeps referrals asks this when a
 * reply to the package of one was kept.
 */
export const referralStateAfter: Readonly<
  Record<ReplyAnswer, 'ACKNOWLEDGED' | 'ACCEPTED' | 'WAITLISTED' | 'DECLINED_BY_PARTNER' | null>
> = {
  RECEIVED: 'ACKNOWLEDGED',
  ACCEPTED: 'ACCEPTED',
  WAITING_LIST: 'WAITLISTED',
  DECLINED: 'DECLINED_BY_PARTNER',
  SERVICE_GIVEN: null, // what came of it is for her to say
  CLOSED: null,
};

const chosen = {
  file: ChoiceHandle,
  /** Brought in on the page of a case: then it must answer a package of that case. */
  caseFileId: CaseFileId.optional(),
};

/** Errors of both tasks: reply-not-ours, reply-forged, reply-other-package, reply-seen, not-assigned, those of a file from outside. */
export const packageReplyOperations = {
  /** Opens an answer and shows it; keeps nothing. */
  read: task(caseWorkers, [], z.strictObject(chosen), ReplyPreview),
  /** Opens it again and keeps it. Errors besides: conflict (another file than the one that was read). */
  keep: task(
    caseWorkers,
    ['packageReply', 'caseFile', 'referral', 'today', 'calendar'],
    z.strictObject({ ...chosen, sha256: Hex(32) }),
    StoredPackageReply,
  ),
  /** Of one case, newest first. */
  list: read(caseWorkers, OfCase, z.array(StoredPackageReply)),
};
