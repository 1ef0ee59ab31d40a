// Walks the table of roles through the router, with a colleague of each role and two cases: one she works on where her role
// can, one of somebody else that is full of rare words.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index';
import { careTeam, type Contract, isAmong, type Operation, Role } from '#shared/contract/operation';
import { type CaseFileId, StaffMemberId } from '#shared/ids';
import { aCampaign, aMaterial, anActivity, aStory } from '../helpers/awareness.ts';
import { aNeed, aNote, aRelease, aSafetyPlan, aSupportPlan, openCase, said } from '../helpers/casework.ts';
import { aGroup } from '../helpers/groups.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { type Ids, NOBODYS, sampleRequest } from '../helpers/sample-request.ts';
import { DIRECTOR, newVault, type TestVault } from '../helpers/vault.ts';
import { roleTable } from './role-table.ts';

const operations: Readonly<Record<string, Operation>> = Object.fromEntries(
  Object.entries(contract as Contract).flatMap(([group, named]) =>
    Object.entries(named).map(([name, operation]) => [`${group}.${name}`, operation]),
  ),
);

/** Requests that cannot be made from the schema alone, and those that name a case only when they choose to. */
const written: Readonly<Record<string, (ids: Ids) => object>> = {
  'backup.drill': () => ({ folder: NOBODYS, name: 'backup-2026-03-02-1', credential }),
  'backup.recognise': () => ({ folder: NOBODYS, name: 'backup-2026-03-02-1', credential }),
  'backup.restore': () => ({ folder: NOBODYS, name: 'backup-2026-03-02-1', credential, replaceOther: false }),
  'conversation.useInterpreter': ({ conversationId }) => ({
    conversationId,
    basedOn: 1,
    use: { how: 'EMERGENCY', who: 'STAFF', reason: 'Nobody vetted could come' },
  }),
  'referralFigures.ofYear': () => ({ year: 2026 }),
  'activity.list': () => ({ year: 2026 }),
  'activity.save': () => ({ activityId: null, basedOn: 0, activity: anActivity() }),
  'material.save': () => ({ materialId: null, basedOn: 0, material: aMaterial() }),
  'campaign.save': () => ({ campaignId: null, basedOn: 0, campaign: aCampaign() }),
  'storyConsent.save': () => ({ storyId: null, basedOn: 0, story: aStory() }),
  'yearSummary.get': () => ({ year: 2026 }),
  'statistics.show': () => figuresWish,
  'statistics.issue': () => figuresWish,
  'calendar.agenda': () => ({ from: '2026-03-01', to: '2026-03-31', whose: 'all', zone: 'UTC' }),
  // Closed before in the same walk: open again, so that nobody seals it by opening a new case of the same person.
  'caseFile.reopen': ({ caseFileId }) => ({ caseFileId, why: 'Closed by mistake' }),
  'draft.get': ({ caseFileId }) => ({ target: { kind: 'intake', caseFileId } }),
  'booking.add': (ids) => wantedRoom(ids),
  'booking.nextFree': (ids) => wantedRoom(ids),
  'peerGroup.save': () => ({ groupId: null, basedOn: 0, group: aGroup(StaffMemberId.parse(NOBODYS)) }),
  'noBed.figures': () => ({ from: '2026-03-01', to: '2026-04-01' }),
  'htcdsRecord.correct': ({ needId: id }) => ({
    id,
    revision: 1,
    field: 'prs_FirstName',
    answer: { state: 'DECLINED', source: 'DOCUMENT' },
  }),
  // Signed by the same person twice, so that nothing is ever erased by asking.
  'retention.run': ({ caseFileId }) => ({ caseFileIds: [caseFileId], reason: 'WISH', second: DIRECTOR }),
  'retention.erasePart': ({ caseFileId }) => ({
    ...{ caseFileId, requestId: NOBODYS, categories: [], recordIds: [], second: DIRECTOR },
  }),
  'backupRule.save': () => ({ askAfterDays: 7, places: 2, clearsOlder: true, basedOn: 0 }),
  'housePlace.save': () => ({ pack: 'BLANK', own: [], worked: [], words: {}, basedOn: 0 }),
  'auditEntry.compare': () => ({ seq: 1, words: Array.from({ length: 10 }, () => 'meadow') }),
  'auditEntry.page': () => ({}),
  'task.add': ({ caseFileId }) => ({ words: 'Call back', dueOn: '2026-03-03', caseFileId }),
  'wellbeingSetting.save': () => ({ basedOn: 0, crisisContacts: [], cuts: { pcPtsd5: 3, pcl5: 31 }, trainedIds: [] }),
  'partnerAgency.pinRecipient': () => ({
    id: NOBODYS,
    basedOn: 1,
    recipient: RECIPIENT,
    name: '',
    wordsCompared: true,
  }),
  'partnerAgency.endRecipient': () => ({ id: NOBODYS, basedOn: 1, recipient: RECIPIENT }),
  'course.save': () => ({ basedOn: 0, code: null, topic: 'The alarm', hours: 1, renewMonths: null, mandatoryFor: [] }),
  'course.drop': () => ({ basedOn: 0, code: 'FIRST_AID' }),
  'training.complete': () => ({
    ...{ staffMemberId: NOBODYS, courseCode: 'DATA', on: '2026-03-01', hours: 1, provider: '', evidence: '' },
  }),
  // Off as before, so that it holds nobody back in the middle of this walk.
  'trainingGate.turn': () => ({ basedOn: 0, isOn: false, reason: 'The course comes in June' }),
  'receivingKey.change': () => ({ replaces: RECIPIENT }),
  'receivingKey.end': () => ({ recipient: RECIPIENT }),
  'exportPackage.create': ({ caseFileId, releaseId }) => ({
    ...{ caseFileId, releaseId, partnerAgencyId: NOBODYS, categories: [], purpose: 'For the dentist' },
    ...{ contentSha256: 'a'.repeat(64), sealedTo: { by: 'pinned-key', recipients: [RECIPIENT] }, folder: NOBODYS },
  }),
  'session.tryTrustees': () => ({ sheets: [[], []] }),
  'draft.save': ({ caseFileId }) => ({ target: { kind: 'intake', caseFileId }, body: 'x' }),
};
const wantedRoom = ({ caseFileId }: Ids) => ({
  ...{ on: '2026-03-03', from: '10:00', to: '11:00', roomId: NOBODYS, caseFileId },
  ...{ interpreterId: null, isEscorted: false, words: '' },
});
const figuresWish = { period: '2026-Q1', set: 'OURS', audience: 'FUNDER', mode: 'ROUNDED' };
const credential = { by: 'passphrase', ...DIRECTOR };

/** Of test/vectors/export-package; its key is nobody's. */
const RECIPIENT = 'age1ce8keu7ww9c66fvkx38ecmnwm04f7gk0sq5s80mzsa2pgrccncrqq9na57';

const RARE = { name: 'zebrafinch', story: 'quillwort' };

interface Colleague {
  readonly signInName: string;
  readonly passphrase: string;
}
const colleagues = new Map<Role, Colleague>();
let vault: TestVault;
let hers: Ids;
let others: Ids;
/** Entries that unlocking as a colleague and coming back leave. */
let quietVisit: number;

const columns = Role.options;
const cellOf = (name: string, role: Role): string => roleTable[name]?.split(' ')[columns.indexOf(role)] ?? '?';
const namesWhere = (role: Role, cells: string): string[] =>
  Object.keys(operations).filter((name) => cells.includes(cellOf(name, role)));

/** About a case for some role: then any id of the case names it, whatever kind of record is asked for. */
const isBound = (name: string): boolean => /[wb]/.test(roleTable[name] ?? '');
/** The names that requests give to the id of a record of a case. */
const RECORDS = [
  'attachmentId',
  'attemptId',
  'conversationId',
  'exclusionId',
  'receivedPackageId',
  'referralId',
  'followUpId',
  'placeId',
  'requestId',
  'screeningId',
  'serviceId',
  'stepId',
  'taskId',
  'thingId',
];

function requestOf(name: string, ids: Ids): unknown {
  const operation = operations[name]!;
  const request =
    written[name]?.(ids) ?? sampleRequest(operation, { ...ids, id: isBound(name) ? ids['needId']! : NOBODYS });
  if (request === undefined) throw new Error(`write a request for ${name} in role-table.test.ts`);
  return request;
}

/** The code of the answer, or "answered"; what is answered is kept for the leak test. */
async function codeOf(name: string, ids: Ids, heard: string[] = []): Promise<string> {
  const answer = await vault.raw(name, requestOf(name, ids));
  if (!answer.ok) return answer.error.code;
  heard.push(`${name} ${JSON.stringify(answer.value)}`);
  return 'answered';
}

async function signIn(role: Role): Promise<void> {
  vault.vault.close();
  await vault.unlock(colleagues.get(role));
}

/** A case with a record of every kind that an id can name. */
async function filledCase(name: string, words: string): Promise<Ids> {
  const caseFileId = await openCase(vault, name);
  const of = { caseFileId, basedOn: 0, formVersion: 1 };
  const need = await vault.ask('need.add', { ...aNeed(caseFileId), title: words, domain: 'LEGAL', code: 'CUSTODY' });
  const note = await vault.ask('caseNote.add', aNote(caseFileId, { body: words }));
  const release = await vault.ask('release.draft', {
    basedOn: 0,
    release: aRelease(caseFileId, { purpose: `For the dentist, ${words}` }),
  });
  await vault.ask('intake.save', { ...of, answers: { medicine: said(words) } });
  await vault.ask('safetyPlan.save', { ...aSafetyPlan(caseFileId), answers: { worries: said([{ words }]) } });
  await vault.ask('safetyPlan.saveSealed', { ...of, answers: { 'code-word': said(words) } });
  await vault.ask('supportPlan.save', { ...aSupportPlan(caseFileId), vision: words });
  const named = { caseFileId, needId: need.id, noteId: note.id, releaseId: release.id };
  return { ...Object.fromEntries(RECORDS.map((record) => [record, need.id])), ...named };
}

beforeAll(async () => {
  vault = await newVault();
  colleagues.set('director', DIRECTOR);
  hers = await filledCase('Maya', 'plain words');
  for (const role of columns.filter((one) => one !== 'director')) {
    const who = { signInName: role, passphrase: passphraseOf(role) };
    const { id } = await vault.ask('staffMember.add', { name: `Test ${role}`, role, ...who });
    colleagues.set(role, who);
    if (isAmong(role, careTeam))
      await vault.ask('caseAssignment.assign', { caseFileId: hers['caseFileId'] as CaseFileId, staffMemberId: id });
  }
  // A case manager takes screens when a director named her for it.
  const trainedIds = (await vault.ask('staffMember.list', {})).filter(({ role }) => role === 'case-manager');
  await vault.ask('wellbeingSetting.save', {
    basedOn: 0,
    crisisContacts: [],
    cuts: { pcPtsd5: 3, pcl5: 31 },
    trainedIds: trainedIds.map(({ id }) => id),
  });
  const other = { signInName: 'berta', passphrase: passphraseOf('berta') };
  await vault.ask('staffMember.add', { name: 'Berta', role: 'director', ...other });
  vault.vault.close();
  await vault.unlock(other);
  others = await filledCase(RARE.name, RARE.story);
  const before = await entries();
  await signIn('auditor');
  quietVisit = (await entries()) - before;
});
afterAll(() => vault.remove());

describe('the table of roles', () => {
  it('has every operation of the contract, in order, with an answer for each role', () => {
    expect(Object.keys(roleTable)).toEqual(Object.keys(operations).sort());
    for (const [name, cells] of Object.entries(roleTable))
      expect([name, cells]).toEqual([name, expect.stringMatching(/^[-+wb]( [-+wb]){8}$/)]);
  });

  it('lets everyone at the locked screen do what it says works there, and nothing of a case', () => {
    const open = Object.keys(operations).filter((name) => operations[name]!.access === 'nobody-signed-in');
    expect(open.filter((name) => !/^(session|keyFile|backup|salvage)\./.test(name))).toEqual([]);
    expect(open.filter((name) => roleTable[name] !== columns.map(() => '+').join(' '))).toEqual([]);
  });
});

const entries = async (): Promise<number> => {
  await signIn('director');
  return (await vault.ask('session.checkVault', {})).entries;
};

describe.each(columns)('%s', (role) => {
  const refused = namesWhere(role, '-');
  const bound = namesWhere(role, 'wb');

  it('is refused what her role does not open and cases of somebody else, and each refusal stands in the audit trail', async () => {
    const before = await entries();
    await signIn(role);
    const answers: [string, string][] = [];
    for (const name of refused) answers.push([name, await codeOf(name, hers)]);
    for (const name of bound) answers.push([name, await codeOf(name, others)]);
    const onRecord = (await entries()) - before - quietVisit;
    tellFound('G20', {
      roles: 1,
      'operations tried': answers.length,
      refused: answers.filter(([, code]) => ['not-allowed', 'not-assigned'].includes(code)).length,
      'answered all the same': answers.filter(([, code]) => code === 'answered').length,
      'not on record': answers.length - onRecord,
    });
    expect(answers).toEqual([
      ...refused.map((name) => [name, 'not-allowed']),
      ...bound.map((name) => [name, 'not-assigned']),
    ]);
    expect(onRecord).toBe(refused.length + bound.length);
  });

  it('is answered everything else, and hears no rare word of the case of somebody else', async () => {
    await signIn(role);
    const worksHere = isAmong(role, careTeam);
    const heard: string[] = [];
    const refusals: [string, string][] = [];
    const open = namesWhere(role, worksHere ? '+wb' : '+').filter((one) => !leftOut(one));
    for (const name of open) {
      const code = await codeOf(name, worksHere ? hers : others, heard);
      if (['not-allowed', 'not-assigned', 'invalid-request', 'internal'].includes(code)) refusals.push([name, code]);
    }
    tellFound('G20', { 'operations tried': open.length });
    tellControl('G20', { answered: open.length - refusals.length });
    expect(refusals).toEqual([]);
    expect(heard.filter((answer) => answer.includes(RARE.story) && !mayHear(role, answer))).toEqual([]);
    const seesNames = role === 'director' || cellOf('caseFile.houseCard', role) === '+';
    expect(heard.filter((answer) => answer.includes(RARE.name) && !seesNames)).toEqual([]);
  });
});

describe('a director', () => {
  it('reads the facts and needs of a case she does not work on, and everything but the sealed words after break-glass', async () => {
    await signIn('director');
    for (const name of ['caseFile.get', 'need.list', 'caseAssignment.team'])
      expect([name, await codeOf(name, others)]).toEqual([name, 'answered']);
    expect(await codeOf('breakGlass.open', others)).toBe('answered');
    const codes = await Promise.all(namesWhere('director', 'b').map((name) => codeOf(name, others)));
    expect(codes).not.toContain('not-assigned');
    expect(await codeOf('safetyPlan.openSealed', others)).toBe('not-assigned');
  });
});

/** What needs no person signed in is tried at the locked door; break-glass last, because it opens what must be closed here. */
const leftOut = (name: string): boolean =>
  operations[name]!.access === 'nobody-signed-in' || name === 'breakGlass.open';

/** R* in needs: a director's lists hold the needs of every case. */
const mayHear = (role: Role, answer: string): boolean =>
  role === 'director' && /^(need\.due|need\.board|today\.get|calendar\.agenda) /.test(answer);
