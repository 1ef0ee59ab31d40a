// Anchors: the MAC of one entry, kept where nobody who can change the vault can change it. As every MAC covers all entries before it, one
// that still fits says that nothing up to there was rewritten since. They lie in backups, in packages that agencies hold, and on paper.
import type { ReadableDb } from '../database/sql.ts';
import { anchorWords as wordsOfMac } from '../keys/fingerprint.ts';
import { salvagesIn } from './stated-losses.ts';

export interface Anchor {
  /** Number of the entry in the chain, from 1. */
  readonly seq: number;
  /** Its MAC, 32 bytes. */
  readonly mac: Uint8Array;
}

/** `fits`: nothing up to this entry was rewritten. `differs`: another history. `missing`: this history does not reach so far. */
export type AnchorVerdict = 'fits' | 'differs' | 'missing';

/** The newest entry; null in a vault without one. */
export const newestAnchor = (db: ReadableDb): Anchor | null =>
  db.get<{ seq: number; mac: Uint8Array }>('SELECT seq, mac FROM audit_entry ORDER BY seq DESC LIMIT 1') ?? null;

/** The ten words of one entry (keys/README, "Words for comparing"), for a printed slip; null where no such entry is. */
export function anchorWords(db: ReadableDb, seq: number): readonly string[] | null {
  const mac = macAt(db, seq);
  return mac === undefined ? null : wordsOfMac(mac);
}

/** Compares a slip with the history. Words as a person typed them: case and spaces around do not count. */
export function matchesAnchor(db: ReadableDb, seq: number, words: readonly string[]): AnchorVerdict {
  const here = anchorWords(db, seq);
  if (here === null) return 'missing';
  const typed = words.map((word) => word.normalize('NFKC').trim().toLowerCase());
  return typed.length === here.length && here.every((word, index) => word === typed[index]) ? 'fits' : 'differs';
}

/** The number of the entry that ten words stand for, or null: a package carries the words without a number. */
export function entryOfWords(db: ReadableDb, words: readonly string[]): number | null {
  const wanted = words.join(' ');
  for (const { seq, mac } of db.all<{ seq: number; mac: Uint8Array }>('SELECT seq, mac FROM audit_entry ORDER BY seq'))
    if (wordsOfMac(mac).join(' ') === wanted) return seq;
  return null;
}

/** Compares the MAC itself. */
export function judgeAnchor(db: ReadableDb, { seq, mac }: Anchor): AnchorVerdict {
  const here = macAt(db, seq);
  if (here === undefined) return 'missing';
  return Buffer.compare(here, mac) === 0 ? 'fits' : 'differs';
}

/**
 * Whether an entry of this instant has this MAC; a backup keeps time and MAC of its newest entry without a number, and no two entries have
 * the same. An emptied line keeps its MAC, and its time is 0.
 */
export const hasMac = (db: ReadableDb, mac: Uint8Array, at: number): boolean =>
  db.get('SELECT 1 AS here FROM audit_entry WHERE at IN (?, 0) AND mac = ?', [at, mac]) !== undefined;

/**
 * Whether the chain itself says that it left behind what was written just before this instant: an older state was brought back since, or a
 * salvage could not read those lines. That is no other history, only one of which a part is gone, as everybody can read.
 */
export function saysLeftBehind(db: ReadableDb, at: number): boolean {
  const restored = db.get("SELECT 1 AS here FROM audit_entry WHERE action = 'backup.restore' AND at >= ?", [at]);
  return restored !== undefined || salvagesIn(db).some((salvage) => salvage.at >= at);
}

const macAt = (db: ReadableDb, seq: number): Uint8Array | undefined =>
  db.get<{ mac: Uint8Array }>('SELECT mac FROM audit_entry WHERE seq = ?', [seq])?.mac;
