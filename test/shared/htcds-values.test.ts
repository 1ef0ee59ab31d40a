// What a cell says about a field: codes in any spelling, states in words, and everything else exactly as it was written.
import { expect, test } from 'vitest';
import type { Cell } from '#shared/htcds/cell';
import { columnName, matchKey } from '#shared/htcds/cell';
import { codeFor, readChoices } from '#shared/htcds/choices';
import { htcdsField, type HtcdsFieldName } from '#shared/htcds/fields';
import { readCell } from '#shared/htcds/read-value';
import { suggestCodes } from '#shared/htcds/suggest';
import { readStateWord, readYesNo } from '#shared/htcds/words';

const rules = { today: '2026-11-23', startsIn1904: false };
const textCell = (text: string): Cell => ({ column: 0, kind: 'text', text });
const read = (field: HtcdsFieldName, cell: Cell | string) =>
  readCell(htcdsField(field), typeof cell === 'string' ? textCell(cell) : cell, rules);
const codes = (field: HtcdsFieldName, text: string) => readChoices(htcdsField(field), text).choices;

test.each(['yes', 'Y', ' TRUE ', '1', 'Oui', 'sí', 'SI', 'да', 'так', 'نعم', '是', 'x', '✓', 'Evet'])(
  '%s is yes',
  (text) => {
    expect(readYesNo(text)).toBe(true);
  },
);
test.each(['no', 'N', 'false', '0', 'Non', 'нет', 'ні', 'لا', 'não', '✗', 'Hayır'])('%s is no', (text) => {
  expect(readYesNo(text)).toBe(false);
});
test.each(['yes, but not to the police', 'maybe', 'Nord', ''])('"%s" is neither, and a blank is never "no"', (text) => {
  expect(readYesNo(text)).toBeNull();
});

test.each([
  ['Unknown', 'UNKNOWN'],
  ["don't know", 'UNKNOWN'],
  ['?', 'UNKNOWN'],
  ['desconocido', 'UNKNOWN'],
  ['Prefers not to say', 'DECLINED'],
  ['refused', 'DECLINED'],
  ['رفضت الإجابة', 'DECLINED'],
  ['N/A', 'NOT_APPLICABLE'],
  ['-', 'NOT_ASKED'],
  ['…', 'NOT_ASKED'],
  ['not asked', 'NOT_ASKED'],
])('%s is %s', (text, state) => {
  expect(readStateWord(text)).toBe(state);
  expect(read('prs_MobilePhone', text).answer).toMatchObject({ state, asWritten: text });
});

test('an empty cell is no answer at all, and a sentence with such a word stays a sentence', () => {
  expect(read('con_Consent', '   ').answer).toBeNull();
  expect(readStateWord('Father unknown, mother in Lagos')).toBeNull();
  expect(read('prs_FirstName', 'Na').answer).toMatchObject({ state: 'ANSWERED', value: { kind: 'text', text: 'Na' } });
});

test('lists: other case, stray spaces, codes, labels, American spelling, doubled and trailing separators', () => {
  expect(codes('prs_Gender', '  feminine ')).toEqual([{ code: 'Feminine' }]);
  expect(codes('prs_Gender', 'transgender-feminine')).toEqual([{ code: 'TransgenderFeminine' }]);
  expect(codes('vic_TypeOfExploitation', 'Forced labor')).toEqual([{ code: 'ForcedLabour' }]);
  expect(codes('vic_MethodsOfControl', ';Debt bondage;; Takes earnings ; ;')).toEqual([
    { code: 'DebtBondage' },
    { code: 'TakesEarnings' },
  ]);
  expect(codes('vic_MethodsOfControl', 'Debt bondage, Takes earnings')).toEqual([
    { code: 'DebtBondage' },
    { code: 'TakesEarnings' },
  ]);
  expect(codes('cas_ReasonForIncomingReferral', 'Migration Or Change Of Location')).toEqual([
    { code: 'MigrationOrChangeOfLocation' },
  ]);
});

test('labels that hold semicolons and commas are one entry', () => {
  expect(
    codes('vic_ForcedLabourIndustry', 'Water supply; sewerage, waste management and remediation; Construction'),
  ).toEqual([{ code: 'E_WaterSupplySewerageWasteManagement' }, { code: 'F_Construction' }]);
  expect(codes('vic_ForcedLabourIndustry', 'agriculture, forestry and fishing')).toEqual([
    { code: 'A_AgricultureForestryAndFishing' },
  ]);
});

test('what is no entry stays as written, entry by entry, and is asked about', () => {
  const reading = readChoices(htcdsField('vic_MethodsOfControl'), 'Debt bondage;Took her phone, and keys');
  expect(reading.choices).toEqual([{ code: 'DebtBondage' }, { written: 'Took her phone, and keys' }]);
  expect(reading.problems).toEqual([{ code: 'unknown-value', words: 'Took her phone, and keys' }]);
});

test('an entry written twice stays twice; two entries where one belongs are shown', () => {
  expect(readChoices(htcdsField('prs_Citizenship'), 'GT;GT')).toEqual({
    choices: [{ code: 'GT' }, { code: 'GT' }],
    problems: [{ code: 'repeated-value', words: 'GT; GT' }],
  });
  expect(readChoices(htcdsField('prs_Gender'), 'Feminine;Masculine').problems.map(({ code }) => code)).toEqual([
    'several-values',
  ]);
});

test('countries by code of two or three letters, by the list of the standard, by everyday and by translated names', () => {
  for (const name of ['VN', 'vnm', 'Viet Nam', 'Vietnam', 'Viêt Nam'])
    expect(codeFor(htcdsField('prs_Citizenship'), name)).toBe('VN');
  expect(codeFor(htcdsField('prs_MailingCountry'), 'UK')).toBe('GB');
  expect(codeFor(htcdsField('prs_Citizenship'), 'Alemania')).toBe('DE');
  expect(codeFor(htcdsField('prs_Citizenship'), 'نيجيريا')).toBe('NG');
  expect(codes('prs_Citizenship', 'Nigerian')).toEqual([{ written: 'Nigerian' }]);
});

test('NA may be Namibia: it is asked', () => {
  expect(readChoices(htcdsField('prs_Citizenship'), 'NA').problems).toEqual([{ code: 'ambiguous-value', words: 'NA' }]);
});

test('languages by any code and name', () => {
  for (const name of ['yor', 'yo', 'Yoruba']) expect(codeFor(htcdsField('prs_PrimaryLanguage'), name)).toBe('yor');
  expect(codeFor(htcdsField('prs_PrimaryLanguage'), 'fre')).toBe('fra');
  expect(codeFor(htcdsField('prs_PrimaryLanguage'), 'Castilian')).toBe('spa');
});

test('"Not Specified/Unknown" is an entry of the list; "unknown" alone is a state', () => {
  expect(read('prs_Gender', 'Not Specified/Unknown').answer).toMatchObject({
    state: 'ANSWERED',
    value: { choices: [{ code: 'NonSpecifiedUnknown' }] },
  });
  expect(read('prs_Gender', 'unknown').answer).toMatchObject({ state: 'UNKNOWN' });
});

test('numbers: decimals with a comma, digits of other scripts; the rest stays as written', () => {
  expect(read('prs_NumberOfChildren', '٣').answer).toMatchObject({
    value: { kind: 'number', number: 3 },
    asWritten: '٣',
  });
  expect(read('prs_MailingLatitude', '50,45').answer).toMatchObject({ value: { kind: 'number', number: 50.45 } });
  expect(read('prs_MailingLatitude', '150').problems).toEqual([{ code: 'number-out-of-range', words: '150' }]);
  expect(read('prs_NumberOfChildren', 'three').answer).toMatchObject({ value: { kind: 'written', text: 'three' } });
});

test('formulas are text: the saved value is read, the formula stays beside it', () => {
  const withValue = read('cas_CaseOwner', {
    column: 0,
    kind: 'text',
    text: 'B. Marlowe',
    formula: '=HYPERLINK("x","B. Marlowe")',
  });
  expect(withValue.answer).toMatchObject({
    value: { kind: 'text', text: 'B. Marlowe' },
    asWritten: '=HYPERLINK("x","B. Marlowe")',
  });
  expect(withValue.problems.map(({ code }) => code)).toEqual(['formula']);
  expect(read('cas_CaseOwner', { column: 0, kind: 'text', text: '', formula: '=1+1' }).answer).toMatchObject({
    value: { kind: 'written', text: '=1+1' },
  });
});

test('a birthday that has not come yet is kept and shown', () => {
  expect(read('prs_Birthdate', '2027-01-01').problems.map(({ code }) => code)).toEqual(['date-in-future']);
  expect(read('spl_PlannedEndDate', '2027-01-01').problems).toEqual([]);
});

test('codes are offered for look-alikes and everyday words, never used unasked', () => {
  expect(suggestCodes(htcdsField('prs_Gender'), 'Femenine')[0]).toBe('Feminine');
  expect(suggestCodes(htcdsField('prs_Gender'), 'F')[0]).toBe('Feminine');
  expect(suggestCodes(htcdsField('prs_Citizenship'), 'Nigerian')[0]).toBe('NG');
  expect(suggestCodes(htcdsField('vic_MethodsOfControl'), 'Took her phone')).toEqual([]);
  expect(codes('prs_Gender', 'Femenine')).toEqual([{ written: 'Femenine' }]);
});

test('columns are named as spreadsheets name them; keys forget case, marks and spaces', () => {
  expect([0, 25, 26, 35, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AJ', 'ZZ', 'AAA']);
  expect(matchKey(' Follow-up ')).toBe(matchKey('FollowUp'));
  expect(matchKey('Réunion')).toBe('reunion');
});
