// Our answer to a package that another house sent: small, sealed for that house alone, written to the stick. What was answered stays
// here, and stands in the log of what left: an answer says that somebody is known to this house.
import { z } from 'zod';
import { caseWorkers, ofWeight, read, task } from '../contract/operation.ts';
import { CaseFileId, ChoiceHandle, RecordId } from '../ids.ts';
import { REPLY_NOTE_LIMIT, ReplyAnswer } from '../packages/reply.ts';
import { CalendarDate, Instant } from '../time.ts';
import { StickAfterwards } from './export-package.ts';
import { RevisionMark } from './revision-mark.ts';

export const SentReply = z.strictObject({
  caseFileId: CaseFileId,
  /** The package that is answered. */
  receivedPackageId: RecordId,
  /** How the house called itself that the answer goes to. */
  recipientName: z.string().min(1).max(200),
  answer: ReplyAnswer,
  answeredOn: CalendarDate,
  note: z.string().max(REPLY_NOTE_LIMIT),
  sentAt: Instant,
  fileName: z.string().regex(/^r-[0-9a-z]{8}\.age$/),
  /** Of the sealed file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The answer's own random number: the other house takes it in once. */
  replyNumber: z.string().regex(/^[0-9a-f]{32}$/),
});
export type SentReply = z.output<typeof SentReply>;

export const StoredSentReply = z.strictObject({ ...SentReply.shape, ...RevisionMark.shape, id: RecordId });
export type StoredSentReply = z.output<typeof StoredSentReply>;

/** `answer-none`: the package does not say how to answer it. `answer-not-asked`: nobody asked the person it is about. */
export type AnswerRefusal = 'answer-none' | 'answer-not-asked';

export const sentReplyOperations = {
  /**
   * Seals the answer, writes it into a chosen folder and reads it back. Errors: rule-broken {rule: AnswerRefusal | 'case-restricted'},
   * not-found, those of sticks and files.
   */
  write: ofWeight(
    task(
      caseWorkers,
      ['sentReply', 'disclosureLog', 'caseFile'],
      z.strictObject({
        receivedPackageId: RecordId,
        answer: ReplyAnswer,
        note: z.string().trim().max(REPLY_NOTE_LIMIT),
        /** The person it is about said yes to this answer. */
        asked: z.boolean(),
        folder: ChoiceHandle,
      }),
      z.strictObject({ reply: StoredSentReply, stick: StickAfterwards }),
    ),
  ),
  /** What was answered to one package, newest first. */
  list: read(caseWorkers, z.strictObject({ receivedPackageId: RecordId }), z.array(StoredSentReply)),
};
