// Packages that somebody made to mislead or to break the house that opens them. Each ends with a typed refusal before anything of it
// is shown, and nothing is kept.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { type CaseFileId, ChoiceHandle } from '#shared/ids';
import { type Canonical, canonicalJson } from '#shared/packages/canonical-json';
import { RECEIVED_RECORD_LIMIT } from '#shared/packages/record';
import type { FileToPack } from '../../electron/vault/packages/cvx1.ts';
import { manifestOf, type PackagePlan } from '../../electron/vault/packages/seal.ts';
import { type Sender, signedMessage } from '../../electron/vault/packages/signature.ts';
import { openCase } from '../helpers/casework.ts';
import { fileToPack, samplePlan, sealedBytes, sha256, testSender } from '../helpers/sample-package.ts';
import { seededNumbers } from '../helpers/seeded-numbers.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let ours: TestVault;
let recipient: string;
let maya: CaseFileId;
beforeAll(async () => {
  ours = await newVault('2026-11-24T12:00');
  ({ recipient } = await ours.ask('receivingKey.make', {}));
  maya = await openCase(ours);
});
afterAll(() => ours.remove());
beforeEach(() => ours.clock.advance(60_000));

/** As `samplePlan` says it. */
const record = {
  format: 'cv/record/1',
  recipientName: 'The house by the harbour',
  purpose: 'Booking a first visit with the dental nurse',
  usableUntil: '2026-11-27',
  sections: [{ category: 'NAME', title: 'Name', rows: [{ label: 'Name', value: 'Finch', hers: true }] }],
};
const recordFile = (content: Canonical): FileToPack =>
  fileToPack('record.json', Buffer.from(canonicalJson(content)), 'application/json');
const planOf = (files: readonly FileToPack[], sender?: Sender): PackagePlan =>
  samplePlan(files, { recipients: [recipient] }, sender);
const along = (name: string, bytes: Uint8Array) => ({
  packed: fileToPack(name, bytes),
  named: { name, title: 'A letter', category: 'HEALTH', bytes: bytes.length, sha256: sha256(bytes) },
});

/** Any bytes, sealed as age seals them. */
function ageOf(bytes: Uint8Array, to = recipient): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(to);
  return encrypter.encrypt(new Uint8Array(bytes));
}

/** A bag around any manifest, properly signed. */
function bagOf(manifest: Canonical, sender: Sender, rest: Uint8Array = new Uint8Array()): Buffer {
  const bytes = Buffer.from(canonicalJson(manifest));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes, sender.sign(signedMessage(bytes)), rest]);
}
const manifestWith = (change: object, sender = testSender()): Canonical => ({
  ...manifestOf(planOf([recordFile(record)], sender)),
  ...change,
});

const onStick = (bytes: Uint8Array): string => {
  const path = join(tempFolder(), 'r-package.age');
  writeFileSync(path, bytes);
  return path;
};
const asked = (path: string) => ({
  file: ChoiceHandle.parse(ours.grant(path)),
  openWith: { by: 'our-key' as const },
});
const open = (path: string) => ours.ask('receivedPackage.open', asked(path));
const keep = (path: string, hash: string, ...names: string[]) =>
  ours.ask('receivedPackage.keep', {
    ...{ ...asked(path), sha256: hash, wordsCompared: false, into: { as: 'case' as const, caseFileId: maya } },
    files: names.map((name) => ({ name, title: 'A letter' })),
  });

async function requireNothingKept(): Promise<void> {
  expect(await ours.ask('receivedPackage.list', { caseFileId: maya })).toEqual([]);
  expect((await ours.ask('attachment.list', { caseFileId: maya })).total).toBe(0);
  const folder = join(ours.dataDir, 'Records.vault', 'files');
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
}

/** How opening it ends; keeping it must end the same way. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const path = onStick(bytes);
  const opened = await outcome(open(path));
  expect(await outcome(keep(path, sha256(bytes)))).toBe(opened);
  await requireNothingKept();
  return opened;
}

it('the same package without a fault is shown', async () => {
  const shown = await open(onStick(await sealedBytes(planOf([recordFile(record)]))));
  expect(shown.sections).toEqual(record.sections);
});

describe('the seal', () => {
  it('to another key, over something else than a package, or around the bag of another', async () => {
    const others = await identityToRecipient(await generateX25519Identity());
    expect(await refusal(await sealedBytes(samplePlan([recordFile(record)], { recipients: [others] })))).toBe(
      'wrong-key',
    );
    expect(await refusal(await ageOf(Buffer.from('a letter')))).toBe('file-damaged');
    expect(await refusal(await ageOf(randomBytes(200_000)))).toBe('file-damaged');
    expect(await refusal(Buffer.from('hello'))).toBe('file-not-recognised');
    expect(await refusal(new Uint8Array())).toBe('file-empty');
    const sender = testSender();
    const wrapped = bagOf(manifestWith({ recipients: [others] }, sender), sender, Buffer.from(canonicalJson(record)));
    expect(await refusal(await ageOf(wrapped))).toBe('signature-wrong');
  });

  it('bent, cut or added to anywhere', async () => {
    const good = await sealedBytes(planOf([recordFile(record), along('file-1.txt', randomBytes(70_000)).packed]));
    const below = seededNumbers(20261128);
    for (let tried = 0; tried < 12; tried += 1) {
      const bent = Uint8Array.from(good);
      bent[200 + below(good.length - 200)]! ^= 1 << below(8);
      expect(await refusal(bent)).toBe('file-damaged');
    }
    expect(await refusal(good.subarray(0, -1))).toBe('file-damaged');
    expect(await refusal(Buffer.concat([good, Buffer.alloc(1)]))).toBe('file-damaged');
  });
});

describe('a manifest', () => {
  const file = { name: 'file-1.txt', size: 1, sha256: 'a'.repeat(64), type: 'text/plain' };
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...file, name: `file-${at}.txt` }));

  it('that claims ten thousand files, or 501, or more bytes than there are', async () => {
    const sender = testSender();
    for (const files of [many(10_000), many(501), [{ ...file, size: 2 ** 31 }], [{ ...file, size: 2 ** 40 }]]) {
      expect(await refusal(await ageOf(bagOf(manifestWith({ files }, sender), sender)))).toBe('file-damaged');
    }
    const endless = Buffer.alloc(200_000);
    endless.writeUInt32BE(0xffffffff);
    expect(await refusal(await ageOf(endless))).toBe('file-damaged');
  });

  it('signed with another key than it names, or with the six words of another', async () => {
    const [one, two] = [testSender(), testSender()];
    const rest = Buffer.from(canonicalJson(record));
    expect(await refusal(await ageOf(bagOf(manifestWith({}, one), two, rest)))).toBe('signature-wrong');
    const words = { name: 'Willow House', publicKey: Buffer.from(one.publicKey).toString('hex') };
    const misled = manifestWith({ sender: { ...words, keyFingerprint: two.keyFingerprint.join(' ') } }, one);
    expect(await refusal(await ageOf(bagOf(misled, one, rest)))).toBe('signature-wrong');
  });

  it('of a later version is told apart from damage', async () => {
    const sender = testSender();
    expect(await refusal(await ageOf(bagOf(manifestWith({ version: 2 }, sender), sender)))).toBe('package-newer');
  });
});

describe('a record', () => {
  const sealed = async (content: Canonical, ...files: FileToPack[]) =>
    sealedBytes(planOf([recordFile(content), ...files]));

  it('that is not there, or larger than one can be', async () => {
    expect(await refusal(await sealedBytes(planOf([fileToPack('letter.txt', Buffer.from('hello'))])))).toBe(
      'file-not-recognised',
    );
    const huge = fileToPack('record.json', Buffer.alloc(RECEIVED_RECORD_LIMIT + 1, 0x20), 'application/json');
    expect(await refusal(await sealedBytes(planOf([huge])))).toBe('file-too-big');
  });

  it('with too many sections or lines, a line beyond every measure, or nested without end', async () => {
    const [section] = record.sections;
    const [row] = section!.rows;
    const rows = (count: number) => ({ ...section!, rows: Array.from({ length: count }, () => row!) });
    expect(await refusal(await sealed({ ...record, sections: Array.from({ length: 61 }, () => section!) }))).toBe(
      'file-damaged',
    );
    expect(await refusal(await sealed({ ...record, sections: [rows(501)] }))).toBe('file-damaged');
    const long = { ...section!, rows: [{ ...row!, value: 'x'.repeat(60_001) }] };
    expect(await refusal(await sealed({ ...record, sections: [long] }))).toBe('file-damaged');
    const deep = fileToPack('record.json', Buffer.from('['.repeat(100_000)), 'application/json');
    expect(await refusal(await sealedBytes(planOf([deep])))).toBe('file-damaged');
  });

  it('that says another purpose or day than the manifest', async () => {
    expect(await refusal(await sealed({ ...record, purpose: 'Whatever you like' }))).toBe('file-damaged');
    expect(await refusal(await sealed({ ...record, usableUntil: '2030-01-01' }))).toBe('file-damaged');
  });

  it('that names files which are not in the package, or the same one twice', async () => {
    const { packed, named } = along('file-1.txt', Buffer.from('Dear all'));
    expect(await refusal(await sealed({ ...record, files: [named] }))).toBe('file-damaged');
    expect(await refusal(await sealed({ ...record, files: [{ ...named, bytes: 9 }] }, packed))).toBe('file-damaged');
    expect(await refusal(await sealed({ ...record, files: [named, named] }, packed))).toBe('file-damaged');
    const reaches = { ...named, name: '../../vault.db' };
    expect(await refusal(await sealed({ ...record, files: [reaches] }, packed))).toBe('file-damaged');
  });

  it('in another spelling, or not in UTF-8', async () => {
    const spelled = [JSON.stringify(record), `${canonicalJson(record)} `, `\uFEFF${canonicalJson(record)}`];
    for (const text of spelled) {
      const file = fileToPack('record.json', Buffer.from(text), 'application/json');
      expect(await refusal(await sealedBytes(planOf([file])))).toBe('file-damaged');
    }
    const file = fileToPack('record.json', Buffer.from([0xff, 0xfe, 0x00]), 'application/json');
    expect(await refusal(await sealedBytes(planOf([file])))).toBe('file-damaged');
  });

  it('of a later house is not half understood', async () => {
    const [section] = record.sections;
    expect(await refusal(await sealed({ ...record, mood: 'calm' }))).toBe('package-newer');
    expect(await refusal(await sealed({ ...record, sections: [{ ...section!, category: 'DREAMS' }] }))).toBe(
      'package-newer',
    );
    expect(await refusal(await sealed({ ...record, format: 'cv/record/2' }))).toBe('package-newer');
    expect(await refusal(await sealed({ ...record, format: 'letter' }))).toBe('file-damaged');
  });
});

describe('a file in it', () => {
  it('that is a program, cut off, or hidden behind another name: the whole package is not kept, and the file is named', async () => {
    const good = along('file-1.txt', Buffer.from('Dear all'));
    const bad = [
      along('file-2.pdf', Buffer.concat([Buffer.from('MZ'), randomBytes(90_000)])),
      along('file-2.pdf', Buffer.from('%PDF-1.7 and then nothing')),
      along('file-2.txt', Buffer.concat([Buffer.from('Dear all '.repeat(20_000)), Buffer.from([0, 1, 2])])),
    ];
    for (const { packed, named } of bad) {
      const content = { ...record, files: [good.named, named] };
      const bytes = await sealedBytes(planOf([recordFile(content), good.packed, packed]));
      const path = onStick(bytes);
      expect((await open(path)).files.filter(({ mayCome }) => mayCome)).toHaveLength(2);
      const error = await keep(path, sha256(bytes), 'file-1.txt', named.name).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(VaultError);
      expect((error as VaultError).code).toMatch(/^file-(kind-refused|damaged)$/);
      expect((error as VaultError).facts['file']).toBe(named.name);
      await requireNothingKept();
    }
  });

  it('that the record does not name is never brought in', async () => {
    const bytes = await sealedBytes(planOf([recordFile(record), along('file-1.txt', Buffer.from('Dear all')).packed]));
    expect(await outcome(keep(onStick(bytes), sha256(bytes), 'file-1.txt'))).toBe('not-found');
    await requireNothingKept();
  });
});
