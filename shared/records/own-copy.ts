// Own copy: what a survivor is given of her own record (domain §15). Lines about others, or that would put somebody in danger, are
// masked with a reason that stands on the copy; notes of counselling are separate. What was given is known by its hash.
import { z } from 'zod';
import { caseWorkers, ofWeight, read, task, write } from '../contract/operation.ts';
import { CaseFileId, ChoiceHandle, RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { CreatedPackage } from './export-package.ts';
import { Omission } from '../packages/omission.ts';
import { ReleasedRow } from './package.ts';
import { ReleaseCategory } from './release-categories.ts';
import { OfCase, RevisionMark } from './revision-mark.ts';

/** Everything, or only what she gave herself (GDPR Art. 15 and Art. 20). */
export const CopyScope = z.enum(['WHOLE', 'GIVEN']);
export type CopyScope = z.output<typeof CopyScope>;

export const MaskReason = z.enum(['OTHER_PERSON', 'REPORTER', 'STAFF_PRIVATE', 'SAFETY']);
export type MaskReason = z.output<typeof MaskReason>;

/** `id` stays the same as long as the record is not written on. */
export const OwnLine = z.strictObject({
  id: z.string().max(120),
  ...ReleasedRow.shape,
  /** Left out to begin with, until whoever looks it through says that it may be given. */
  suggested: MaskReason.optional(),
});
export type OwnLine = z.output<typeof OwnLine>;
export const OwnSection = z.strictObject({
  category: ReleaseCategory,
  title: z.string().min(1).max(120),
  lines: z.array(OwnLine).max(100_000),
});
export type OwnSection = z.output<typeof OwnSection>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const OwnRecord = z.strictObject({
  sections: z.array(OwnSection).max(60),
  omissions: z.array(Omission).max(60),
  /** Handed back when it is given, so that what was read through is what is given. */
  sha256: Sha256,
});
export type OwnRecord = z.output<typeof OwnRecord>;

export const Mask = z.strictObject({ lineId: z.string().max(120), reason: MaskReason });
export type Mask = z.output<typeof Mask>;

/** READ_TOGETHER: read here, nothing taken along. WE_KEEP: printed, and kept in this house for her. */
export const HandedWay = z.enum(['READ_TOGETHER', 'PAPER', 'STICK', 'WE_KEEP']);
export type HandedWay = z.output<typeof HandedWay>;

export const OwnCopy = z.strictObject({
  caseFileId: CaseFileId,
  requestId: RecordId,
  scope: CopyScope,
  way: HandedWay,
  handedOn: CalendarDate,
  lines: z.int().min(0),
  /** Labels of what was left out, never the words. */
  masked: z.array(z.strictObject({ label: z.string().max(200), reason: MaskReason })).max(20_000),
  /** Of exactly what was given. */
  documentSha256: Sha256,
});
export type OwnCopy = z.output<typeof OwnCopy>;
export const StoredOwnCopy = z.strictObject({ ...OwnCopy.shape, ...RevisionMark.shape, id: RecordId });
export type StoredOwnCopy = z.output<typeof StoredOwnCopy>;

const handing = {
  caseFileId: CaseFileId,
  /** A request to see, to have or to take along, of which somebody checked who asks. */
  requestId: RecordId,
  sha256: Sha256,
  masks: z.array(Mask).max(20_000),
};
const touched = ['ownCopy', 'rightsRequest', 'disclosureLog', 'caseFile', 'today', 'calendar'];

export const ownCopyOperations = {
  read: read(caseWorkers, z.strictObject({ ...OfCase.shape, scope: CopyScope }), OwnRecord),
  /** Written down before the printer is asked; ends the request. Errors: conflict, rule-broken {rule: RightsRefusal | 'right-kind'}. */
  hand: ofWeight(
    write(caseWorkers, touched, z.strictObject({ ...handing, way: HandedWay.exclude(['STICK']) }), StoredOwnCopy),
  ),
  /** The same onto a stick, sealed with a passphrase of hers: page, PDF, JSON, workbook and CSV. Errors: those of `hand`, pages-not-made, those of sticks and files. */
  save: ofWeight(
    task(
      caseWorkers,
      touched,
      z.strictObject({ ...handing, passphrase: z.string().min(1).max(256), folder: ChoiceHandle }),
      CreatedPackage,
    ),
  ),
  /** Newest first. */
  list: read(caseWorkers, OfCase, z.array(StoredOwnCopy)),
};
