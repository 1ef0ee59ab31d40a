// Old lines of History go (domain §16: audit log 6 y), and the chain still proves every line that stays. An entry that nothing
// needs any more is emptied: who, what, when and about which record. Its MAC stays, because the next entry was made over it.
// A later entry says how many were emptied and the hash of their MACs; so one that was emptied without a word, and an old page that
// brings one back, are both noticed.
import { createHash } from 'node:crypto';
import type { ReadableDb, SqlValues, WritableDb } from '../database/sql.ts';
import { KEY_ENTERED, LIST_ENTERED } from './weight.ts';

/** What is left of an entry. */
interface Emptied {
  readonly seq: number;
  readonly action: string;
  readonly mac: Uint8Array;
}

export const isForgotten = ({ action }: Pick<Emptied, 'action'>): boolean => action === '';

const detailOf = (count: number, sha256: string): string => `forgotten:${count}:${sha256}`;
const SAID = /^forgotten:(\d+):([0-9a-f]{64})$/;

/** What the state of the ways in is read from, however old (access/way-back-state.ts, access/key-file-state.ts), and by whose keys entries are signed. */
const KEPT_ACTIONS = [
  'session.makeRecoveryCode',
  'session.recover',
  'compartment.openWithCode',
  'session.makeTrustees',
  'session.tryTrustees',
  'session.openWithTrustees',
  'keyFile.make',
  'keyFile.setLock',
  // Without them nothing that is signed could be proven any more.
  KEY_ENTERED,
  LIST_ENTERED,
];

/**
 * Entries of before an instant that nothing needs: their record is not there any more, or they speak of none. What a standing hold is
 * about stays, and whatever says that words were taken out of a record that is still there. Binds $before and $kept.
 */
const OLD = `e.at < $before AND e.action <> '' AND e.action NOT IN (SELECT value FROM json_each($kept))
  AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.record_id = e.record_id AND r.body IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.audit_seq = e.seq AND r.body IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.ended_on IS NULL AND h.case_file_id = e.case_file_id)`;

const values = (before: number): SqlValues => ({ before, kept: JSON.stringify(KEPT_ACTIONS) });

export const oldEntries = (db: ReadableDb, before: number): number =>
  db.get<{ n: number }>(`SELECT count(*) AS n FROM audit_entry e WHERE ${OLD}`, values(before))?.n ?? 0;

/** Empties them, with their signatures (those would still say who acted), and returns what the entry about it must say. */
export function forgetEntries(db: WritableDb, before: number): string {
  db.run(
    `UPDATE audit_entry AS e SET at = 0, staff_id = NULL, action = '', record_kind = NULL, record_id = NULL, revision = NULL,
       case_file_id = NULL, body_hash = NULL, detail = '', signature = NULL WHERE ${OLD}`,
    values(before),
  );
  db.run("DELETE FROM revision WHERE audit_seq IN (SELECT seq FROM audit_entry WHERE action = '')");
  db.run("DELETE FROM audit_signature WHERE seq IN (SELECT seq FROM audit_entry WHERE action = '')");
  const seen = forgottenSeen();
  for (const row of emptied(db)) seen.see(row);
  return seen.said();
}

/** What a later entry must say of the emptied ones that are here now, or null when the newest says it already. */
export function sayAnew(db: ReadableDb): string | null {
  const seen = forgottenSeen();
  for (const row of emptied(db)) seen.see(row);
  return seen.fits(db) ? null : seen.said();
}

const emptied = (db: ReadableDb) =>
  db.all<Emptied & { [name: string]: number | string | Uint8Array }>(
    "SELECT seq, action, mac FROM audit_entry WHERE action = '' ORDER BY seq",
  );

interface Seen {
  /** In the order of the chain. */
  see(row: Emptied): void;
  /** What is to be said of those that were seen. */
  said(): string;
  /** Whether the newest entry that speaks of them says just that. */
  fits(db: ReadableDb): boolean;
}

export function forgottenSeen(): Seen {
  const hash = createHash('sha256');
  let count = 0;
  let digest: string | null = null;
  const said = (): string => {
    digest ??= hash.digest('hex');
    return detailOf(count, digest);
  };
  return {
    see: ({ seq, mac }) => {
      count += 1;
      hash.update(`${seq}:`).update(mac);
    },
    said,
    fits: (db) => {
      const newest = db.get<{ detail: string }>(
        "SELECT detail FROM audit_entry WHERE detail >= 'forgotten:' AND detail < 'forgotten;' ORDER BY seq DESC LIMIT 1",
      );
      if (newest === undefined) return count === 0;
      return SAID.test(newest.detail) && newest.detail === said();
    },
  };
}
