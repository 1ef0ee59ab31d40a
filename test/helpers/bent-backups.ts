// A backup as a stick brings it back: bytes bent in any of its files, files cut, missing, of another backup or another day, links and
// folders in their place, and files that do not belong there.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bentBytes, type Below, pick } from './fuzz.ts';

/** Names of all files of a backup, those of attachments after `files/`. */
const filesOf = (backup: string): string[] => [
  ...['manifest.json', 'slots.bin', 'records.db'],
  ...readdirSync(join(backup, 'files')).map((name) => join('files', name)),
];

interface Bending {
  readonly backup: string;
  /** Another backup of the same vault, and one of another vault. */
  readonly others: readonly string[];
  readonly below: Below;
}

const anyFile = ({ backup, below }: Bending): string => join(backup, pick(filesOf(backup), below));
/** Every second time the sealed description or the keys: they are small beside the database, and everything rests on them. */
const someFile = (bending: Bending): string =>
  bending.below(2) === 0 ? join(bending.backup, pick(['manifest.json', 'slots.bin'], bending.below)) : anyFile(bending);

function bytes(bending: Bending): void {
  const file = someFile(bending);
  writeFileSync(file, bentBytes(readFileSync(file), bending.below));
}

/** The frame of the manifest stays as it is; a number or a word in it changes. */
function manifest({ backup, below }: Bending): void {
  const file = join(backup, 'manifest.json');
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/\d+|"[a-zA-Z]+"|[0-9a-f]{8}/g)];
  const one = pick(found, below);
  const to = pick(['0', '-1', '1e9', '""', 'null', '[]', '{}', '99999999999999999999', '"x"', 'ffffffff'], below);
  writeFileSync(file, text.slice(0, one.index) + to + text.slice(one.index + one[0].length));
}

/** A page of the database in the place of another, or one of an older state. */
function pages({ backup, others, below }: Bending): void {
  const file = join(backup, 'records.db');
  const database = readFileSync(file);
  const source = below(2) === 0 ? database : readFileSync(join(pick(others, below), 'records.db'));
  const last = (of: Buffer): number => Math.floor(of.length / 4096);
  source.copy(
    database,
    below(last(database)) * 4096,
    ...((from) => [from, from + 4096] as const)(below(last(source)) * 4096),
  );
  writeFileSync(file, database);
}

function ofAnother({ backup, others, below }: Bending): void {
  const other = pick(others, below);
  const name = pick(['manifest.json', 'slots.bin', 'records.db'], below);
  cpSync(join(other, name), join(backup, name));
}

const missing = (bending: Bending): void => rmSync(anyFile(bending));

function inItsPlace(bending: Bending): void {
  const file = anyFile(bending);
  const bytesOfIt = readFileSync(file);
  rmSync(file);
  if (bending.below(2) === 0) mkdirSync(file);
  else {
    writeFileSync(`${file}.real`, bytesOfIt);
    symlinkSync(`${file}.real`, file);
  }
}

/** Two files of attachments that have changed their names. */
function exchanged({ backup }: Bending): void {
  const [one = '', other = ''] = readdirSync(join(backup, 'files')).map((name) => join(backup, 'files', name));
  const held = readFileSync(one);
  writeFileSync(one, readFileSync(other));
  writeFileSync(other, held);
}

/** Beside what belongs there: nobody reads it, and nothing is known by it. */
function more({ backup, below }: Bending): void {
  const place = pick([backup, join(backup, 'files')], below);
  writeFileSync(
    join(place, pick(['autorun.inf', 'records.db-wal', 'records.db-journal', 'x'.repeat(200)], below)),
    Buffer.alloc(below(9_000), 7),
  );
}

const BENDS = [
  bytes,
  bytes,
  bytes,
  manifest,
  manifest,
  pages,
  ofAnother,
  missing,
  inItsPlace,
  exchanged,
  more,
] as const;

/** Bends a copy of a backup in place. */
export function bendBackup(backup: string, others: readonly string[], below: Below): void {
  pick(BENDS, below)({ backup, others, below });
}
