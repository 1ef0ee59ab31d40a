// Salvage: what can be read of a damaged vault goes into a new one, the newest backup fills in what it can, and what is still missing is
// told by case, kind and day, never by a name. The damaged files are kept aside as they are.
import { z } from 'zod';
import { noteWriters, ofWeight, read, task } from '../contract/operation.ts';
import { CaseFileId, ChoiceHandle } from '../ids.ts';
import { Instant } from '../time.ts';
import { BackupCredential, BackupName } from './backup.ts';

/** Under this id the chain keeps what each salvage could not read. No record has it: theirs are random. */
export const SALVAGE_RECORD = 'salvage';

/**
 * `whole`: nothing of it is left. `newest`: it stands as it was before its last change. `earlier`: only an older state is lost.
 * `apart`: its words are kept, but what they belong to is lost. `file`: its bytes are gone.
 */
export const Loss = z.enum(['whole', 'newest', 'earlier', 'apart', 'file']);
export type Loss = z.output<typeof Loss>;

/** Parts of the vault that are no records. `house`: its name and settings. `ways-in`: what a new vault key needs of a colleague. */
export const LostPart = z.enum(['house', 'ways-in', 'sealed-notes']);
export type LostPart = z.output<typeof LostPart>;

const KindName = z.string().regex(/^[a-z][a-z-]{0,39}$/);
const seq = z.int().min(1);

export const MissingRecord = z.strictObject({
  recordId: z.string().max(80),
  kind: KindName,
  caseFileId: CaseFileId.nullable(),
  /** When what is lost was written. */
  at: Instant,
  loss: Loss,
});
export type MissingRecord = z.output<typeof MissingRecord>;

/** Lines of the history that are gone, and between which times: acts of people, and saves that nothing else tells of. */
export const HistoryGap = z.strictObject({ from: seq, to: seq, after: Instant.nullable(), before: Instant.nullable() });
export type HistoryGap = z.output<typeof HistoryGap>;

/** What a salvage leaves in the chain. */
export const SalvageBody = z.strictObject({
  at: Instant,
  /** Of the backup that filled in; null when there was none. */
  backupAt: Instant.nullable(),
  /** Entries that do not follow the one before: the MAC of each, made as if it were the first. */
  breaks: z.array(z.strictObject({ before: seq, attest: z.string().regex(/^[0-9a-f]{64}$/) })),
  lostBodies: z.array(seq),
  /** Entries of weight whose signatures are lost, and those by which this salvage made a key known that nobody vouches for. */
  signaturesLost: z.array(seq).default([]),
  apart: z.array(z.string().max(80)),
  gaps: z.array(HistoryGap),
  missing: z.array(MissingRecord),
  parts: z.array(LostPart),
  /** Saved states whose words are there, but not who wrote them and when. */
  unsigned: z.int().min(0),
  /** Saves that the computer remembers and that are in none of the files. */
  savesLost: z.int().min(0),
});
export type SalvageBody = z.output<typeof SalvageBody>;

export const SalvagePhase = z.enum(['checking-space', 'reading', 'verifying', 'copying', 'preparing', 'finishing']);
export type SalvagePhase = z.output<typeof SalvagePhase>;

const count = z.int().min(0);

/** What a look found. Nothing was changed by it. */
export const SalvageFindings = z.strictObject({
  /** Records that will be there afterwards, with their newest words. */
  records: count,
  /** Of these, what came out of the backup. */
  refilled: count,
  missing: z.strictObject({ whole: count, newest: count, earlier: count, apart: count, file: count }),
  /** Lines of the history. */
  historyLines: count,
  unsigned: count,
  savesLost: count,
  parts: z.array(LostPart),
  backupAt: Instant.nullable(),
  /** An older state of the records may have been put here: then only a director or the recovery code goes on. */
  directorNeeded: z.boolean(),
});
export type SalvageFindings = z.output<typeof SalvageFindings>;

const Wanted = z.strictObject({
  credential: BackupCredential,
  /** The newest backup within reach; null when there is none. */
  backup: z.strictObject({ folder: ChoiceHandle, name: BackupName, credential: BackupCredential }).nullable(),
});

/** A line of the list of what is missing. The number is null where the person who asks may not know of the case. */
export const MissingLine = z.strictObject({
  kind: KindName,
  caseNumber: z.string().max(40).nullable(),
  ofCase: z.boolean(),
  at: Instant,
  loss: Loss,
});
export type MissingLine = z.output<typeof MissingLine>;

export const SalvageReport = z.strictObject({
  at: Instant,
  backupAt: Instant.nullable(),
  lines: z.array(MissingLine),
  gaps: z.array(HistoryGap),
  parts: z.array(LostPart),
  unsigned: count,
  savesLost: count,
});
export type SalvageReport = z.output<typeof SalvageReport>;

const None = z.strictObject({});

export const salvageOperations = {
  /** Reads everything that can be read and says what a salvage would find. Changes nothing. Errors: those of opening a vault. */
  look: task('nobody-signed-in', [], Wanted, SalvageFindings),
  /**
   * Builds a new vault beside the damaged one, proves it, claims the swap and asks for a restart, as a restore does. Errors:
   * salvage-nothing, salvage-director, those of a backup and of a full disk.
   */
  carryOut: ofWeight(task('nobody-signed-in', ['session'], Wanted, SalvageFindings)),
  /** What salvages of this vault could not bring back, newest first. */
  missing: read(noteWriters, None, z.array(SalvageReport)),
};
