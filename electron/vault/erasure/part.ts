// The act on a part of a case, in one transaction: chosen records go with all that belongs to them, or the ways to reach somebody are
// taken out of what stays. What is left is one line that names nobody, and the keyed hashes by which an older copy is recognised.
import { randomBytes } from 'node:crypto';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { caseNumberFrom } from '#shared/records/case-number';
import { type ErasedPart, kindsOf, PartCategory, type PartClass } from '#shared/records/erased-part';
import type { ErasureReason } from '#shared/records/retention';
import { ERASED } from '../audit/chain.ts';
import type { WriteContext } from '../context.ts';
import { type CaseKey, dropDraftsOf, type Eraser } from '../records/erased-case.ts';
import { erasedPartKind, type PartRecord, recordsOfKinds, withWhatGoesAlong } from '../records/erased-part.ts';
import { eraseRecords, type NamedRecord, saveRecord } from '../records/record-kind.ts';
import { EVER, reachKeptSince, redactContact } from '../records/redact-contact.ts';

export interface PartKeys {
  readonly keyOf: CaseKey;
  readonly recordKeyOf: CaseKey;
}

export interface PartHow extends PartKeys {
  readonly class: PartClass;
  readonly reason: ErasureReason;
  readonly approvedBy: StaffMemberId[];
}

export interface TakenPart {
  readonly part: ErasedPart;
  readonly blobs: readonly string[];
}

export interface ChosenPart {
  readonly caseFileId: CaseFileId;
  readonly records: readonly PartRecord[];
  /** Ways to reach her go as well. */
  readonly contact: boolean;
}

/** Takes a part of a case out and keeps what stays of it. */
export function erasePart(
  context: WriteContext,
  { caseFileId, records, contact }: ChosenPart,
  { keyOf, recordKeyOf, ...how }: PartHow,
): TakenPart {
  const going = withWhatGoesAlong(context, records);
  const since = earliest([
    ...records.map(({ at }) => at),
    ...(contact ? [reachKeptSince(context.db, caseFileId)] : []),
    context.now(),
  ]);
  const blobs = takeRecords(context, going);
  const redacted = contact ? redactContact(context, caseFileId, EVER) : 0;
  if (redacted > 0) context.db.run('UPDATE vault_state SET unswept = 1');
  if (contact) dropDraftsOfKinds(context, caseFileId, CONTACT_DRAFTS);
  const part: ErasedPart = {
    ...how,
    certificate: caseNumberFrom(randomBytes(32)),
    erasedOn: context.today(),
    erasedAt: context.now(),
    since,
    recordKeys: going.map(({ id }) => recordKeyOf(id)),
    contactOf: redacted > 0 ? [keyOf(caseFileId)] : [],
    counts: countsOf(going, redacted > 0),
  };
  keepPart(context, part);
  return { part, blobs };
}

export const keepPart = (eraser: Eraser, body: ErasedPart): void =>
  void saveRecord(eraser, erasedPartKind, { id: eraser.newId(), caseFileId: null, body, expectedRevision: 0 });

/** Records with their words, drafts and files. Says so in the chain for each, and marks the file as one to be written anew. */
export function takeRecords(eraser: Eraser, records: readonly NamedRecord[]): string[] {
  const { db } = eraser;
  const ids = records.map(({ id }) => id);
  const blobs = db.all<{ blob: string }>(
    'SELECT blob FROM attachment_content WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  );
  dropDraftsOf(db, ids);
  eraseRecords(eraser, records);
  for (const recordId of ids)
    eraser.chain.append(db, {
      at: eraser.now(),
      staffId: eraser.staffMember.id,
      action: eraser.action,
      detail: ERASED,
      recordId,
    });
  db.run('UPDATE vault_state SET unswept = 1');
  return blobs.map(({ blob }) => blob);
}

/** Where a number that has just gone may stand in the making. */
const CONTACT_DRAFTS = ['case-file', 'sealed-words', 'case-exit'];
/** What is written down while somebody talks becomes a note. */
const draftKindsOf = (kinds: readonly string[]): string[] => [
  ...kinds,
  ...(kinds.includes('case-note') ? ['conversation-note'] : []),
];

/** What is being written of these kinds in a case. */
export const dropDraftsOfKinds = ({ db }: Pick<Eraser, 'db'>, caseFileId: string, kinds: readonly string[]): void =>
  void db.run(
    `DELETE FROM draft WHERE case_file_id = $case
       AND EXISTS (SELECT 1 FROM json_each($kinds) WHERE draft.target LIKE value || '/%')`,
    { case: caseFileId, kinds: JSON.stringify(draftKindsOf(kinds)) },
  );

/** In an older copy nobody knows what a draft was about: those of the case go. */
export const dropDraftsOfCase = ({ db }: Pick<Eraser, 'db'>, caseFileId: string): void =>
  void db.run('DELETE FROM draft WHERE case_file_id = ?', [caseFileId]);

const earliest = (instants: readonly (number | null)[]): number => Math.min(...instants.filter((one) => one !== null));

/** What stands beside others (the content of a file, a look at a screen, a correction beside an entry) is not counted by itself. */
function countsOf(going: readonly NamedRecord[], contact: boolean): ErasedPart['counts'] {
  const counts: Record<string, number> = {};
  for (const { kind } of going) {
    const category = categoryOf(kind);
    if (category !== null) counts[category] = (counts[category] ?? 0) + 1;
  }
  if (contact) counts['CONTACT'] = (counts['CONTACT'] ?? 0) + 1;
  return counts;
}

const uncounted = ['attachment-content', 'screening-opening', 'sent-reply', 'amendment'];
const categoryOf = (kind: string): PartCategory | null =>
  uncounted.includes(kind) ? null : (PartCategory.options.find((one) => kindsOf[one].includes(kind)) ?? null);

/** All records of some categories of a case, and what of it is still being written. */
export function ofCategories(
  context: WriteContext,
  caseFileId: CaseFileId,
  categories: readonly PartCategory[],
): ChosenPart {
  const kinds = [...new Set(categories.flatMap((one) => kindsOf[one]))];
  dropDraftsOfKinds(context, caseFileId, kinds);
  return { caseFileId, records: recordsOfKinds(context, caseFileId, kinds), contact: categories.includes('CONTACT') };
}
