// Somebody whose case closed comes back: a new case of the same person, with a number and a worker of its own (domain §18). The
// earlier file is sealed from that moment on, to everybody, until she agrees that the two are linked; she can take that back.
// Sealed, it still keeps her apart from whom a flag names, and out of the hands of an interpreter who was unsafe.
import { z } from 'zod';
import { caseWorkers, directorOnly, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { CaseNumber } from './case-number.ts';
import { type CalendarDate as Day, addDays, CalendarDate, Instant } from '../time.ts';
import { NameUsed } from './case-facts.ts';
import { BasedOn, CaseRef, OfCase, Revision, StaffRef } from './revision-mark.ts';

/** How she agreed: said it, or wrote it on paper that is kept. */
export const AgreedHow = z.enum(['SPOKEN', 'PAPER']);
export type AgreedHow = z.output<typeof AgreedHow>;

const Agreement = z.strictObject({
  /** Who asked her. */
  by: StaffMemberId,
  on: CalendarDate,
  how: AgreedHow,
  takenBack: z.strictObject({ by: StaffMemberId, on: CalendarDate }).nullable(),
});

/** One for each earlier file of a case, and again at each return. */
export const Episode = z.strictObject({
  /** The case that was opened when she came back. */
  caseFileId: CaseFileId,
  earlier: CaseFileId,
  turn: z.int().min(1),
  agreement: Agreement.nullable(),
  /** It was somebody else: the link is gone, and the earlier file opens to whom it opened before. */
  ended: z.strictObject({ by: StaffMemberId, at: Instant }).nullable(),
});
export type Episode = z.output<typeof Episode>;

export const isAgreed = ({ agreement }: Episode): boolean => agreement !== null && agreement.takenBack === null;

/** As the page of the newer case shows it. Of a sealed file it tells that there is one, and nothing of it. */
export const EarlierFile = z.strictObject({
  id: RecordId,
  revision: Revision,
  /** The last answer; null when she was not asked yet. */
  agreement: z.strictObject({ ...Agreement.shape, by: StaffRef.nullable() }).nullable(),
  /** Null while it is sealed. */
  file: CaseRef.nullable(),
  /** It names people she needs safety from. Told to who works on the newer case, and never whom. */
  namesHarm: z.boolean(),
});
export type EarlierFile = z.output<typeof EarlierFile>;

export const Episodes = z.strictObject({
  earlier: z.array(EarlierFile).max(50),
  /** Of an earlier file: where she is now, to whoever may open both. */
  now: CaseRef.nullable(),
});
export type Episodes = z.output<typeof Episodes>;

/** A sealed earlier file as a director sees to it: by its number, so that it can be held or erased without being opened. */
export const SealedFile = z.strictObject({ id: RecordId, caseFileId: CaseFileId, caseNumber: CaseNumber });
export type SealedFile = z.output<typeof SealedFile>;

export type EpisodeRefusal = 'episode-here' | 'episode-known' | 'episode-ended' | 'reopen-late' | 'reopen-why';

/** Days in which a case that was closed by mistake opens again as it was [P]; who comes back later has a new one. */
export const REOPEN_DAYS = 7;
export const isClosedByMistake = (closedOn: Day, today: Day): boolean => today <= addDays(closedOn, REOPEN_DAYS);

const touched = [
  'episode',
  'caseFile',
  'caseAssignment',
  'samePerson',
  'need',
  'caseNote',
  'conflictFlag',
  'task',
  'calendar',
  'today',
];
const OfLink = { ...OfCase.shape, id: RecordId, basedOn: BasedOn };
const nothing = z.strictObject({});

export const episodeOperations = {
  /**
   * She is here again: opens a new case of hers and seals `caseFileId`, the earlier one; who opens it works on it. Answers with the
   * new case. Errors: rule-broken {rule: 'episode-here' | 'episode-known' | 'merge-part' | 'conflict-worker'}.
   */
  open: opening('facts', write(caseWorkers, touched, z.strictObject({ ...OfCase.shape, nameUsed: NameUsed }), OfCase)),
  /** A director says that a case opened without knowing it is of somebody who was here before. Errors as `open`, merge-self, merge-apart. */
  link: opening(
    'facts',
    write(directorOnly, touched, z.strictObject({ ...OfCase.shape, earlierCaseFileId: CaseFileId }), nothing),
  ),
  /** Her yes, asked by whoever writes it down. Errors: rule-broken {rule: 'conflict-worker' | 'episode-ended'}. */
  agree: write(caseWorkers, touched, z.strictObject({ ...OfLink, how: AgreedHow }), nothing),
  takeBack: write(caseWorkers, touched, z.strictObject(OfLink), nothing),
  /** The earlier files of a case that are sealed, in the order in which she was here. How long each is kept: `retention.ofCase`. */
  sealedFiles: opening('facts', read(directorOnly, OfCase, z.array(SealedFile).max(50))),
  /** It was somebody else. A second person is shown who said so and why, because it opens a sealed file again. */
  part: opening(
    'facts',
    write(directorOnly, touched, z.strictObject({ ...OfLink, why: z.string().trim().min(3).max(200) }), nothing),
  ),
};
