// The disclosure log as a whole (domain §14): every package, and everything else that left, by word of mouth, on paper, as her own
// copy, for a court or an authority. Nothing in it is ever changed; what was wrong to give stands in it as well.
import { z } from 'zod';
import { caseWorkers, ofWeight, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { REPLY_NOTE_LIMIT, ReplyAnswer } from '../packages/reply.ts';
import { DisclosureBasis, SealedFor } from './export-package.ts';
import { ReleaseCategory } from './release-categories.ts';
import type { CheckName } from './release-rules.ts';
import { OfCase, StaffRef } from './revision-mark.ts';

export const DisclosureWay = z.enum([
  'PACKAGE',
  'ANSWER',
  'SPOKEN',
  'PAPER',
  'ELECTRONIC',
  'OWN_COPY',
  'PRODUCTION',
  'MANDATED_REPORT',
]);
export type DisclosureWay = z.output<typeof DisclosureWay>;
/** The ways that somebody writes down afterwards; the others are written by what makes them. */
export const HandWay = DisclosureWay.extract(['SPOKEN', 'PAPER', 'ELECTRONIC', 'MANDATED_REPORT']);
export type HandWay = z.output<typeof HandWay>;

const Check = z.enum(['recipient', 'purpose', 'covers', 'date', 'still-her-wish']) satisfies z.ZodType<CheckName>;
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `told: false` says why not in `how` (28 CFR 94.115: reasonable attempts). */
export const SurvivorTold = z.strictObject({ told: z.boolean(), how: z.string().trim().max(400) });

const written = {
  caseFileId: CaseFileId,
  /** The day on which it left. */
  sentOn: CalendarDate,
  recipientName: z.string().trim().min(1).max(200),
  /** The agency of the directory, where it is one. */
  partnerAgencyId: RecordId.nullable(),
  /** What for; compared with the permission, when it left under one. */
  purpose: z.string().trim().max(2_000),
  categories: z.array(ReleaseCategory).min(1).max(ReleaseCategory.options.length),
  /** What was told or handed over, in a line. */
  what: z.string().trim().max(1_000),
  basis: DisclosureBasis,
  survivorTold: SurvivorTold,
  /** What was done so that it harms nobody. */
  steps: z.string().trim().max(1_000),
};

export const OtherDisclosure = z.strictObject({
  ...written,
  way: DisclosureWay.exclude(['PACKAGE', 'ANSWER']),
  sentAt: Instant,
  /** Of the exact bytes, where there are any. */
  documentSha256: Sha256.nullable(),
  /** Of what left under a permission: which of its five checks do not match. */
  unmatched: z.array(Check).max(5),
});
export type OtherDisclosure = z.output<typeof OtherDisclosure>;

/** An answer to the package of another house rests on a yes that was asked for it alone. */
export const LineBasis = z.union([
  DisclosureBasis,
  z.strictObject({ kind: z.literal('AGREED_ANSWER'), reference: z.string().max(200) }),
]);
export type LineBasis = z.output<typeof LineBasis>;

/** One line, whatever it is about. */
export const DisclosureLine = z.strictObject({
  id: RecordId,
  way: DisclosureWay,
  on: CalendarDate,
  at: Instant,
  by: StaffRef.nullable(),
  recipientName: z.string().max(200),
  purpose: z.string().max(2_000),
  categories: z.array(ReleaseCategory).max(60),
  what: z.string().max(REPLY_NOTE_LIMIT),
  /** Of a package: whose keys open it. None with a passphrase, and for everything else. */
  sealedFor: z.array(SealedFor).max(20),
  /** What was answered, of an answer; its note is in `what`. */
  answer: ReplyAnswer.nullable(),
  basis: LineBasis,
  survivorTold: SurvivorTold,
  steps: z.string().max(1_000),
  documentSha256: Sha256.nullable(),
  unmatched: z.array(Check).max(5),
});
export type DisclosureLine = z.output<typeof DisclosureLine>;

export type DisclosureRefusal = 'disclosure-later' | 'disclosure-told' | 'disclosure-reference';

type Written = Pick<OtherDisclosure, 'sentOn' | 'survivorTold' | 'basis'>;

/** Why this line may not be written, or null: a day ahead, no word about why she was not told, no law or order named. */
export function disclosureRefusal(line: Written, today: CalendarDate): DisclosureRefusal | null {
  if (line.sentOn > today) return 'disclosure-later';
  if (!line.survivorTold.told && line.survivorTold.how === '') return 'disclosure-told';
  return line.basis.kind !== 'RELEASE' && line.basis.reference.trim() === '' ? 'disclosure-reference' : null;
}

export const disclosureLogOperations = {
  /** Newest first. */
  list: read(caseWorkers, OfCase, z.array(DisclosureLine)),
  /** What left without this program. Errors: rule-broken {rule: DisclosureRefusal}, not-found for a permission of another case. */
  add: ofWeight(
    write(caseWorkers, ['disclosureLog', 'caseFile'], z.strictObject({ ...written, way: HandWay }), DisclosureLine),
  ),
};
