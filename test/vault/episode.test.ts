// domain §18: re-entry opens a new episode, and the earlier file stays sealed until the survivor agrees to link it. §24, extra:
// she returns after two years.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index';
import type { VaultError } from '#shared/contract/errors';
import type { Contract, Operation } from '#shared/contract/operation';
import type { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import { noDetails } from '#shared/records/conversation';
import { aNeed, aNote, aRelease, aSafetyPlan, aSupportPlan, openCase, said } from '../helpers/casework.ts';
import { erase } from '../helpers/erasing.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { type Ids, NOBODYS, sampleRequest } from '../helpers/sample-request.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const words = (name: string) => ({ signInName: name, passphrase: passphraseOf(name) });
const [NOOR, LEYLA] = [words('noor'), words('leyla')];
/** Stand in the earlier file, and nowhere else. */
const RARE = /quillwort|zebrafinch/i;

let vault: TestVault;
let noor: StaffMemberId;
let leyla: StaffMemberId;
/** Leyla's, closed two years before the clock stands. */
let earlier: CaseFileId;
let earlierIds: Ids;
/** Noor's, of somebody else. */
let wren: CaseFileId;

const as = async (who: typeof NOOR) => {
  vault.vault.close();
  await vault.unlock(who);
};
const rule = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'done',
    (error: unknown) => (error as VaultError).facts?.['rule'] ?? error,
  );
const get = (caseFileId: CaseFileId) => vault.ask('caseFile.get', { caseFileId });
const again = async (caseFileId = earlier, nameUsed = 'Amina') =>
  (await vault.ask('episode.open', { caseFileId, nameUsed })).caseFileId;
const links = async (caseFileId: CaseFileId) => (await get(caseFileId)).episodes.earlier;
const onLink = async (caseFileId: CaseFileId, at = 0) => {
  const { id, revision: basedOn } = (await links(caseFileId))[at]!;
  return { caseFileId, id, basedOn };
};
const agree = async (caseFileId: CaseFileId, at = 0) =>
  vault.ask('episode.agree', { ...(await onLink(caseFileId, at)), how: 'SPOKEN' });
const takeBack = async (caseFileId: CaseFileId) => vault.ask('episode.takeBack', await onLink(caseFileId));
const notes = async (caseFileId: CaseFileId) =>
  (await vault.ask('caseNote.list', { caseFileId })).notes.map(({ body }) => body);
const found = async (query: string) =>
  (await vault.ask('caseFile.search', { query })).hits.map(({ caseFileId }) => caseFileId);
const close = (caseFileId: CaseFileId) => vault.ask('caseFile.close', { caseFileId, reason: 'MOVED_ON_BY_CHOICE' });

async function fill(caseFileId: CaseFileId): Promise<Ids> {
  const of = { caseFileId, basedOn: 0, formVersion: 1 };
  const story = 'quillwort';
  const need = await vault.ask('need.add', { ...aNeed(caseFileId), title: story });
  const note = await vault.ask('caseNote.add', aNote(caseFileId, { body: story, happenedOn: '2026-03-02' }));
  await vault.ask('release.draft', {
    basedOn: 0,
    release: aRelease(caseFileId, { purpose: `For the dentist, ${story}` }),
  });
  await vault.ask('intake.save', { ...of, answers: { medicine: said(story) } });
  await vault.ask('safetyPlan.save', { ...aSafetyPlan(caseFileId), answers: { worries: said([{ words: story }]) } });
  await vault.ask('supportPlan.save', { ...aSupportPlan(caseFileId), vision: story });
  const task = await vault.ask('task.add', { words: `Bag of ${story}`, dueOn: '2028-03-02', caseFileId });
  await vault.ask('personCausingHarm.add', { caseFileId, relation: 'Familial', roles: [], details: null });
  await vault.ask('draft.save', { target: { kind: 'intake', caseFileId }, body: story });
  return { caseFileId, needId: need.id, noteId: note.id, taskId: task.id };
}

const sought = { id: NOBODYS, query: 'quillwort', nameUsed: 'zebrafinch' };
/** Requests that the schema alone does not make, or that would look elsewhere. */
const asked: Readonly<Record<string, (ids: Ids) => object>> = {
  'calendar.agenda': () => ({ from: '2028-03-01', to: '2028-03-31', whose: 'all', zone: 'UTC' }),
  'caseFile.list': () => ({ show: 'all' }),
  'draft.get': (ids) => ({ target: { kind: 'intake', caseFileId: ids['caseFileId'] } }),
};

/** What every operation that this person may call says, asked about the earlier file and the newer case, and about nothing. */
async function heard(of: readonly Ids[]): Promise<string[]> {
  const told: string[] = [];
  const all = Object.entries(contract as Contract).flatMap(([group, named]) =>
    Object.entries(named).map(([name, operation]): [string, Operation] => [`${group}.${name}`, operation]),
  );
  for (const [name, operation] of all.filter(([, { kind }]) => kind === 'read'))
    for (const ids of of) {
      const request = asked[name]?.(ids) ?? sampleRequest(operation, { ...ids, ...sought });
      const answer = await vault.raw(name, request);
      if (answer.ok && RARE.test(JSON.stringify(answer.value))) told.push(name);
    }
  return [...new Set(told)];
}

beforeEach(async () => {
  vault = await newVault('2026-03-02T09:00');
  noor = (await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR })).id;
  leyla = (await vault.ask('staffMember.add', { name: 'Leyla', role: 'case-manager', ...LEYLA })).id;
  await as(NOOR);
  wren = await openCase(vault, 'Wren');
  await as(LEYLA);
  earlier = await openCase(vault, 'Zebrafinch');
  earlierIds = await fill(earlier);
  await close(earlier);
  vault.clock.set('2028-03-02T09:00');
});
afterEach(() => vault.remove());

describe('she is here again after two years', () => {
  it('a new case with a number, a day and a worker of its own; the earlier file is sealed', async () => {
    const before = await get(earlier);
    const now = await again();
    const opened = await get(now);
    expect(opened).toMatchObject({ nameUsed: 'Amina', status: 'INTAKE', openedOn: '2028-03-02', workerId: leyla });
    expect(opened.caseNumber).not.toBe(before.caseNumber);
    expect(opened.episodes).toMatchObject({ earlier: [{ agreement: null, file: null, namesHarm: true }], now: null });
    expect(await outcome(get(earlier))).toBe('not-assigned');
    const told = await vault.ask('caseFile.timeline', { caseFileId: now });
    expect(told.entries.map(({ event }) => event)).toEqual(['earlier-known', 'case-opened']);
  });

  it('and nobody hears a word of it, by whatever they ask: not who worked on it, not who works with her now, not a director', async () => {
    const control = await heard([earlierIds]);
    expect(control).toEqual(
      expect.arrayContaining([
        'caseFile.get',
        'caseFile.list',
        'caseFile.search',
        'caseFile.timeline',
        'caseNote.list',
      ]),
    );
    expect(control).toEqual(
      expect.arrayContaining(['calendar.agenda', 'wordSearch.find', 'intake.get', 'samePerson.look']),
    );
    const number = (await get(earlier)).caseNumber;
    const now = await again();
    const both = [earlierIds, { caseFileId: now }];
    expect(await heard(both)).toEqual([]);
    expect(await found(number)).toEqual([]);
    for (const who of [DIRECTOR, NOOR]) {
      await as(who);
      expect([who.signInName, await heard(both)]).toEqual([who.signInName, []]);
      expect(await found(number)).toEqual([]);
    }
    await as(DIRECTOR);
    expect(await outcome(vault.ask('breakGlass.open', { caseFileId: earlier, reason: 'To look' }))).toBe(
      'not-assigned',
    );
    const join = { caseFileId: earlier, staffMemberId: noor };
    expect(await outcome(vault.ask('caseAssignment.assign', join))).toBe('not-assigned');
    expect(
      await outcome(vault.ask('task.change', { taskId: earlierIds['taskId'] as RecordId, basedOn: 1, change: {} })),
    ).toBe('not-found');
  });

  it('an opening by break-glass ends with the sealing', async () => {
    await as(DIRECTOR);
    await vault.ask('breakGlass.open', { caseFileId: earlier, reason: 'Her papers' });
    expect(await notes(earlier)).toEqual(['quillwort']);
    await again();
    expect(await outcome(notes(earlier))).toBe('not-assigned');
    expect((await vault.ask('wordSearch.find', { query: 'quillwort' })).total).toBe(0);
  });

  it('is not opened of a case that is open, of somebody who has a newer one already, or by who does not see the closed one', async () => {
    await as(NOOR);
    expect(await rule(vault.ask('episode.open', { caseFileId: wren, nameUsed: 'Wren' }))).toBe('episode-here');
    expect(await outcome(again())).toBe('not-assigned');
    await as(LEYLA);
    const now = await again();
    await agree(now);
    expect(await rule(again())).toBe('episode-known');
    expect(await rule(vault.ask('caseFile.reopen', { caseFileId: earlier, why: 'By mistake' }))).toBe('episode-known');
  });
});

describe('her agreement', () => {
  it('says who asked, when and how, and opens the earlier file to who works with her now and to nobody else', async () => {
    await as(DIRECTOR);
    await vault.ask('caseAssignment.assign', { caseFileId: earlier, staffMemberId: noor, reason: '' });
    const now = await again();
    await vault.ask('caseAssignment.assign', { caseFileId: now, staffMemberId: leyla });
    await as(LEYLA);
    await agree(now);
    expect(await links(now)).toMatchObject([
      {
        agreement: { by: { name: 'Leyla' }, on: '2028-03-02', how: 'SPOKEN', takenBack: null },
        file: { caseFileId: earlier, nameUsed: 'Zebrafinch' },
      },
    ]);
    expect(await notes(earlier)).toEqual(['quillwort']);
    expect(await found('Zebrafinch')).toEqual([earlier]);
    expect((await get(earlier)).episodes.now).toMatchObject({ caseFileId: now, nameUsed: 'Amina' });
    await as(NOOR);
    expect(await outcome(notes(earlier))).toBe('not-assigned');
    expect(await found('quillwort')).toEqual([]);
  });

  it('is taken back, and everything is sealed again', async () => {
    const now = await again();
    await agree(now);
    vault.clock.set('2028-03-09T09:00');
    await takeBack(now);
    expect(await links(now)).toMatchObject([{ agreement: { takenBack: { on: '2028-03-09' } }, file: null }]);
    expect(await heard([earlierIds, { caseFileId: now }])).toEqual([]);
    const told = await vault.ask('caseFile.timeline', { caseFileId: now });
    expect(told.entries.map(({ event }) => event)).toEqual([
      'earlier-taken-back',
      'earlier-agreed',
      'earlier-known',
      'case-opened',
    ]);
  });

  it('counts for one return: who comes back a third time is asked again for each earlier file', async () => {
    const second = await again();
    await agree(second);
    await close(second);
    const third = await again(second, 'Amina');
    expect((await links(third)).map(({ file }) => file)).toEqual([null, null]);
    expect([await outcome(get(earlier)), await outcome(get(second))]).toEqual(['not-assigned', 'not-assigned']);
    await agree(third, 0);
    expect([await outcome(get(earlier)), await outcome(get(second))]).toEqual(['ok', 'not-assigned']);
  });

  it('is not written down while somebody works on the case whom a flag keeps off it', async () => {
    await as(DIRECTOR);
    const flag = { from: { staffMemberId: leyla }, actions: ['DIFFERENT_WORKER' as const], reason: 'A cousin of his' };
    await vault.ask('conflictFlag.add', { caseFileId: earlier, ...flag });
    await as(LEYLA);
    expect(await rule(again())).toBe('conflict-worker');
    const now = await openCase(vault, 'Amina');
    await as(DIRECTOR);
    await vault.ask('episode.link', { caseFileId: now, earlierCaseFileId: earlier });
    await as(LEYLA);
    expect(await rule(agree(now))).toBe('conflict-worker');
  });
});

describe('what keeps her safe is minded although the file is sealed', () => {
  it('a flag keeps the newer case apart, by its action alone, from both sides', async () => {
    await as(DIRECTOR);
    const flag = { from: { otherCaseFileId: wren }, actions: ['DO_NOT_PLACE_TOGETHER' as const], reason: 'quillwort' };
    await vault.ask('conflictFlag.add', { caseFileId: earlier, ...flag });
    expect(await vault.ask('conflictFlag.list', { caseFileId: wren })).toHaveLength(1);
    const now = await again();
    for (const caseFileId of [now, wren]) {
      const shown = await vault.ask('conflictFlag.list', { caseFileId });
      expect(shown.length).toBeGreaterThan(0);
      for (const one of shown)
        expect(one).toMatchObject({ actions: ['DO_NOT_PLACE_TOGETHER'], from: null, hasReason: false });
    }
    expect((await vault.ask('caseFile.houseCard', { caseFileId: now })).mind).toEqual(['DO_NOT_PLACE_TOGETHER']);
    expect(await rule(vault.ask('episode.link', { caseFileId: wren, earlierCaseFileId: now }))).toBe('episode-here');
  });

  it('an interpreter who was unsafe is not offered again, and the director learns of it without a name', async () => {
    const details = { ...interpreter, name: 'Rosa' };
    const { id } = await vault.ask('interpreter.save', { basedOn: 0, details });
    const begun = await vault.ask('conversation.begin', { caseFileId: earlier, purpose: 'SAFETY' });
    const conflict = {
      COMMUNITY: 'NOT_ASKED',
      FAMILY: 'NOT_ASKED',
      EMPLOYER: 'NOT_ASKED',
      NETWORK: 'NOT_ASKED',
    } as const;
    const use = { how: 'VETTED' as const, interpreterId: id, approved: 'YES' as const, conflict };
    const using = await vault.ask('conversation.useInterpreter', {
      conversationId: begun.id,
      basedOn: begun.revision,
      use,
    });
    await vault.ask('conversation.stopUnsafe', {
      conversationId: begun.id,
      basedOn: using.revision,
      details: noDetails,
    });
    const now = await again();
    await as(DIRECTOR);
    const [review] = await vault.ask('interpreter.toReview', {});
    expect(review).toMatchObject({ of: null, alsoUsedFor: [] });
    const { exclusionId, revision: basedOn } = review!;
    await vault.ask('interpreter.reviewed', { exclusionId, basedOn, mayBeAskedAgain: true });
    const offered = async (caseFileId: CaseFileId) =>
      (await vault.ask('interpreter.offered', { caseFileId })).map(({ name }) => name);
    await as(LEYLA);
    expect(await offered(now)).toEqual([]);
    expect(await offered(await openCase(vault, 'Somebody else'))).toEqual(['Rosa']);
  });
});

describe('when nobody knew it at the door', () => {
  it('whoever opens a case is told whom to ask; the director links it, and it is sealed', async () => {
    await as(NOOR);
    const look = await vault.ask('samePerson.look', { nameUsed: 'Zebrafinch' });
    expect(look).toMatchObject({ cases: [], askWhom: [{ name: 'Ana' }] });
    const now = await openCase(vault, 'Zebra');
    await as(DIRECTOR);
    expect((await vault.ask('samePerson.look', { nameUsed: 'Zebrafinch' })).cases).toMatchObject([
      { status: 'CLOSED' },
    ]);
    await vault.ask('samePerson.answer', { caseFileId: now, otherCaseFileId: earlier, answer: 'NOT_ASKED' });
    await vault.ask('episode.link', { caseFileId: now, earlierCaseFileId: earlier });
    expect(await outcome(get(earlier))).toBe('not-assigned');
    expect(await vault.ask('samePerson.pairs', { caseFileId: now })).toEqual([]);
    await as(NOOR);
    expect(await links(now)).toMatchObject([{ file: null, namesHarm: true }]);
    await agree(now);
    expect(await notes(earlier)).toEqual(['quillwort']);
    expect(await vault.ask('samePerson.ofCase', { caseFileId: now })).toEqual({ cases: [], askWhom: [] });
  });

  it('and when it was somebody else, a director parts them: it opens as before, and a second person is shown it', async () => {
    const now = await again();
    await as(DIRECTOR);
    await vault.ask('episode.part', { ...(await onLink(now)), why: 'Another Amina' });
    expect(await links(now)).toEqual([]);
    await as(LEYLA);
    expect(await notes(earlier)).toEqual(['quillwort']);
    expect((await vault.ask('today.get', {})).openings).toMatchObject([
      { by: { name: 'Ana' }, reason: 'Another Amina' },
    ]);
    expect(await vault.ask('episode.open', { caseFileId: earlier, nameUsed: 'Amina' })).toHaveProperty('caseFileId');
  });

  it('is never made one record with the newer case', async () => {
    const now = await again();
    await agree(now);
    await as(DIRECTOR);
    await vault.ask('samePerson.answer', { caseFileId: now, otherCaseFileId: earlier, answer: 'AGREES' });
    expect(await rule(vault.ask('samePerson.merge', { caseFileId: now, otherCaseFileId: earlier }))).toBe(
      'merge-earlier',
    );
  });
});

describe('what is no longer kept', () => {
  it('a sealed file stays while she is here again, goes on its day after that, and its reason for a hold is not told', async () => {
    await as(DIRECTOR);
    await vault.ask('legalHold.place', { caseFileId: earlier, reason: 'quillwort', authority: 'District court' });
    const due = async () => (await vault.ask('retention.preview', {})).cases;
    expect(await due()).toMatchObject([{ caseFileId: earlier, hold: { reason: 'quillwort' } }]);
    const now = await again();
    expect(await due()).toEqual([]);
    expect(await rule(erase(vault, [earlier], 'RULE', LEYLA))).toBe('hold-stands');
    await close(now);
    expect(await due()).toMatchObject([{ caseFileId: earlier, hold: { reason: '', authority: '' } }]);
    await as(LEYLA);
    expect(await outcome(vault.ask('legalHold.list', { caseFileId: earlier }))).toBe('not-assigned');
  });

  it('erased on its day, it leaves the newer case whole', async () => {
    const now = await again();
    await as(DIRECTOR);
    expect(await rule(erase(vault, [earlier], 'RULE', LEYLA))).toBe('erase-not-due');
    await as(LEYLA);
    await close(now);
    await as(DIRECTOR);
    expect(await erase(vault, [earlier], 'RULE', LEYLA)).toMatchObject([{ reason: 'RULE' }]);
    expect(await links(now)).toEqual([]);
    await vault.ask('session.checkVault', {});
  });
});

describe('a case that was closed by mistake', () => {
  it('opens again as it was within a week and with a reason, and not later', async () => {
    const reopen = (why = 'I pressed the wrong one') => vault.ask('caseFile.reopen', { caseFileId: earlier, why });
    expect(await rule(reopen())).toBe('reopen-late');
    await as(NOOR);
    await close(wren);
    vault.clock.set('2028-03-09T23:00');
    expect(await rule(vault.ask('caseFile.reopen', { caseFileId: wren }))).toBe('reopen-why');
    expect(await vault.ask('caseFile.reopen', { caseFileId: wren, why: 'The wrong one' })).toMatchObject({
      status: 'REOPENED',
      moved: { why: 'The wrong one' },
    });
    await close(wren);
    vault.clock.set('2028-03-17T00:00');
    expect(await rule(vault.ask('caseFile.reopen', { caseFileId: wren, why: 'The wrong one' }))).toBe('reopen-late');
  });
});

const interpreter = {
  agency: 'Bridge',
  languages: ['Quechua'],
  dialect: '',
  gender: '',
  vettedOn: '2026-01-05',
  confidentialitySignedOn: '2026-01-06',
  ties: [],
};
