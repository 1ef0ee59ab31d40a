// Which column is which field: people typed under the labels they saw.
import { expect, test } from 'vitest';
import { columnName } from '#shared/htcds/cell';
import { findHeaderRows, headerNotes, readColumns } from '#shared/htcds/columns';
import { htcdsFields } from '#shared/htcds/fields';
import { meantFields, templateColumns } from '../../build/workbooks/headers.mjs';

const labelled = (...labels: string[]) => readColumns(labels.map((label) => ({ label, fieldName: '' })));

test('in the templates the labels win over the hidden names, and the quirks are told', () => {
  const columns = readColumns([
    { label: '', fieldName: '' },
    ...templateColumns.map(([label, fieldName]) => ({ label, fieldName })),
  ]);
  expect(columns.map(({ field }) => field)).toEqual(meantFields);
  const notes = Object.fromEntries(
    headerNotes(columns).map(({ code, columns: about }) => [code, about.map(({ column }) => columnName(column))]),
  );
  expect(notes).toEqual({
    'labels-over-field-names': ['N', 'O', 'Q', 'R'],
    'column-without-field-name': ['AJ'],
    'misspelt-field-name': ['T'],
  });
});

test('field names alone, labels alone, other case and spaces: all 84 columns find their field', () => {
  const names = readColumns(htcdsFields.map(({ name }) => ({ label: '', fieldName: ` ${name.toUpperCase()} ` })));
  expect(names.map(({ field }) => field)).toEqual(htcdsFields.map(({ name }) => name));
  const both = readColumns(
    htcdsFields.map(({ name, label }) => ({ label: `  ${label.toLowerCase()} `, fieldName: name })),
  );
  expect(both.map(({ field }) => field)).toEqual(htcdsFields.map(({ name }) => name));
  expect(labelled('FIRST  NAME', ' birth-date ').map(({ field }) => field)).toEqual(['prs_FirstName', 'prs_Birthdate']);
});

test('a label that fits several sections follows its neighbours', () => {
  expect(
    labelled('First Name', 'Birthdate', 'Date', 'City', 'Street', 'Description').map(({ field }) => field),
  ).toEqual(['prs_FirstName', 'prs_Birthdate', 'hte_Date', 'hte_City', 'hte_Street', 'hte_Description']);
  expect(labelled('First Name', 'Objectives', 'Type').at(-1)).toMatchObject({
    field: 'spl_Type',
    rule: 'label-by-neighbours',
  });
  expect(
    labelled('First Name', 'Mailing City', 'Longitude', 'Latitude')
      .map(({ field }) => field)
      .slice(2),
  ).toEqual(['prs_MailingLongitude', 'prs_MailingLatitude']);
  expect(labelled('First Name', 'Second Name', 'Type').at(-1)).toMatchObject({ field: null, rule: 'not-in-htcds' });
});

test('unknown headers and second columns are kept apart, under their own header', () => {
  const columns = labelled('First Name', 'Shoe size', 'Email', 'E-mail');
  expect(columns.map(({ rule }) => rule)).toEqual(['label', 'not-in-htcds', 'label', 'second-column']);
  expect(headerNotes(columns).map(({ code }) => code)).toEqual(['duplicate-column', 'unknown-column']);
});

test('the header is found below titles, and names somebody: lists of lookup values have none', () => {
  expect(
    findHeaderRows([['Case sheet 2025'], [], ['First Name', 'Second Name', 'Notes'], ['Amara', 'Okonjo', '']]),
  ).toEqual({ labels: 2, fieldNames: null });
  expect(
    findHeaderRows([
      ['prs_FirstName', 'prs_SecondName'],
      ['First Name', 'Second Name'],
      ['Amara', 'Okonjo'],
    ]),
  ).toEqual({ labels: 1, fieldNames: 0 });
  expect(findHeaderRows([['Gender', 'Country', 'Methods of Control', 'Type of Exploitation', 'Status']])).toBeNull();
  expect(findHeaderRows([['date', 'prs_Birthdate', 'Birthdate', 'false']])).toBeNull();
  expect(findHeaderRows([])).toBeNull();
});
