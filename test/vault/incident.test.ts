// domain §9, scenario §24 no. 17: what happened in the house, by number and without blame; who reads which kind; nothing of it in a case.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import { CIRCLES, Incident, IncidentType } from '#shared/records/incident';
import { english } from '#shared/text/english';
import { DAY } from '#shared/time';
import { aSafetyPlan, openCase, said } from '../helpers/casework.ts';
import { addMira, erase, MIRA } from '../helpers/erasing.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const person = (name: string) => ({ signInName: name, passphrase: passphraseOf(name) });
const SAM = person('sam');
const TOM = person('tom');
const LEA = person('lea');
const CLEO = person('cleo');

let vault: TestVault;
let bea: CaseFileId;
let staff: Readonly<Record<string, StaffMemberId>>;
beforeEach(async () => {
  vault = await newVault('2026-05-09T20:00');
  await addMira(vault);
  for (const [name, role, who] of [
    ['Sam', 'house-staff', SAM],
    ['Tom', 'house-staff', TOM],
    ['Lea', 'case-manager', LEA],
    ['Cleo', 'clinician', CLEO],
  ] as const)
    await vault.ask('staffMember.add', { name, role, ...who });
  staff = Object.fromEntries((await vault.ask('staffMember.list', {})).map(({ id, name }) => [name, id]));
  await as(MIRA);
  bea = await openCase(vault, 'Bea');
  await as(SAM);
});
afterEach(() => vault.remove());

async function as(who: { signInName: string; passphrase: string }): Promise<void> {
  vault.vault.close();
  await vault.unlock(who);
}

const FACTS = 'A glass broke on the stairs.';
const told = { facts: FACTS, people: [] as CaseFileId[], actions: '', toldTo: [] as StaffMemberId[] };
const rest = { toldOutside: '', lessons: '' };
const report = async (type: IncidentType, change: Partial<typeof told> & { at?: number } = {}): Promise<RecordId> => {
  const at = change.at ?? vault.clock.now;
  return (await vault.ask('incident.report', { ...told, ...rest, type, ...change, at })).incidentId;
};
const list = async () => (await vault.ask('incident.list', {})).incidents;
const types = async () => (await list()).map(({ type }) => type).sort();
const get = (incidentId: RecordId) => vault.ask('incident.get', { incidentId });
const openToday = async () => (await vault.ask('today.get', {})).incidents;

describe('a report', () => {
  it('says what happened, and people by number alone', async () => {
    const incidentId = await report('CONFLICT', { people: [bea, bea] });
    const stored = await get(incidentId);
    expect(stored).toMatchObject({ type: 'CONFLICT', facts: FACTS, writtenBy: { name: 'Sam' }, mayWrite: true });
    expect(stored.people).toEqual([{ caseFileId: bea, caseNumber: expect.stringMatching(/\w/) }]);
    expect(JSON.stringify([stored, await list(), await openToday()])).not.toContain('Bea');
  });

  it('has no field and no word for who is to blame', () => {
    const fields = Object.keys(Incident.shape).sort().join(' ');
    expect(fields).toBe('actions at closedAt facts lessons people toldOutside toldTo type writtenBy');
    const words = JSON.stringify([english.incidents, english.rules]);
    expect(words).not.toMatch(/perpetrator|offender|culprit|abscond|recruiter|suspect/i);
  });

  it('lies not ahead, is in no search, and forgets its draft', async () => {
    const target = { kind: 'incident' };
    await vault.ask('draft.save', { target, body: { facts: FACTS } });
    expect(await ruleOf(report('PROPERTY', { at: vault.clock.now + 1 }))).toBe('incident-later');
    await report('PROPERTY');
    expect(await vault.ask('draft.get', { target })).toBeNull();
    await as(DIRECTOR);
    expect((await vault.ask('wordSearch.find', { query: 'glass' })).hits).toEqual([]);
  });

  it('is written on by whoever wrote it and by a director, until a director closes it', async () => {
    const incidentId = await report('CONFLICT');
    const save = (basedOn: number, more: object) =>
      vault.ask('incident.save', { incidentId, basedOn, told: { ...told, ...rest, ...more } });
    const target = { kind: 'incident-change', recordId: incidentId };
    for (const one of [target, { kind: 'incident' }]) await vault.ask('draft.save', { target: one, body: 'half' });
    await save(1, { actions: 'Swept up together.' });
    expect(await vault.ask('draft.get', { target })).toBeNull();
    // What is being written about something else stays.
    expect(await vault.ask('draft.get', { target: { kind: 'incident' } })).not.toBeNull();
    await as(TOM);
    expect((await get(incidentId)).mayWrite).toBe(false);
    expect(await ruleOf(save(2, {}))).toBe('incident-not-yours');
    expect(await outcome(vault.ask('incident.close', { incidentId, basedOn: 2 }))).toBe('not-allowed');
    await as(DIRECTOR);
    await save(2, { actions: '' });
    expect(await ruleOf(vault.ask('incident.close', { incidentId, basedOn: 3 }))).toBe('incident-actions');
    await save(3, { actions: 'Swept up.', lessons: 'A light on the stairs.' });
    expect(await outcome(vault.ask('incident.close', { incidentId, basedOn: 3 }))).toBe('conflict');
    expect(await openToday()).toMatchObject([{ incidentId, type: 'CONFLICT' }]);
    expect(await vault.ask('incident.close', { incidentId, basedOn: 4 })).toMatchObject({ mayWrite: false });
    expect(await openToday()).toEqual([]);
    expect(await ruleOf(save(5, {}))).toBe('incident-closed');
    expect(await ruleOf(vault.ask('incident.close', { incidentId, basedOn: 5 }))).toBe('incident-closed');
  });
});

describe('who reads it', () => {
  const circle = (...wanted: string[]) => IncidentType.options.filter((type) => wanted.includes(CIRCLES[type])).sort();
  const all = [...IncidentType.options].sort();
  beforeEach(async () => {
    for (const type of IncidentType.options) await report(type, { people: [bea] });
  });

  it('is a director, and whoever wrote it', async () => {
    expect(await types()).toEqual(all);
    await as(DIRECTOR);
    expect(await types()).toEqual(all);
  });

  it('is, of what concerns the house, those who work in it, for two weeks', async () => {
    for (const who of [TOM, LEA]) {
      await as(who);
      expect(await types()).toEqual(circle('HOUSE'));
      expect((await openToday()).length).toBe(circle('HOUSE').length);
    }
    vault.clock.advance(14 * DAY - 1);
    await as(TOM);
    expect(await types()).toEqual(circle('HOUSE'));
    vault.clock.advance(1);
    expect(await list()).toEqual([]);
    expect((await vault.ask('incident.list', {})).total).toBe(0);
  });

  it('is who works with somebody in it, of everything but the narrow kinds, also later', async () => {
    vault.clock.advance(60 * DAY);
    await as(MIRA);
    expect(await types()).toEqual(circle('HOUSE', 'OWN'));
    expect(circle('NARROW')).toEqual(['BREACH', 'RECRUITMENT_INSIDE']);
  });

  it('is nobody else, and nobody learns that there is one', async () => {
    const narrow = (await list()).find(({ type }) => type === 'RECRUITMENT_INSIDE')!.id;
    const medical = (await list()).find(({ type }) => type === 'MEDICAL')!.id;
    await as(CLEO);
    expect(await list()).toEqual([]);
    expect(await openToday()).toEqual([]);
    for (const [who, incidentId] of [
      [CLEO, medical],
      [TOM, medical],
      [LEA, medical],
      [MIRA, narrow],
      [TOM, narrow],
    ] as const) {
      await as(who);
      expect(await outcome(get(incidentId))).toBe('not-found');
      const save = vault.ask('incident.save', { incidentId, basedOn: 1, told: { ...told, ...rest } });
      expect(await outcome(save)).toBe('not-found');
    }
  });

  it('is whom the writer tells, of any kind', async () => {
    const incidentId = (await list()).find(({ type }) => type === 'RECRUITMENT_INSIDE')!.id;
    const tell = { ...told, ...rest, people: [bea], toldTo: [staff['Cleo']!] };
    const saved = await vault.ask('incident.save', { incidentId, basedOn: 1, told: tell });
    expect(saved.toldTo).toEqual([{ id: staff['Cleo'], name: 'Cleo' }]);
    await as(CLEO);
    expect(await types()).toEqual(['RECRUITMENT_INSIDE']);
    expect((await get(incidentId)).mayWrite).toBe(false);
  });
});

describe('her case', () => {
  it('says nothing of it in its timeline, and nothing in what she takes along; her copy has her part of it (own-copy.test.ts)', async () => {
    await as(MIRA);
    const before = (await vault.ask('caseFile.timeline', { caseFileId: bea })).total;
    for (const type of IncidentType.options) await report(type, { people: [bea] });
    expect((await vault.ask('caseFile.timeline', { caseFileId: bea })).total).toBe(before);
    const copy = async (scope: 'WHOLE' | 'GIVEN') =>
      JSON.stringify(await vault.ask('ownCopy.read', { caseFileId: bea, scope }));
    expect(await copy('GIVEN')).not.toMatch(/glass|incident/i);
    expect(await copy('WHOLE')).toMatch(/Reports of the house that you are in.*glass/);
  });

  it('calls for a look at the plan when she is not back as expected, or when a device is followed; the agreed answer is on her card', async () => {
    await as(MIRA);
    const answers = { 'may-do': said([{ words: 'Call my sister first, nobody else.' }]) };
    const plan = { ...aSafetyPlan(bea), answers, riskLevelSurvivor: 'LOW' as const, riskLevelWorker: 'LOW' as const };
    await vault.ask('safetyPlan.save', plan);
    await as(SAM);
    for (const type of ['CONFLICT', 'NOT_BACK_AS_EXPECTED', 'DEVICE_TRACKING'] as const)
      await report(type, { people: [bea] });
    const { mayDo } = await vault.ask('caseFile.houseCard', { caseFileId: bea });
    expect(mayDo.map(({ words }) => words)).toEqual(['Call my sister first, nobody else.']);
    await as(MIRA);
    const kept = (await vault.ask('safetyPlan.get', { caseFileId: bea })).plan!;
    expect(kept.reviewDueOn).toBe('2026-05-09');
    expect(kept.triggers.map(({ trigger }) => trigger)).toEqual(['NOT_BACK_AS_EXPECTED', 'NEW_DEVICE_OR_CONTACT']);
  });

  it('goes on without her number when she is erased, and goes whole when it was about nobody else', async () => {
    await as(MIRA);
    const cleo = await openCase(vault, 'Cleo');
    await as(SAM);
    const incidentId = await report('CONFLICT', { people: [bea, cleo] });
    await report('PROPERTY', { people: [bea], facts: 'Her cup broke.' });
    await as(DIRECTOR);
    await erase(vault, [bea], 'WISH');
    expect(await outcome(get(incidentId))).toBe('not-found');
    const [stays, ...more] = await list();
    expect(more).toEqual([]);
    expect(stays).toMatchObject({ facts: FACTS, people: [{ caseFileId: cleo }], writtenBy: { name: 'Sam' } });
    const change = { ...told, ...rest, people: [cleo], actions: 'Talked.' };
    await vault.ask('incident.save', { incidentId: stays!.id, basedOn: 1, told: change });
    vault.vault.close();
    const naming = await lookInside(vault.dataDir, ({ db }) =>
      db.all("SELECT audit_seq FROM revision WHERE instr(body, ?) > 0 OR instr(body, 'Her cup') > 0", [bea]),
    );
    expect(naming).toEqual([]);
    await vault.unlock(DIRECTOR);
    expect(await outcome(report('OTHER', { people: [bea] }))).toBe('not-found');
  });
});
