// What a director sees to of a sealed earlier file while nobody reads it (domain §16, §18): until when it is kept, what holds it,
// that something of it is due, and that it goes at the person's wish.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { aNote, openCase, said } from '../helpers/casework.ts';
import { erase } from '../helpers/erasing.ts';
import { bytesOutside, outsideReader } from '../helpers/outside-reader.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const NOOR = { signInName: 'noor', passphrase: passphraseOf('noor') };
let vault: TestVault;
/** Closed two years before she came back to Noor, who works on both. */
let earlier: CaseFileId;
let number: string;
let now: CaseFileId;

const as = async (who: typeof NOOR) => {
  vault.vault.close();
  await vault.unlock(who);
};
const again = async (caseFileId: CaseFileId, nameUsed: string) =>
  (await vault.ask('episode.open', { caseFileId, nameUsed })).caseFileId;
const close = (caseFileId: CaseFileId) => vault.ask('caseFile.close', { caseFileId, reason: 'MOVED_ON_BY_CHOICE' });
const order = { reason: 'The trial of May', authority: 'District court' };
const holdsOf = (caseFileId: CaseFileId) => vault.ask('legalHold.list', { caseFileId });

beforeEach(async () => {
  vault = await newVault('2026-03-02T09:00');
  await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR });
  await as(NOOR);
  earlier = await openCase(vault, 'Zebrafinch');
  ({ caseNumber: number } = await vault.ask('caseFile.get', { caseFileId: earlier }));
  await vault.ask('caseNote.add', aNote(earlier, { body: 'quillwort', happenedOn: '2026-03-02' }));
});
afterEach(() => vault.remove());

/** She leaves, and is here again after two years. */
async function comeBack(): Promise<void> {
  await close(earlier);
  vault.clock.set('2028-03-02T09:00');
  now = await again(earlier, 'Amina');
  await vault.ask('caseNote.add', aNote(now, { body: 'marjoram', happenedOn: '2028-03-02' }));
}

describe('clinical records of somebody who was under 18, in a sealed earlier file', () => {
  it('keep it, and a director is told that something does, never what', async () => {
    const born = { 'born-on': said({ precision: 'exact', date: '2010-05-04' }) };
    await vault.ask('intake.save', { caseFileId: earlier, basedOn: 0, formVersion: 1, answers: born });
    await as(DIRECTOR);
    await vault.ask('breakGlass.open', { caseFileId: earlier, reason: 'Nobody else is trained for screens' });
    await vault.ask('screening.save', {
      ...{ caseFileId: earlier, instrumentId: 'phq-2', instrumentVersion: 1, doneOn: '2026-03-02', ageSaid: true },
      given: { entry: 'items', gate: null, answers: [0, 1] },
    });
    await as(NOOR);
    await comeBack();
    await close(now);
    await as(DIRECTOR);
    const { cases } = await vault.ask('retention.preview', {});
    const ofEarlier = cases.filter(({ caseNumber }) => caseNumber === number);
    expect(ofEarlier).toMatchObject([{ class: 'CASE', because: 'NOT_TOLD', eligibleOn: null, isDue: false }]);
    expect(await vault.ask('retention.ofCase', { caseFileId: earlier })).toMatchObject({ because: 'NOT_TOLD' });
  });
});

describe('a legal hold on a sealed earlier file', () => {
  it('is placed, looked at and ended by a director, who is told the number of the file and until when it is kept', async () => {
    await comeBack();
    await as(DIRECTOR);
    expect(await vault.ask('episode.sealedFiles', { caseFileId: now })).toEqual([
      { id: expect.any(String) as string, caseFileId: earlier, caseNumber: number },
    ]);
    expect(await vault.ask('retention.ofCase', { caseFileId: earlier })).toEqual({
      class: 'CASE',
      because: 'RULE',
      ruleOn: '2027-03-02',
      eligibleOn: '2027-03-02',
      isHereAgain: true,
    });
    const placed = await vault.ask('legalHold.place', { caseFileId: earlier, ...order });
    expect(await ruleOf(vault.ask('legalHold.place', { caseFileId: earlier, ...order }))).toBe('hold-known');
    expect((await vault.ask('retention.ofCase', { caseFileId: earlier }))?.eligibleOn).toBeNull();
    vault.clock.set('2028-05-31T09:00');
    const looked = await vault.ask('legalHold.review', { id: placed.id, basedOn: placed.revision });
    expect(looked.reviewDueOn).toBe('2028-08-29');
    await vault.ask('legalHold.end', { id: placed.id, basedOn: looked.revision, why: 'The trial is over' });
    expect(await holdsOf(earlier)).toMatchObject([{ ...order, ended: { on: '2028-05-31', why: 'The trial is over' } }]);
  });

  it('opens nothing else of it to her, and the case she came back to is not held', async () => {
    await comeBack();
    await as(DIRECTOR);
    await vault.ask('legalHold.place', { caseFileId: earlier, ...order });
    for (const name of ['caseFile.get', 'caseNote.list', 'need.list', 'caseAssignment.team', 'caseFile.timeline'])
      expect([name, await vault.raw(name, { caseFileId: earlier })]).toMatchObject([name, { ok: false }]);
    const told = [
      await vault.ask('episode.sealedFiles', { caseFileId: now }),
      await vault.ask('retention.ofCase', { caseFileId: earlier }),
      await holdsOf(earlier),
    ];
    expect(JSON.stringify(told)).not.toMatch(/zebrafinch|quillwort/i);
    expect((await vault.ask('caseFile.get', { caseFileId: now })).onHold).toBe(false);
    expect(await holdsOf(now)).toEqual([]);
  });

  it('is nothing that a case worker hears of, though she works on both cases', async () => {
    await comeBack();
    await as(DIRECTOR);
    const { id, revision: basedOn } = await vault.ask('legalHold.place', { caseFileId: earlier, ...order });
    await as(NOOR);
    expect(await outcome(holdsOf(earlier))).toBe('not-assigned');
    expect(await outcome(vault.ask('retention.ofCase', { caseFileId: earlier }))).toBe('not-assigned');
    expect(await outcome(vault.ask('episode.sealedFiles', { caseFileId: now }))).toBe('not-allowed');
    expect(await outcome(vault.ask('legalHold.end', { id, basedOn, why: 'Over' }))).toBe('not-allowed');
    const shown = await vault.ask('caseFile.get', { caseFileId: now });
    expect(shown.episodes.earlier).toMatchObject([{ file: null }]);
    expect(JSON.stringify(shown)).not.toMatch(/District court/);
  });

  it('placed before she came back it stands, and a file that is linked is in no list of sealed ones', async () => {
    await as(DIRECTOR);
    await vault.ask('legalHold.place', { caseFileId: earlier, ...order });
    await as(NOOR);
    await comeBack();
    await as(DIRECTOR);
    expect(await holdsOf(earlier)).toMatchObject([order]);
    const [link] = (await vault.ask('caseFile.get', { caseFileId: now })).episodes.earlier;
    await as(NOOR);
    const of = { caseFileId: now, id: link!.id, basedOn: link!.revision };
    await vault.ask('episode.agree', { ...of, how: 'SPOKEN' });
    expect(await holdsOf(earlier)).toMatchObject([order]);
    await as(DIRECTOR);
    expect(await vault.ask('episode.sealedFiles', { caseFileId: now })).toEqual([]);
  });
});

describe('what falls due in a sealed earlier file', () => {
  const court = { kind: 'COURT' as const, on: '2028-03-06', source: 'OFFICIAL_NOTICE' as const, isDone: false };
  const matter = {
    ...{ type: 'PROTECTION_ORDER' as const, stage: 'HEARING' as const, dates: [court], ownClock: null },
    ...{ lawyer: { agencyId: null, name: 'quillwort' }, decided: 'quillwort', documents: ['quillwort'] },
  };
  const agenda = async (from: string, to: string) => {
    const { coming, past } = await vault.ask('calendar.agenda', { from, to, whose: 'mine', zone: 'UTC' });
    return [...past.items, ...coming.items].filter(({ sealed }) => sealed !== undefined);
  };
  const today = async () => (await vault.ask('today.get', {})).sealedDue;

  beforeEach(async () => {
    const task = { words: 'Bag of quillwort', caseFileId: earlier };
    for (const dueOn of ['2026-04-01', '2028-03-05', '2028-03-05']) await vault.ask('task.add', { ...task, dueOn });
    const self = { caseFileId: earlier, askedBy: { who: 'SELF' as const }, words: 'quillwort' };
    await vault.ask('rightsRequest.receive', { ...self, kind: 'COPY', receivedOn: '2026-03-02', timing: 'POLICY' });
    await as(DIRECTOR);
    await vault.ask('breakGlass.open', { caseFileId: earlier, reason: 'The hearing' });
    await vault.ask('legalMatter.save', { caseFileId: earlier, matterId: null, basedOn: 0, matter });
    await vault.ask('legalHold.place', { caseFileId: earlier, ...order });
    await as(NOOR);
    await comeBack();
    await as(DIRECTOR);
  });

  it('comes to a director’s Today and calendar by number, kind and day, once a day and kind, and nothing of it is told', async () => {
    const due = await today();
    expect(due.map(({ kind }) => kind)).toEqual(['rights-request', 'legal-hold', 'task', 'legal-date']);
    expect(due.slice(1).map(({ on }) => on)).toEqual(['2026-05-31', '2028-03-05', '2028-03-06']);
    for (const one of due) expect(one).toMatchObject({ caseNumber: number, nowCaseId: now });
    const items = await agenda('2028-03-02', '2028-03-15');
    expect(items.map(({ kind }) => kind)).toEqual(['rights-request', 'legal-hold', 'task', 'legal-date']);
    const told = { of: null, words: '', legal: null, who: null, time: null, revision: null };
    for (const item of items) expect(item).toMatchObject({ ...told, sealed: { caseNumber: number, nowCaseId: now } });
    const everything = [await vault.ask('today.get', {}), items];
    expect(JSON.stringify(everything)).not.toMatch(/zebrafinch|quillwort/i);
  });

  it('comes to nobody else, and to nobody as its own words', async () => {
    await as(NOOR);
    expect([await today(), await agenda('2028-03-02', '2028-03-15')]).toEqual([[], []]);
    const whole = await vault.ask('calendar.agenda', {
      from: '2028-03-02',
      to: '2028-03-15',
      whose: 'all',
      zone: 'UTC',
    });
    expect(JSON.stringify([whole, await vault.ask('today.get', {})])).not.toMatch(/zebrafinch|quillwort/i);
  });

  it('a task and a legal date for a fortnight after their day; a hold and what she asked for until somebody sees to them', async () => {
    const kinds = async (on: string) => {
      vault.clock.set(`${on}T09:00`);
      return [(await today()).map(({ kind }) => kind), (await agenda(on, on)).map(({ kind }) => kind)];
    };
    const all = ['rights-request', 'legal-hold', 'task', 'legal-date'];
    expect(await kinds('2028-03-19')).toEqual([all, all]);
    expect((await kinds('2028-03-21')).map((told) => told.includes('task'))).toEqual([false, false]);
    expect(await kinds('2028-04-20')).toEqual([all.slice(0, 2), all.slice(0, 2)]);
    const [hold] = await holdsOf(earlier);
    await vault.ask('legalHold.review', { id: hold!.id, basedOn: hold!.revision });
    expect(await kinds('2028-04-20')).toEqual([all.slice(0, 1), all.slice(0, 1)]);
  });

  it('is told in full again, to who works with her, once she agrees', async () => {
    await as(NOOR);
    const [link] = (await vault.ask('caseFile.get', { caseFileId: now })).episodes.earlier;
    await vault.ask('episode.agree', { caseFileId: now, id: link!.id, basedOn: link!.revision, how: 'SPOKEN' });
    const { coming } = await vault.ask('calendar.agenda', { from: '2028-03-05', to: '2028-03-06', zone: 'UTC' });
    expect(coming.items.map(({ kind, words }) => `${kind} ${words}`)).toEqual([
      'task Bag of quillwort',
      'task Bag of quillwort',
      'legal-date ',
    ]);
    expect((await vault.ask('today.get', {})).legalDates).toMatchObject([
      { of: { caseFileId: earlier }, on: court.on },
    ]);
    await as(DIRECTOR);
    expect(await today()).toEqual([]);
  });
});

it('papers of the house about a sealed file name it by its number alone', async () => {
  await as(DIRECTOR);
  await vault.ask('legalRequest.log', {
    ...{ instrument: 'SUBPOENA', servedBy: 'A process server', receivedOn: '2026-03-02', asksFor: '' },
    ...{ deadlines: [], caseFileId: earlier },
  });
  const lost = { kind: 'LOST_MEDIA' as const, event: 'The blue stick', happenedOn: null, knownAt: vault.clock.now };
  const { breachId } = await vault.ask('breach.report', lost);
  const course = {
    ...{ dataClasses: [], affected: [{ caseFileId: earlier, location: false, safety: 'NOT_YET' as const, how: '' }] },
    ...{ containment: '', authority: { answer: 'NOT_DECIDED' as const, why: '' }, notifications: [] },
    ...{ media: {}, lessons: '' },
  };
  const { revision: basedOn } = await vault.ask('breach.get', { breachId });
  await vault.ask('breach.save', { breachId, basedOn, course, close: false });
  const told = async () => [
    ...(await vault.ask('legalRequest.list', {})).map(({ of }) => of),
    ...(await vault.ask('breach.get', { breachId })).people,
  ];
  const ref = { caseFileId: earlier, caseNumber: number };
  expect(await told()).toEqual([1, 2].map(() => ({ ...ref, nameUsed: 'Zebrafinch' })));
  await as(NOOR);
  await comeBack();
  await as(DIRECTOR);
  expect(await told()).toEqual([1, 2].map(() => ({ ...ref, nameUsed: number })));
});

describe('erasing a sealed earlier file at the wish of the person', () => {
  /** Everything that was ever written down in the newer case, but that there is an earlier one. */
  function wordsOf(caseFileId: CaseFileId): readonly string[] {
    const reader = outsideReader(vault.dataDir, DIRECTOR);
    const rows = reader.rows<{ case_file_id: string | null; record_kind: string; body: string | null }>(
      'SELECT e.case_file_id, e.record_kind, r.body FROM revision r JOIN audit_entry e ON e.seq = r.audit_seq ORDER BY e.seq',
    );
    reader.close();
    return rows
      .filter((row) => row.case_file_id === caseFileId && row.record_kind !== 'episode')
      .map(({ body }) => body ?? '');
  }
  const bytes = () => bytesOutside(vault.dataDir, DIRECTOR).toString('latin1').toLowerCase();
  const wish = (caseFileId: CaseFileId) => erase(vault, [caseFileId], 'WISH', NOOR);

  it('is refused while a hold stands; then its words are in no byte, and the newer case has all of its own', async () => {
    await comeBack();
    await as(DIRECTOR);
    const hold = await vault.ask('legalHold.place', { caseFileId: earlier, ...order });
    expect(await ruleOf(wish(earlier))).toBe('hold-stands');
    await vault.ask('legalHold.end', { id: hold.id, basedOn: hold.revision, why: 'The trial is over' });
    const before = wordsOf(now);
    expect(before.join()).toMatch(/marjoram/);
    for (const word of ['quillwort', 'zebrafinch', 'marjoram'])
      expect([word, bytes().includes(word)]).toEqual([word, true]);
    expect(await wish(earlier)).toMatchObject([{ class: 'CASE', reason: 'WISH' }]);
    const after = bytes();
    expect(['quillwort', 'zebrafinch', 'the trial of may'].filter((word) => after.includes(word))).toEqual([]);
    expect(after).toContain('marjoram');
    expect(wordsOf(now)).toEqual(before);
    await vault.ask('session.checkVault', {});
  });

  it('leaves the newer case without a word of it: no bar, nothing to hold, nothing due, nothing in its history', async () => {
    await vault.ask('task.add', { words: 'Bag of quillwort', caseFileId: earlier, dueOn: '2028-03-05' });
    await comeBack();
    const shown = async () => (await vault.ask('caseFile.get', { caseFileId: now })).episodes;
    expect((await shown()).earlier).toHaveLength(1);
    await as(DIRECTOR);
    expect((await vault.ask('today.get', {})).sealedDue).toHaveLength(1);
    await wish(earlier);
    expect(await shown()).toEqual({ earlier: [], now: null });
    expect(await vault.ask('episode.sealedFiles', { caseFileId: now })).toEqual([]);
    expect((await vault.ask('today.get', {})).sealedDue).toEqual([]);
    expect(await outcome(vault.ask('retention.ofCase', { caseFileId: earlier }))).toBe('not-found');
    await as(NOOR);
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: now });
    expect(entries.map(({ event }) => event)).toEqual(['note-added', 'case-opened']);
    expect((await vault.ask('caseNote.list', { caseFileId: now })).notes).toMatchObject([{ body: 'marjoram' }]);
    vault.clock.set('2028-05-02T09:00');
    await close(now);
    expect((await vault.ask('caseFile.get', { caseFileId: await again(now, 'Amina') })).episodes.earlier).toHaveLength(
      1,
    );
  });

  it('of the middle one of three leaves the others, and she can come back once more', async () => {
    await comeBack();
    await close(now);
    vault.clock.set('2029-03-02T09:00');
    const third = await again(now, 'Amina');
    await as(DIRECTOR);
    await wish(now);
    await as(NOOR);
    expect((await vault.ask('caseFile.get', { caseFileId: third })).episodes.earlier).toHaveLength(1);
    await close(third);
    vault.clock.set('2030-03-02T09:00');
    const fourth = await again(third, 'Amina');
    expect((await vault.ask('caseFile.get', { caseFileId: fourth })).episodes.earlier).toHaveLength(2);
    await as(DIRECTOR);
    expect(await vault.ask('episode.sealedFiles', { caseFileId: fourth })).toMatchObject([
      { caseFileId: earlier, caseNumber: number },
      { caseFileId: third },
    ]);
  });
});
