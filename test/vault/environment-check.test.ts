// domain §9: looking round every three months; what is not right gets somebody and a day, and stands on Today of that person.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId, StaffMemberId } from '#shared/ids';
import { type CheckAnswer, CheckItem, type Finding, nextCheckOn } from '#shared/records/environment-check';
import { DAY } from '#shared/time';
import { addMira, MIRA } from '../helpers/erasing.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const SAM = { signInName: 'sam', passphrase: passphraseOf('sam') };

let vault: TestVault;
let mira: StaffMemberId;
let checkId: RecordId;
beforeEach(async () => {
  vault = await newVault('2026-05-04T10:00');
  await addMira(vault);
  await vault.ask('staffMember.add', { name: 'Sam', role: 'house-staff', ...SAM });
  mira = (await vault.ask('staffMember.list', {})).find(({ name }) => name === 'Mira')!.id;
  await as(SAM);
  ({ checkId } = await vault.ask('environmentCheck.begin', {}));
});
afterEach(() => vault.remove());

async function as(who: { signInName: string; passphrase: string }): Promise<void> {
  vault.vault.close();
  await vault.unlock(who);
}

const found = (answer: CheckAnswer, change: Partial<Finding> = {}): Finding => ({
  ...{ answer, action: '', owner: null, due: null, doneOn: null },
  ...change,
});
const everything = (): Partial<Record<CheckItem, Finding>> =>
  Object.fromEntries(CheckItem.options.map((item) => [item, found('YES')]));
const lamp = () => found('NO', { action: 'A lamp for the yard', owner: mira, due: '2026-05-20' });
const save = (basedOn: number, findings: Partial<Record<CheckItem, Finding>>, finish = false) =>
  vault.ask('environmentCheck.save', { checkId, basedOn, looked: { findings, voices: 3 }, finish });
const list = () => vault.ask('environmentCheck.list', {});
const today = () => vault.ask('today.get', {});

describe('a look round', () => {
  it('is kept in parts, finished when everything was looked at, and due again three months later', async () => {
    expect(nextCheckOn('2026-11-30', '2026-12-01')).toBe('2027-02-28');
    expect(await list()).toMatchObject({ nextOn: '2026-05-04', checks: [{ findings: {}, finishedOn: null }] });
    const target = { kind: 'environment-check', recordId: checkId };
    await vault.ask('draft.save', { target, body: 'half of it' });
    await save(1, { SOUND: found('PART') });
    expect(await vault.ask('draft.get', { target })).toBeNull();
    expect(await ruleOf(save(2, { SOUND: found('PART') }, true))).toBe('check-open');
    const { finishedOn } = await save(2, { ...everything(), LOCKS_AND_LIGHT: lamp() }, true);
    expect(finishedOn).toBe('2026-05-04');
    expect(await list()).toMatchObject({
      ...{ nextOn: '2026-08-04', owners: [{ id: mira, name: 'Mira' }] },
      checks: [{ voices: 3, findings: { LOCKS_AND_LIGHT: lamp() } }],
    });
    expect(await ruleOf(save(3, everything()))).toBe('check-finished');
  });

  it('is kept with nobody who does nothing: an action has somebody and a day', async () => {
    for (const change of [{ owner: null }, { due: null }])
      expect(await ruleOf(save(1, { SOUND: { ...lamp(), ...change } }))).toBe('check-owner');
    expect(await outcome(save(1, { SOUND: found('NO') }))).toBe('ok');
    expect(await outcome(save(1, { SOUND: found('NO') }))).toBe('conflict');
  });

  it('is called for on Today of those who look round once its day has come, and not before there was one', async () => {
    expect((await today()).checkDue).toBeNull();
    await save(1, everything(), true);
    vault.clock.advance(91 * DAY);
    expect((await today()).checkDue).toBeNull();
    vault.clock.advance(DAY);
    expect((await today()).checkDue).toBe('2026-08-04');
    await as(MIRA);
    expect((await today()).checkDue).toBeNull();
  });
});

describe('what is to be done', () => {
  beforeEach(async () => void (await save(1, { ...everything(), LOCKS_AND_LIGHT: lamp() }, true)));
  const done = (basedOn: number, item: CheckItem = 'LOCKS_AND_LIGHT') =>
    vault.ask('environmentCheck.done', { checkId, basedOn, item });

  it('stands on Today of whoever does it, and of nobody else, until it is done', async () => {
    expect((await today()).checkActions).toEqual([]);
    await as(MIRA);
    const action = { checkId, revision: 2, item: 'LOCKS_AND_LIGHT', action: 'A lamp for the yard', due: '2026-05-20' };
    expect((await today()).checkActions).toEqual([action]);
    expect(await ruleOf(done(2, 'SOUND'))).toBe('check-no-action');
    vault.clock.advance(2 * DAY);
    await done(2);
    expect((await today()).checkActions).toEqual([]);
    expect(await ruleOf(done(3))).toBe('check-no-action');
    expect((await list()).checks[0]?.findings.LOCKS_AND_LIGHT?.doneOn).toBe('2026-05-06');
  });

  it('is marked by nobody else but a director', async () => {
    expect(await ruleOf(done(2))).toBe('check-not-yours');
    await as(DIRECTOR);
    expect(await outcome(done(2))).toBe('ok');
  });
});
