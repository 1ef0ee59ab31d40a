// Answering a package of another house, there and back between two real vaults: their referral moves on, and whatever is not exactly
// our answer to their package is refused there. What was answered stands here in the log of what left.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseFileId, ChoiceHandle, type RecordId } from '#shared/ids';
import { ReplyTo, type ReplyAnswer } from '#shared/packages/reply';
import { ReceivedPackage } from '#shared/records/received-package';
import { recordJson } from '../../electron/vault/packages/readable.ts';
import { sealReply } from '../../renderer/reader/seal-reply.ts';
import { openCase } from '../helpers/casework.ts';
import { failingDisk } from '../helpers/failing-disk.ts';
import { PURPOSE } from '../helpers/office.ts';
import { OtherHouse } from '../helpers/other-house.ts';
import { fileToPack, opened, samplePlan, sealedBytes } from '../helpers/sample-package.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const PASSPHRASE = 'velvet orchard compass lantern thimble harbor';
let folder: string;
let ours: TestVault;
let other: OtherHouse;
let maya: CaseFileId;
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
let stick: string;
beforeEach(() => {
  ours.clock.advance(60_000);
  other.office.vault.clock.advance(60_000);
  stick = tempFolder();
});

/** What they sent, kept here beside Maya's case. */
async function kept(path?: string): Promise<RecordId> {
  const sent = path ?? (await other.send());
  const chosen = () => ({ file: ChoiceHandle.parse(ours.grant(sent)), openWith: { by: 'our-key' as const } });
  const { sha256, canAnswer } = await ours.ask('receivedPackage.open', chosen());
  expect(canAnswer).toBe(true);
  const into = { as: 'case' as const, caseFileId: maya };
  return (await ours.ask('receivedPackage.keep', { ...chosen(), sha256, into, files: [], wordsCompared: true })).id;
}
const write = (receivedPackageId: RecordId, change: object = {}) =>
  ours.ask('sentReply.write', {
    ...{ receivedPackageId, answer: 'ACCEPTED' as const, note: ' A bed from the first of June. ', asked: true },
    ...{ folder: ChoiceHandle.parse(ours.grant(stick)), ...change },
  });
const answered = async (id: RecordId, change: object = {}): Promise<string> =>
  join(stick, (await write(id, change)).reply.fileName);

/** Her record is kept and not used. */
async function restrict(caseFileId: CaseFileId) {
  const asked = await ours.ask('rightsRequest.receive', {
    ...{ caseFileId, kind: 'RESTRICT', receivedOn: '2026-05-01', words: 'Not now.', askedBy: { who: 'SELF' } },
    timing: 'GDPR',
  });
  const how = { requestId: asked.id, basedOn: asked.revision, how: 'SAFE_WORD' as const };
  const { id: requestId, revision: basedOn } = await ours.ask('rightsRequest.checkIdentity', how);
  const outcome = { end: 'DONE' as const, codes: [], words: '', partlyOffered: false, reviewOn: null };
  return ours.ask('rightsRequest.settle', { requestId, basedOn, outcome });
}

// Of the other house.
const theirs = () => other.office.vault;
const read = (path: string) => theirs().ask('packageReply.read', { file: theirs().grant(path) });
const bring = async (path: string) =>
  theirs().ask('packageReply.keep', { file: theirs().grant(path), sha256: (await read(path)).sha256 });
const theirReplies = () => theirs().ask('packageReply.list', { caseFileId: other.planned.caseFileId });

/** Sent under the permission of the package, and waiting for what we say. */
async function theirReferral(): Promise<RecordId> {
  const { caseFileId, releaseId, partnerAgencyId, categories } = other.planned;
  const referral = {
    ...{ partnerAgencyId, releaseId, categories, forWhat: null, asks: PURPOSE, mode: 'WITH_RELEASE' as const },
    ...{ reason: 'OTHER' as const, urgency: 'U3' as const, warmHandoff: false, escort: '', interpreter: '' },
  };
  const drafted = await theirs().ask('referral.save', { caseFileId, referralId: null, basedOn: 0, referral });
  const referralId = drafted.id;
  const act = async (basedOn: number, step: object) =>
    (await theirs().ask('referral.act', { referralId, basedOn, act: step as never })).revision;
  await act(await act(drafted.revision, { to: 'READY' }), { to: 'SENT', how: 'ENCRYPTED_MEDIA' });
  return referralId;
}

it('goes there and back: we answer, they take it in, their referral moves on', async () => {
  const referralId = await theirReferral();
  const id = await kept();
  const stateAfter = async (answer: ReplyAnswer) => {
    await bring(await answered(id, { answer }));
    return (await theirs().ask('referral.get', { referralId })).state;
  };
  expect(await stateAfter('RECEIVED')).toBe('ACKNOWLEDGED');
  ours.clock.advance(60_000);
  other.office.vault.clock.advance(60_000);
  expect(await stateAfter('ACCEPTED')).toBe('ACCEPTED');
  const [newest] = await theirReplies();
  expect(newest).toMatchObject({ answer: 'ACCEPTED', note: 'A bed from the first of June.', answeredOn: '2026-05-01' });
  expect((await ours.ask('sentReply.list', { receivedPackageId: id })).map(({ answer }) => answer)).toEqual([
    'ACCEPTED',
    'RECEIVED',
  ]);
});

describe('the answer', () => {
  it('is one small file under a name that says nothing, and nobody else opens it', async () => {
    const { reply, stick: state } = await write(await kept());
    expect(readdirSync(stick)).toEqual([reply.fileName]);
    expect(state).toBe('not-a-stick');
    const bytes = readFileSync(join(stick, reply.fileName));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(reply.sha256);
    expect(bytes.toString('latin1')).not.toMatch(/ACCEPTED|June/);
    const stranger = await OtherHouse.open((await ours.ask('receivingKey.get', {}))!.recipient);
    const file = stranger.office.vault.grant(join(stick, reply.fileName));
    expect(await outcome(stranger.office.vault.ask('packageReply.read', { file }))).toBe('reply-not-ours');
    await stranger.office.vault.remove();
  });

  it('stands in the log of what left and in the story of the case, as asked for', async () => {
    const id = await kept();
    await write(id, { answer: 'WAITING_LIST' });
    const [line] = await ours.ask('disclosureLog.list', { caseFileId: maya });
    expect(line).toMatchObject({
      ...{ way: 'ANSWER', recipientName: 'Harbour House', answer: 'WAITING_LIST', on: '2026-05-01' },
      ...{ what: 'A bed from the first of June.', basis: { kind: 'AGREED_ANSWER' }, survivorTold: { told: true } },
      by: { name: 'Ana' },
    });
    const { entries } = await ours.ask('caseFile.timeline', { caseFileId: maya, topic: 'sharing' });
    expect(entries[0]).toMatchObject({ event: 'package-answered', words: 'Harbour House', code: 'WAITING_LIST' });
  });

  it('is not written while nobody was asked, or while the record is kept and not used', async () => {
    const id = await kept();
    expect(await ruleOf(write(id, { asked: false }))).toBe('answer-not-asked');
    const wish = await restrict(maya);
    expect(await ruleOf(write(id))).toBe('case-restricted');
    await ours.ask('rightsRequest.lift', { requestId: wish.id, basedOn: wish.revision });
    expect(readdirSync(stick)).toEqual([]);
    expect(await ours.ask('sentReply.list', { receivedPackageId: id })).toEqual([]);
  });

  it('leaves nothing on a stick that fails, and no line', async () => {
    const id = await kept();
    await failingDisk(stick, { method: 'write', errno: 'EIO' });
    expect(await outcome(write(id))).not.toBe('ok');
    expect(await ours.ask('sentReply.list', { receivedPackageId: id })).toEqual([]);
  });

  it('never shows the page how it is sealed', async () => {
    const id = await kept();
    await write(id);
    const told = JSON.stringify([
      await ours.ask('receivedPackage.get', { receivedPackageId: id }),
      await ours.ask('receivedPackage.list', { caseFileId: maya }),
      await ours.ask('sentReply.list', { receivedPackageId: id }),
    ]);
    expect(told).not.toMatch(/reply-to|secret|replyTo/);
  });
});

/** What a package says of how it is answered, for whoever was told its passphrase. */
const howToAnswer = (path: string): Promise<ReplyTo> =>
  opened(readFileSync(path), { passphrase: PASSPHRASE }, async (found) =>
    ReplyTo.parse(JSON.parse(Buffer.from(await found.read('reply.json')).toString('utf8'))),
  );

describe('a package that cannot be answered with a file', () => {
  it('because it does not say how is kept, and answered by telephone: nothing is written', async () => {
    const { content } = await other.office.preview(other.planned);
    const { purpose, usableUntil } = content!;
    const record = fileToPack('record.json', recordJson(content!), 'application/json');
    const { recipient } = (await ours.ask('receivingKey.get', {}))!;
    const plan = { ...samplePlan([record], { recipients: [recipient] }), purpose, usableUntil };
    const path = join(stick, 'r-silent00.age');
    writeFileSync(path, await sealedBytes(plan));
    const chosen = () => ({
      file: ChoiceHandle.parse(ours.grant(path)),
      openWith: { by: 'our-key' as const },
    });
    const { sha256, canAnswer } = await ours.ask('receivedPackage.open', chosen());
    const into = { as: 'case' as const, caseFileId: maya };
    const one = await ours.ask('receivedPackage.keep', {
      ...{ ...chosen(), sha256, into, files: [], wordsCompared: false },
    });
    expect([canAnswer, one.canAnswer]).toEqual([false, false]);
    expect(await ruleOf(write(one.id))).toBe('answer-none');
    expect(readdirSync(stick)).toEqual(['r-silent00.age']);
    expect(await ours.ask('sentReply.list', { receivedPackageId: one.id })).toEqual([]);
  });

  it('because it was kept before answers were written here is one that does not say how', async () => {
    const {
      savedAt: _at,
      savedBy: _by,
      revision: _revision,
      id: _id,
      canAnswer: _can,
      ...body
    } = await ours.ask('receivedPackage.get', { receivedPackageId: await kept() });
    expect(body).not.toHaveProperty('replyTo');
    expect(ReceivedPackage.parse(body).replyTo).toBeNull();
  });
});

describe('refused by the house that gets it', () => {
  it('the same answer brought twice', async () => {
    const path = await answered(await kept());
    await bring(path);
    const before = (await theirReplies()).length;
    expect(await outcome(bring(path))).toBe('reply-seen');
    expect(await theirReplies()).toHaveLength(before);
  });

  it('on the page of another case, or bent', async () => {
    const path = await answered(await kept());
    const elsewhere = await openCase(theirs(), 'Wren');
    const file = theirs().grant(path);
    expect(await outcome(theirs().ask('packageReply.read', { file, caseFileId: elsewhere }))).toBe(
      'reply-other-package',
    );
    const bytes = readFileSync(path);
    bytes[bytes.length - 3]! ^= 1;
    const bent = join(stick, 'r-bent.age');
    writeFileSync(bent, bytes);
    expect(await outcome(read(bent))).toBe('file-damaged');
  });

  it('one that somebody made who never opened the package', async () => {
    const { packageId } = await ours.ask('receivedPackage.get', { receivedPackageId: await kept() });
    // Whoever was sent another package knows how that one is answered, and no more.
    const to = await howToAnswer(await other.sendWith(PASSPHRASE));
    const words = {
      ...{ format: 'cv/reply/1' as const, packageId, replyId: randomBytes(16).toString('hex') },
      ...{ answer: 'ACCEPTED' as const, answeredOn: '2026-05-01', note: '' },
    };
    const forged = join(stick, 'r-forged.age');
    writeFileSync(forged, await sealReply(to, words));
    expect(await outcome(read(forged))).toBe('reply-forged');
  });
});
