import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import { aNeed, aNote, aSafetyPlan, aSupportPlan, openCase, said } from '../helpers/casework.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeEach(async () => {
  vault = await newVault();
  maya = await openCase(vault);
});
afterEach(() => vault.remove());

const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof VaultError ? (error.facts['rule'] ?? error.code) : error;
};
const found = async (query: string, inText = true) =>
  (await vault.ask('caseFile.search', { query, inText })).hits.map(({ nameUsed, matched }) => `${nameUsed} ${matched}`);

describe('a case', () => {
  it('domain §24.1: opens with a name alone, in any script, and with nothing else', async () => {
    for (const name of ['مايا', 'Нина', 'ማያ', 'O’Neil-Ñandú', 'x'])
      expect((await vault.ask('caseFile.open', { nameUsed: name })).nameUsed).toBe(name);
    for (const bad of [
      {},
      { nameUsed: '' },
      { nameUsed: '  ' },
      { nameUsed: 'a'.repeat(201) },
      { nameUsed: 'Maya', status: 'CLOSED' },
    ])
      expect(await vault.raw('caseFile.open', bad)).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
  });
  it('has a number of its own that says nothing about when it was opened', async () => {
    const numbers = [];
    for (let n = 0; n < 30; n += 1)
      numbers.push((await vault.ask('caseFile.open', { nameUsed: `Person ${n}` })).caseNumber);
    expect(new Set(numbers).size).toBe(30);
    expect([...numbers].sort()).not.toEqual(numbers);
  });
  it('refuses to save over what a colleague saved in between', async () => {
    await vault.ask('caseFile.updateDetails', { caseFileId: maya, basedOn: 1, details: { pronouns: 'she' } });
    expect(
      await outcome(
        vault.ask('caseFile.updateDetails', { caseFileId: maya, basedOn: 1, details: { pronouns: 'they' } }),
      ),
    ).toBe('conflict');
    expect((await vault.ask('caseFile.get', { caseFileId: maya })).pronouns).toBe('she');
  });
  it('changes only what was named', async () => {
    const saved = await vault.ask('caseFile.updateDetails', {
      caseFileId: maya,
      basedOn: 1,
      details: { languages: ['Spanish'] },
    });
    expect(saved).toMatchObject({ nameUsed: 'Maya', languages: ['Spanish'], revision: 2 });
  });
  it('goes only ways that are open', async () => {
    expect(await rule(vault.ask('caseFile.reopen', { caseFileId: maya }))).toBe('case-status');
    await vault.ask('caseFile.changeStatus', { caseFileId: maya, to: 'ACTIVE' });
    expect(await rule(vault.ask('caseFile.changeStatus', { caseFileId: maya, to: 'INTAKE' }))).toBe('case-status');
  });
  it('that does not exist is not found, whatever is asked of it', async () => {
    const nobody = { caseFileId: '018f0000-0000-7000-8000-0000000000ff' };
    for (const name of [
      'caseFile.get',
      'caseFile.summary',
      'caseFile.timeline',
      'caseFile.houseCard',
      'need.list',
      'intake.get',
      'safetyPlan.get',
      'supportPlan.get',
      'caseNote.list',
      'release.list',
    ])
      expect(await vault.raw(name, nobody)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await outcome(vault.ask('need.add', aNeed(nobody.caseFileId)))).toBe('not-found');
  });
});

describe('the list of cases', () => {
  it('shows what is open, with its needs and the time of the nearest', async () => {
    const clothes = await vault.ask('need.add', aNeed(maya));
    await vault.ask('need.add', { ...aNeed(maya), urgency: 'U3' });
    vault.clock.advance(60_000);
    const heron = await openCase(vault, 'Heron');
    vault.clock.advance(60_000);
    await vault.ask('caseFile.close', { caseFileId: heron, reason: 'GOALS_MET' });
    expect(await vault.ask('caseFile.list', {})).toMatchObject({
      total: 1,
      rows: [{ nameUsed: 'Maya', openNeeds: 2, nextDueAt: clothes.dueAt, worker: { name: 'Ana' } }],
    });
    expect((await vault.ask('caseFile.list', { show: 'all' })).rows.map(({ nameUsed }) => nameUsed)).toEqual([
      'Heron',
      'Maya',
    ]);
    expect(
      (await vault.ask('caseFile.list', { show: 'all', order: 'name', offset: 1, limit: 1 })).rows.map(
        ({ nameUsed }) => nameUsed,
      ),
    ).toEqual(['Maya']);
    expect((await vault.ask('caseFile.list', { show: 'closed' })).rows).toMatchObject([
      { status: 'CLOSED', openNeeds: 0, nextDueAt: null },
    ]);
  });
});

describe('finding a case', () => {
  beforeEach(async () => {
    const nguyen = await openCase(vault, 'Nguyễn Thị');
    await openCase(vault, 'Amaya');
    await vault.ask('caseFile.updateDetails', {
      caseFileId: nguyen,
      basedOn: 1,
      details: { aliases: [{ text: 'Lucía', use: 'NICKNAME', safeToSayAloud: true }] },
    });
    await vault.ask(
      'caseNote.add',
      aNote(nguyen, {
        body: 'She would like a sewing machine, and a garden.',
        quotes: [{ words: 'Quiero una huerta.', language: 'es', translation: 'I want a vegetable bed.' }],
      }),
    );
  });
  it('by two letters: names that begin so come first', async () =>
    expect(await found('ma')).toEqual(['Maya name', 'Amaya name', 'Nguyễn Thị text']));
  it('by a name without its marks, by a nickname, by the middle of a name', async () => {
    expect(await found('nguyen', false)).toEqual(['Nguyễn Thị name']);
    expect(await found('LUCIA')).toEqual(['Nguyễn Thị alias']);
    expect(await found('thi', false)).toEqual(['Nguyễn Thị name']);
  });
  it('by its number, however it is typed', async () => {
    const { caseNumber } = await vault.ask('caseFile.get', { caseFileId: maya });
    expect(await found(caseNumber.toLowerCase().replace('-', ''))).toEqual(['Maya case-number']);
  });
  it('by words of a note or a quote, showing the words around them', async () => {
    const { hits } = await vault.ask('caseFile.search', { query: 'sewing mach' });
    expect(hits).toMatchObject([{ matched: 'text', recordKind: 'case-note' }]);
    expect(hits[0]!.snippet.filter(({ found: isFound }) => isFound).map(({ text }) => text)).toEqual([
      'sewing',
      'machine',
    ]);
    expect(hits[0]!.snippet.map(({ text }) => text).join('')).toContain('She would like a sewing machine');
    expect(await found('vegetable')).toEqual(['Nguyễn Thị text']);
  });
  it('takes no query language, wildcard or quotation mark for anything but itself', async () => {
    for (const query of [
      '%',
      '_',
      '\\',
      '"',
      "'",
      '*',
      'sewing OR kitchen',
      'NEAR(sewing garden)',
      'folded:sewing',
      '-sewing -garden',
      '^',
      '()',
      '\u0000',
    ])
      expect(await vault.raw('caseFile.search', { query })).toMatchObject({ ok: true });
    expect(await found('%')).toEqual([]);
    expect(await found('M_ya')).toEqual([]);
    expect(await found('sewing OR kitchen')).toEqual([]);
  });
  it('by words of the safety plan, and never by those of its sealed part (T4)', async () => {
    await vault.ask('safetyPlan.saveSealed', {
      caseFileId: maya,
      basedOn: 0,
      formVersion: 1,
      answers: { 'code-word': said('marigold') },
    });
    await vault.ask('safetyPlan.save', { ...aSafetyPlan(maya), answers: { worries: said([{ words: 'bluebell' }]) } });
    expect(await found('bluebell')).toEqual(['Maya text']);
    expect(await found('marigold')).toEqual([]);
  });
  it('finds a name it got today, and no longer the words a need no longer has', async () => {
    const need = await vault.ask('need.add', { ...aNeed(maya), title: 'Umbrella' });
    expect(await found('umbrella')).toEqual(['Maya text']);
    await vault.ask('need.change', { needId: need.id, basedOn: 1, change: { title: 'Raincoat' } });
    expect([await found('umbrella'), await found('raincoat')]).toEqual([[], ['Maya text']]);
  });
});

describe('the page of a case', () => {
  it('has everything in one call, and never the sealed words', async () => {
    await vault.ask('need.add', aNeed(maya));
    await vault.ask('safetyPlan.save', aSafetyPlan(maya));
    await vault.ask('safetyPlan.saveSealed', {
      caseFileId: maya,
      basedOn: 0,
      formVersion: 1,
      answers: { 'code-word': said('marigold') },
    });
    await vault.ask('supportPlan.save', aSupportPlan(maya));
    await vault.ask('draft.save', {
      target: { kind: 'intake', caseFileId: maya },
      at: 'sleep-best',
      body: { text: 'Close to the door' },
    });
    const summary = await vault.ask('caseFile.summary', { caseFileId: maya });
    expect(summary).toMatchObject({
      caseFile: { nameUsed: 'Maya' },
      openNeeds: [{ title: 'Warm clothes, shoes 38' }],
      safetyPlan: { status: 'ACTIVE', reviewDueOn: '2026-03-09' },
      supportPlan: { vision: 'A kitchen of my own, and a door I lock.', nextReviewOn: '2026-04-11' },
      sealed: true,
      draft: { kind: 'intake', at: 'sleep-best' },
    });
    expect(JSON.stringify(summary)).not.toContain('marigold');
    expect(summary.lately.map(({ event }) => event)).toEqual([
      'support-plan-first',
      'safety-plan-first',
      'need-added',
      'case-opened',
    ]);
  });
});

describe('the timeline', () => {
  const events = async (page: object = {}) =>
    (await vault.ask('caseFile.timeline', { caseFileId: maya, ...page })).entries.map(({ event, words }) =>
      [event, words].filter(Boolean).join(': '),
    );
  it('domain §24.2: each step appears, newest first, with the words that help', async () => {
    await vault.ask('need.add', aNeed(maya));
    const note = await vault.ask(
      'caseNote.add',
      aNote(maya, { body: '', quotes: [{ words: 'Tea, please.', language: 'en' }] }),
    );
    await vault.ask('caseNote.correct', {
      noteId: note.id,
      note: aNote(maya, { body: 'With milk.', quotes: [{ words: 'Tea, please.', language: 'en' }] }),
    });
    await vault.ask('caseNote.add', aNote(maya, { toldOnce: { what: 'How she travelled', mayBeReused: false } }));
    expect(await events()).toEqual([
      'note-added: How she travelled',
      'note-corrected: With milk.',
      'note-added: Tea, please.',
      'need-added: Warm clothes, shoes 38',
      'case-opened',
    ]);
  });
  it('tells saves of one sitting once, and a save of the next day again', async () => {
    for (let basedOn = 0; basedOn < 5; basedOn += 1) {
      await vault.ask('intake.save', {
        caseFileId: maya,
        basedOn,
        formVersion: 1,
        answers: { safer: said(`A light ${basedOn}`) },
      });
      vault.clock.advance(600_000);
    }
    expect(await events()).toEqual(['intake-written', 'case-opened']);
    vault.clock.advance(86_400_000);
    await vault.ask('intake.save', {
      caseFileId: maya,
      basedOn: 5,
      formVersion: 1,
      answers: { safer: said('A lamp') },
    });
    expect(await events()).toEqual(['intake-written', 'intake-written', 'case-opened']);
    expect((await vault.ask('caseFile.timeline', { caseFileId: maya, offset: 1, limit: 1 })).total).toBe(3);
    expect(await events({ offset: 1, limit: 1 })).toEqual(['intake-written']);
  });
});
