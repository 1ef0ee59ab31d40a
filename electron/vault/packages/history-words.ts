// The anchor of the history that goes along in a package (audit/anchors.ts): ten words in a file of their own, because the manifest has its
// fields for ever. Only the words and no number: how many entries a house has is nobody else's business.
import { packageText } from '#shared/text/en/package';
import { entryOfWords, newestAnchor, saysLeftBehind } from '../audit/anchors.ts';
import type { ReadableDb } from '../database/sql.ts';
import { anchorWords } from '../keys/fingerprint.ts';
import type { AuthenticatedPackage } from './open.ts';

export const HISTORY_FILE = 'history.txt';
const LIMIT = 4096;

/** The ten words of the newest entry. */
export const historyWords = (db: ReadableDb): readonly string[] =>
  anchorWords(newestAnchor(db)?.mac ?? new Uint8Array(32));

/** The file: for people, with the words alone on their line. */
export const historyText = (words: readonly string[]): Uint8Array =>
  Buffer.from(`\uFEFF${packageText.history(words.join(' ')).join('\r\n')}\r\n`, 'utf8');

/** The words of a package; null in one of before there were any. */
export async function wordsOfPackage(opened: AuthenticatedPackage): Promise<readonly string[] | null> {
  const file = opened.manifest.files.find(({ name }) => name === HISTORY_FILE);
  if (file === undefined || file.size > LIMIT) return null;
  const lines = Buffer.from(await opened.read(HISTORY_FILE))
    .toString('utf8')
    .split('\r\n');
  const words = lines.map((line) => line.trim().split(' ')).find((line) => line.length === 10 && line.every(isWord));
  return words ?? null;
}

const isWord = (word: string): boolean => /^[a-z-]{2,20}$/.test(word);

/** Whether a package that this house made at that time is of the history here, as far as words can tell. */
export const isOfThisHistory = (db: ReadableDb, words: readonly string[] | null, madeAt: number): boolean =>
  words === null || entryOfWords(db, words) !== null || saysLeftBehind(db, madeAt);
