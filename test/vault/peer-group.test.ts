// Peer groups through the router (domain §10): heads are counted, places are given without a word of why not, and who leads a group
// hears first names and no more.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import type { SessionWritten } from '#shared/records/group-session';
import { DAY } from '#shared/time';
import { openCase } from '../helpers/casework.ts';
import { erase } from '../helpers/erasing.ts';
import { aGroup, beginGroup, moveOut, takePlace } from '../helpers/groups.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const who = (name: string) => ({ signInName: name, passphrase: passphraseOf(name) });
const [JO, NOOR, MARA] = [who('jo'), who('noor'), who('mara')];
const WHY = 'Both were held by the quillwort brothers';

let vault: TestVault;
let noor: StaffMemberId;
let tea: RecordId;
let maya: CaseFileId;
let heron: CaseFileId;

const as = async (colleague: typeof DIRECTOR) => {
  vault.vault.close();
  await vault.unlock(colleague);
};
const invite = (caseFileId: CaseFileId, groupId = tea, waits = false) =>
  vault.ask('groupPlace.invite', { caseFileId, groupId, waits });
const people = (groupId = tea) => vault.ask('groupPlace.ofGroup', { groupId });
const own = (caseFileId: CaseFileId) => vault.ask('groupPlace.ofCase', { caseFileId });
const meeting = (change: Partial<SessionWritten> = {}): SessionWritten => ({
  on: '2026-03-02',
  topic: 'TRUST',
  headcount: 5,
  newCount: 2,
  debriefed: true,
  safetyFollowUps: 1,
  ...change,
});
const count = (change: Partial<SessionWritten> = {}, named: RecordId[] = []) =>
  vault.ask('groupSession.save', { groupId: tea, sessionId: null, basedOn: 0, session: meeting(change), named });
const services = async (caseFileId: CaseFileId) => (await vault.ask('service.month', { caseFileId })).services;
const apart = (action: 'DIFFERENT_GROUP' | 'DO_NOT_PLACE_TOGETHER' | 'DIFFERENT_WORKER') =>
  vault.ask('conflictFlag.add', {
    caseFileId: maya,
    from: { otherCaseFileId: heron },
    actions: [action],
    reason: WHY,
  });

/** Noor leads Tuesday tea; Ana, the director, works with Maya Vega and Heron, and is signed in. */
beforeEach(async () => {
  vault = await newVault();
  noor = (await vault.ask('staffMember.add', { name: 'Noor', role: 'group-facilitator', ...NOOR })).id;
  await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
  await vault.ask('staffMember.add', { name: 'Mara', role: 'clinician', ...MARA });
  tea = await beginGroup(vault, aGroup(noor, { capacity: 2 }));
  maya = await openCase(vault, 'Maya Vega');
  heron = await openCase(vault, 'Heron');
});
afterEach(() => vault.remove());

describe('a place', () => {
  it('is offered by her case worker and taken with her yes; who leads the group hears a first name', async () => {
    await invite(maya);
    await as(NOOR);
    const [place] = (await people()).people;
    expect(place).toMatchObject({ firstName: 'Maya', state: 'ASKED', attendance: 'NOT_ASKED' });
    await vault.ask('groupPlace.move', { placeId: place!.placeId, basedOn: place!.revision, to: 'MEMBER' });
    const heard = JSON.stringify(await people());
    expect(heard).toContain('"MEMBER"');
    await as(DIRECTOR);
    const { caseNumber } = await vault.ask('caseFile.get', { caseFileId: maya });
    expect(heard).not.toMatch(new RegExp(`Vega|${maya}|${caseNumber}`));
  });

  it('is waited for under the number of a case, without a name', async () => {
    await takePlace(vault, maya, tea);
    await takePlace(vault, await openCase(vault, 'Wren'), tea);
    expect(await ruleOf(invite(heron))).toBe('group-full');
    await invite(heron, tea, true);
    const { caseNumber } = await vault.ask('caseFile.get', { caseFileId: heron });
    await as(NOOR);
    const { people: there, waiting } = await people();
    expect(waiting).toMatchObject([{ caseNumber, since: '2026-03-02' }]);
    expect(JSON.stringify(waiting)).not.toMatch(new RegExp(`Heron|${heron}`));
    const ask = () => vault.ask('groupPlace.move', { placeId: waiting[0]!.placeId, basedOn: 1, to: 'ASKED' });
    expect(await ruleOf(ask())).toBe('group-full');
    await vault.ask('groupPlace.end', { placeId: there[0]!.placeId, basedOn: there[0]!.revision });
    await ask();
    expect((await people()).waiting).toEqual([]);
    expect(await vault.ask('peerGroup.list', {})).toMatchObject([{ free: 0, waiting: 0 }]);
  });

  it.each(['DIFFERENT_GROUP', 'DO_NOT_PLACE_TOGETHER'] as const)(
    'is not offered where %s keeps two apart, and never says because of whom or why (scenario §24 no. 17)',
    async (action) => {
      await apart(action);
      await invite(heron);
      const refused = await invite(maya).catch((error: unknown) => error);
      expect(await ruleOf(invite(maya))).toBe('group-apart');
      const { choices } = await own(maya);
      expect(choices).toMatchObject([{ name: 'Tuesday tea', refusal: 'group-apart' }]);
      expect(JSON.stringify([refused, choices])).not.toMatch(/Heron|quillwort/);
      await invite(maya, tea, true);
      const [place] = (await people()).waiting;
      const ask = vault.ask('groupPlace.move', { placeId: place!.placeId, basedOn: 1, to: 'MEMBER' });
      expect(await ruleOf(ask)).toBe('group-apart');
    },
  );

  it('is nobody else’s business when a flag asks for something else, and is looked at again when one comes later', async () => {
    await apart('DIFFERENT_WORKER');
    await takePlace(vault, heron, tea);
    await takePlace(vault, maya, tea);
    expect((await people()).people.map(({ isApart }) => isApart)).toEqual([false, false]);
    const [flag] = await vault.ask('conflictFlag.list', { caseFileId: maya });
    await vault.ask('conflictFlag.end', { caseFileId: maya, id: flag!.id, basedOn: flag!.revision });
    await apart('DIFFERENT_GROUP');
    await as(NOOR);
    expect((await people()).people.map(({ isApart }) => isApart)).toEqual([true, true]);
    expect(JSON.stringify(await people())).not.toContain('quillwort');
  });

  it('is one for a person and a group, for somebody who is here, and none in a group that is over', async () => {
    await invite(maya);
    expect(await ruleOf(invite(maya))).toBe('group-twice');
    await vault.ask('caseFile.close', { caseFileId: heron, reason: 'GOALS_MET', why: '' });
    expect(await ruleOf(invite(heron))).toBe('group-not-here');
    expect(await ruleOf(invite(heron, tea, true))).toBe('group-not-here');
    const { id: groupId, revision: basedOn } = (await vault.ask('peerGroup.list', {}))[0]!;
    await vault.ask('peerGroup.end', { groupId, basedOn });
    expect(await own(maya)).toEqual({ places: [], choices: [] });
    expect(await ruleOf(invite(maya))).toBe('group-over');
    expect(await ruleOf(count())).toBe('group-over');
  });

  it('ends when she is no longer here, and nothing of it is left when her file is erased', async () => {
    await takePlace(vault, maya, tea);
    await moveOut(vault, maya, '2026-03-02');
    expect((await people()).people).toEqual([]);
    const later = await beginGroup(vault, aGroup(noor, { name: 'Garden', type: 'ALUMNI' }));
    await invite(maya, later);
    expect(await ruleOf(invite(maya))).toBe('group-not-here');
    await vault.ask('caseFile.close', { caseFileId: maya, reason: 'GOALS_MET', why: '' });
    expect((await people(later)).people).toEqual([]);
    await erase(vault, [maya], 'WISH', MARA);
    expect(await outcome(invite(maya, later))).toBe('not-found');
  });

  it('is known for thirty days after it was given up, longer only while a hold keeps her file', async () => {
    const known = async () => (await vault.ask('session.checkVault', {})).records['group-place'];
    const give = async (caseFileId: CaseFileId) => {
      const placeId = await takePlace(vault, caseFileId, tea);
      await vault.ask('groupPlace.end', { placeId, basedOn: 2 });
    };
    await give(maya);
    await give(heron);
    await vault.ask('legalHold.place', { caseFileId: heron, reason: 'The landlord’s case', authority: 'A court' });
    vault.clock.now += 29 * DAY;
    await as(DIRECTOR);
    expect(await known()).toBe(2);
    vault.clock.now += DAY;
    await as(DIRECTOR);
    expect(await known()).toBe(1);
    const [hold] = await vault.ask('legalHold.list', { caseFileId: heron });
    await vault.ask('legalHold.end', { id: hold!.id, basedOn: hold!.revision, why: 'It was settled' });
    await as(DIRECTOR);
    expect(await known()).toBe(0);
  });

  it('is changed by a case worker only for whom she works with', async () => {
    await invite(maya);
    const [place] = (await people()).people;
    await as(JO);
    const of = { placeId: place!.placeId, basedOn: place!.revision };
    expect(await outcome(vault.ask('groupPlace.move', { ...of, to: 'MEMBER' }))).toBe('not-found');
    expect(await outcome(vault.ask('groupPlace.end', of))).toBe('not-found');
    expect(await outcome(vault.ask('groupPlace.attend', { ...of, attendance: 'YES' }))).toBe('not-assigned');
    expect(await outcome(invite(heron))).toBe('not-assigned');
    expect(await outcome(people())).toBe('not-allowed');
  });
});

describe('a group', () => {
  it('has at least one colleague who leads it, and never fewer places than people', async () => {
    const save = (change: Parameters<typeof aGroup>[1], groupId: RecordId | null = null, basedOn = 0) =>
      vault.ask('peerGroup.save', { groupId, basedOn, group: aGroup(noor, change) });
    expect(await outcome(save({ facilitatorIds: [] }))).toBe('invalid-request');
    expect(await outcome(save({ facilitatorIds: [maya as unknown as StaffMemberId] }))).toBe('not-found');
    await save({ capacity: 3 }, tea, 1);
    for (const name of ['Wren', 'Luz', 'Ines']) await takePlace(vault, await openCase(vault, name), tea);
    expect(await ruleOf(save({ capacity: 2 }, tea, 2))).toBe('group-small');
    expect(await outcome(save({ capacity: 4 }, tea, 1))).toBe('conflict');
  });
});

describe('a meeting', () => {
  it('is heads, and refuses numbers that cannot be', async () => {
    expect(await ruleOf(count({ on: '2026-03-03' }))).toBe('session-later');
    expect(await ruleOf(count({ newCount: 6 }))).toBe('session-new');
    expect(await ruleOf(count({ safetyFollowUps: 6 }))).toBe('session-follow-ups');
    expect(await outcome(count({ headcount: -1 }))).toBe('invalid-request');
    await count();
    const list = await vault.ask('groupSession.list', { groupId: tea });
    expect(list).toMatchObject([{ headcount: 5, newCount: 2, namedCount: 0, safetyFollowUps: 1 }]);
    expect(await services(maya)).toEqual([]);
  });

  it('stands in the file of somebody who said yes, and in no list of the group', async () => {
    const hers = await takePlace(vault, maya, tea, 'YES');
    const his = await takePlace(vault, heron, tea, 'NO');
    await as(NOOR);
    expect(await ruleOf(count({}, [hers, his]))).toBe('session-wish');
    expect(await ruleOf(count({ headcount: 0, newCount: 0, safetyFollowUps: 0 }, [hers]))).toBe('session-named');
    const { id, revision } = await count({}, [hers]);
    const listed = await vault.ask('groupSession.list', { groupId: tea });
    expect(JSON.stringify(listed)).not.toMatch(new RegExp(`${maya}|${hers}|Maya`));
    const save = (session: SessionWritten) =>
      vault.ask('groupSession.save', { groupId: tea, sessionId: id, basedOn: revision, session, named: [] });
    const nobody = { headcount: 0, newCount: 0, safetyFollowUps: 0 };
    expect(await ruleOf(save(meeting(nobody)))).toBe('session-named');
    await save(meeting({ headcount: 6 }));
    await as(DIRECTOR);
    expect(await services(maya)).toMatchObject([{ code: 'GROUP_SUPPORT', on: '2026-03-02', staff: { name: 'Noor' } }]);
    expect(await services(heron)).toEqual([]);
  });

  it('is not written into a file for a day before it was opened', async () => {
    const hers = await takePlace(vault, maya, tea, 'YES');
    expect(await ruleOf(count({ on: '2026-03-01' }, [hers]))).toBe('service-before-case');
    expect(await vault.ask('groupSession.list', { groupId: tea })).toEqual([]);
  });

  it('adds up: times somebody came, and people once of those who said yes', async () => {
    const hers = await takePlace(vault, maya, tea, 'YES');
    const his = await takePlace(vault, heron, tea, 'YES');
    await count({}, [hers, his]);
    vault.clock.now += 7 * DAY;
    await count({ on: '2026-03-09', headcount: 4, newCount: 0, debriefed: false }, [hers]);
    await count({ on: '2026-03-09', headcount: 3, newCount: 1 });
    const figures = (from: string, to: string) => vault.ask('groupSession.figures', { from, to });
    expect(await figures('2026-03-01', '2026-04-01')).toEqual({
      sessions: 3,
      attendances: 12,
      newPeople: 3,
      debriefed: 2,
      safetyFollowUps: 3,
      atLeast: 2,
    });
    expect(await figures('2026-03-03', '2026-04-01')).toMatchObject({ sessions: 2, attendances: 7, atLeast: 1 });
    await vault.ask('statsChoice.save', { caseFileId: heron, isRefused: true, basedOn: 0 });
    const [place] = (await own(maya)).places;
    const { placeId, revision: basedOn } = place!;
    expect(await figures('2026-03-01', '2026-04-01')).toMatchObject({ attendances: 12, atLeast: 1 });
    await vault.ask('groupPlace.attend', { placeId, basedOn, attendance: 'NO' });
    expect(await figures('2026-03-01', '2026-04-01')).toMatchObject({ attendances: 12, atLeast: 0 });
  });
});
