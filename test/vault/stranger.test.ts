// Proof G29: whoever has FORMATS.md, a passphrase and Python with public libraries reads a vault, a backup and a package without this
// program. The vaults are made through the router; what the stranger tells is compared with what the page is told.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import type { Connection } from '../../electron/vault/database/sql.ts';
import { openUntouched, saltOf } from '../../electron/vault/database/open.ts';
import { readSlotCopies } from '../../electron/vault/access/slot-file.ts';
import { databaseKey } from '../../electron/vault/keys/derived-keys.ts';
import { floorCost, productTools } from '../../electron/vault/keys/kdf.ts';
import { createUserSlot } from '../../electron/vault/keys/slot-keys.ts';
import { encodeSlots, slotsHash } from '../../electron/vault/keys/slots.ts';
import { openSlots } from '../../electron/vault/keys/unlock.ts';
import { createVaultFiles } from '../../electron/vault/open-vault.ts';
import { makeVaultFolder, vaultFolder } from '../../electron/vault/vault-folder.ts';
import { backUp, beside, copyOf, everyNameIn } from '../helpers/backups.ts';
import { aNote, openCase } from '../helpers/casework.ts';
import { leavesOf, salvage, zeroPages } from '../helpers/damage.ts';
import { DATA, BACKUP, EXPECTED, type Golden, goldenFolder } from '../helpers/golden-vault.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { fileToPack, samplePlan, sealedBytes } from '../helpers/sample-package.ts';
import { runStranger, strangerReads, type ToldVault } from '../helpers/stranger.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault, type TestVault, vaultOn } from '../helpers/vault.ts';
import { rehashed, readVector } from './keys/slot-vectors.ts';
import { unhex } from './keys/drawing.ts';

/** Keys as the product makes them, at the least cost its policy allows. */
const tools = { ...productTools, policy: { ...productTools.policy, maxMemoryKiB: floorCost.memoryKiB } };
const BENDS = proofSize({ test: 1, full: 12 });
/** For the tests that start Python many times. */
const LONG = 300_000;
const names = ['Maya', 'Heron “the quiet one”', 'مريم', 'Öz\u2028Öz', 'Ines 😀'];
const words = [
  'Slept until nine.',
  'Asked for a "blue" coat\nand a ticket\tto the sea.',
  'قالت إنها بخير',
  'C:\\papers \u007f',
];
const JO = { signInName: 'Jo of the nights', passphrase: passphraseOf('jo') };
const folderOf = (dataDir: string): string => join(dataDir, 'Records.vault');

let vault: TestVault;
let code: string;
/** The folder of backups, and a copy of the vault from when it was open: there what was saved last stands in the log alone. */
let stick: string;
let whileOpen: string;
const truth = new Map<string, [on: string, words: string, quotes: string[]][]>();

beforeAll(async () => {
  vault = await newVault('2026-03-02T21:40', { tools });
  [stick, whileOpen] = ['stick', 'open'].map((name) => mkdtempSync(join(tmpdir(), `safehold-${name}-`))) as [
    string,
    string,
  ];
  for (const name of names) truth.set(name, await notesAbout(await openCase(vault, name)));
  ({ code } = await vault.ask('session.makeRecoveryCode', {}));
  // A colleague comes and goes: the second half of the chain stands under another vault key.
  const { id } = await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
  await vault.ask('staffMember.disable', { id });
  truth.set('Noor', await notesAbout(await openCase(vault, 'Noor')));
  cpSync(folderOf(vault.dataDir), whileOpen, { recursive: true });
  await backUp(vault, stick);
  vault.vault.close();
}, 120_000);
afterAll(async () => {
  for (const folder of [stick, whileOpen]) rmSync(folder, { recursive: true, force: true });
  await vault.remove();
});

const backup = (): string => join(stick, beside(stick)[0]!);

/** Notes on days that go backwards, so that their order is not the one of writing. */
async function notesAbout(caseFileId: CaseFileId): Promise<[string, string, string[]][]> {
  const kept: [string, string, string[]][] = [];
  for (const [at, body] of words.entries()) {
    const happenedOn = `2026-02-${28 - Math.floor(at / 2)}`;
    const quotes = at === 1 ? [{ words: 'No me gusta  el frío.', language: 'es' }] : [];
    await vault.ask('caseNote.add', aNote(caseFileId, { body, happenedOn, quotes }));
    kept.push([happenedOn, body, quotes.map((quote) => quote.words)]);
  }
  return kept.sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
}

/** Compares the lines that were read with those that were written, counts both, and throws at a difference. */
function expectEqual(read: readonly string[], written: readonly string[]): void {
  const equal = read.filter((line, at) => line === written[at]).length;
  const otherwise = Math.max(read.length, written.length) - equal;
  tellFound('G29', { 'names and notes read equal': equal, 'read otherwise': otherwise });
  expect(read).toEqual(written);
}

/** Everything the stranger told of cases and notes, in its order, is what was written. */
function expectTruth(told: ToldVault): void {
  const read = told.cases.flatMap(({ name, notes }) => [
    name,
    ...notes.map((note) => JSON.stringify(Object.values(note))),
  ]);
  expectEqual(
    read,
    [...truth].flatMap(([name, notes]) => [name, ...notes.map((note) => JSON.stringify(note))]),
  );
  expect(told.records).toMatchObject({ 'case-file': truth.size, 'case-note': truth.size * words.length });
}

/** The vault is another after each bend: read as the stranger does, it must be refused with one line. */
function expectRefused(folder: string, says: RegExp, typed = DIRECTOR.passphrase, ...args: string[]): void {
  const { ok, said } = runStranger('stranger/read_vault.py', [folder, ...args], `${typed}\n`);
  tellControl('G29', { refused: Number(!ok), read: Number(ok) });
  expect(said).toMatch(says);
  expect(said.split('\n')).toHaveLength(1);
  expect(ok).toBe(false);
}

describe('the script', () => {
  it('fits on three pages: 150 lines, and nothing of the program in it', () => {
    const text = readFileSync(new URL('../stranger/read_vault.py', import.meta.url), 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
    const libraries = [...text.matchAll(/^(?:import|from) ([^\n]+?)(?: import .*)?$/gm)].flatMap(([, found = '']) =>
      found.split(', '),
    );
    const standard = [
      'collections',
      'getpass',
      'hashlib',
      'hmac',
      'json',
      'pathlib',
      're',
      'sqlite3',
      'struct',
      'sys',
      'unicodedata',
    ];
    expect([...new Set(libraries.map((name) => name.split('.')[0]))].sort()).toEqual(
      ['argon2', 'cryptography', ...standard].sort(),
    );
  });
});

describe('a vault', () => {
  it('is read by passphrase, however it and the name are typed, and by recovery code', async () => {
    const told = strangerReads(folderOf(vault.dataDir), DIRECTOR.passphrase, DIRECTOR.signInName);
    expectTruth(told);
    expectTruth(strangerReads(folderOf(vault.dataDir), `  ${DIRECTOR.passphrase}\t`, ' ANA '));
    expectTruth(strangerReads(folderOf(vault.dataDir), code.toLowerCase().replaceAll('-', ' ')));
    tellFound('G29', { vaults: 3 });
    await vault.unlock();
    expect(told.cases.map(({ name }) => name).sort()).toEqual((await everyNameIn(vault)).sort());
    vault.vault.close();
  });

  it('ends where its head says, with as many entries and records as the program counts', async () => {
    const inside = copyOf(vault.dataDir);
    const { commit, chainHead, entries, revisions, records, shelter } = strangerReads(
      folderOf(inside),
      DIRECTOR.passphrase,
      'ana',
    );
    const seen = await withTheKey(inside, (db) =>
      db.get<{ n: number; seq: number; mac: Uint8Array; bodies: number }>(
        `SELECT (SELECT commit_seq FROM vault_state) AS n, seq, mac, (SELECT count(*) FROM revision) AS bodies
       FROM audit_entry ORDER BY seq DESC LIMIT 1`,
      ),
    );
    expect([commit, chainHead, entries, revisions]).toEqual([
      seen?.n,
      Buffer.from(seen!.mac).toString('hex'),
      seen?.seq,
      seen?.bodies,
    ]);
    expect(shelter).toBe('Willow House');
    await vault.unlock();
    const counted = (await vault.ask('session.checkVault', {})).records;
    vault.vault.close();
    expect(records).toEqual(Object.fromEntries(Object.entries(counted).filter(([, count]) => count > 0)));
  });

  it('has as many signed entries as the stranger proves', async () => {
    const { ok, said } = runStranger(
      'stranger/read_more.py',
      [folderOf(vault.dataDir), 'ana'],
      `${DIRECTOR.passphrase}\n`,
    );
    expect([ok, said.slice(0, 1)]).toEqual([true, '{']);
    const { signed } = JSON.parse(said) as { signed: Readonly<Record<string, number>> };
    const kept = await withTheKey(copyOf(vault.dataDir), (db) =>
      db.get("SELECT 1 AS there FROM sqlite_master WHERE name = 'audit_signature'") === undefined
        ? 0
        : db.get<{ n: number }>('SELECT count(*) AS n FROM audit_signature')?.n,
    );
    expect(Object.values(signed).reduce((sum, count) => sum + count, 0)).toBe(kept);
  });

  it('that was open when it was copied is read with its log', () => {
    expect(statSync(join(whileOpen, 'records.db-wal')).size).toBeGreaterThan(4096);
    expectTruth(strangerReads(whileOpen, DIRECTOR.passphrase, 'ana'));
    tellFound('G29', { vaults: 1 });
    const cut = copyOf(whileOpen);
    writeFileSync(join(cut, 'records.db-wal'), '');
    expectRefused(cut, /saves are missing or older/, DIRECTOR.passphrase, 'ana');
  });

  it('that was saved from damage is read, with what it says itself is missing', async () => {
    const dataDir = copyOf(vault.dataDir);
    const [ofEntries, ofBodies] = [await leavesOf(dataDir, 'entries', tools), await leavesOf(dataDir, 'bodies', tools)];
    zeroPages(dataDir, ofEntries[1]!.page, ofBodies[1]!.page);
    expectRefused(folderOf(dataDir), /page of records\.db is damaged/, DIRECTOR.passphrase, 'ana');
    const { saved } = await salvage(vaultOn(dataDir, vault.clock, { tools }));
    await saved.unlock();
    const names = await everyNameIn(saved);
    saved.vault.close();
    const told = strangerReads(folderOf(saved.dataDir), DIRECTOR.passphrase, 'ana');
    expect(told.records['salvage']).toBe(1);
    expectEqual(told.cases.map(({ name }) => name).sort(), names.sort());
    tellFound('G29', { vaults: 1 });
    // Without its own word the same gap is damage.
    await withTheKey(saved.dataDir, (db) => {
      for (const { name } of db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        db.get(`DROP TRIGGER ${name}`);
      db.get("UPDATE revision SET body = json_replace(body, '$.breaks', json('[]')) WHERE record_kind = 'salvage'");
    });
    expectRefused(folderOf(saved.dataDir), /entry \d+/, DIRECTOR.passphrase, 'ana');
  });

  it('with a key file is read with it, and not without', async () => {
    const { keyFile, dataDir } = await keyFileVault();
    const told = strangerReads(folderOf(dataDir), DIRECTOR.passphrase, 'ana', keyFile);
    expect(told).toMatchObject({ shelter: 'Willow House', commit: 0, entries: 0, cases: [] });
    tellFound('G29', { vaults: 1 });
    expectRefused(folderOf(dataDir), /another passphrase, code or key file/, DIRECTOR.passphrase, 'ana');
  });

  it('opens for nobody who left, for no other name, and by no other passphrase or code', () => {
    const folder = folderOf(vault.dataDir);
    expectRefused(folder, /nobody has this name/, JO.passphrase, JO.signInName);
    expectRefused(folder, /nobody has this name/, DIRECTOR.passphrase, 'nobody');
    expectRefused(folder, /another passphrase/, 'another passphrase', 'ana');
    expectRefused(folder, /the code is another/, '0000-0000-0000-0000-0000-0000-01F2');
    expectRefused(folder, /mistyped/, 'UUUU-0000');
  });
});

describe('of a vault the stranger refuses', () => {
  const bent = (file: string, change: (bytes: Buffer) => Uint8Array): string => {
    const folder = copyOf(folderOf(vault.dataDir));
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file))));
    return folder;
  };
  const flipped =
    (at: (size: number) => number) =>
    (bytes: Buffer): Buffer => {
      bytes[at(bytes.length)]! ^= 1;
      return bytes;
    };

  it(
    'any flipped bit of the database',
    () => {
      for (let bend = 0; bend < 4 * BENDS; bend += 1) {
        const folder = bent(
          'records.db',
          flipped((size) => (bend * 104_729 + 17) % size),
        );
        // In the first 16 bytes it is the salt: then it is another key.
        expectRefused(folder, /page of records\.db is damaged/, DIRECTOR.passphrase, 'ana');
      }
    },
    LONG,
  );

  it(
    'a flipped bit of the key slots, also where the sum over them was made right again',
    () => {
      for (let bend = 0; bend < BENDS; bend += 1) {
        const at = (size: number): number => (bend * 7_919 + 40) % (size - 32);
        const whole = bent('slots.bin', (bytes) => rehashed(flipped(() => at(bytes.length))(bytes)));
        expectRefused(whole, /slots|name|Argon2id|another passphrase|key/, DIRECTOR.passphrase, 'ana');
        const both = bent('slots.bin', flipped(at));
        writeFileSync(join(both, 'slots.bak'), flipped(at)(readFileSync(join(both, 'slots.bak'))));
        expectRefused(both, /slots\.bin is damaged/, DIRECTOR.passphrase, 'ana');
      }
    },
    LONG,
  );

  it('a head whose records are bent, and one of an earlier save', () => {
    const none = bent('vault.head', (bytes) => flipped(() => 4096 + 30)(flipped(() => 30)(bytes)));
    expectRefused(none, /no head/, DIRECTOR.passphrase, 'ana');
    const earlier = copyOf(whileOpen);
    writeFileSync(join(earlier, 'records.db'), readFileSync(join(folderOf(vault.dataDir), 'records.db')));
    rmSync(join(earlier, 'records.db-wal'));
    expectRefused(earlier, /saves are missing or older/, DIRECTOR.passphrase, 'ana');
  });

  it.each([
    [
      'a changed word',
      "UPDATE revision SET body = replace(body, 'Slept', 'Wept') WHERE audit_seq = (SELECT min(audit_seq) FROM revision WHERE body LIKE '%Slept%')",
      /the body of entry \d+/,
    ],
    [
      'a body that was taken out',
      "UPDATE revision SET body = NULL WHERE audit_seq = (SELECT max(audit_seq) FROM revision WHERE record_kind = 'case-note')",
      /the body of entry \d+/,
    ],
    [
      'a body that nobody wrote',
      "INSERT INTO revision SELECT seq, 'case-note', 'x', 1, '{}' FROM audit_entry WHERE body_hash IS NULL ORDER BY seq LIMIT 1",
      /no entry/,
    ],
    ['another MAC', 'UPDATE audit_entry SET mac = zeroblob(32) WHERE seq = 7', /entry 7 of the chain/],
    ['another time', 'UPDATE audit_entry SET at = at + 1 WHERE seq = 9', /entry 9 of the chain/],
    ['an entry that was taken out', 'DELETE FROM audit_entry WHERE seq = 1', /entry 1 of the chain/],
    [
      'the newest entry taken out',
      'DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry)',
      /saves are missing/,
    ],
    [
      'an entry emptied without a word',
      "UPDATE audit_entry SET action = '', detail = '' WHERE seq = 1",
      /without a word/,
    ],
    ['an earlier vault key', 'UPDATE epoch_key SET vault_key = zeroblob(32)', /entry 1 of the chain/],
  ])('%s, written under the right key', async (_, sql, says) => {
    const dataDir = copyOf(vault.dataDir);
    await withTheKey(dataDir, (db) => {
      db.pragma('foreign_keys = OFF');
      for (const { name } of db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        db.get(`DROP TRIGGER ${name}`);
      db.get(sql);
    });
    expectRefused(folderOf(dataDir), says, DIRECTOR.passphrase, 'ana');
  });
});

describe('a backup', () => {
  it('is read by passphrase and by recovery code, to the same end', () => {
    const told = strangerReads(backup(), DIRECTOR.passphrase, 'ana');
    expectTruth(told);
    expectTruth(strangerReads(backup(), code));
    expect(told.chainHead).toBe(
      (JSON.parse(readFileSync(join(backup(), 'manifest.json'), 'utf8')) as { backup: { chainHead: string } }).backup
        .chainHead,
    );
    tellFound('G29', { backups: 2 });
  });

  it.each<[string, string, (bytes: Buffer) => Buffer, RegExp]>([
    [
      'a manifest that says a later save',
      'manifest.json',
      (bytes) => replaced(bytes, /"commitSeq":(\d)/, '"commitSeq":1$1'),
      /not of this vault/,
    ],
    ['a manifest without a line end', 'manifest.json', (bytes) => bytes.subarray(0, -1), /Not opened/],
    [
      'another MAC',
      'manifest.json',
      (bytes) => replaced(bytes, /"mac":"\w{8}/, '"mac":"00000000'),
      /not of this vault/,
    ],
    [
      'a bent database',
      'records.db',
      (bytes) => Buffer.concat([bytes.subarray(0, 9000), Buffer.of(bytes[9000]! ^ 1), bytes.subarray(9001)]),
      /records\.db is not/,
    ],
  ])('with %s is refused', (_, file, change, says) => {
    const folder = copyOf(backup());
    const bytes = readFileSync(join(folder, file));
    const changed = change(Buffer.from(bytes));
    expect(changed.equals(bytes)).toBe(false);
    writeFileSync(join(folder, file), changed);
    expectRefused(folder, says, DIRECTOR.passphrase, 'ana');
  });

  const replaced = (bytes: Buffer, what: RegExp, by: string): Buffer =>
    Buffer.from(bytes.toString('utf8').replace(what, by), 'utf8');
});

describe.each(readdirSync(goldenFolder).filter((name) => /^\d{4}$/.test(name)))('golden vault %s', (number) => {
  const at = (...parts: string[]): string => join(goldenFolder, number, ...parts);
  const golden = JSON.parse(readFileSync(at(EXPECTED), 'utf8')) as Omit<Golden, 'records'> & {
    readonly records: {
      readonly cases: readonly {
        readonly caseFile: { caseNumber: string; nameUsed: string };
        readonly notes?: { notes: { body: string }[] };
      }[];
    };
    readonly sealed?: {
      readonly counsellor: { signInName: string; passphrase: string };
      readonly notes: readonly { note: { words: string } }[][];
    };
  };

  /** What a case is called and every note of it, as that version told it. */
  function expectGolden(told: ToldVault): void {
    const nameOf = new Map(told.cases.map((one) => [one.number, one.name]));
    const known = golden.records.cases.map(({ caseFile }) => caseFile);
    expectEqual(
      known.map(({ caseNumber }) => nameOf.get(caseNumber) ?? ''),
      known.map(({ nameUsed }) => nameUsed),
    );
    // Of two cases of one person the program tells the notes of both in one, and none of a sealed earlier file.
    const notes = told.cases.flatMap((one) => one.notes.map((note) => note.words));
    const written = [...new Set(golden.records.cases.flatMap((one) => one.notes?.notes ?? []).map(({ body }) => body))];
    expectEqual(
      written.map((body) => (notes.includes(body) ? body : '')),
      written,
    );
    expect(notes).toHaveLength(golden.counts['case-note'] ?? 0);
  }

  it('is read by passphrase and by recovery code, and so is its backup', () => {
    const { passphrase, signInName } = golden.director;
    const told = strangerReads(at(DATA, 'Records.vault'), passphrase, signInName);
    expectGolden(told);
    expect(told.records).toEqual(Object.fromEntries(Object.entries(golden.counts).filter(([, count]) => count > 0)));
    expectGolden(strangerReads(at(DATA, 'Records.vault'), golden.recoveryCode));
    expectGolden(strangerReads(at(BACKUP, golden.backup), passphrase, signInName));
    tellFound('G29', { vaults: 1, backups: 1 });
  });

  it('tells its counsellor what is sealed, and anybody its files and the list of what was erased, where there are any', () => {
    // The first one is older than sealed notes.
    expect(golden.sealed === undefined).toBe(number === '0001');
    if (golden.sealed === undefined) return;
    const { counsellor, notes } = golden.sealed;
    const list = readdirSync(at(DATA)).find((name) => name.startsWith('Records.list-'))!;
    const read = (passphrase: string, ...args: string[]) =>
      runStranger('stranger/read_more.py', [at(DATA, 'Records.vault'), ...args], `${passphrase}\n`);
    const { ok, said } = read(counsellor.passphrase, counsellor.signInName, at(DATA, list));
    expect([ok, said.slice(0, 1)]).toEqual([true, '{']);
    const more = JSON.parse(said) as { files: object[]; sealedNotes: string[]; erased: object };
    expect(more.sealedNotes.sort()).toEqual(
      notes
        .flat()
        .map(({ note }) => note.words)
        .sort(),
    );
    expect(more.files).toHaveLength(golden.counts['attachment-content'] ?? 0);
    expect(JSON.stringify(more.erased)).toContain('"certificate"');
    // The director has the vault key, and no key of the compartment.
    const hers = JSON.parse(read(golden.director.passphrase, golden.director.signInName).said) as {
      sealedNotes: (string | null)[];
    };
    expect(hers.sealedNotes).toEqual(more.sealedNotes.map(() => null));
  });
});

describe('a package', () => {
  const read = (file: string, typed: string, ...out: string[]) =>
    runStranger('stranger/read_package.py', [file, ...out], `${typed}\n`);
  const samples = new URL('../vectors/export-package/', import.meta.url).pathname;
  const vectors = JSON.parse(readFileSync(join(samples, 'vectors.json'), 'utf8')) as {
    file: string;
    openWith: { identity?: string; passphrase?: string };
    manifest: { purpose: string; files: { name: string }[] };
  }[];

  it.each(vectors)('of the samples is read: $file', ({ file, openWith, manifest }) => {
    const { ok, said } = read(join(samples, file), openWith.identity ?? openWith.passphrase!);
    expect(ok).toBe(true);
    expect(JSON.parse(said)).toEqual(manifest);
    tellFound('G29', { packages: 1 });
  });

  it('made now for two people, or for a passphrase, is read with every byte of its files', async () => {
    const identities = [await generateX25519Identity(), await generateX25519Identity()];
    const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
    const content = Buffer.alloc(70_000, 'Wörter \n');
    const files = [fileToPack('record.txt', content), fileToPack('empty', Buffer.alloc(0))];
    const [forTwo, forWords] = [
      samplePlan(files, { recipients }),
      samplePlan(files, { passphrase: DIRECTOR.passphrase }),
    ];
    for (const [plan, typed] of [
      [forTwo, identities[1]!],
      [forWords, DIRECTOR.passphrase],
    ] as const) {
      const [folder, file] = [tempFolder(), join(tempFolder(), 'r-abcdefgh.age')];
      writeFileSync(file, await sealedBytes(plan));
      expect(read(file, typed, join(folder, 'out'))).toMatchObject({ ok: true });
      expect(readFileSync(join(folder, 'out', 'record.txt')).equals(content)).toBe(true);
      expect(readdirSync(join(folder, 'out')).sort()).toEqual(['empty', 'record.txt']);
      tellFound('G29', { packages: 1 });
    }
  });

  it(
    'with one byte changed, for another key, or sealed again to somebody else, is refused',
    async () => {
      const [identity, other] = [await generateX25519Identity(), await generateX25519Identity()];
      const sealed = await sealedBytes(
        samplePlan([fileToPack('a', Buffer.from('words'))], { recipients: [await identityToRecipient(identity)] }),
      );
      const refused = (bytes: Uint8Array, typed: string): void => {
        const file = join(tempFolder(), 'r-abcdefgh.age');
        writeFileSync(file, bytes);
        const { ok } = read(file, typed);
        tellControl('G29', { refused: Number(!ok), read: Number(ok) });
        expect(ok).toBe(false);
      };
      for (let bend = 0; bend < 4 * BENDS; bend += 1) {
        const at = (bend * 104_729 + 60) % sealed.length;
        refused(
          sealed.map((byte, place) => (place === at ? byte ^ 1 : byte)),
          identity,
        );
      }
      refused(sealed.subarray(0, -1), identity);
      refused(sealed, other);
      refused(sealed, 'a passphrase');
    },
    LONG,
  );
});

/** Opens the database of a closed vault with its own key and SQLCipher. */
async function withTheKey<T>(dataDir: string, use: (db: Connection) => T): Promise<T> {
  const place = vaultFolder(dataDir);
  const { file, opened } = await openSlots(readSlotCopies(place), { kind: 'passphrase', ...DIRECTOR }, tools);
  const salt = saltOf(place.database);
  const db = openUntouched(place.database, databaseKey(opened.vaultKey, file.vaultId, salt), salt);
  try {
    return use(db);
  } finally {
    db.close();
  }
}

/** An empty vault whose one slot needs a key file, and that file. */
async function keyFileVault(): Promise<{ dataDir: string; keyFile: string }> {
  const { secret, file } = readVector('key-file.json') as { secret: string; file: string };
  const dataDir = tempFolder();
  const keyFile = join(dataDir, 'ana.key');
  writeFileSync(keyFile, unhex(file));
  const [vaultId, vaultKey, salt] = [
    productTools.randomBytes(16),
    productTools.randomBytes(32),
    productTools.randomBytes(16),
  ];
  const owner = { vaultId, vaultKey, epoch: 1, ...DIRECTOR, keyFile: unhex(secret), cost: floorCost };
  const { keySlot } = await createUserSlot(owner, productTools);
  const slots = encodeSlots({ vaultId, epoch: 1, generation: 1, keySlots: [keySlot] }, vaultKey);
  const place = vaultFolder(dataDir);
  makeVaultFolder(place);
  for (const path of [place.slots, place.slotsCopy]) writeFileSync(path, slots);
  const born = {
    vaultId,
    vaultKey: Uint8Array.from(vaultKey),
    epoch: 1,
    shelterName: 'Willow House',
    createdAt: 0,
    salt,
  };
  createVaultFiles(place, { ...born, slots: { generation: 1, slotsHash: slotsHash(slots) } }).close();
  return { dataDir, keyFile };
}
