// domain §14, scenario §24 no. 9 and 20: something got out. Safety first, one by one; the authority within 72 hours (GDPR Art. 33);
// a lost medium gone through step by step.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import { type BreachKind, MediaStep, type StoredBreach } from '#shared/records/breach';
import { HOUR } from '#shared/time';
import { openCase } from '../helpers/casework.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeEach(async () => {
  vault = await newVault('2026-05-01T10:00');
  maya = await openCase(vault);
});
afterEach(() => vault.remove());

const report = (kind: BreachKind = 'LOST_MEDIA') =>
  vault.ask('breach.report', {
    kind,
    event: 'The blue stick is not in the drawer.',
    happenedOn: null,
    knownAt: vault.clock.now,
  });
const get = (breachId: StoredBreach['id']) => vault.ask('breach.get', { breachId });
const save = (breach: StoredBreach, course: object = {}, close = false) => {
  const { dataClasses, affected, containment, authority, notifications, media, lessons } = breach;
  const kept = { dataClasses, affected, containment, authority, notifications, media, lessons };
  return vault.ask('breach.save', {
    breachId: breach.id,
    basedOn: breach.revision,
    course: { ...kept, ...course },
    close,
  });
};
const person = (safety: 'NOT_YET' | 'SAFE') => ({ caseFileId: maya, location: true, safety, how: '' });
const told = (to: 'AUTHORITY' | 'PARTNER') => ({ to, name: 'The office', at: vault.clock.now });
const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt;
    return 'ok';
  } catch (error) {
    return error instanceof VaultError ? (error.facts['rule'] ?? error.code) : error;
  }
};

describe('the clock', () => {
  it('runs for 72 hours from when the house knew, and stands on the director’s Today until the authority was told', async () => {
    const { breachId } = await report();
    const due = vault.clock.now + 72 * HOUR;
    expect((await vault.ask('today.get', {})).breaches).toEqual([
      { breachId, kind: 'LOST_MEDIA', authorityDueAt: due, unasked: 0 },
    ]);
    const saved = await save(await get(breachId), { notifications: [told('AUTHORITY')] });
    expect(saved.authorityDueAt).toBeNull();
    expect((await vault.ask('today.get', {})).breaches).toMatchObject([{ authorityDueAt: null }]);
  });

  it('ends too when a director decides that it need not be told, and says why', async () => {
    const breach = await get((await report()).breachId);
    const no = (why: string) => save(breach, { authority: { answer: 'NO', why } });
    expect(await rule(no(''))).toBe('breach-authority');
    expect((await no('Encrypted with seven words, nobody else knew them')).authorityDueAt).toBeNull();
  });

  it('does not begin in the future', async () => {
    const later = { kind: 'OTHER' as const, event: 'Something', happenedOn: null, knownAt: vault.clock.now + 1 };
    expect(await rule(vault.ask('breach.report', later))).toBe('breach-known-later');
  });
});

describe('safety first', () => {
  it('nobody but the authority hears of it before everybody was asked', async () => {
    const breach = await get((await report('WRONG_RECIPIENT')).breachId);
    const affected = [person('NOT_YET')];
    expect(await rule(save(breach, { affected, notifications: [told('PARTNER')] }))).toBe('breach-safety-first');
    const saved = await save(breach, { affected, notifications: [told('AUTHORITY')] });
    expect(saved.people).toMatchObject([{ nameUsed: 'Maya' }]);
    expect((await vault.ask('today.get', {})).breaches).toMatchObject([{ unasked: 1 }]);
    expect(await rule(save(saved, { affected: [person('SAFE')], notifications: [told('PARTNER')] }))).toBe('ok');
  });
});

describe('closing', () => {
  it('waits for everybody’s safety, the authority, the list of a lost medium, and what changes', async () => {
    const breach = await get((await report()).breachId);
    const media = Object.fromEntries(MediaStep.options.map((step) => [step, 'Done']));
    let course: object = { affected: [person('NOT_YET')] };
    const close = async (part: object) => {
      course = { ...course, ...part };
      return rule(save(breach, course, true));
    };
    expect(await close({})).toBe('breach-safety-first');
    expect(await close({ affected: [person('SAFE')] })).toBe('breach-authority');
    expect(await close({ notifications: [told('AUTHORITY')] })).toBe('breach-media');
    expect(await close({ media })).toBe('breach-lessons');
    expect(await close({ lessons: 'Sticks stay on the hook.' })).toBe('ok');
    const closed = await get(breach.id);
    expect(closed.closedOn).toBe('2026-05-01');
    expect(await rule(save(closed))).toBe('breach-closed');
    expect((await vault.ask('today.get', {})).breaches).toEqual([]);
  });
});

it('whoever works in the house writes it down; a director alone goes on with it', async () => {
  await vault.signInAs('house-staff');
  const { breachId } = await report();
  expect(await outcome(get(breachId))).toBe('not-allowed');
  expect((await vault.ask('today.get', {})).breaches).toEqual([]);
  vault.vault.close();
  await vault.unlock(DIRECTOR);
  expect((await get(breachId)).event).toContain('blue stick');
});
