// Legal hold: a reason from outside why nothing of a case may be erased for now (domain §16). It stands in the open, is looked at
// again every 90 days and ends by a person's word. Never a way to keep what should go.
import { z } from 'zod';
import { directorOnly, legalStage, ofWeight, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { addDays, CalendarDate } from '../time.ts';
import { PartCategory } from './erased-part.ts';
import { BasedOn, CaseRef, OfCase, RevisionMark } from './revision-mark.ts';

/** domain §16: "reviewed every 90 d". */
export const HOLD_REVIEW_DAYS = 90;

const Line = z.string().trim().min(1).max(300);

const Covers = z.array(PartCategory).max(PartCategory.options.length);

export const LegalHold = z.strictObject({
  caseFileId: CaseFileId,
  reason: Line,
  /** Who asks for it: a court, counsel, the law itself. */
  authority: z.string().trim().min(1).max(200),
  /** A request from outside places one by itself (domain §14); else a director did. */
  placedBy: z.enum(['DIRECTOR', 'LEGAL_REQUEST']),
  /** What must stay; nothing named is everything. Of what it does not cover she may still have a part erased (scenario §24 no. 19). */
  covers: Covers.default([]),
  startedOn: CalendarDate,
  /** The days on which somebody looked whether it is still needed. */
  reviews: z.array(z.strictObject({ on: CalendarDate, by: z.uuid() })).max(400),
  ended: z.strictObject({ on: CalendarDate, why: Line }).nullable(),
});
export type LegalHold = z.output<typeof LegalHold>;

/** Null once it has ended. */
export function reviewDueOn({ startedOn, reviews, ended }: Pick<LegalHold, 'startedOn' | 'reviews' | 'ended'>) {
  return ended === null ? addDays(reviews.at(-1)?.on ?? startedOn, HOLD_REVIEW_DAYS) : null;
}

export const StoredHold = z.strictObject({
  ...LegalHold.shape,
  ...RevisionMark.shape,
  id: RecordId,
  reviewDueOn: CalendarDate.nullable(),
});
export type StoredHold = z.output<typeof StoredHold>;

/** For Today: a hold whose day to be looked at has come. */
export const DueHold = z.strictObject({ of: CaseRef, on: CalendarDate });
export type DueHold = z.output<typeof DueHold>;

const touched = ['legalHold', 'retention', 'today', 'calendar'];
const OfHold = { id: RecordId, basedOn: BasedOn };

export const legalHoldOperations = {
  /** Of the whole record, those that have ended as well; newest first. Of a sealed earlier file to a director, as with every act here. */
  list: opening('keeping', read(legalStage, OfCase, z.array(StoredHold))),
  /** rule-broken {rule: 'hold-known'} while one stands already. */
  place: ofWeight(
    opening(
      'keeping',
      write(
        directorOnly,
        touched,
        z.strictObject({
          caseFileId: CaseFileId,
          reason: Line,
          authority: LegalHold.shape.authority,
          covers: Covers.default([]),
        }),
        StoredHold,
      ),
    ),
  ),
  /** It was looked at and stays. rule-broken {rule: 'hold-ended'}. */
  review: ofWeight(opening('keeping', write(directorOnly, touched, z.strictObject(OfHold), StoredHold))),
  end: ofWeight(opening('keeping', write(directorOnly, touched, z.strictObject({ ...OfHold, why: Line }), StoredHold))),
};
