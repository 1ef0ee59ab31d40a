// The 84 fields are data: complete, unambiguous where they must be, and sealed where they tell where somebody is.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeFor, optionsOf, readChoices } from '#shared/htcds/choices';
import { htcdsField, htcdsFields } from '#shared/htcds/fields';
import { allAnswers } from '#shared/records/htcds-record';
import { allFields, templateColumns } from '../../build/workbooks/headers.mjs';
import { standardFile } from '../helpers/standard-data.ts';

test('all 84 fields have a name, a section and a tier; 40 are core, 3 are deprecated', () => {
  expect(htcdsFields).toHaveLength(84);
  expect(new Set(htcdsFields.map(({ name }) => name)).size).toBe(84);
  expect(htcdsFields.filter(({ core }) => core)).toHaveLength(40);
  expect(htcdsFields.filter(({ deprecated }) => deprecated).map(({ name }) => name)).toEqual([
    'vic_AgreementToManagePersonalData',
    'vic_Vulnerabilities',
    'vic_DetailsOfVulnerabilities',
  ]);
});

test('the fields are those of the published list, in its order', () => {
  const path = standardFile('fields.tsv');
  if (path === null) return;
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  expect(htcdsFields.map(({ name, label, core, deprecated }) => [name, label, core, deprecated])).toEqual(
    rows.map(([, status, core, name, label]) => [name, label?.trim(), core === 'Core', status === 'DEPRECATED']),
  );
});

test('invented workbooks carry the headers of the standard, and the quirks of the templates', () => {
  expect(allFields).toEqual(htcdsFields.map(({ name, label }) => [name, label]));
  expect(templateColumns).toHaveLength(38);
  const contradicting = templateColumns.filter(([label, name]) => {
    const field = htcdsFields.find((one) => one.name === name);
    return field !== undefined && field.label !== label;
  });
  expect(contradicting.map(([label]) => label)).toEqual([
    'Mailing Street',
    'Mailing City',
    'Mailing Zip/Postal Code',
    'Mailing Country',
  ]);
});

test('whatever tells where she lives, where she went or where the shelter stands is sealed', () => {
  const sealed = htcdsFields.filter(({ tier }) => tier === 'T4').map(({ name }) => name);
  expect(sealed.filter((name) => name.startsWith('prs_Mailing'))).toHaveLength(6);
  expect(sealed.filter((name) => name.startsWith('org_Shipping'))).toHaveLength(6);
  expect(sealed).toContain('cas_OutgoingReferralDetails');
  expect(htcdsField('prs_MailingCountry').tier).toBe('T2');
});

test('every code and every label of every list is understood as its own code', () => {
  for (const field of htcdsFields) {
    const options = field.kind === 'checkbox' ? [] : optionsOf(field);
    for (const [code, label] of options) {
      expect(codeFor(field, code), `${field.name} ${code}`).toBe(code);
      expect(readChoices(field, label).choices, `${field.name} ${label}`).toEqual([{ code }]);
    }
  }
});

test('a record answers for all 84 fields: what the workbook did not hold was not asked', () => {
  const answers = allAnswers({
    prs_FirstName: { state: 'ANSWERED', value: { kind: 'text', text: 'Amara' }, source: 'DOCUMENT' },
  });
  expect(answers).toHaveLength(84);
  expect(answers.filter(({ answer }) => answer.state === 'NOT_ASKED')).toHaveLength(83);
});
