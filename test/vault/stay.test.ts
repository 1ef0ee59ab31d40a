// Beds through the router (domain §9): one person for a bed and a night, and whoever must not share a room does not.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId, RecordId } from '#shared/ids';
import { DAY, HOUR } from '#shared/time';
import { aRoom, makeRoom } from '../helpers/beds.ts';
import { openCase, said } from '../helpers/casework.ts';
import { newVault, ruleOf, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let beds: Readonly<Record<string, RecordId>>;
let maya: CaseFileId;
let heron: CaseFileId;

beforeEach(async () => {
  vault = await newVault();
  const front = await makeRoom(vault, aRoom('Front room'), ['B1', 'B2']);
  const quiet = await makeRoom(vault, aRoom('Quiet room', { type: 'QUIET', capacity: 1, place: 1, stepFree: true }), [
    'B3',
  ]);
  beds = { ...front, ...quiet };
  maya = await openCase(vault, 'Maya');
  heron = await openCase(vault, 'Heron');
});
afterEach(() => vault.remove());

const begin = (
  caseFileId: CaseFileId,
  code: string,
  change: { from?: string; until?: string; holdId?: RecordId } = {},
) =>
  vault.ask('stay.begin', {
    caseFileId,
    bedId: beds[code]!,
    from: change.from ?? '2026-03-02',
    until: change.until ?? null,
    holdId: change.holdId ?? null,
    apartByWish: false,
  });
const board = async (on = '2026-03-02') => (await vault.ask('stay.board', { on })).rooms.flatMap((room) => room.beds);
const bed = async (code: string, on?: string) => (await board(on)).find((one) => one.code === code)!;
const stayIn = async (code: string) => (await bed(code)).stay!;
const days = (count: number): void => void (vault.clock.now += count * DAY);
const leave = async (code: string, leftOn: string) => {
  const { id: stayId, revision: basedOn } = await stayIn(code);
  return vault.ask('stay.end', { stayId, basedOn, leftOn });
};
const choice = async (caseFileId: CaseFileId, code: string) =>
  (await vault.ask('stay.choices', { caseFileId, from: '2026-03-02', until: null })).find((one) => one.code === code)!;

describe('a bed and a night', () => {
  it('are one person’s: a second booking of the bed is refused, and a second bed for her (domain §24b)', async () => {
    await begin(maya, 'B3');
    expect(await bed('B3')).toMatchObject({ state: 'TAKEN', stay: { of: { nameUsed: 'Maya' }, nights: 1 } });
    expect(await ruleOf(begin(heron, 'B3'))).toBe('bed-taken');
    expect(await ruleOf(begin(maya, 'B1'))).toBe('stay-twice');
    expect((await board()).filter(({ state }) => state === 'TAKEN')).toHaveLength(1);
  });

  it('count from 2 March to 20 June as 110 nights (domain §24b)', async () => {
    await begin(maya, 'B3');
    days(110);
    const { id: stayId, revision: basedOn } = (await bed('B3', '2026-06-20')).stay!;
    await vault.ask('stay.end', { stayId, basedOn, leftOn: '2026-06-20' });
    expect(await vault.ask('stay.ofCase', { caseFileId: maya })).toMatchObject({
      nights: 110,
      stays: [{ code: 'B3', from: '2026-03-02', leftOn: '2026-06-20', nights: 110 }],
    });
  });

  it('may follow each other, and may not overlap', async () => {
    await begin(maya, 'B1', { until: '2026-03-10' });
    expect(await ruleOf(begin(heron, 'B1', { from: '2026-03-09' }))).toBe('bed-taken');
    expect(await ruleOf(begin(heron, 'B1', { from: '2026-03-10', until: '2026-03-10' }))).toBe('stay-ends-before');
    expect(await bed('B1', '2026-03-09')).toMatchObject({ state: 'TAKEN' });
    expect(await bed('B1', '2026-03-10')).toMatchObject({ state: 'FREE' });
  });

  it('are not written down before she came, for who is not here, or as left in the future', async () => {
    expect(await ruleOf(begin(maya, 'B1', { from: '2026-03-01' }))).toBe('stay-before-arrival');
    await begin(maya, 'B1');
    expect(await ruleOf(leave('B1', '2026-03-01'))).toBe('stay-ends-before');
    expect(await ruleOf(leave('B1', '2026-03-03'))).toBe('stay-left-later');
    await vault.ask('caseFile.close', { caseFileId: heron, reason: 'GOALS_MET', why: '' });
    expect(await ruleOf(begin(heron, 'B2'))).toBe('stay-not-here');
  });

  it('go on when the day on which she meant to leave has come, until somebody says that she left', async () => {
    await begin(maya, 'B1', { until: '2026-03-05' });
    days(5);
    expect(await bed('B1', '2026-03-07')).toMatchObject({ state: 'TAKEN', stay: { until: '2026-03-05', nights: 6 } });
    expect(await ruleOf(begin(heron, 'B1', { from: '2026-03-07' }))).toBe('bed-taken');
  });
});

describe('moving and leaving', () => {
  it('leave the bed to be made, and nobody is put into one that is not', async () => {
    await begin(maya, 'B3');
    days(1);
    const { id: stayId, revision: basedOn } = (await bed('B3', '2026-03-03')).stay!;
    await vault.ask('stay.move', { stayId, basedOn, bedId: beds['B1']!, apartByWish: false });
    const made = await bed('B3', '2026-03-03');
    expect(made).toMatchObject({ state: 'BEING_MADE' });
    expect(await ruleOf(begin(heron, 'B3', { from: '2026-03-03' }))).toBe('bed-being-made');
    await vault.ask('room.bedReady', { bedId: made.bedId, basedOn: made.revision });
    await begin(heron, 'B3', { from: '2026-03-03' });
    const { stays, nights } = await vault.ask('stay.ofCase', { caseFileId: maya });
    expect(stays.map(({ code, nights: own }) => [code, own])).toEqual([
      ['B1', 1],
      ['B3', 1],
    ]);
    expect(nights).toBe(2);
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(entries.map(({ event }) => event).filter((event) => event.startsWith('stay'))).toEqual([
      'stay-moved',
      'stay-begun',
    ]);
  });

  it('end with the case: who is no longer here has no bed', async () => {
    await begin(maya, 'B1');
    await vault.ask('caseFile.close', { caseFileId: maya, reason: 'GOALS_MET', why: '' });
    expect(await bed('B1')).toMatchObject({ state: 'BEING_MADE', stay: null });
  });
});

describe('a hold', () => {
  it('keeps the bed for a day, for somebody without a case too, and then ends by itself', async () => {
    const { holdId } = await vault.ask('stay.hold', { bedId: beds['B1']!, caseFileId: null, words: 'for a call' });
    expect(await bed('B1')).toMatchObject({ state: 'HELD', hold: { of: null, words: 'for a call' } });
    expect(await ruleOf(begin(maya, 'B1'))).toBe('bed-held');
    vault.clock.now += 24 * HOUR - 1;
    expect(await bed('B1', '2026-03-03')).toMatchObject({ state: 'HELD' });
    vault.clock.now += 1;
    expect(await bed('B1', '2026-03-03')).toMatchObject({ state: 'FREE' });
    expect(await ruleOf(vault.ask('stay.letGo', { holdId }))).toBe('hold-over');
  });

  it('becomes her bed when she comes', async () => {
    const { holdId } = await vault.ask('stay.hold', { bedId: beds['B1']!, caseFileId: null, words: '' });
    await begin(maya, 'B1', { holdId });
    expect(await bed('B1')).toMatchObject({ state: 'TAKEN', hold: null });
  });
});

describe('who sleeps beside whom', () => {
  const apart = () =>
    vault.ask('conflictFlag.add', {
      caseFileId: maya,
      from: { otherCaseFileId: heron },
      actions: ['DO_NOT_PLACE_TOGETHER'],
      reason: 'quillwort',
    });
  const tell = (caseFileId: CaseFileId, band: string) =>
    vault.ask('intake.save', { caseFileId, basedOn: 0, formVersion: 1, answers: { 'age-band': said(band) } });

  it('is refused where a flag keeps two apart, and never says because of whom or why (scenario §24 no. 17)', async () => {
    await apart();
    await begin(heron, 'B1');
    const refused = await begin(maya, 'B2').catch((error: unknown) => error);
    expect(await ruleOf(begin(maya, 'B2'))).toBe('room-apart');
    expect(JSON.stringify(refused)).not.toMatch(/Heron|quillwort/);
    expect(await choice(maya, 'B2')).toMatchObject({ refusal: 'room-apart' });
    await begin(maya, 'B3');
  });

  it('is refused between somebody under 18 and a stranger of age, whoever came first (domain §9)', async () => {
    await tell(maya, 'age-9-17');
    await begin(heron, 'B1');
    expect(await ruleOf(begin(maya, 'B2'))).toBe('room-minor');
    await leave('B1', '2026-03-02');
    await begin(maya, 'B2');
    expect(await choice(heron, 'B3')).toMatchObject({ refusal: null });
    const made = await bed('B1');
    await vault.ask('room.bedReady', { bedId: made.bedId, basedOn: made.revision });
    expect(await ruleOf(begin(heron, 'B1'))).toBe('room-minor');
  });

  it('is a family’s own matter, and apart it is looked at first (scenario §24 no. 15)', async () => {
    await tell(maya, 'age-9-17');
    await vault.ask('householdLink.add', { caseFileId: maya, otherCaseFileId: heron, kinship: 'SIBLING' });
    await begin(heron, 'B1');
    expect(await choice(maya, 'B3')).toMatchObject({ refusal: null, warnings: ['FAMILY_APART'] });
    expect(await choice(maya, 'B2')).toMatchObject({ refusal: null, warnings: [] });
    await begin(maya, 'B2');
  });

  it('looks first at who needs help to get about', async () => {
    const { id, revision } = await vault.ask('caseFile.get', { caseFileId: maya });
    await vault.ask('caseFile.updateDetails', {
      caseFileId: id,
      basedOn: revision,
      details: { goodToKnow: [{ kind: 'access', words: 'Walks with a stick' }] },
    });
    expect((await choice(maya, 'B1')).warnings).toEqual(['ACCESS']);
    expect((await choice(maya, 'B3')).warnings).toEqual([]);
  });
});

describe('rooms and beds', () => {
  it('hold as many as the fire rules allow, under names that are not taken for each other', async () => {
    const { rooms } = await vault.ask('room.list', {});
    const roomId = rooms.find(({ name }) => name === 'Front room')!.id;
    expect(await ruleOf(vault.ask('room.addBed', { roomId, code: 'B9' }))).toBe('room-small');
    const { id } = await vault.ask('room.save', { roomId: null, basedOn: 0, room: aRoom('Attic') });
    expect(await ruleOf(vault.ask('room.addBed', { roomId: id, code: 'B1' }))).toBe('bed-code');
  });

  it('are not taken away or closed under somebody who sleeps there', async () => {
    await begin(maya, 'B1');
    const { bedId, revision: basedOn } = await bed('B1');
    expect(await ruleOf(vault.ask('room.removeBed', { bedId, basedOn }))).toBe('bed-in-use');
    expect(await ruleOf(vault.ask('room.closeBed', { bedId, basedOn, reason: 'Damp' }))).toBe('bed-in-use');
    const free = await bed('B2');
    await vault.ask('room.closeBed', { bedId: free.bedId, basedOn: free.revision, reason: 'Damp' });
    expect(await bed('B2')).toMatchObject({ state: 'CLOSED', closed: 'Damp' });
    expect(await ruleOf(begin(heron, 'B2'))).toBe('bed-closed');
  });
});

it('somebody for whom there was no bed is counted without a name', async () => {
  await vault.ask('noBed.count', { people: 2, reason: 'FULL', offered: true });
  await vault.ask('noBed.count', { people: 1, reason: 'ACCESS_UNMET', offered: false });
  const wait = await vault.ask('noBed.wait', { people: 1, needs: 'step-free' });
  expect(await vault.ask('noBed.waiting', {})).toMatchObject([{ people: 1, needs: 'step-free', since: '2026-03-02' }]);
  await vault.ask('noBed.endWait', { waitId: wait.id, basedOn: wait.revision, how: 'WENT_ELSEWHERE' });
  expect(await vault.ask('noBed.waiting', {})).toEqual([]);
  const { noBed } = await vault.ask('noBed.figures', { from: '2026-03-01', to: '2026-04-01' });
  expect(noBed).toMatchObject({ FULL: 2, ACCESS_UNMET: 1, CHOSE_OTHER: 0 });
});
