// A partner agency's answer comes back by stick: read first, kept once, for the one package it answers. Whatever is not exactly
// that is refused, and then nothing was kept. Through the router, with a real encrypted vault.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { REPLY_LIMIT, replyText, ReplyTo, type ReplyWords, signedReply } from '#shared/packages/reply';
import { referralStateAfter } from '#shared/records/package-reply';
import type { PlannedPackage } from '#shared/records/export-package';
import { sealReply } from '../../renderer/reader/seal-reply.ts';
import { codeOf } from '../../renderer/reader/tools.ts';
import { addMira, canariesIn, CANARIES, erase, MIRA } from '../helpers/erasing.ts';
import { Office, PURPOSE } from '../helpers/office.ts';
import { bytesOutside } from '../helpers/outside-reader.ts';
import { opened } from '../helpers/sample-package.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, outcome } from '../helpers/vault.ts';

let folder: string;
let office: Office;
let planned: PlannedPackage;
// One office for all of them: what a test keeps is counted from what was there before.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'records-test-'));
  office = await Office.open(undefined, folder);
  planned = await office.planned(['NAME', 'HEALTH']);
});
afterAll(async () => {
  await office.vault.remove();
  rmSync(folder, { recursive: true, force: true });
});

let before: number;
beforeEach(async () => {
  office.vault.clock.advance(60_000);
  before = (await everKept()).length;
});

/** What a package says of how to answer it, as the agency reads it. */
interface Answerable {
  readonly to: ReplyTo;
  readonly packageId: string;
}

async function makePackage(of = planned): Promise<Answerable> {
  const { fileName } = await office.create(of);
  return opened(readFileSync(join(office.place, fileName)), { identity: office.identity }, async (found) => ({
    to: ReplyTo.parse(JSON.parse(Buffer.from(await found.read('reply.json')).toString('utf8'))),
    packageId: found.packageId,
  }));
}

const words = (packageId: string, change: Partial<ReplyWords> = {}): ReplyWords => ({
  format: 'cv/reply/1',
  packageId,
  replyId: randomBytes(16).toString('hex'),
  answer: 'ACCEPTED',
  answeredOn: '2026-05-04',
  note: 'Tuesday at ten, ring twice.',
  ...change,
});

const onStick = (bytes: Uint8Array): string => {
  const path = join(tempFolder(), 'r-answer.age');
  writeFileSync(path, bytes);
  return path;
};
const read = (path: string, caseFileId?: string) =>
  office.vault.ask('packageReply.read', {
    file: office.vault.grant(path),
    ...(caseFileId === undefined ? {} : { caseFileId: caseFileId }),
  });
const keep = (path: string, sha256: string, caseFileId?: string) =>
  office.vault.ask('packageReply.keep', {
    file: office.vault.grant(path),
    sha256,
    ...(caseFileId === undefined ? {} : { caseFileId: caseFileId }),
  });
const everKept = () => office.vault.ask('packageReply.list', { caseFileId: planned.caseFileId });
/** Of this test, newest first. */
const kept = async () => (await everKept()).slice(0, (await everKept()).length - before);
const sealedFor = async (recipient: string, text: string | Uint8Array): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(text);
};

describe('an answer', () => {
  it('is shown before it is kept, then stands with its package and in the story of the case', async () => {
    const { to, packageId } = await makePackage();
    const path = onStick(await sealReply(to, words(packageId)));
    const shown = await read(path);
    expect(shown).toMatchObject({
      caseFileId: planned.caseFileId,
      answer: 'ACCEPTED',
      answeredOn: '2026-05-04',
      note: 'Tuesday at ten, ring twice.',
      recipientName: 'Clinic A, the dental nurse',
    });
    expect(await kept()).toEqual([]);
    await keep(path, shown.sha256, planned.caseFileId);
    const [line] = await office.log(planned);
    expect(await kept()).toMatchObject([{ disclosureId: line?.id, answer: 'ACCEPTED', packageId }]);
    const { entries } = await office.vault.ask('caseFile.timeline', {
      caseFileId: planned.caseFileId,
      topic: 'sharing',
    });
    expect(entries.map(({ event, code }) => [event, code])).toContainEqual(['partner-answered', 'ACCEPTED']);
    expect(entries.map(({ event }) => event)).toContain('package-left');
    expect(entries.map(({ recordKind }) => recordKind)).not.toContain('reply-key');
  });

  it('may be followed by others of the same package, each with its own number', async () => {
    const { to, packageId } = await makePackage();
    for (const answer of ['RECEIVED', 'WAITING_LIST', 'SERVICE_GIVEN'] as const) {
      office.vault.clock.advance(60_000);
      const path = onStick(await sealReply(to, words(packageId, { answer })));
      await keep(path, (await read(path)).sha256);
    }
    expect((await kept()).map(({ answer }) => answer)).toEqual(['SERVICE_GIVEN', 'WAITING_LIST', 'RECEIVED']);
  });

  it('finds its case by itself, and is taken on the page of that case alone', async () => {
    const { to, packageId } = await makePackage();
    const other = await office.vault.ask('caseFile.open', { nameUsed: 'Heron' });
    const path = onStick(await sealReply(to, words(packageId)));
    expect(await outcome(read(path, other.id))).toBe('reply-other-package');
    expect((await read(path, planned.caseFileId)).caseFileId).toBe(planned.caseFileId);
    expect((await read(path)).caseFileId).toBe(planned.caseFileId);
  });

  it('is not opened to somebody who does not work on its case', async () => {
    const { to, packageId } = await makePackage();
    const path = onStick(await sealReply(to, words(packageId)));
    const { sha256 } = await read(path);
    await office.vault.signInAs('case-manager');
    expect(await outcome(read(path))).toBe('not-assigned');
    expect(await outcome(keep(path, sha256))).toBe('not-assigned');
    await office.lockAndUnlock();
  });

  it('answers a package that was sealed with a passphrase as well', async () => {
    const { contentSha256 } = await office.preview(planned);
    const passphrase = 'velvet orchard compass lantern thimble harbor';
    const { fileName } = await office.vault.ask('exportPackage.create', {
      ...planned,
      contentSha256: contentSha256!,
      sealedTo: { by: 'passphrase', passphrase },
      folder: office.vault.grant(office.place),
    });
    await opened(readFileSync(join(office.place, fileName)), { passphrase }, async (found) => {
      const to = ReplyTo.parse(JSON.parse(Buffer.from(await found.read('reply.json')).toString('utf8')));
      expect((await read(onStick(await sealReply(to, words(found.packageId))))).answer).toBe('ACCEPTED');
    });
  });
});

describe('refused, and nothing kept', () => {
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    const path = onStick(bytes);
    const verdicts = [await outcome(read(path)), await outcome(keep(path, '0'.repeat(64)))];
    expect(verdicts[1]).toBe(verdicts[0]);
    expect(await kept()).toEqual([]);
    return verdicts[0] ?? '';
  };

  it('the same answer brought twice', async () => {
    const { to, packageId } = await makePackage();
    const path = onStick(await sealReply(to, words(packageId)));
    const { sha256 } = await read(path);
    await keep(path, sha256);
    expect(await outcome(read(path))).toBe('reply-seen');
    expect(await outcome(keep(path, sha256))).toBe('reply-seen');
    // Sealed anew it is still the same answer.
    const again = words(packageId, { replyId: (await kept())[0]!.replyNumber });
    expect(await outcome(read(onStick(await sealReply(to, again))))).toBe('reply-seen');
    expect(await kept()).toHaveLength(1);
  });

  it('one without the code of its package, or with that of another', async () => {
    const one = await makePackage();
    const two = await makePackage();
    const said = words(one.packageId);
    const bare = replyText(said, '0'.repeat(64));
    expect(await refusal(await sealedFor(one.to.recipient, bare))).toBe('reply-forged');
    const othersCode = replyText(said, codeOf(two.to.secret, signedReply(said)));
    expect(await refusal(await sealedFor(one.to.recipient, othersCode))).toBe('reply-forged');
    const changed = replyText({ ...said, answer: 'DECLINED' }, codeOf(one.to.secret, signedReply(said)));
    expect(await refusal(await sealedFor(one.to.recipient, changed))).toBe('reply-forged');
  });

  it('one for another package than the one whose key it is sealed to', async () => {
    const one = await makePackage();
    const two = await makePackage();
    const aimed = await sealReply({ ...one.to, recipient: two.to.recipient }, words(one.packageId));
    expect(await refusal(aimed)).toBe('reply-forged');
  });

  it('one that names a package which was never made here, or is sealed to somebody else', async () => {
    const { to } = await makePackage();
    expect(await refusal(await sealReply(to, words('a'.repeat(64))))).toBe('reply-not-ours');
    const recipient = await identityToRecipient(await generateX25519Identity());
    expect(await refusal(await sealReply({ ...to, recipient }, words('a'.repeat(64))))).toBe('reply-not-ours');
  });

  it('one that is bent, cut, too long, empty, no age file, no answer or of a later format', async () => {
    const { to, packageId } = await makePackage();
    const good = await sealReply(to, words(packageId));
    const bent = Uint8Array.from(good);
    bent[good.length - 5]! ^= 1;
    expect(await refusal(bent)).toBe('file-damaged');
    expect(await refusal(good.subarray(0, -1))).toBe('file-damaged');
    expect(await refusal(new Uint8Array(REPLY_LIMIT + 1))).toBe('file-too-big');
    expect(await refusal(new Uint8Array())).toBe('file-empty');
    expect(await refusal(Buffer.from('hello'))).toBe('file-not-recognised');
    expect(await refusal(await sealedFor(to.recipient, '{"answer":"ACCEPTED"}'))).toBe('file-damaged');
    expect(await refusal(await sealedFor(to.recipient, randomBytes(40)))).toBe('file-damaged');
    expect(await refusal(await sealedFor(to.recipient, '['.repeat(9_000)))).toBe('file-damaged');
    const later = replyText(words(packageId), '0'.repeat(64)).replace('cv/reply/1', 'cv/reply/2');
    expect(await refusal(await sealedFor(to.recipient, later))).toBe('package-newer');
    const spaced = JSON.stringify(JSON.parse(replyText(words(packageId), '0'.repeat(64))), null, 1);
    expect(await refusal(await sealedFor(to.recipient, spaced))).toBe('file-damaged');
  });

  it('another file than the one that was read through', async () => {
    const { to, packageId } = await makePackage();
    const { sha256 } = await read(onStick(await sealReply(to, words(packageId))));
    expect(await outcome(keep(onStick(await sealReply(to, words(packageId, { answer: 'DECLINED' }))), sha256))).toBe(
      'conflict',
    );
    expect(await kept()).toEqual([]);
  });
});

it('the keys of packages leave the vault in no answer of any operation here', async () => {
  const { to } = await makePackage();
  const shown = JSON.stringify([
    await office.log(planned),
    await kept(),
    await office.vault.ask('caseFile.timeline', { caseFileId: planned.caseFileId }),
  ]);
  expect(shown).not.toContain(to.secret);
  expect(shown).not.toContain('AGE-SECRET-KEY');
});

it('moves the referral that the package went out for, and one that is further on stays', async () => {
  const { caseFileId, releaseId, partnerAgencyId, categories } = planned;
  const referral = {
    ...{ partnerAgencyId, releaseId, categories, forWhat: null, asks: PURPOSE, mode: 'WITH_RELEASE' as const },
    ...{ reason: 'OTHER' as const, urgency: 'U3' as const, warmHandoff: false, escort: '', interpreter: '' },
  };
  const { id: referralId, revision } = await office.vault.ask('referral.save', {
    caseFileId,
    referralId: null,
    basedOn: 0,
    referral,
  });
  const ready = await office.vault.ask('referral.act', { referralId, basedOn: revision, act: { to: 'READY' } });
  const act = { to: 'SENT' as const, how: 'ENCRYPTED_MEDIA' as const };
  await office.vault.ask('referral.act', { referralId, basedOn: ready.revision, act });
  const { to, packageId } = await makePackage();
  const bring = async (answer: ReplyWords['answer']) => {
    const path = onStick(await sealReply(to, words(packageId, { answer })));
    await keep(path, (await read(path)).sha256);
    return (await office.vault.ask('referral.get', { referralId })).state;
  };
  expect(await bring('ACCEPTED')).toBe('ACCEPTED');
  expect(await bring('RECEIVED')).toBe('ACCEPTED');
  expect(await bring('SERVICE_GIVEN')).toBe('ACCEPTED');
  const { steps } = await office.vault.ask('referral.get', { referralId });
  expect(steps.map(({ state }) => state)).toEqual(['DRAFT', 'READY', 'SENT', 'ACKNOWLEDGED', 'ACCEPTED']);
});

it('every answer moves a referral to its state, or none (domain §12)', () => {
  expect(referralStateAfter).toEqual({
    RECEIVED: 'ACKNOWLEDGED',
    ACCEPTED: 'ACCEPTED',
    WAITING_LIST: 'WAITLISTED',
    DECLINED: 'DECLINED_BY_PARTNER',
    SERVICE_GIVEN: null,
    CLOSED: null,
  });
});

it('goes with its case when that is erased, and so does the key that it was sealed to', async () => {
  const caseFileId = await office.openCase();
  const release = await office.signedRelease(caseFileId, planned.partnerAgencyId, ['NAME']);
  const of = { ...planned, caseFileId, releaseId: release.id, categories: ['NAME' as const] };
  const { to, packageId } = await makePackage(of);
  const first = onStick(await sealReply(to, words(packageId, { note: `Ask ${CANARIES[0]} to ring twice.` })));
  await keep(first, (await read(first)).sha256);
  const later = onStick(await sealReply(to, words(packageId, { answer: 'CLOSED' })));
  expect((await read(later)).caseFileId).toBe(caseFileId);
  const outside = () => bytesOutside(office.vault.dataDir, DIRECTOR);
  expect(canariesIn(outside())).toEqual([CANARIES[0]]);
  expect(outside().includes(to.secret)).toBe(true);

  await addMira(office.vault);
  await erase(office.vault, [caseFileId], 'WISH', MIRA);
  expect(await outcome(read(later))).toBe('reply-not-ours');
  expect(await outcome(office.vault.ask('packageReply.list', { caseFileId }))).toBe('not-assigned');
  expect(canariesIn(outside())).toEqual([]);
  for (const gone of [to.secret, packageId]) expect(outside().includes(gone)).toBe(false);
});
