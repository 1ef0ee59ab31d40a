// A backup that is met again is an anchor: the newest MAC of its day lies in its manifest, under a seal that only a key of this vault
// makes, on a medium that whoever sits at this computer may not have at hand. The history here must still hold the entry of that MAC.
import type { BackupHistory } from '#shared/records/backup';
import { hasMac, saysLeftBehind } from '../audit/anchors.ts';
import type { ReadableDb } from '../database/sql.ts';
import { type BackupFacts, unhex } from './manifest.ts';

/** `newestEntryAt`: of its newest entry, from its label. Only for manifests that a key of this vault vouches for. */
export function historyOf(db: ReadableDb, facts: BackupFacts, newestEntryAt: number | null): BackupHistory {
  const at = newestEntryAt ?? facts.createdAt;
  if (hasMac(db, unhex(facts.chainHead), at)) return 'same';
  if (saysLeftBehind(db, at)) return 'left-behind';
  const here = db.get<{ seq: number }>('SELECT commit_seq AS seq FROM vault_state')?.seq ?? 0;
  return facts.commitSeq > here ? 'newer' : 'other';
}
