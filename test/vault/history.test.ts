// security §7, domain §0: who did what, and when. It is read newest first and narrowed; it tells of acts and of no word, and of a case
// the number at most.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { HISTORY_PAGE, type HistoryLine } from '#shared/records/audit-entry';
import { CaseNumber } from '#shared/records/case-number';
import { DAY, HOUR, MINUTE } from '#shared/time';
import { aNote, openCase } from '../helpers/casework.ts';
import { addMira, erase } from '../helpers/erasing.ts';
import { aGroup, beginGroup, takePlace } from '../helpers/groups.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const who = (name: string) => ({ signInName: name, passphrase: passphraseOf(name) });
const [NOOR, VERA, JO] = [who('noor'), who('vera'), who('jo')];
let vault: TestVault;
let noor: StaffMemberId;
let maya: CaseFileId;
let number: CaseNumber;

const as = async (colleague: typeof DIRECTOR) => {
  vault.vault.close();
  await vault.unlock(colleague);
};
type Narrowed = Partial<Parameters<typeof vault.ask<'auditEntry.page'>>[1]>;
const page = (narrowed: Narrowed = {}) => vault.ask('auditEntry.page', narrowed);
const own = () => vault.ask('auditEntry.own', {});
const actsOf = (lines: readonly HistoryLine[]): string[] => lines.map(({ action }) => action);
const said = ({ who: person, action, outcome: how }: HistoryLine): string => `${person?.name} ${action} ${how}`;

/** Ana leads; Noor opened the case of Maya and wrote a note; Vera audits. */
beforeEach(async () => {
  vault = await newVault('2026-03-02T09:00');
  noor = (await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR })).id;
  await vault.ask('staffMember.add', { name: 'Vera', role: 'auditor', ...VERA });
  await as(NOOR);
  vault.clock.set('2026-03-03T10:00');
  maya = await openCase(vault, 'Zebrafinch');
  number = CaseNumber.parse((await vault.ask('caseFile.get', { caseFileId: maya })).caseNumber);
  await vault.ask('caseNote.add', aNote(maya, { body: 'quillwort', happenedOn: '2026-03-03' }));
});
afterEach(() => vault.remove());

describe('a director', () => {
  it('reads who did what, the newest first, with the way to the case', async () => {
    vault.clock.advance(MINUTE);
    await as(DIRECTOR);
    const [unlock, note] = (await page()).lines;
    expect(said(unlock!)).toBe('Ana session.unlock DONE');
    expect(note).toMatchObject({
      ...{ action: 'caseNote.add', outcome: 'DONE', recordKind: 'case-note', at: vault.clock.now - MINUTE },
      ...{ who: { id: noor, name: 'Noor' }, of: { state: 'OPEN', caseFileId: maya, caseNumber: number } },
    });
  });

  it('sees what was refused, and what somebody only tried to look at', async () => {
    expect(await outcome(page())).toBe('not-allowed');
    expect(await outcome(vault.ask('housePaper.list', {}))).toBe('not-allowed');
    await as(DIRECTOR);
    const { lines } = await page({ group: 'REFUSED' });
    expect(lines.map(said)).toEqual(['Noor housePaper.list REFUSED', 'Noor auditEntry.page REFUSED']);
  });

  it('sees that a passphrase was missed at the door, and how often', async () => {
    vault.vault.close();
    for (const attempt of ['one', 'two'])
      expect(await outcome(vault.unlock({ ...DIRECTOR, passphrase: `not this ${attempt}` }))).not.toBe('answered');
    vault.clock.advance(HOUR);
    await vault.unlock();
    const { lines } = await page({ group: 'SIGNING_IN' });
    expect(lines[0]).toMatchObject({ action: 'session.unlock', outcome: 'DONE' });
    expect(lines[1]).toMatchObject({ action: 'session.unlock', outcome: 'MISSED', times: 2 });
  });

  it('narrows to one person, one kind of act, days and one case', async () => {
    await vault.ask('caseNote.add', aNote(await openCase(vault, 'Heron'), { body: 'tea', happenedOn: '2026-03-03' }));
    vault.clock.set('2026-03-09T10:00');
    await as(DIRECTOR);
    const [day3, day4] = [Date.parse('2026-03-03T00:00Z'), Date.parse('2026-03-04T00:00Z')];
    const ofNoor = (await page({ staffMemberId: noor })).lines;
    expect(new Set(ofNoor.map((line) => line.who?.name))).toEqual(new Set(['Noor']));
    expect(actsOf((await page({ group: 'ACCESS' })).lines)).toContain('staffMember.add');
    expect(actsOf((await page({ group: 'ACCESS', staffMemberId: noor })).lines)).toEqual([]);
    expect(new Set(actsOf((await page({ group: 'CHANGES', staffMemberId: noor })).lines))).toEqual(
      new Set(['caseFile.open', 'caseNote.add']),
    );
    const ofDay = (await page({ from: day3, until: day4 })).lines;
    expect(ofDay.every(({ at }) => at >= day3 && at < day4)).toBe(true);
    expect(actsOf(ofDay).filter((act) => act === 'caseNote.add')).toHaveLength(2);
    expect((await page({ from: day4, until: day4 + DAY })).lines).toEqual([]);
    const ofCase = (await page({ caseNumber: number })).lines;
    expect(actsOf(ofCase).filter((act) => act === 'caseNote.add')).toHaveLength(1);
    expect(await outcome(page({ caseNumber: CaseNumber.parse('222-222') }))).toBe('not-found');
  });

  it('reads on where a page ended: nothing twice, nothing left out', async () => {
    for (let count = 0; count < 60; count += 1) {
      vault.clock.advance(MINUTE);
      await vault.ask('caseNote.add', aNote(maya, { body: 'tea', happenedOn: '2026-03-03' }));
    }
    for (let count = 0; count < 60; count += 1) await vault.ask('service.log', { caseFileId: maya, code: 'FOOD' });
    await as(DIRECTOR);
    const span = { from: Date.parse('2026-03-02T00:00Z'), until: vault.clock.now + DAY };
    for (const narrowed of [{}, span]) {
      const seen: number[] = [];
      let before: number | null = null;
      do {
        const found: Awaited<ReturnType<typeof page>> = await page({ ...narrowed, before });
        expect(found.lines.length).toBeLessThanOrEqual(HISTORY_PAGE);
        seen.push(...found.lines.map(({ seq }) => seq));
        before = found.next;
      } while (before !== null);
      const all = (await vault.ask('auditEntry.newest', {})).seq;
      expect(seen).toEqual(Array.from({ length: all }, (_, at) => all - at));
    }
  });

  it('finds at the top what was done while the clock was set back', async () => {
    vault.clock.set('2020-01-01T00:00');
    await vault.ask('ownLook.keep', { scheme: 'dark', textSize: 100, namesHidden: false });
    vault.clock.set('2026-03-04T10:00');
    await as(DIRECTOR);
    const { lines } = await page();
    expect(actsOf(lines.slice(0, 3))).toContain('ownLook.keep');
    const thatYear = await page({ from: Date.parse('2020-01-01T00:00Z'), until: Date.parse('2021-01-01T00:00Z') });
    expect(actsOf(thatYear.lines)).toContain('ownLook.keep');
  });

  it('sees a sealed earlier file by its number alone, and an erased case without one', async () => {
    await vault.ask('caseFile.close', { caseFileId: maya, reason: 'MOVED_ON_BY_CHOICE' });
    const again = (await vault.ask('episode.open', { caseFileId: maya, nameUsed: 'Amina' })).caseFileId;
    await as(DIRECTOR);
    const of = new Map((await page()).lines.map((line) => [line.action, line.of]));
    expect(of.get('caseNote.add')).toEqual({ state: 'SEALED', caseNumber: number });
    expect(of.get('episode.open')).toMatchObject({ state: 'OPEN', caseFileId: again });
    await addMira(vault);
    await as(NOOR);
    await vault.ask('caseFile.close', { caseFileId: again, reason: 'MOVED_ON_BY_CHOICE' });
    await as(DIRECTOR);
    await erase(vault, [again], 'WISH');
    const gone = (await page({ group: 'ERASING' })).lines.map(({ of: what, outcome: how }) => [what?.state, how]);
    expect(gone).toContainEqual(['ERASED', 'ERASED']);
  });
});

describe('an auditor', () => {
  it('reads the acts of everybody with numbers alone: no name, no way to a case, no word', async () => {
    await as(VERA);
    const { lines } = await page();
    expect(lines.find(({ action }) => action === 'caseNote.add')).toMatchObject({
      who: { name: 'Noor' },
      of: { state: 'NUMBER', caseNumber: number },
    });
    const heard = JSON.stringify([lines, await vault.ask('auditEntry.people', {})]);
    for (const word of ['Zebrafinch', 'quillwort', maya]) expect(heard).not.toContain(word);
    expect(actsOf((await page({ caseNumber: number })).lines)).toContain('caseNote.add');
  });
});

describe('everybody else', () => {
  it('reads what she did herself and nothing of others', async () => {
    expect(await outcome(page({ staffMemberId: noor }))).toBe('not-allowed');
    const { lines } = await own();
    expect(new Set(lines.map((line) => line.who?.name))).toEqual(new Set(['Noor']));
    expect(lines.find(({ action }) => action === 'caseNote.add')?.of).toMatchObject({
      state: 'OPEN',
      caseFileId: maya,
    });
  });

  it('who leads a group hears no number of a case from what she did there', async () => {
    await as(DIRECTOR);
    const jo = (await vault.ask('staffMember.add', { name: 'Jo', role: 'group-facilitator', ...JO })).id;
    const groupId = await beginGroup(vault, aGroup(jo));
    await as(NOOR);
    const placeId = await takePlace(vault, maya, groupId);
    await as(JO);
    await vault.ask('groupPlace.end', { placeId, basedOn: 2 });
    const { lines } = await own();
    expect(actsOf(lines)).toContain('groupPlace.end');
    expect(lines.every(({ of }) => of === null)).toBe(true);
    expect(JSON.stringify(lines)).not.toContain(number);
  });

  it('a case that no longer opens to her has no number there', async () => {
    await as(DIRECTOR);
    await vault.ask('caseAssignment.assign', {
      caseFileId: maya,
      staffMemberId: (await addMira(vault)).id,
    });
    await vault.ask('caseAssignment.end', { caseFileId: maya, staffMemberId: noor });
    await as(NOOR);
    const { lines } = await own();
    expect(actsOf(lines)).toContain('caseNote.add');
    expect(lines.every(({ of }) => of === null)).toBe(true);
  });
});
