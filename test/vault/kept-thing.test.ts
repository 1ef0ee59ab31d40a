// domain §9, scenario §24 no. 22: what the house keeps is hers and goes back whenever she asks; a device that may be followed is laid
// aside after silence and evidence were talked about, and the house hears of it without whose it is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId, RecordId } from '#shared/ids';
import { type Device, deviceRefusal, KeptThing } from '#shared/records/kept-thing';
import { DAY } from '#shared/time';
import { aSafetyPlan, openCase } from '../helpers/casework.ts';
import { addMira, erase, MIRA } from '../helpers/erasing.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const SAM = { signInName: 'sam', passphrase: passphraseOf('sam') };

let vault: TestVault;
let vera: CaseFileId;
beforeEach(async () => {
  vault = await newVault('2026-05-10T15:00');
  await addMira(vault);
  await vault.ask('staffMember.add', { name: 'Sam', role: 'house-staff', ...SAM });
  await as(MIRA);
  vera = await openCase(vault, 'Vera');
  await vault.ask('safetyPlan.save', { ...aSafetyPlan(vera), riskLevelWorker: 'MODERATE' });
});
afterEach(() => vault.remove());

async function as(who: { signInName: string; passphrase: string }): Promise<void> {
  vault.vault.close();
  await vault.unlock(who);
}

const AGREED = 'She tells him on Sunday that it fell into the sink.';
const phone: Device = { type: 'PHONE', state: 'ON', ifQuiet: 'NOT_ASKED', evidence: 'NOT_ASKED', agreed: '' };
const quietPhone: Device = { ...phone, state: 'OFF', ifQuiet: 'MAY_ALARM', evidence: 'WANTED', agreed: AGREED };
const lay = async (device: Device = phone, place = 'Tin 1'): Promise<RecordId> => {
  const of = { caseFileId: vera, what: 'Phone with a red cover', place, yes: 'ALOUD' as const };
  return (await vault.ask('keptThing.layAside', { ...of, device })).thingId;
};
const takeIn = async (what = 'Passport', kind: 'BELONGING' | 'PAPER' = 'PAPER'): Promise<RecordId> =>
  (await vault.ask('keptThing.takeIn', { caseFileId: vera, kind, what, place: 'Safe 2', yes: 'ON_PAPER' })).thingId;
const ofVera = () => vault.ask('keptThing.ofCase', { caseFileId: vera });
const list = async () => (await vault.ask('keptThing.list', {})).things;
const plan = async () => (await vault.ask('safetyPlan.get', { caseFileId: vera })).plan!;
const laidAside = async () => (await vault.ask('today.get', {})).laidAside;

describe('a thing', () => {
  it('is taken in with both names, lies under a code, and goes back on any shift to whom it belongs', async () => {
    const thingId = await takeIn();
    await as(SAM);
    const mira = { id: expect.any(String), name: 'Mira' };
    const passport = { kind: 'PAPER', what: 'Passport', place: 'Safe 2' };
    expect(await list()).toEqual([
      { ...passport, since: '2026-05-10', of: expect.objectContaining({ nameUsed: 'Vera' }) },
    ]);
    const kept = { ...passport, id: thingId, device: null, takenIn: { on: '2026-05-10', by: mira, yes: 'ON_PAPER' } };
    expect(await ofVera()).toMatchObject({ isHere: true, things: [{ ...kept, revision: 1, givenBack: null }] });
    await vault.ask('keptThing.move', { thingId, basedOn: 1, place: 'Safe 3' });
    expect(await outcome(vault.ask('keptThing.giveBack', { thingId, basedOn: 1, yes: 'ALOUD', to: '' }))).toBe(
      'conflict',
    );
    vault.clock.advance(DAY);
    await vault.ask('keptThing.giveBack', { thingId, basedOn: 2, yes: 'ALOUD', to: '' });
    expect(await list()).toEqual([]);
    const back = { on: '2026-05-11', by: { id: expect.any(String), name: 'Sam' }, yes: 'ALOUD', to: '' };
    expect((await ofVera()).things).toMatchObject([{ ...kept, place: 'Safe 3', givenBack: back }]);
    for (const again of [
      vault.ask('keptThing.giveBack', { thingId, basedOn: 3, yes: 'ALOUD', to: '' }),
      vault.ask('keptThing.move', { thingId, basedOn: 3, place: 'Safe 2' }),
    ])
      expect(await ruleOf(again)).toBe('thing-back');
  });

  it('is taken in from nobody who is not here, and given back all the same', async () => {
    const thingId = await takeIn();
    await vault.ask('caseFile.close', { caseFileId: vera, reason: 'MOVED_ON_BY_CHOICE' });
    expect(await ruleOf(takeIn('Suitcase', 'BELONGING'))).toBe('thing-not-here');
    expect(await ruleOf(lay())).toBe('thing-not-here');
    expect((await ofVera()).isHere).toBe(false);
    expect(await outcome(vault.ask('keptThing.giveBack', { thingId, basedOn: 1, yes: 'ON_PAPER', to: '' }))).toBe('ok');
  });

  it('calls for no look at a plan, is told in the timeline of its case, is in no search, and goes with the case', async () => {
    await takeIn('Zebrafinch in a cage', 'BELONGING');
    expect((await plan()).triggers).toEqual([]);
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: vera });
    expect(entries[0]).toMatchObject({ event: 'thing-kept', words: 'Zebrafinch in a cage' });
    expect((await vault.ask('wordSearch.find', { query: 'Zebrafinch' })).hits).toEqual([]);
    await as(DIRECTOR);
    await erase(vault, [vera], 'WISH');
    expect((await vault.ask('session.checkVault', {})).records).toMatchObject({ 'kept-thing': 0 });
  });

  it('has no field for anything taken from somebody', () => {
    const names = Object.keys(KeptThing.shape).join(' ');
    expect(names).toBe('caseFileId kind what place takenIn device givenBack');
  });
});

describe('a device that may be followed', () => {
  it('goes quiet only after silence and evidence were asked about, and something is agreed when silence may alarm', async () => {
    expect(deviceRefusal(phone)).toBeNull();
    for (const state of ['NO_SIGNAL', 'OFF', 'IN_TIN', 'EMPTY'] as const) {
      expect(deviceRefusal({ ...phone, state })).toBe('device-quiet');
      expect(deviceRefusal({ ...phone, state, ifQuiet: 'NOBODY_NOTICES' })).toBe('device-quiet');
      expect(deviceRefusal({ ...phone, state, evidence: 'NOT_WANTED' })).toBe('device-quiet');
    }
    expect(deviceRefusal({ ...quietPhone, agreed: '' })).toBe('device-agreed');
    expect(deviceRefusal({ ...quietPhone, ifQuiet: 'NOT_KNOWN', agreed: '' })).toBeNull();
    expect(await ruleOf(lay({ ...phone, state: 'OFF' }))).toBe('device-quiet');
    expect(await ruleOf(lay({ ...quietPhone, agreed: ' ' }))).toBe('device-agreed');
    expect(await list()).toEqual([]);
  });

  it('calls for a look at the safety plan when it comes, changes and goes, and not when it only lies elsewhere', async () => {
    const looked = async () => {
      const { triggers } = await plan();
      await vault.ask('safetyPlan.markReviewed', { caseFileId: vera });
      return triggers.map(({ trigger }) => trigger);
    };
    const thingId = await lay();
    expect((await plan()).reviewDueOn).toBe('2026-05-10');
    expect(await looked()).toEqual(['NEW_DEVICE_OR_CONTACT']);
    await vault.ask('keptThing.move', { thingId, basedOn: 1, place: 'Shed' });
    expect(await looked()).toEqual([]);
    const { type: _type, ...talked } = quietPhone;
    expect(await ruleOf(vault.ask('keptThing.agree', { thingId, basedOn: 2, ...talked, agreed: '' }))).toBe(
      'device-agreed',
    );
    await vault.ask('keptThing.agree', { thingId, basedOn: 2, ...talked });
    expect(await looked()).toEqual(['NEW_DEVICE_OR_CONTACT']);
    await vault.ask('keptThing.giveBack', { thingId, basedOn: 3, yes: 'ON_PAPER', to: 'Police, against a receipt' });
    expect(await looked()).toEqual(['NEW_DEVICE_OR_CONTACT']);
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: vera });
    const events = entries.filter(({ recordKind }) => recordKind === 'kept-thing').map(({ event }) => event);
    expect(events).toEqual(['thing-given-back', 'thing-moved', 'thing-moved', 'device-aside']);
    const passport = await takeIn();
    expect(await ruleOf(vault.ask('keptThing.agree', { thingId: passport, basedOn: 1, ...talked }))).toBe(
      'thing-no-device',
    );
  });

  it('is told to the house by place and state alone: not whose it is, not what was agreed', async () => {
    await lay(quietPhone);
    await lay(phone, 'Shed');
    for (const who of [SAM, DIRECTOR]) {
      await as(who);
      expect(await laidAside()).toEqual([
        { place: 'Shed', type: 'PHONE', isOn: true, since: '2026-05-10' },
        { place: 'Tin 1', type: 'PHONE', isOn: false, since: '2026-05-10' },
      ]);
      expect((await list()).map(({ of }) => of)).toEqual([null, null]);
      const told = JSON.stringify([
        await vault.ask('today.get', {}).then(({ laidAside: words }) => words),
        await list(),
      ]);
      expect(told).not.toMatch(new RegExp(`Vera|${vera}|Sunday`));
      const { things } = await ofVera();
      expect(things.map(({ device }) => device?.talked)).toEqual([null, null]);
    }
    await as(MIRA);
    expect((await list()).map(({ of }) => of?.nameUsed)).toEqual(['Vera', 'Vera']);
    const { type: _type, state: _state, ...talked } = quietPhone;
    expect((await ofVera()).things[1]?.device?.talked).toEqual(talked);
  });

  it('is told to nobody who has no part in the house, and goes from Today when it goes back', async () => {
    const thingId = await lay(quietPhone);
    await as(SAM);
    await vault.ask('keptThing.giveBack', { thingId, basedOn: 1, yes: 'ALOUD', to: '' });
    expect(await laidAside()).toEqual([]);
    await as(MIRA);
    await lay();
    await as(DIRECTOR);
    await vault.signInAs('clinician');
    expect(await laidAside()).toEqual([]);
    expect(await outcome(ofVera())).toBe('not-allowed');
  });

  it('is talked over by who works with her, or by a director after break-glass', async () => {
    const thingId = await lay();
    const { type: _type, ...talked } = quietPhone;
    const agree = (basedOn: number) => outcome(vault.ask('keptThing.agree', { thingId, basedOn, ...talked }));
    await as(SAM);
    expect(await agree(1)).toBe('not-allowed');
    await as(DIRECTOR);
    expect(await agree(1)).toBe('not-assigned');
    await vault.ask('breakGlass.open', { caseFileId: vera, reason: 'Mira is away and the phone rings' });
    expect(await agree(1)).toBe('ok');
  });
});
