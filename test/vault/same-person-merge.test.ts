// Two cases of one person made one record with her yes, and parted again within 30 days: nothing lost, nothing left behind.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultError } from '#shared/contract/errors';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { newContactMethod } from '#shared/records/safe-contact';
import type { Pair } from '#shared/records/same-person';
import { DAY, MINUTE } from '#shared/time';
import { aNeed, aNote, openCase } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const words = (name: string) => ({ signInName: name, passphrase: passphraseOf(name) });
const [NOOR, LEYLA] = [words('noor'), words('leyla')];

let vault: TestVault;
let leyla: StaffMemberId;
/** Noor's, and open. */
let amina: CaseFileId;
/** Leyla's, from earlier. */
let earlier: CaseFileId;

const as = async (who: typeof NOOR) => {
  vault.vault.close();
  await vault.unlock(who);
};
const rule = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'done',
    (error: unknown) => (error as VaultError).facts['rule'],
  );
const answer = (to: 'AGREES' | 'WANTS_SEPARATE' | 'NOT_ASKED', other = earlier) =>
  vault.ask('samePerson.answer', { caseFileId: amina, otherCaseFileId: other, answer: to });
const merge = (kept = amina, other = earlier) =>
  vault.ask('samePerson.merge', { caseFileId: kept, otherCaseFileId: other });
const makeOne = async () => {
  await answer('AGREES');
  return (await merge())[0]!;
};
const undo = (pair: Pair, caseFileId = amina) =>
  vault.ask('samePerson.undo', { caseFileId, id: pair.id, basedOn: pair.revision });
const get = (caseFileId: CaseFileId) => vault.ask('caseFile.get', { caseFileId });
/** What a case says, without when it was saved. */
const said = async (caseFileId: CaseFileId) => {
  const { revision: _r, savedAt: _at, savedBy: _by, reach: _reach, ...body } = await get(caseFileId);
  return body;
};
const found = async (query: string) =>
  (await vault.ask('caseFile.search', { query })).hits.map(({ caseFileId }) => caseFileId);
const listed = async () => (await vault.ask('caseFile.list', { show: 'all' })).rows.map(({ id }) => id);
const notes = async (caseFileId: CaseFileId) =>
  (await vault.ask('caseNote.list', { caseFileId })).notes.map(({ body }) => body);
const lookInto = (caseFileId: CaseFileId) =>
  vault.ask('breakGlass.open', { caseFileId, reason: 'Two records of one person' });

/** Ana, the director, is signed in and has opened both for a while. */
beforeEach(async () => {
  vault = await newVault();
  await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR });
  leyla = (await vault.ask('staffMember.add', { name: 'Leyla', role: 'case-manager', ...LEYLA })).id;
  await as(LEYLA);
  earlier = await openCase(vault, 'Amina K.');
  const method = { ...newContactMethod, value: '600 123 456', safe: 'YES' as const };
  const safeContact = { identifyAs: 'Mia', methods: [method], doNotContact: ['Her uncle'] };
  await vault.ask('caseFile.saveSafeContact', { caseFileId: earlier, basedOn: 1, safeContact });
  const details = { languages: ['Swahili', 'French'], pronouns: 'she' };
  await vault.ask('caseFile.updateDetails', { caseFileId: earlier, basedOn: 2, details });
  await vault.ask('caseNote.add', aNote(earlier, { body: 'quillwort, from earlier' }));
  await vault.ask('need.add', { ...aNeed(earlier), title: 'A tooth' });
  await as(NOOR);
  amina = await openCase(vault, 'Amina');
  await vault.ask('caseFile.updateDetails', { caseFileId: amina, basedOn: 1, details: { languages: ['Swahili'] } });
  await vault.ask('caseNote.add', aNote(amina, { body: 'slept well' }));
  await as(DIRECTOR);
  for (const one of [amina, earlier]) await lookInto(one);
});
afterEach(() => vault.remove());

describe('domain §24, scenario 16: she answers', () => {
  it('that she wants them separate: kept, never suggested again, and never made one', async () => {
    await vault.ask('caseFile.updateDetails', {
      caseFileId: amina,
      basedOn: 2,
      details: { aliases: [{ text: 'Amina K.', use: 'OTHER', safeToSayAloud: true }] },
    });
    const suggested = async () => (await vault.ask('samePerson.ofCase', { caseFileId: amina })).cases.length;
    expect(await suggested()).toBe(1);
    expect(await answer('WANTS_SEPARATE')).toMatchObject([
      { answer: 'WANTS_SEPARATE', merged: null, with: { nameUsed: 'Amina K.' } },
    ]);
    expect(await suggested()).toBe(0);
    expect(await rule(merge())).toBe('merge-agrees');
    await as(NOOR);
    expect(await vault.ask('samePerson.ofCase', { caseFileId: amina })).toEqual({ cases: [], askWhom: [] });
  });

  it('nothing yet: without her yes nobody makes them one', async () => {
    expect(await rule(merge())).toBe('merge-agrees');
    await answer('NOT_ASKED');
    expect(await rule(merge())).toBe('merge-agrees');
  });
});

describe('one record of two', () => {
  it('stands once in every list, and both names and both numbers lead to it', async () => {
    const number = (await get(earlier)).caseNumber;
    await makeOne();
    expect(await listed()).toEqual([amina]);
    expect((await vault.ask('caseFile.houseList', {})).map(({ caseFileId }) => caseFileId)).toEqual([amina]);
    for (const query of ['Amina', 'Amina K.', number, (await get(amina)).caseNumber, 'quillwort'])
      expect([query, await found(query)]).toEqual([query, [amina]]);
    const record = {
      isPart: false,
      partOf: null,
      parts: [{ caseFileId: earlier, nameUsed: 'Amina K.', caseNumber: number }],
    };
    expect((await get(amina)).record).toEqual(record);
    expect((await get(earlier)).record).toMatchObject({ isPart: true, partOf: { caseFileId: amina } });
    await as(NOOR);
    expect(await found('quillwort')).toEqual([amina]);
  });

  it('is read in one: needs, notes, timeline, and what Today names', async () => {
    await makeOne();
    expect(await notes(amina)).toEqual(expect.arrayContaining(['slept well', 'quillwort, from earlier']));
    expect((await vault.ask('need.list', { caseFileId: amina, show: 'open' })).map(({ title }) => title)).toEqual([
      'A tooth',
    ]);
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: amina });
    expect(entries.map(({ event }) => event)).toEqual(expect.arrayContaining(['case-made-one', 'need-added']));
    const { needs } = await vault.ask('need.due', {});
    expect(needs.map(({ of }) => of.nameUsed)).toEqual(['Amina']);
  });

  it('takes over names, languages and whom never to ask; a way to reach her is not known until she agrees anew', async () => {
    await makeOne();
    const kept = await get(amina);
    expect(kept).toMatchObject({ pronouns: 'she', languages: ['Swahili', 'French'] });
    expect(kept.aliases.map(({ text }) => text)).toEqual(['Amina K.']);
    expect(kept.safeContact).toMatchObject({ doNotContact: ['Her uncle'], methods: [{ safe: 'UNKNOWN' }] });
    await as(NOOR);
    const call = { caseFileId: amina, way: 'TEXT' as const, value: '600 123 456', override: null };
    expect(await rule(vault.ask('contactAttempt.begin', call))).toBe('contact-not-agreed');
  });

  it('opens to who works on either, and sealed words to nobody by it', async () => {
    await makeOne();
    await as(NOOR);
    expect(await notes(earlier)).toEqual(['quillwort, from earlier']);
    const sealed = { caseFileId: earlier, reason: 'The code word' };
    expect(await outcome(vault.ask('safetyPlan.openSealed', sealed))).toBe('not-assigned');
    await as(LEYLA);
    expect(await listed()).toEqual([amina]);
    expect(await notes(amina)).toHaveLength(2);
    expect(await outcome(vault.ask('safetyPlan.openSealed', { ...sealed, caseFileId: amina }))).toBe('not-assigned');
    expect(await outcome(vault.ask('samePerson.merge', { caseFileId: amina, otherCaseFileId: earlier }))).toBe(
      'not-allowed',
    );
  });

  it('is not made of a case that is kept apart, is part of another, or would hide an open one behind a closed', async () => {
    const third = await openCase(vault, 'Amina B.');
    const flag = {
      caseFileId: amina,
      from: { otherCaseFileId: third },
      actions: ['DIFFERENT_GROUP' as const],
      reason: '',
    };
    const [set] = await vault.ask('conflictFlag.add', flag);
    await answer('AGREES', third);
    expect(await rule(merge(amina, third))).toBe('merge-apart');
    await vault.ask('conflictFlag.end', { caseFileId: amina, id: set!.id, basedOn: 1 });
    await makeOne();
    expect(await rule(merge(earlier, amina))).toBe('merge-part');
    expect(await rule(answer('NOT_ASKED'))).toBe('merge-part');
    await vault.ask('caseFile.close', { caseFileId: amina, reason: 'MOVED_ON_BY_CHOICE' });
    expect(await rule(merge(amina, third))).toBe('merge-closed');
  });

  it('is kept apart from whom a part of it is kept apart', async () => {
    const third = await openCase(vault, 'Wren');
    const flag = {
      caseFileId: earlier,
      from: { otherCaseFileId: third },
      actions: ['DIFFERENT_WORKER' as const],
      reason: '',
    };
    await vault.ask('conflictFlag.add', flag);
    await makeOne();
    expect(await vault.ask('conflictFlag.list', { caseFileId: amina })).toMatchObject([{ from: { nameUsed: 'Wren' } }]);
    expect(await vault.ask('conflictFlag.list', { caseFileId: third })).toMatchObject([
      { from: { nameUsed: 'Amina' } },
    ]);
    expect(await rule(vault.ask('caseAssignment.assign', { caseFileId: third, staffMemberId: leyla }))).toBe(
      'conflict-worker',
    );
  });
});

describe('parted again', () => {
  it('each is exactly what it was', async () => {
    const before = [await said(amina), await said(earlier)];
    const pair = await makeOne();
    expect(await undo(pair)).toMatchObject([{ merged: null, answer: 'AGREES' }]);
    expect([await said(amina), await said(earlier)]).toEqual(before);
    expect((await listed()).sort()).toEqual([amina, earlier].sort());
    expect(await found('Amina K.')).toEqual([earlier]);
    expect(await found(before[1]!.caseNumber)).toEqual([earlier]);
    expect(await notes(amina)).toEqual(['slept well']);
    await as(LEYLA);
    expect(await listed()).toEqual([earlier]);
    expect(await outcome(get(amina))).toBe('not-assigned');
    await as(NOOR);
    expect(await listed()).toEqual([amina]);
    expect(await outcome(get(earlier))).toBe('not-assigned');
  });

  it('each keeps what was written in it since, and nothing of the other', async () => {
    const before = [await said(amina), await said(earlier)] as const;
    const pair = await makeOne();
    await as(NOOR);
    const { revision, aliases } = await get(amina);
    const details = {
      pronouns: 'she/her',
      aliases: [...aliases, { text: 'Nia', use: 'CHOSEN' as const, safeToSayAloud: true }],
    };
    await vault.ask('caseFile.updateDetails', { caseFileId: amina, basedOn: revision, details });
    vault.clock.advance(MINUTE);
    await vault.ask('caseNote.add', aNote(amina, { body: 'written since' }));
    const [tooth] = await vault.ask('need.list', { caseFileId: amina, show: 'open' });
    await vault.ask('need.change', { needId: tooth!.id, basedOn: 1, change: { status: 'MET' } });
    await as(LEYLA);
    await vault.ask('caseNote.add', aNote(amina, { body: 'Leyla, since' }));
    await as(DIRECTOR);
    await undo(pair);
    expect(await said(amina)).toEqual({
      ...before[0],
      pronouns: 'she/her',
      aliases: [{ text: 'Nia', use: 'CHOSEN', safeToSayAloud: true }],
    });
    expect(await said(earlier)).toEqual(before[1]);
    expect((await notes(amina)).sort()).toEqual(['Leyla, since', 'slept well', 'written since']);
    expect(await notes(earlier)).toEqual(['quillwort, from earlier']);
    expect(await vault.ask('need.list', { caseFileId: earlier, show: 'all' })).toMatchObject([
      { title: 'A tooth', status: 'MET' },
    ]);
    expect(await vault.ask('need.list', { caseFileId: amina, show: 'all' })).toEqual([]);
    const events = async (of: CaseFileId) =>
      (await vault.ask('caseFile.timeline', { caseFileId: of })).entries.map(({ event }) => event);
    expect(await events(amina)).toEqual(expect.arrayContaining(['case-made-one', 'case-parted']));
  });

  it('on the thirtieth day, and not a moment later', async () => {
    const pair = await makeOne();
    expect(pair.merged).toMatchObject({ undoUntil: vault.clock.now + 30 * DAY, mayUndo: true, isPart: false });
    vault.clock.advance(30 * DAY + 1);
    await as(DIRECTOR);
    expect(await rule(undo(pair))).toBe('merge-over');
    vault.clock.advance(-1);
    expect(await rule(undo(pair, earlier))).toBe('done');
  });

  it('and made one once more', async () => {
    const pair = await makeOne();
    await undo(pair);
    const [again] = await merge();
    expect(again?.merged?.isPart).toBe(false);
    expect(await listed()).toEqual([amina]);
  });
});
