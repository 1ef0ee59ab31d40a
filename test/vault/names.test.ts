// The names of one person, through the router: found in every script, shown only when safe to say, on papers only to her team.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import type { Alias } from '#shared/records/case-facts';
import type { CaseDetails } from '#shared/records/case-file';
import { openCase } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, type TestVault } from '../helpers/vault.ts';

const NOOR = { signInName: 'noor', passphrase: passphraseOf('noor') };

let vault: TestVault;
let maya: CaseFileId;
const alias = (text: string, use: Alias['use'], safeToSayAloud = false): Alias => ({ text, use, safeToSayAloud });
const tell = async (details: CaseDetails) => {
  const { revision } = await vault.ask('caseFile.get', { caseFileId: maya });
  return vault.ask('caseFile.updateDetails', { caseFileId: maya, basedOn: revision, details });
};
const find = async (query: string) =>
  (await vault.ask('caseFile.search', { query })).hits.map(({ nameUsed, matched }) => `${nameUsed}: ${matched}`);
const as = async (who: typeof NOOR) => {
  vault.vault.close();
  await vault.unlock(who);
};

/** Noor, a case manager, works on Maya's case; Ana, the director, does not. */
beforeAll(async () => {
  vault = await newVault();
  await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR });
  await as(NOOR);
  maya = await openCase(vault, 'Maya');
  await openCase(vault, 'Oksana Kovalenko');
});
afterAll(() => vault.remove());

describe('a name', () => {
  it('is found with and without marks, and in Latin letters whatever script it was given in', async () => {
    const names = ['Łucja Święta', 'أمينة', 'Đặng Thuỳ', 'Μαρία', 'Ørjan'];
    await tell({ aliases: names.map((text) => alias(text, 'NICKNAME', true)) });
    for (const typed of [
      'łucja',
      'lucja',
      'LUCJA SWIETA',
      'swieta',
      'أمينة',
      'امينة',
      'amyna',
      'dang thuy',
      'maria',
      'orjan',
    ])
      expect([typed, await find(typed)]).toEqual([typed, ['Maya: alias']]);
    expect(await find('Оксана')).toEqual(['Oksana Kovalenko: name']);
    expect(await find('zofia')).toEqual([]);
    expect(await find('ь')).toEqual([]);
  });

  it('that is not safe to say aloud stands in no list; the safest other one does, or the number', async () => {
    const document = alias('Marisol Vega', 'DOCUMENT', true);
    await tell({ aliases: [document], nameUsedIsSafe: false });
    const { caseNumber, nameUsed } = await vault.ask('caseFile.get', { caseFileId: maya });
    expect(nameUsed).toBe('Maya');
    const listed = async () => (await vault.ask('caseFile.list', { order: 'recent' })).rows[0]?.nameUsed;
    expect(await listed()).toBe(caseNumber);
    await tell({ aliases: [document, alias('Lu', 'NICKNAME'), alias('Mimi', 'NICKNAME', true)] });
    expect(await listed()).toBe('Mimi');
    expect((await vault.ask('caseFile.houseList', {})).map((row) => row.nameUsed)).toContain('Mimi');
    expect(await find('maya')).toEqual(['Mimi: alias']);
    await tell({ nameUsedIsSafe: true });
    expect(await listed()).toBe('Maya');
  });
});

describe('domain §0, T3: a name on papers, or one that somebody who did harm gave', () => {
  it('is read and found by who works on the case, and not by a director who does not', async () => {
    const close = [alias('Marisol Vega', 'DOCUMENT'), alias('Kitty', 'GIVEN_BY_TRAFFICKER')];
    await tell({ aliases: [alias('Mimi', 'NICKNAME', true), ...close] });
    const texts = async () => (await vault.ask('caseFile.get', { caseFileId: maya })).aliases.map(({ text }) => text);
    expect(await texts()).toEqual(['Mimi', 'Marisol Vega', 'Kitty']);
    expect(await find('marisol')).toEqual(['Maya: alias']);
    await as(DIRECTOR);
    expect(await texts()).toEqual(['Mimi']);
    expect(await find('mimi')).toEqual(['Maya: alias']);
    expect([...(await find('marisol')), ...(await find('kitty'))]).toEqual([]);
    await vault.ask('breakGlass.open', { caseFileId: maya, reason: 'The embassy asks by her papers' });
    expect(await texts()).toEqual(['Mimi', 'Marisol Vega', 'Kitty']);
    await as(NOOR);
  });
});

it('what she says about herself is kept, and nothing of it is asked for', async () => {
  const before = await vault.ask('caseFile.get', { caseFileId: maya });
  expect(before).toMatchObject({ gender: '', readingHelp: null, dependants: null });
  await tell({ gender: 'woman', readingHelp: 'YES', dependants: 2 });
  const after = await vault.ask('caseFile.get', { caseFileId: maya });
  expect(after).toMatchObject({ gender: 'woman', readingHelp: 'YES', dependants: 2 });
});
