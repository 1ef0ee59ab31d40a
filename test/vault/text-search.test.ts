// Words are found in every script, with and without marks; own cases are searched whole however much the others hold; what is
// sealed is in no index.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { foldWords, TYPED_ALIKE } from '#shared/fold';
import type { WordSearchRequest } from '#shared/records/word-search';
import { aNeed, aNote, aSafetyPlan, aSupportPlan, openCase, said } from '../helpers/casework.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, type TestVault } from '../helpers/vault.ts';

const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };
const OTHERS = 1_100;
const lines = (...words: string[]) => said(words.map((each) => ({ words: each })));

let vault: TestVault;
let hers: CaseFileId;

const find = (query: string, change: Partial<WordSearchRequest> = {}) =>
  vault.ask('wordSearch.find', { query, ...change });
const names = async (query: string): Promise<string[]> =>
  (await vault.ask('caseFile.search', { query, inText: false })).hits.map(({ nameUsed }) => nameUsed);
const note = (caseFileId: CaseFileId, body: string) => vault.ask('caseNote.add', aNote(caseFileId, { body }));

async function sealEverything(caseFileId: CaseFileId, me: StaffMemberId): Promise<void> {
  const of = { caseFileId, basedOn: 0, formVersion: 1 };
  await vault.ask('safetyPlan.saveSealed', { ...of, answers: { 'code-word': said('quillwort') } });
  await vault.ask('safetyPlan.openSealed', { caseFileId, reason: 'quillwort' });
  await vault.ask('privilegedBox.name', { caseFileId, basedOn: 0, named: [me] });
}

beforeAll(async () => {
  vault = await newVault('2026-03-02T09:00');
  const { person } = (await vault.ask('session.status', {})) as { person: { id: StaffMemberId } };
  const { id: jo } = await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
  hers = await openCase(vault, 'فاطمة');
  await vault.ask('caseAssignment.assign', { caseFileId: hers, staffMemberId: jo });
  const lucja = await openCase(vault, 'Łucja Østergård');
  await vault.ask('caseAssignment.assign', { caseFileId: lucja, staffMemberId: jo });
  await note(hers, 'Spoke about the harbour, and about Łódź.');
  await note(hers, 'تحدثت عن أختها مريم وعن فاطمة');
  await note(lucja, 'สวัสดีค่ะ เธออยากเรียนเย็บผ้า');
  await vault.ask('need.add', { ...aNeed(hers), title: 'A boat ticket to the harbour' });
  await vault.ask('intake.save', {
    caseFileId: hers,
    basedOn: 0,
    formVersion: 1,
    answers: { 'sleep-best': said('With the curtain towards the harbour open.'), 'feels-safe': said('a-little') },
  });
  await vault.ask('safetyPlan.save', {
    ...aSafetyPlan(hers),
    answers: { worries: lines('The man at the harbour gate') },
  });
  await vault.ask('supportPlan.save', { ...aSupportPlan(hers), vision: 'A stall at the harbour market.' });
  await sealEverything(hers, person.id);
  // Jo works on few of all cases, Ana on every one: their words are looked for in two ways.
  for (const name of ['خديجه', 'Ibis', 'Kestrel', 'Lark', 'Merlin', 'Plover']) await openCase(vault, name);
  // Another's case, fuller of the same words than search looks at, and newer.
  const others = await openCase(vault, 'Heron');
  for (let at = 0; at < OTHERS; at += 1) await note(others, `harbour ${at}`);
}, 240_000);
afterAll(() => vault.remove());

describe('names', () => {
  it.each([
    ['فاطمة', 'فاطمة'],
    ['fatma', 'فاطمة'],
    ['فَاطِمَة', 'فاطمة'],
    ['فاطمه', 'فاطمة'],
    ['خديجة', 'خديجه'],
    ['Łucja', 'Łucja Østergård'],
    ['lucja', 'Łucja Østergård'],
    ['ostergard', 'Łucja Østergård'],
    ['LU', 'Łucja Østergård'],
  ])('"%s" finds %s', async (query, name) => expect(await names(query)).toEqual([name]));
  it('no other name is found by them', async () => expect(await names('lucia')).toEqual([]));
});

describe('words', () => {
  it.each([
    ['lodz', 'Łódź'],
    ['اختها', 'أختها'],
    ['فاطمه', 'فاطمة'],
    ['مريم', 'مريم'],
    ['เย็บผ้า', null],
  ])('"%s" are found', async (query, word) => {
    await asJo();
    const { hits } = await find(query);
    expect(hits).toHaveLength(1);
    if (word !== null) expect(hits[0]!.snippet.filter(({ found }) => found).map(({ text }) => text)).toEqual([word]);
    await asAna();
  });

  it('are found in the whole of her own cases, however many newer ones stand in the cases of others', async () => {
    const whole = await find('harbour');
    expect(whole).toMatchObject({ total: 1_000, newestOnly: true });
    await asJo();
    const own = await find('harbour');
    expect(own).toMatchObject({ total: 5, newestOnly: false });
    expect(own.kinds).toEqual(
      ['case-note', 'intake', 'need', 'safety-plan', 'support-plan'].map((kind) => ({ kind, count: 1 })),
    );
    expect(own.hits.map(({ of }) => of.caseFileId)).toEqual(Array.from({ length: 5 }, () => hers));
    expect((await vault.ask('caseFile.search', { query: 'harbour' })).hits).toMatchObject([{ caseFileId: hers }]);
    await asAna();
  });

  it('are asked for by kind and page by page', async () => {
    const notes = await find('harbour', { kind: 'intake' });
    expect(notes).toMatchObject({ total: 1, hits: [{ recordKind: 'intake' }] });
    const first = await find('harbour', { limit: 2 });
    const second = await find('harbour', { limit: 2, offset: 2 });
    expect(new Set([...first.hits, ...second.hits].map(({ recordId }) => recordId)).size).toBe(4);
  });

  it('of a sealed kind are in no index and in no answer (domain §0)', async () => {
    expect((await find('quillwort')).hits).toEqual([]);
    expect((await vault.ask('caseFile.search', { query: 'quillwort' })).hits).toEqual([]);
    vault.vault.close();
    const kept = await lookInside(vault.dataDir, ({ db }) => ({
      sealed: db.all('SELECT id FROM search_text WHERE folded LIKE ?', ['%quillwort%']).length,
      control: db.all('SELECT id FROM search_text WHERE folded LIKE ?', ['%curtain%']).length,
      kinds: db.all<{ kind: string }>('SELECT DISTINCT record_kind AS kind FROM search_text ORDER BY kind'),
    }));
    await vault.unlock();
    expect(kept).toEqual({
      sealed: 0,
      control: 1,
      kinds: ['case-note', 'intake', 'need', 'safety-plan', 'support-plan'].map((kind) => ({ kind })),
    });
  });
});

it('every letter typed alike folds to letters that fold to themselves', () => {
  for (const [letter, plain] of Object.entries(TYPED_ALIKE))
    expect([foldWords(letter), foldWords(plain)]).toEqual([plain, plain]);
  expect(foldWords('İstanbul IŞIK Straße')).toBe('istanbul isik strasse');
});

const asJo = async (): Promise<void> => {
  vault.vault.close();
  await vault.unlock(JO);
};
const asAna = async (): Promise<void> => {
  vault.vault.close();
  await vault.unlock(DIRECTOR);
};
