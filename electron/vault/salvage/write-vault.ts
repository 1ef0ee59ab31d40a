// The new database: the joined chain with its bodies, the facts made from them, and at the end of the chain what is missing. One
// transaction; what it wrote is proven through the door that every unlock uses.
import { randomBytes } from 'node:crypto';
import { type MissingRecord, SALVAGE_RECORD, SalvageBody } from '#shared/records/salvage';
import { openChain } from '../audit/chain.ts';
import { sayAnew } from '../audit/forget-entries.ts';
import { dropDerived, migrate } from '../database/migrate.ts';
import { createDatabase } from '../database/open.ts';
import { putIfItFits, putRow } from '../database/put-rows.ts';
import type { Connection } from '../database/sql.ts';
import type { EpochKey } from '../epoch-keys.ts';
import { replaceFile, writeSlotFiles } from '../keys/atomic-file.ts';
import { databaseKey, type VaultKeys } from '../keys/derived-keys.ts';
import { newHeadFile } from '../keys/head.ts';
import { slotsHash } from '../keys/slots.ts';
import { wipe } from '../keys/wipe.ts';
import { renewSearch } from '../records/renew-search.ts';
import type { VaultFolder } from '../vault-folder.ts';
import type { SourceRows } from './backup-rows.ts';
import type { FoundRows } from './found-rows.ts';
import type { JoinedBody } from './join-bodies.ts';
import { type JoinedChain, REBUILT } from './join-chain.ts';
import { type Filling, nextRevision } from './next-state.ts';
import { placeRecords } from './place-records.ts';
import { placeSignatures } from './place-signatures.ts';
import { settleFiles } from './settle-files.ts';
import { placeSeals, placeSecrets, placeState, type VaultIdentity } from './ways-in.ts';

export interface Joined {
  readonly chain: JoinedChain;
  readonly bodies: readonly JoinedBody[];
  readonly own: FoundRows;
  readonly backup: SourceRows;
  /** Those of earlier epochs, proven by entries of their time. */
  readonly earlier: readonly EpochKey[];
  readonly backupAt: number | null;
  readonly savesLost: number;
}

export interface NewVault {
  readonly place: VaultFolder;
  readonly identity: VaultIdentity;
  readonly keys: VaultKeys;
  readonly staffId: string | null;
  readonly lostFiles: ReadonlySet<string>;
}

/** Answers what the list says. Slots, head and database lie in the workshop afterwards, flushed but not yet proven. */
export function writeVault(joined: Joined, to: NewVault): SalvageBody {
  const { vaultId, unlocked, now } = to.identity;
  const salt = Uint8Array.from(randomBytes(16));
  const key = databaseKey(unlocked.opened.vaultKey, vaultId, salt);
  const db = createDatabase(to.place.database, key, salt);
  wipe(key);
  try {
    migrate(db);
    const said = db.transaction(() => {
      dropDerived(db);
      db.run('PRAGMA defer_foreign_keys = ON');
      placeChain(db, joined);
      const chain = openChain(db, to.keys.auditMac, unlocked.file.epoch);
      return fill({ db, chain, now, staffId: to.staffId }, joined, to);
    });
    migrate(db); // views and triggers
    db.transaction(() => renewSearch(db));
    writeSlotFiles(to.place.folder, unlocked.bytes);
    writeHead(db, to);
    return said;
  } finally {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  }
}

function placeChain(db: Connection, { chain, bodies, earlier }: Joined): void {
  for (const { epoch, vaultKey } of earlier) db.run('INSERT INTO epoch_key VALUES (?, ?)', [epoch, vaultKey]);
  for (const row of chain.rows) putRow(db, 'audit_entry', Object.values(row));
  for (const { row, body } of bodies)
    putRow(db, 'revision', [row.seq, row.record_kind, row.record_id, row.revision, body]);
}

function fill(filling: Filling, joined: Joined, { identity, lostFiles }: NewVault): SalvageBody {
  const { own, backup } = joined;
  const parts = placeState(filling, own, backup, identity);
  const signaturesLost = placeSignatures(filling, joined, identity);
  const { missing, apart } = placeRecords(filling, joined.bodies, own.facts);
  missing.push(...settleFiles(filling, lostFiles));
  parts.push(...placeSecrets(filling, own, backup, identity), ...placeSeals(filling, own, backup));
  placeDrafts(filling, own);
  sayWhatIsForgotten(filling);
  const said = SalvageBody.parse({
    at: filling.now,
    backupAt: joined.backupAt,
    breaks: joined.chain.breaks,
    lostBodies: joined.bodies.flatMap(({ row, is }) => (is === 'lost' || is === 'untold' ? [row.seq] : [])),
    signaturesLost,
    apart,
    gaps: joined.chain.gaps,
    missing: withoutDoubles(missing),
    parts,
    unsigned: joined.chain.unsigned,
    savesLost: joined.savesLost,
  });
  say(filling, said);
  return said;
}

/** Old lines of History that were emptied are counted in an entry; where some of them are lost, it must be said anew. */
function sayWhatIsForgotten({ db, chain, now, staffId }: Filling): void {
  const detail = sayAnew(db);
  if (detail !== null) chain.append(db, { at: now, staffId, action: REBUILT, detail });
}

/** What was being written: kept where its case and its writer are. */
function placeDrafts({ db }: Filling, { plain }: FoundRows): void {
  for (const row of plain.draft) putIfItFits(() => putRow(db, 'draft', row));
  db.run('DELETE FROM draft WHERE staff_id NOT IN (SELECT id FROM staff_member)');
  db.run('DELETE FROM draft WHERE case_file_id IS NOT NULL AND case_file_id NOT IN (SELECT id FROM case_file)');
}

/** A file whose key is lost is named by its content and by itself. */
function withoutDoubles(missing: readonly MissingRecord[]): MissingRecord[] {
  const files = new Set(missing.filter(({ loss }) => loss === 'file').map(({ recordId }) => recordId));
  return missing.filter(({ recordId, loss }) => loss === 'file' || !files.has(recordId));
}

/** An entry of the chain with all of it: what it says is proven like every other body from now on. */
function say(filling: Filling, said: SalvageBody): void {
  const { db, chain, now, staffId } = filling;
  const body = JSON.stringify(said);
  const revision = nextRevision(filling, SALVAGE_RECORD);
  const about = { recordKind: 'salvage', recordId: SALVAGE_RECORD, revision };
  const seq = chain.append(db, { at: now, staffId, action: REBUILT, ...about, body });
  putRow(db, 'revision', [seq, about.recordKind, about.recordId, revision, body]);
  db.run('UPDATE vault_state SET commit_seq = commit_seq + 1');
}

function writeHead(db: Connection, { place, identity, keys }: NewVault): void {
  const { file, bytes } = identity.unlocked;
  const head = {
    commitSeq: db.get<{ seq: number }>('SELECT commit_seq AS seq FROM vault_state')?.seq ?? 0,
    epoch: file.epoch,
    chainHead:
      db.get<{ mac: Uint8Array }>('SELECT mac FROM audit_entry ORDER BY seq DESC LIMIT 1')?.mac ?? Buffer.alloc(32),
    slotsHash: slotsHash(bytes),
    slotsGeneration: file.generation,
  };
  replaceFile(place.head, newHeadFile(head, keys.headMac));
}
