// One field opens a case; two letters find it; a volunteer sees what she needs beside a bed and nothing else.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await newVault('2026-03-02T21:40');
});
afterEach(() => vault.remove());

const open = (nameUsed: string) => vault.ask('caseFile.open', { nameUsed });

describe('a case', () => {
  it('opens with the name she uses and asks for nothing else (domain §24, scenario 1)', async () => {
    const maya = await open('Maya');
    expect(maya).toMatchObject({ nameUsed: 'Maya', status: 'INTAKE', openedOn: '2026-03-02', revision: 1 });
    expect(maya.caseNumber).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/);
    const summary = await vault.ask('caseFile.summary', { caseFileId: maya.id });
    expect(summary).toMatchObject({ openNeeds: [], supportPlan: null, safetyPlan: null, sealed: false });
    expect(summary.lately.map(({ event }) => event)).toEqual(['case-opened']);
  });

  it('has a number that says nothing about how many cases there are', async () => {
    const numbers = [];
    for (let n = 0; n < 20; n += 1) numbers.push((await open(`Person ${n}`)).caseNumber);
    expect(new Set(numbers).size).toBe(20);
    expect([...numbers].sort()).not.toEqual(numbers);
  });

  it('is never overwritten in silence when two screens are open on it', async () => {
    const maya = await open('Maya');
    await vault.ask('caseFile.updateDetails', { caseFileId: maya.id, basedOn: 1, details: { pronouns: 'she' } });
    const late = vault.ask('caseFile.updateDetails', {
      caseFileId: maya.id,
      basedOn: 1,
      details: { pronouns: 'they' },
    });
    expect(await outcome(late)).toBe('conflict');
  });

  it('closes with a reason and opens again when that was a mistake', async () => {
    const maya = await open('Maya');
    await vault.ask('caseFile.close', { caseFileId: maya.id, reason: 'MOVED_ON_BY_CHOICE' });
    expect((await vault.ask('caseFile.list', {})).total).toBe(0);
    expect((await vault.ask('caseFile.list', { show: 'closed' })).rows[0]?.nameUsed).toBe('Maya');
    expect(await outcome(vault.ask('caseFile.changeStatus', { caseFileId: maya.id, to: 'ACTIVE' }))).toBe(
      'rule-broken',
    );
    expect((await vault.ask('caseFile.reopen', { caseFileId: maya.id, why: 'Closed by mistake' })).status).toBe(
      'REOPENED',
    );
  });
});

describe('finding a case', () => {
  it('works with two letters, any marks, any case, any of her names, or its number', async () => {
    const thuy = await open('Nguyễn Thuý');
    await vault.ask('caseFile.updateDetails', {
      caseFileId: thuy.id,
      basedOn: 1,
      details: { aliases: [{ text: 'Heron', use: 'CHOSEN', safeToSayAloud: true }] },
    });
    await open('Maya');
    const find = async (query: string) =>
      (await vault.ask('caseFile.search', { query })).hits.map((hit) => [hit.nameUsed, hit.matched]);
    expect(await find('ng')).toEqual([['Nguyễn Thuý', 'name']]);
    expect(await find('THUY')).toEqual([['Nguyễn Thuý', 'name']]);
    expect(await find('hero')).toEqual([['Nguyễn Thuý', 'alias']]);
    expect(await find(thuy.caseNumber.toLowerCase().replace('-', ''))).toEqual([['Nguyễn Thuý', 'case-number']]);
    expect(await find('%')).toEqual([]);
    expect(await find('"" OR *')).toEqual([]);
  });

  it('finds what was written, with the words around it', async () => {
    const maya = await open('Maya');
    await vault.ask('caseNote.add', {
      caseFileId: maya.id,
      kind: 'CHECK_IN',
      happenedOn: '2026-03-02',
      notesConsent: 'YES',
      body: 'She would like to bake with cardamom on Sunday.',
      quotes: [],
      source: 'EXPRESSED',
      toldOnce: null,
    });
    const { hits } = await vault.ask('caseFile.search', { query: 'bake cardam' });
    expect(hits[0]).toMatchObject({ nameUsed: 'Maya', matched: 'text', recordKind: 'case-note' });
    expect(hits[0]?.snippet.filter(({ found }) => found).map(({ text }) => text)).toEqual(['bake', 'cardamom']);
  });
});

describe('needs', () => {
  const need = (
    caseFileId: string,
    code: string,
    urgency: 'U0' | 'U1' | 'U2' | 'U3' | 'U4',
    source: 'EXPRESSED' | 'OBSERVED' = 'EXPRESSED',
  ) =>
    vault.ask('need.add', {
      caseFileId: caseFileId,
      domain: 'PRACTICAL',
      code: code as never,
      title: `need ${urgency}`,
      urgency,
      source,
    });

  it('are due by their urgency (domain §24b, intake row)', async () => {
    const maya = await open('Maya');
    const due = [];
    for (const urgency of ['U1', 'U2', 'U3', 'U4'] as const)
      due.push((await need(maya.id, 'FOOD_AND_WATER', urgency)).dueAt);
    expect(due.map((at) => new Date(at).toISOString().slice(0, 16))).toEqual([
      '2026-03-03T21:40',
      '2026-03-05T21:40',
      '2026-03-09T21:40',
      '2026-04-01T21:40',
    ]);
  });

  it('that staff only noticed wait for her word, unless life is in danger (domain §24, scenario 4)', async () => {
    const maya = await open('Maya');
    const limp = await need(maya.id, 'PAIN_OR_INJURY', 'U2', 'OBSERVED');
    const act = vault.ask('need.change', { needId: limp.id, basedOn: 1, change: { status: 'IN_PROGRESS' } });
    expect(await outcome(act)).toBe('rule-broken');
    const asked = await vault.ask('need.change', { needId: limp.id, basedOn: 1, change: { status: 'DECLINED' } });
    expect(asked.status).toBe('DECLINED');
    expect((await vault.ask('caseFile.summary', { caseFileId: maya.id })).openNeeds).toEqual([]);
  });

  it('reach a volunteer without their story', async () => {
    const maya = await open('Maya');
    await vault.ask('need.add', {
      caseFileId: maya.id,
      domain: 'HEALTH',
      code: 'SUICIDAL_INTENT',
      title: 'spoke of dying',
      note: 'details for the clinician',
      urgency: 'U0',
      source: 'EXPRESSED',
    });
    await need(maya.id, 'FOOD_AND_WATER', 'U1');
    await vault.signInAs('house-staff');
    const { needs } = await vault.ask('need.due', {});
    expect(needs.map(({ sees, title, note }) => ({ sees, title, note }))).toEqual([
      { sees: 'check-in', title: '', note: '' },
      { sees: 'words', title: 'need U1', note: '' },
    ]);
    const card = await vault.ask('caseFile.houseCard', { caseFileId: maya.id });
    expect(JSON.stringify(card)).not.toContain('dying');
    expect(await outcome(vault.ask('caseFile.get', { caseFileId: maya.id }))).toBe('not-allowed');
    expect(await outcome(vault.ask('caseNote.list', { caseFileId: maya.id }))).toBe('not-allowed');
  });
});

describe('a draft', () => {
  const target = { kind: 'case-note' };
  it('survives a lock to the letter, and belongs to one person', async () => {
    await vault.ask('draft.save', { target, at: 'body', body: { body: 'half a sent' } });
    const next = vault.restart();
    await next.unlock();
    expect(await next.ask('draft.get', { target })).toMatchObject({ at: 'body', body: { body: 'half a sent' } });
    await next.signInAs('case-manager');
    expect(await next.ask('draft.get', { target })).toBeNull();
    await next.remove();
  });

  it('leaves nothing behind when it is discarded, not even in the audit chain', async () => {
    const before = await vault.ask('session.checkVault', {});
    await vault.ask('draft.save', { target, body: { body: 'never mind' } });
    await vault.ask('draft.discard', { target });
    const after = await vault.ask('session.checkVault', {});
    expect(after.entries).toBe(before.entries);
    expect(await vault.ask('draft.list', {})).toEqual([]);
  });
});
