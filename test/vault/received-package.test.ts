// A package from another house: read through, then kept beside a case as they wrote it, all of it or nothing. Two real vaults: the
// other one seals to our key. Whatever is not exactly a package for us is refused with a reason, and then nothing was kept.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { type CaseFileId, ChoiceHandle } from '#shared/ids';
import type { ReceivedPreview } from '#shared/records/received-package';
import { canariesIn, CANARIES, erase, MIRA, addMira } from '../helpers/erasing.ts';
import { openCase } from '../helpers/casework.ts';
import { Office } from '../helpers/office.ts';
import { bytesOutside } from '../helpers/outside-reader.ts';
import { OtherHouse } from '../helpers/other-house.ts';
import { phoneJpeg } from '../helpers/pictures.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const PASSPHRASE = 'velvet orchard compass lantern thimble harbor';
let folder: string;
let ours: TestVault;
let other: OtherHouse;
let maya: CaseFileId;
// Two houses for all of them: what a test keeps is counted from what was there before.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'records-test-'));
  ours = await newVault('2026-05-01T12:00');
  const { recipient } = await ours.ask('receivingKey.make', {});
  other = await OtherHouse.open(recipient, '2026-05-01T09:00', folder);
  maya = await openCase(ours);
});
afterAll(async () => {
  await other.office.vault.remove();
  await ours.remove();
  rmSync(folder, { recursive: true, force: true });
});

let before: number;
beforeEach(async () => {
  ours.clock.advance(60_000);
  other.office.vault.clock.advance(60_000);
  before = (await everKept()).length;
});

const everKept = (caseFileId = maya) => ours.ask('receivedPackage.list', { caseFileId });
/** Of this test, newest first. */
const kept = async () => (await everKept()).slice(0, (await everKept()).length - before);
const files = () => readdirSync(join(ours.dataDir, 'Records.vault', 'files'));
const chosen = (path: string, passphrase?: string) => ({
  file: ChoiceHandle.parse(ours.grant(path)),
  openWith: passphrase === undefined ? { by: 'our-key' as const } : { by: 'passphrase' as const, passphrase },
});
const open = (path: string, passphrase?: string) => ours.ask('receivedPackage.open', chosen(path, passphrase));

interface Keeping {
  readonly into?: { as: 'case'; caseFileId: CaseFileId } | { as: 'new'; nameUsed: string };
  readonly files?: { name: string; title: string }[];
  readonly passphrase?: string;
  readonly wordsCompared?: boolean;
}
const keep = (path: string, { sha256 }: Pick<ReceivedPreview, 'sha256'>, how: Keeping = {}) =>
  ours.ask('receivedPackage.keep', {
    ...chosen(path, how.passphrase),
    sha256,
    into: how.into ?? { as: 'case', caseFileId: maya },
    files: how.files ?? [],
    wordsCompared: how.wordsCompared ?? false,
  });
const onStick = (bytes: Uint8Array): string => {
  const path = join(tempFolder(), 'r-package.age');
  writeFileSync(path, bytes);
  return path;
};

describe('a package', () => {
  it('is shown exactly as they wrote it, and nothing is kept of it', async () => {
    const path = await other.send();
    const { content } = await other.office.preview(other.planned);
    const shown = await open(path);
    expect(shown.sections).toEqual(content!.sections);
    expect(shown.sections.flatMap(({ rows }) => rows.map(({ value }) => value))).toContain('My tooth, upper left');
    expect(shown).toMatchObject({
      ...{ purpose: content!.purpose, usableUntil: '2026-05-31', madeOn: '2026-05-01', sealedBy: 'our-key' },
      ...{ recipientName: 'The house by the harbour, the dental nurse', keptBefore: false, comparedBefore: false },
    });
    expect(shown.sender.name).toBe('Harbour House');
    expect(shown.sender.words).toHaveLength(6);
    expect(shown.files.map(({ name, mayCome }) => [name, mayCome])).toEqual([
      ['READ-ME.txt', false],
      ['record.html', false],
      ['record.pdf', false],
      ['record.json', false],
      ['reply.json', false],
      ['history.txt', false],
    ]);
    expect(await kept()).toEqual([]);
    expect(readdirSync(ours.dataDir).filter((name) => name.startsWith('checking-'))).toEqual([]);
  });

  it('is kept beside the case with where it is from, and becomes no answer, need or note', async () => {
    const path = await other.send();
    const shown = await open(path);
    const needs = await ours.ask('need.list', { caseFileId: maya });
    const { id } = await keep(path, shown, { wordsCompared: true });
    const found = await ours.ask('receivedPackage.get', { receivedPackageId: id });
    expect(found).toMatchObject({
      ...{ caseFileId: maya, sections: shown.sections, sender: shown.sender, sha256: shown.sha256 },
      ...{ packageId: shown.packageId, purpose: shown.purpose, usableUntil: shown.usableUntil },
      ...{ wordsCompared: true, savedBy: { name: 'Ana' }, receivedAt: ours.clock.now, files: [], revision: 1 },
    });
    expect(path).toContain(found.fileName);
    expect(await kept()).toMatchObject([{ id, sender: shown.sender, usableUntil: '2026-05-31' }]);
    expect(await ours.ask('need.list', { caseFileId: maya })).toEqual(needs);
    expect((await ours.ask('caseNote.list', { caseFileId: maya })).total).toBe(0);
    expect((await ours.ask('caseFile.get', { caseFileId: maya })).nameUsed).toBe('Maya');
    const { entries } = await ours.ask('caseFile.timeline', { caseFileId: maya, topic: 'sharing' });
    expect(entries[0]).toMatchObject({ event: 'package-came', words: 'Harbour House', recordId: id });
    expect(JSON.stringify(entries)).not.toContain('tooth');
  });

  it('of a key that was seen before says so, and whether its words were compared', async () => {
    const shown = await open(await other.send());
    expect([shown.keptBefore, shown.comparedBefore]).toEqual([true, true]);
  });

  it('opens a new case under the name that the worker chose', async () => {
    const path = await other.send();
    const { caseFileId } = await keep(path, await open(path), { into: { as: 'new', nameUsed: 'Sparrow' } });
    expect(await ours.ask('caseFile.get', { caseFileId })).toMatchObject({ nameUsed: 'Sparrow', aliases: [] });
    expect(await everKept(caseFileId)).toHaveLength(1);
    expect(await ours.ask('need.list', { caseFileId })).toEqual([]);
  });

  it('is opened with the passphrase that they told, as it is said and typed', async () => {
    const path = await other.sendWith(PASSPHRASE);
    expect(await outcome(open(path))).toBe('wrong-key');
    expect(await outcome(open(path, 'another one that is wrong'))).toBe('wrong-key');
    const shown = await open(path, ` ${PASSPHRASE.replaceAll(' ', '  ')} `);
    expect(shown.sealedBy).toBe('passphrase');
    const { id } = await keep(path, shown, { passphrase: PASSPHRASE });
    expect(await ours.ask('receivedPackage.get', { receivedPackageId: id })).toMatchObject({ sealedBy: 'passphrase' });
  });

  it('brings along the files that were ticked, by the road of every file, and names those that stayed', async () => {
    const letter = await other.add('The nurse writes: upper left.', 'Letter of the nurse');
    const picture = await other.add(phoneJpeg(1), 'The coat');
    const path = await other.send(letter, picture);
    const shown = await open(path);
    expect(shown.files.filter(({ mayCome }) => mayCome)).toMatchObject([
      { name: 'file-1.txt', title: 'Letter of the nurse' },
      { name: 'file-2.jpg', title: 'The coat' },
    ]);
    const title = 'Letter, from the other house';
    const { id, files: carried } = await keep(path, shown, { files: [{ name: 'file-1.txt', title }] });
    const [{ attachmentId }, stayed] = carried as [(typeof carried)[number], (typeof carried)[number]];
    expect(stayed).toMatchObject({ name: 'file-2.jpg', title: 'The coat', attachmentId: null });
    const { attachments } = await ours.ask('attachment.list', { caseFileId: maya });
    expect(attachments).toMatchObject([{ id: attachmentId, title, cameWith: id, sealed: false, there: true }]);
    const read = await ours.ask('attachment.readText', { attachmentId: attachmentId! });
    expect(read.text).toBe('The nurse writes: upper left.');
    const both = await other.send(letter, picture);
    const bring = ['file-1.txt', 'file-2.jpg'].map((name) => ({ name, title: name }));
    await keep(both, await open(both), { files: bring });
    expect((await ours.ask('attachment.list', { caseFileId: maya })).total).toBe(3);
    expect(files()).toHaveLength(3);
  });

  it('stands on her own copy as what another house told', async () => {
    const request = await ours.ask('ownCopy.read', { caseFileId: maya, scope: 'WHOLE' });
    const lines = request.sections.find(({ title }) => title === 'What other houses told us')!.lines;
    expect(lines.find(({ value }) => value === 'My tooth, upper left')).toMatchObject({ source: 'REPORTED' });
    const given = await ours.ask('ownCopy.read', { caseFileId: maya, scope: 'GIVEN' });
    expect(given.sections.map(({ title }) => title)).not.toContain('What other houses told us');
  });
});

describe('between reading it through and keeping it', () => {
  it('a stick that was pulled leaves nothing behind', async () => {
    const path = await other.send();
    const shown = await open(path);
    rmSync(path);
    expect(await outcome(keep(path, shown))).toBe('file-gone');
    expect(await kept()).toEqual([]);
  });

  it('another file in its place is noticed', async () => {
    const shown = await open(await other.send());
    expect(await ruleOf(keep(await other.send(), shown))).toBe('package-changed');
    expect(await kept()).toEqual([]);
  });

  it('somebody else may have kept it: once is enough', async () => {
    const path = await other.send();
    const shown = await open(path);
    await keep(path, shown);
    expect(await ruleOf(open(path))).toBe('package-seen');
    expect(await ruleOf(keep(path, shown, { into: { as: 'new', nameUsed: 'Wren' } }))).toBe('package-seen');
    expect(await ruleOf(open(onStick(readFileSync(path))))).toBe('package-seen');
    expect(await kept()).toHaveLength(1);
  });
});

describe('who may', () => {
  it('is somebody who works on the case, and nobody else', async () => {
    const path = await other.send();
    const shown = await open(path);
    const { id } = await keep(path, shown);
    const next = await other.send();
    const read = await open(next);
    await ours.signInAs('case-manager');
    expect(await outcome(ours.ask('receivedPackage.get', { receivedPackageId: id }))).toBe('not-assigned');
    expect(await outcome(everKept())).toBe('not-assigned');
    expect(await outcome(keep(next, read))).toBe('not-assigned');
    expect(await ruleOf(open(path))).toBe('package-seen');
    const { caseFileId } = await keep(next, await open(next), { into: { as: 'new', nameUsed: 'Robin' } });
    expect(await everKept(caseFileId)).toHaveLength(1);
    ours.vault.close();
    await ours.unlock();
    await ours.signInAs('house-staff');
    expect(await outcome(open(await other.send()))).toBe('not-allowed');
    ours.vault.close();
    await ours.unlock();
  });

  it('is told that a case is not there, without a word kept', async () => {
    const path = await other.send();
    const caseFileId = '018f0000-0000-7000-8000-0000000000ff' as CaseFileId;
    expect(await outcome(keep(path, await open(path), { into: { as: 'case', caseFileId } }))).toBe('not-assigned');
    expect(await outcome(open(path))).toBe('ok');
  });
});

it('the secret of our key is in no answer about packages', async () => {
  const answers = [await ours.ask('receivingKey.get', {}), await everKept(), await open(await other.send())];
  expect(JSON.stringify(answers)).not.toContain('AGE-SECRET-KEY');
});

it('a package of this house is known again by its key', async () => {
  const office = await Office.open('2026-05-01T09:00');
  const { recipient } = await office.vault.ask('receivingKey.make', {});
  const planned = await office.planned(['NAME']);
  const { id, revision, name } = await office.vault.ask('partnerAgency.get', { id: planned.partnerAgencyId });
  const pin = { id, basedOn: revision, recipient, name: 'Our own', wordsCompared: true, typedName: name };
  await office.vault.ask('partnerAgency.pinRecipient', pin);
  const { fileName } = await office.create(planned);
  const file = ChoiceHandle.parse(office.vault.grant(join(office.place, fileName)));
  const asked = { file, openWith: { by: 'our-key' as const } };
  expect(await ruleOf(office.vault.ask('receivedPackage.open', asked))).toBe('package-own');
  await office.vault.remove();
});

it('erasing a case erases what others told of it and what we answered, and the same package may come again', async () => {
  const vault = await newVault('2026-05-01T12:00');
  const { recipient } = await vault.ask('receivingKey.make', {});
  const house = await OtherHouse.open(recipient);
  const letter = await house.add(`Dear ${CANARIES[0]}, on the twelfth.`, CANARIES[1]);
  const file = () => ChoiceHandle.parse(vault.grant(path));
  const path = await house.send(letter);
  const openWith = { by: 'our-key' as const };
  const shown = await vault.ask('receivedPackage.open', { file: file(), openWith });
  const one = await vault.ask('receivedPackage.keep', {
    ...{ file: file(), openWith, sha256: shown.sha256, wordsCompared: false },
    ...{ into: { as: 'new', nameUsed: 'Sparrow' }, files: [{ name: 'file-1.txt', title: CANARIES[2] }] },
  });
  await vault.ask('sentReply.write', {
    ...{ receivedPackageId: one.id, answer: 'RECEIVED', note: `Dear ${CANARIES[0]}`, asked: true },
    folder: ChoiceHandle.parse(vault.grant(tempFolder())),
  });
  expect(canariesIn(bytesOutside(vault.dataDir, DIRECTOR))).toEqual([CANARIES[0], CANARIES[1], CANARIES[2]]);
  await addMira(vault);
  await erase(vault, [one.caseFileId], 'WISH', MIRA);
  expect(await outcome(vault.ask('receivedPackage.get', { receivedPackageId: one.id }))).toBe('not-assigned');
  expect(readdirSync(join(vault.dataDir, 'Records.vault', 'files'))).toEqual([]);
  expect((await vault.ask('receivedPackage.open', { file: file(), openWith })).keptBefore).toBe(false);
  expect(canariesIn(bytesOutside(vault.dataDir, DIRECTOR))).toEqual([]);
  await house.office.vault.remove();
  await vault.remove();
});

it('what cannot be kept to its end is not kept at all', async () => {
  let left = Number.POSITIVE_INFINITY;
  const vault = await newVault('2026-05-01T12:00', { newId: (id) => ((left -= 1) === 0 ? 'no id' : id) });
  const { recipient } = await vault.ask('receivingKey.make', {});
  const house = await OtherHouse.open(recipient);
  const path = await house.send(await house.add('The nurse writes.', 'Letter'));
  const asked = () => ({ file: ChoiceHandle.parse(vault.grant(path)), openWith: { by: 'our-key' as const } });
  const { sha256 } = await vault.ask('receivedPackage.open', asked());
  const tryIt = () =>
    vault.ask('receivedPackage.keep', {
      ...{ ...asked(), sha256, wordsCompared: false },
      ...{ into: { as: 'new' as const, nameUsed: 'Sparrow' }, files: [{ name: 'file-1.txt', title: 'Letter' }] },
    });
  const failed = [];
  for (let at = 1; ; at += 1) {
    left = at;
    const end = await outcome(tryIt());
    left = Number.POSITIVE_INFINITY;
    if (end === 'ok') break;
    failed.push(end);
    expect((await vault.ask('caseFile.list', { show: 'all' })).total).toBe(0);
    expect(readdirSync(join(vault.dataDir, 'Records.vault', 'files'))).toEqual([]);
    expect(await outcome(vault.ask('receivedPackage.open', asked()))).toBe('ok');
  }
  expect(failed.length).toBeGreaterThanOrEqual(3);
  await house.office.vault.remove();
  await vault.remove();
});

it('while no key was made here, nothing can have been sealed to it', async () => {
  const vault = await newVault('2026-05-01T12:00');
  const file = ChoiceHandle.parse(vault.grant(await other.send()));
  const asked = vault.ask('receivedPackage.open', { file, openWith: { by: 'our-key' } });
  await expect(asked).rejects.toThrow(VaultError);
  expect(await outcome(vault.ask('receivedPackage.open', { file, openWith: { by: 'our-key' } }))).toBe('wrong-key');
  await vault.remove();
});
