// Who works on a case, and what happens when a director opens one that she does not work on (domain §0).
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { VaultError } from '#shared/contract/errors';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { MINUTE } from '#shared/time';
import { aNote, openCase, said } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const NOOR = { signInName: 'noor', passphrase: passphraseOf('noor') };
const BERTA = { signInName: 'berta', passphrase: passphraseOf('berta') };
const REASON = 'The hospital asks what she is allergic to';

let vault: TestVault;
let ana: StaffMemberId;
let noor: StaffMemberId;
let heron: CaseFileId;
const made: TestVault[] = [];
afterAll(async () => {
  for (const one of made) await one.remove();
});

async function as(who: typeof NOOR): Promise<void> {
  vault.vault.close();
  await vault.unlock(who);
}
const rule = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'done',
    (error: unknown) => (error as VaultError).facts['rule'],
  );
const team = async (): Promise<string[]> =>
  (await vault.ask('caseAssignment.team', { caseFileId: heron })).now.map(({ person }) => person.name);
const listed = async (): Promise<string[]> =>
  (await vault.ask('caseFile.list', {})).rows.map(({ nameUsed }) => nameUsed);

/** Ana is the director, Noor a case manager who opened Heron's case. Noor is signed in. */
beforeEach(async () => {
  vault = await newVault();
  made.push(vault);
  noor = (await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR })).id;
  ana = (await vault.ask('staffMember.names', {})).find(({ name }) => name === 'Ana')!.id;
  await openCase(vault, 'Maya');
  await as(NOOR);
  heron = await openCase(vault, 'Heron');
  await vault.ask('caseNote.add', aNote(heron, { body: 'quillwort' }));
});

describe('whoever opens a case', () => {
  it('works on it from then on, with nothing to be set up', async () => {
    const { now, before } = await vault.ask('caseAssignment.team', { caseFileId: heron });
    expect(now).toEqual([
      {
        person: { id: noor, name: 'Noor' },
        as: 'case-manager',
        from: vault.clock.now,
        opensSealed: true,
        hasLeft: false,
      },
    ]);
    expect(before).toEqual([]);
    expect(await outcome(vault.ask('caseFile.summary', { caseFileId: heron }))).toBe('ok');
  });

  it('finds her own cases in every list, and no other', async () => {
    expect(await listed()).toEqual(['Heron']);
    expect((await vault.ask('caseFile.search', { query: 'ma' })).hits).toEqual([]);
    expect((await vault.ask('caseFile.search', { query: 'quillwort' })).hits).toHaveLength(1);
  });

  it('decides nothing about who works on it: that is a director’s', async () => {
    expect(await outcome(vault.ask('caseAssignment.assign', { caseFileId: heron, staffMemberId: ana }))).toBe(
      'not-allowed',
    );
    expect(
      await rule(vault.ask('caseFile.updateDetails', { caseFileId: heron, basedOn: 1, details: { workerId: ana } })),
    ).toBe('assignment-role');
  });
});

describe('handing a case over', () => {
  it('opens it to one colleague and closes it to the other, and both stay written', async () => {
    await as(DIRECTOR);
    const leyla = { signInName: 'leyla', passphrase: passphraseOf('leyla') };
    const { id } = await vault.ask('staffMember.add', { name: 'Leyla', role: 'case-manager', ...leyla });
    vault.clock.advance(MINUTE);
    await vault.ask('caseAssignment.assign', { caseFileId: heron, staffMemberId: id });
    expect(await team()).toEqual(['Noor', 'Leyla']);
    vault.clock.advance(MINUTE);
    const { now, before } = await vault.ask('caseAssignment.end', { caseFileId: heron, staffMemberId: noor });
    expect(now.map(({ person }) => person.name)).toEqual(['Leyla']);
    expect(before).toMatchObject([{ person: { name: 'Noor' }, to: vault.clock.now }]);
    expect((await vault.ask('caseFile.get', { caseFileId: heron })).worker?.name).toBe('Leyla');
    await as(leyla);
    expect((await vault.ask('caseNote.list', { caseFileId: heron })).total).toBe(1);
    await as(NOOR);
    expect(await listed()).toEqual([]);
    expect(await outcome(vault.ask('caseNote.list', { caseFileId: heron }))).toBe('not-assigned');
  });

  it('leaves somebody: the last colleague is not taken off a case', async () => {
    await as(DIRECTOR);
    expect(await rule(vault.ask('caseAssignment.end', { caseFileId: heron, staffMemberId: noor }))).toBe(
      'assignment-last',
    );
  });

  it('is to a role that works with people, and to somebody who is here', async () => {
    await as(DIRECTOR);
    const who = { signInName: 'vera', passphrase: passphraseOf('vera') };
    const { id } = await vault.ask('staffMember.add', { name: 'Vera', role: 'auditor', ...who });
    const assign = (staffMemberId: StaffMemberId) =>
      vault.ask('caseAssignment.assign', { caseFileId: heron, staffMemberId });
    expect(await rule(assign(id))).toBe('assignment-role');
    await vault.ask('staffMember.disable', { id });
    expect(await outcome(assign(id))).toBe('not-found');
    expect(
      (await vault.ask('caseAssignment.team', { caseFileId: heron })).others.map(({ person }) => person.name),
    ).toEqual(['Ana']);
  });

  it('takes along what was being written: a draft of a case that is closed to her is not read again', async () => {
    const target = { kind: 'case-note', caseFileId: heron };
    await vault.ask('draft.save', { target, body: 'half a sentence' });
    await as(DIRECTOR);
    await vault.ask('caseAssignment.assign', { caseFileId: heron, staffMemberId: ana, reason: REASON });
    await vault.ask('caseAssignment.end', { caseFileId: heron, staffMemberId: noor });
    await as(NOOR);
    expect(await outcome(vault.ask('draft.get', { target }))).toBe('not-assigned');
    expect(await vault.ask('draft.list', {})).toEqual([]);
    expect((await vault.ask('today.get', {})).resume).toBeNull();
  });
});

describe('a director', () => {
  beforeEach(() => as(DIRECTOR));

  it('has every case in her lists, and opens one that is not hers only by saying why', async () => {
    expect((await listed()).sort()).toEqual(['Heron', 'Maya']);
    expect((await vault.ask('caseFile.get', { caseFileId: heron })).reach).toEqual({ open: false, until: null });
    expect(await outcome(vault.ask('caseNote.list', { caseFileId: heron }))).toBe('not-assigned');
    expect((await vault.ask('caseFile.search', { query: 'quillwort' })).hits).toEqual([]);
    expect(await outcome(vault.ask('breakGlass.open', { caseFileId: heron, reason: ' ' }))).toBe('invalid-request');
  });

  it('reads it for 30 minutes then, and not a moment longer', async () => {
    const { until } = await vault.ask('breakGlass.open', { caseFileId: heron, reason: REASON });
    expect(until).toBe(vault.clock.now + 30 * MINUTE);
    expect((await vault.ask('caseFile.get', { caseFileId: heron })).reach).toEqual({ open: true, until });
    expect((await vault.ask('caseFile.search', { query: 'quillwort' })).hits).toHaveLength(1);
    expect(await rule(vault.ask('breakGlass.open', { caseFileId: heron, reason: REASON }))).toBe('open-already');
    vault.clock.advance(30 * MINUTE - 1);
    expect((await vault.ask('caseNote.list', { caseFileId: heron })).total).toBe(1);
    vault.clock.advance(1);
    expect(await outcome(vault.ask('caseNote.list', { caseFileId: heron }))).toBe('not-assigned');
  });

  it('is not opened anything when the clock is set back', async () => {
    await vault.ask('breakGlass.open', { caseFileId: heron, reason: REASON });
    vault.clock.advance(-MINUTE);
    expect(await outcome(vault.ask('caseNote.list', { caseFileId: heron }))).toBe('not-assigned');
  });

  it('is seen by whoever works on the case, until she says so', async () => {
    await vault.ask('breakGlass.open', { caseFileId: heron, reason: REASON });
    const at = vault.clock.now;
    expect((await vault.ask('today.get', {})).openings).toEqual([]);
    await as(NOOR);
    const { openings } = await vault.ask('today.get', {});
    expect(openings).toMatchObject([
      { of: { nameUsed: 'Heron' }, by: { name: 'Ana' }, reason: REASON, at, until: at + 30 * MINUTE },
    ]);
    await vault.ask('breakGlass.seen', { id: openings[0]!.id });
    expect((await vault.ask('today.get', {})).openings).toEqual([]);
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: heron });
    expect(entries.map(({ event }) => event)).toEqual([
      'opening-seen',
      'opened-by-director',
      'note-added',
      'case-opened',
    ]);
    expect(JSON.stringify(entries)).not.toContain(REASON);
  });

  it('is seen by another director as well, and never by herself', async () => {
    await vault.ask('staffMember.add', { name: 'Berta', role: 'director', ...BERTA });
    await vault.ask('breakGlass.open', { caseFileId: heron, reason: REASON });
    await as(BERTA);
    const [opening] = (await vault.ask('today.get', {})).openings;
    await as(DIRECTOR);
    expect(await rule(vault.ask('breakGlass.seen', { id: opening!.id }))).toBe('second-person');
    await as(BERTA);
    await vault.ask('breakGlass.seen', { id: opening!.id });
    expect((await vault.ask('today.get', {})).openings).toEqual([]);
  });

  it('does not get round it by joining the case: that asks for a reason and is shown as well', async () => {
    const join = (reason?: string) =>
      vault.ask('caseAssignment.assign', {
        caseFileId: heron,
        staffMemberId: ana,
        ...(reason === undefined ? {} : { reason }),
      });
    expect(await rule(join())).toBe('reason-needed');
    expect(await team()).toEqual(['Noor']);
    await join(REASON);
    expect(await team()).toEqual(['Noor', 'Ana']);
    await as(NOOR);
    expect((await vault.ask('today.get', {})).openings).toMatchObject([{ by: { name: 'Ana' }, until: null }]);
  });

  it('opens nothing that is sealed by break-glass', async () => {
    await vault.ask('breakGlass.open', { caseFileId: heron, reason: REASON });
    expect(await outcome(vault.ask('safetyPlan.openSealed', { caseFileId: heron, reason: REASON }))).toBe(
      'not-assigned',
    );
  });
});

describe('the list of who may open sealed words', () => {
  it('holds the case workers until a director takes one off it', async () => {
    const words = { caseFileId: heron, basedOn: 0, formVersion: 1, answers: { 'code-word': said('kingcup') } };
    await vault.ask('safetyPlan.saveSealed', words);
    await as(DIRECTOR);
    await vault.ask('caseAssignment.setOpensSealed', { caseFileId: heron, staffMemberId: noor, opensSealed: false });
    await as(NOOR);
    expect(await outcome(vault.ask('safetyPlan.openSealed', { caseFileId: heron, reason: REASON }))).toBe(
      'not-assigned',
    );
    expect(await outcome(vault.ask('safetyPlan.saveSealed', { ...words, basedOn: 1 }))).toBe('not-assigned');
    expect(await outcome(vault.ask('safetyPlan.get', { caseFileId: heron }))).toBe('ok');
  });

  it('leaves out a clinician, who reads the plan and writes her own notes', async () => {
    await as(DIRECTOR);
    const who = { signInName: 'ines', passphrase: passphraseOf('ines') };
    const { id } = await vault.ask('staffMember.add', { name: 'Ines', role: 'clinician', ...who });
    const { now } = await vault.ask('caseAssignment.assign', { caseFileId: heron, staffMemberId: id });
    expect(now.map(({ person, opensSealed }) => [person.name, opensSealed])).toEqual([
      ['Noor', true],
      ['Ines', false],
    ]);
    await as(who);
    expect(await vault.ask('caseNote.list', { caseFileId: heron })).toEqual({ notes: [], total: 0 });
    await vault.ask('caseNote.add', aNote(heron, { body: 'Breathing, ten minutes.' }));
    expect((await vault.ask('caseNote.list', { caseFileId: heron })).notes.map(({ body }) => body)).toEqual([
      'Breathing, ten minutes.',
    ]);
    expect((await vault.ask('caseFile.search', { query: 'quillwort' })).hits).toEqual([]);
    await as(NOOR);
    expect((await vault.ask('caseNote.list', { caseFileId: heron })).total).toBe(2);
  });
});

describe('house staff and colleagues of the house', () => {
  it('see the house card of everyone who is here, whoever works with them', async () => {
    await as(DIRECTOR);
    await vault.signInAs('case-manager');
    expect(await outcome(vault.ask('caseFile.houseCard', { caseFileId: heron }))).toBe('ok');
    expect(await outcome(vault.ask('caseFile.get', { caseFileId: heron }))).toBe('not-assigned');
  });
});

describe('a refusal that only the handler can give', () => {
  it('stands in the audit trail as well', async () => {
    const request = {
      caseFileId: heron,
      instrumentId: 'c-ssrs',
      instrumentVersion: 1,
      doneOn: '2026-03-02',
      given: { entry: 'c-ssrs', tier: 'LOW' },
    };
    const entries = async (tries: number): Promise<number> => {
      await as(NOOR);
      for (let n = 0; n < tries; n += 1)
        expect(await vault.raw('screening.save', request)).toEqual({ ok: false, error: { code: 'not-allowed' } });
      await as(DIRECTOR);
      return (await vault.ask('session.checkVault', {})).entries;
    };
    const start = await entries(0);
    const quiet = (await entries(0)) - start;
    expect((await entries(2)) - start).toBe(2 * quiet + 2);
  });
});
