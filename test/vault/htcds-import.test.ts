// From a workbook file to cases in the vault: seen whole before, decided, then written all or not at all.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { codeFor } from '#shared/htcds/choices';
import { htcdsField, type HtcdsFieldName } from '#shared/htcds/fields';
import { ChoiceHandle } from '#shared/ids';
import type { ImportSummary, Question } from '#shared/records/htcds-import';
import type { HtcdsAnswer, HtcdsAnswers } from '#shared/records/htcds-record';
import type { StartParser } from '../../electron/vault/import/parser-port.ts';
import { makeWorkbook, sameTwice } from '../../build/workbooks/generate.mjs';
import { writeWorkbook } from '../../build/workbooks/write-workbook.mjs';
import { buildParser, type BuiltParser, forkedParsers } from '../helpers/parser-process.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { standardFile } from '../helpers/standard-data.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

let parser: BuiltParser;
let folder: string;
beforeAll(async () => {
  parser = await buildParser();
  folder = mkdtempSync(join(tmpdir(), 'import-'));
}, 60_000);
afterAll(() => {
  parser.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function vaultWithParser(startParser: StartParser = forkedParsers(parser)): Promise<TestVault> {
  const vault = await newVault('2026-11-23T10:00', { startParser });
  onTestFinished(() => vault.remove());
  return vault;
}
let files = 0;
const fileOf = (bytes: Uint8Array): string => {
  const path = join(folder, `file-${(files += 1)}`);
  writeFileSync(path, bytes);
  return path;
};
const open = (vault: TestVault, path: string): Promise<ImportSummary> =>
  vault.ask('htcdsImport.open', { file: ChoiceHandle.parse(vault.grant(path)) });
const sheet = (header: string[], ...rows: unknown[][]) =>
  writeWorkbook({
    sheets: [
      { name: 'Cases', rows: [header, ...rows].map((cells, at) => ({ number: at + 1, cells: cells as never })) },
    ],
  });
const caseCount = async (vault: TestVault): Promise<number> =>
  (await vault.ask('caseFile.list', { show: 'all' })).total;

/** All questions of an import. */
async function questionsOf(vault: TestVault, importId: ImportSummary['importId']): Promise<Question[]> {
  const { questions, total } = await vault.ask('htcdsImport.questions', { importId, offset: 0, limit: 50 });
  expect(questions).toHaveLength(Math.min(50, total));
  return questions;
}
async function recordsByName(vault: TestVault): Promise<Map<string, HtcdsAnswers>> {
  const { rows } = await vault.ask('caseFile.list', { show: 'all', limit: 200 });
  const found = new Map<string, HtcdsAnswers>();
  for (const { id, nameUsed } of rows) {
    const [record] = await vault.ask('htcdsRecord.list', { caseFileId: id });
    if (record !== undefined) found.set(nameUsed, record.answers);
  }
  return found;
}

interface Truth {
  readonly row: number;
  readonly first: string;
  readonly last: string;
  readonly dob: string;
  readonly gender: string;
  readonly citizenship: readonly string[];
  readonly city: string;
  readonly street: string;
  readonly postcode: string;
  readonly phone: string;
  readonly exploitation: readonly string[];
  readonly control: readonly string[];
  readonly status: string;
  readonly consent: boolean;
}

test('the sample workbook gives exactly what it is known to hold, 60 of 60', async () => {
  const [book, truth] = [standardFile('sample-shelter.xlsx'), standardFile('sample-shelter.truth.json')];
  if (book === null || truth === null) return;
  const vault = await vaultWithParser();
  const { importId, people } = await open(vault, book);
  expect(people).toBe(60);
  const expected = JSON.parse(readFileSync(truth, 'utf8')) as Truth[];
  let equal = 0;
  for (const [at, one] of expected.entries()) {
    const { row, answers } = await vault.ask('htcdsImport.row', { importId, row: at });
    const text = (field: HtcdsFieldName) => (answers[field]?.value?.kind === 'text' ? answers[field].value.text : '');
    const codes = (field: HtcdsFieldName) => {
      const value = answers[field]?.value;
      return value?.kind === 'choices'
        ? value.choices.map((choice) => ('code' in choice ? choice.code : `? ${choice.written}`))
        : [];
    };
    const meant = (field: HtcdsFieldName, words: readonly string[]) =>
      words.map((label) => codeFor(htcdsField(field), label));
    const born = answers.prs_Birthdate?.value;
    const consent = answers.con_Consent?.value;
    expect({
      row: row.rowNumber,
      first: text('prs_FirstName'),
      last: text('prs_SecondName'),
      dob: born?.kind === 'date' && born.date.precision === 'exact' ? born.date.date : null,
      gender: codes('prs_Gender'),
      citizenship: codes('prs_Citizenship'),
      city: text('prs_MailingCity'),
      street: text('prs_MailingStreet'),
      postcode: text('prs_MailingPostalCode'),
      phone: text('prs_HomePhone'),
      exploitation: codes('vic_TypeOfExploitation'),
      control: codes('vic_MethodsOfControl'),
      status: codes('cas_Status'),
      consent: consent?.kind === 'yes-no' ? consent.yes : null,
    }).toEqual({
      ...(({ dobShape: _shape, ...rest }) => rest)(one as Truth & { dobShape: string }),
      gender: [one.gender],
      exploitation: meant('vic_TypeOfExploitation', one.exploitation),
      control: meant('vic_MethodsOfControl', one.control),
      status: meant('cas_Status', [one.status]),
    });
    equal += 1;
  }
  expect(equal).toBe(60);
  expect(await vault.ask('htcdsImport.commit', { importId })).toEqual({ people: 60, leftOut: 0 });
  expect(await caseCount(vault)).toBe(60);
}, 60_000);

test('an empty template of IOM says that nobody is in it, and nothing changes', async () => {
  const vault = await vaultWithParser();
  for (const name of ['template-v2.0.xlsx', 'template-single-select-v2.0.xlsx', 'template-multi-select-v2.0.xlsm']) {
    const path = standardFile(name);
    if (path !== null) expect(await outcome(open(vault, path))).toBe('file-empty');
  }
  expect(await vault.ask('htcdsImport.current', {})).toBeNull();
}, 60_000);

test('until the commit nothing is written; then every row has its case and its record, in one act', async () => {
  const vault = await vaultWithParser();
  const summary = await open(vault, fileOf(await makeWorkbook({ people: 60, shape: 'multi' })));
  expect(summary).toMatchObject({ fileKind: 'workbook', people: 60, sheets: [{ name: 'Case Sheet', rows: 60 }] });
  expect(await caseCount(vault)).toBe(0);
  expect(await vault.ask('htcdsImport.current', {})).toEqual(summary);
  expect(await vault.ask('htcdsImport.commit', { importId: summary.importId })).toEqual({ people: 60, leftOut: 0 });
  expect(await caseCount(vault)).toBe(60);
  expect((await recordsByName(vault)).size).toBeGreaterThan(50);
  expect(await vault.ask('htcdsImport.current', {})).toBeNull();
  expect(await outcome(vault.ask('htcdsImport.commit', { importId: summary.importId }))).toBe('not-found');
}, 60_000);

test('what the workbook says of the case itself: status, day, languages, who works on it, and a name for a row without one', async () => {
  const vault = await vaultWithParser();
  const passphrase = passphraseOf('noor');
  await vault.ask('staffMember.add', { name: 'Noor', signInName: 'noor', role: 'case-manager', passphrase });
  const header = [
    'First Name',
    'Second Name',
    'Status',
    'Incoming Referral Date',
    'Primary Language',
    'Case Owner',
    'Birthdate',
  ];
  const path = fileOf(
    await sheet(
      header,
      ['Amara', 'Okonjo', 'Follow up', '2025-03-04', 'yo', 'NOOR', '1993'],
      ['Liên', undefined, 'Closed Referred', 'spring 2024', undefined, 'Somebody Else', '1990'],
      [undefined, undefined, 'Closed', '2099-01-01', undefined, undefined, '1988'],
    ),
  );
  const { importId } = await open(vault, path);
  await vault.ask('htcdsImport.commit', { importId });
  const { rows } = await vault.ask('caseFile.list', { show: 'all', order: 'name' });
  const cases = await Promise.all(rows.map(({ id }) => vault.ask('caseFile.get', { caseFileId: id })));
  expect(
    cases.map(({ nameUsed, status, openedOn, languages, worker }) => [
      nameUsed,
      status,
      openedOn,
      languages,
      worker?.name,
    ]),
  ).toEqual([
    ['Amara Okonjo', 'FOLLOW_UP', '2025-03-04', ['Yoruba'], 'Noor'],
    ['Liên', 'TRANSFERRED', '2026-11-23', [], 'Ana'],
    ['№ 4', 'CLOSED', '2026-11-23', [], 'Ana'],
  ]);
  expect(
    cases.every(
      ({ confidentialityNotice }) =>
        confidentialityNotice.told === 'NOT_YET' && confidentialityNotice.reason === 'IMPORTED',
    ),
  ).toBe(true);
}, 60_000);

test('one decision answers every cell that asks the same; the cell as written stays; undecided values are marked in the case', async () => {
  const vault = await vaultWithParser();
  const path = fileOf(
    await sheet(
      ['First Name', 'Gender', 'Consent', 'Birthdate'],
      ['Amara', 'Femenine', 'yes', '03/04/1993'],
      ['Liên', ' femenine ', 'perhaps', '12/25/1990'],
      ['Oksana', 'Femenine', 'later', '25/12/1991'],
    ),
  );
  const { importId, questions, rowsToCheck } = await open(vault, path);
  expect([questions, rowsToCheck]).toEqual([5, 3]);
  const asked = await questionsOf(vault, importId);
  const find = (field: string, words: string) =>
    asked.find((one) => one.field === field && one.asWritten[0]?.trim() === words)!;
  expect(find('prs_Gender', 'Femenine')).toMatchObject({ cells: 2, rows: [0, 2], suggestions: ['Feminine'] });
  const date = asked.find((one) => one.field === 'prs_Birthdate')!;
  expect(date).toMatchObject({ code: 'date-day-or-month', cells: 2, evidence: { dayFirst: 1, monthFirst: 1 } });

  const decide = (question: number, decision: Question['decision']) =>
    vault.ask('htcdsImport.decide', { importId, question, decision });
  for (const words of ['Femenine', 'femenine'])
    await decide(find('prs_Gender', words).question, { decide: 'use-code', code: 'Feminine' });
  await decide(date.question, { decide: 'month-first' });
  await decide(find('con_Consent', 'perhaps').question, { decide: 'keep-as-written' });
  expect(await outcome(decide(date.question, { decide: 'use-code', code: 'Feminine' }))).toBe('rule-broken');
  expect(await outcome(decide(find('prs_Gender', 'Femenine').question, { decide: 'use-code', code: 'Female' }))).toBe(
    'rule-broken',
  );
  expect(
    (await vault.ask('htcdsImport.page', { importId, offset: 0, limit: 50, show: 'to-check' })).rows.map(
      ({ displayName }) => displayName,
    ),
  ).toEqual(['Oksana']);

  await vault.ask('htcdsImport.commit', { importId });
  const records = await recordsByName(vault);
  const [amara, lien, oksana] = ['Amara', 'Liên', 'Oksana'].map((name) => records.get(name)!);
  expect(amara?.prs_Gender).toEqual({
    state: 'ANSWERED',
    value: { kind: 'choices', choices: [{ code: 'Feminine' }] },
    source: 'DOCUMENT',
    asWritten: 'Femenine',
  });
  expect(amara?.prs_Birthdate?.value).toEqual({ kind: 'date', date: { precision: 'exact', date: '1993-03-04' } });
  expect(amara?.prs_Birthdate?.asWritten).toBe('03/04/1993');
  expect(lien?.prs_Birthdate?.value).toEqual({ kind: 'date', date: { precision: 'exact', date: '1990-12-25' } });
  expect(oksana?.prs_Birthdate?.value).toEqual({ kind: 'date', date: { precision: 'exact', date: '1991-12-25' } });
  expect(lien?.con_Consent).toEqual({
    state: 'ANSWERED',
    value: { kind: 'written', text: 'perhaps' },
    source: 'DOCUMENT',
  });
  expect(oksana?.con_Consent?.check).toBe('unknown-value');
}, 60_000);

test('a row that is left out stays out, and can be brought back', async () => {
  const vault = await vaultWithParser();
  const { importId } = await open(
    vault,
    fileOf(await sheet(['First Name', 'Second Name'], ['Amara', 'Okonjo'], ['Liên', 'Trần'], ['Oksana', 'Hoxha'])),
  );
  for (const row of [0, 1]) await vault.ask('htcdsImport.leaveOut', { importId, row, leaveOut: true });
  await vault.ask('htcdsImport.leaveOut', { importId, row: 0, leaveOut: false });
  expect((await vault.ask('htcdsImport.page', { importId, offset: 0, limit: 50, show: 'left-out' })).total).toBe(1);
  expect(await vault.ask('htcdsImport.commit', { importId })).toEqual({ people: 2, leftOut: 1 });
  expect([...(await recordsByName(vault)).keys()].toSorted()).toEqual(['Amara Okonjo', 'Oksana Hoxha']);
}, 60_000);

test('the same person twice is suggested, in the file and against earlier cases, and never merged', async () => {
  const vault = await vaultWithParser();
  const first = await open(vault, fileOf(await makeWorkbook({ people: 60 })));
  const twice = [sameTwice.first, sameTwice.second].map((name) => name.join(' '));
  const { rows } = await vault.ask('htcdsImport.page', {
    importId: first.importId,
    offset: 50,
    limit: 50,
    show: 'all',
  });
  const one = rows.find(({ displayName }) => displayName === twice[0])!;
  expect(one.duplicates).toContainEqual({ with: 'row', row: 59, displayName: twice[1], points: 6 });
  await vault.ask('htcdsImport.commit', { importId: first.importId });
  expect(await caseCount(vault)).toBe(60);

  const again = await open(
    vault,
    fileOf(
      await sheet(
        ['First Name', 'Second Name', 'Birthdate'],
        [...sameTwice.first, '17/05/1990'],
        ['Nobody', 'Known', '1950'],
      ),
    ),
  );
  const page = await vault.ask('htcdsImport.page', {
    importId: again.importId,
    offset: 0,
    limit: 50,
    show: 'duplicates',
  });
  expect(page.total).toBe(1);
  expect(
    page.rows[0]?.duplicates.map((suggestion) => [suggestion.with, suggestion.displayName, suggestion.points]),
  ).toEqual([
    ['case', twice[0], 6],
    ['case', twice[1], 5],
  ]);
}, 60_000);

test('a person is found again among more cases than are looked at together', async () => {
  const vault = await vaultWithParser();
  const header = ['First Name', 'Second Name', 'Birthdate'];
  const others = Array.from({ length: 510 }, (_none, at) => [`Person ${at}`]);
  const last = ['Ngozi', 'Adeyemi', '17/05/1990'];
  const { importId } = await open(vault, fileOf(await sheet(header, ...others, last)));
  expect(await vault.ask('htcdsImport.commit', { importId })).toEqual({ people: 511, leftOut: 0 });
  const again = await open(vault, fileOf(await sheet(header, last)));
  const { row } = await vault.ask('htcdsImport.row', { importId: again.importId, row: 0 });
  expect(row.duplicates).toMatchObject([{ with: 'case', displayName: 'Ngozi Adeyemi' }]);
}, 60_000);

test('a merged cell, a cell under an unknown header and a sealed field each have their place', async () => {
  const vault = await vaultWithParser();
  const bytes = await writeWorkbook({
    sheets: [
      {
        name: 'Cases',
        merged: ['C2:C3'],
        rows: [
          { number: 1, cells: ['First Name', 'Mailing Street', 'Reason for Case Closure', 'Shoe size'] },
          { number: 2, cells: ['Amara', '12 Mill Lane', 'Moved to a flat of her own', '38'] },
          { number: 3, cells: ['Liên'] },
        ],
      },
    ],
  });
  const { importId } = await open(vault, fileOf(bytes));
  await vault.ask('htcdsImport.commit', { importId });
  const { rows } = await vault.ask('caseFile.list', { show: 'all', order: 'name' });
  const [amara, lien] = await Promise.all(
    rows.map(async ({ id }) => (await vault.ask('htcdsRecord.list', { caseFileId: id }))[0]!),
  );
  expect(lien?.answers.cas_ReasonForCaseClosure).toEqual({
    state: 'NOT_ASKED',
    source: 'DOCUMENT',
    check: 'merged-cell',
  });
  expect(amara?.others).toEqual([{ header: 'Shoe size', text: '38' }]);
  expect([amara?.sealed, amara?.answers.prs_MailingStreet]).toEqual([['prs_MailingStreet'], undefined]);
  const opened = await vault.ask('htcdsRecord.openSealed', { id: amara!.id, reason: 'She asked for her letters' });
  expect(opened.answers.prs_MailingStreet?.value).toEqual({ kind: 'text', text: '12 Mill Lane' });
  const found = async (query: string) => (await vault.ask('caseFile.search', { query })).hits.length;
  expect([await found('own flat'), await found('Mill Lane'), await found('38')]).toEqual([1, 0, 0]);
}, 60_000);

test('a person puts a marked value right; the cell as written cannot be rewritten', async () => {
  const vault = await vaultWithParser();
  const { importId } = await open(vault, fileOf(await sheet(['First Name', 'Gender'], ['Amara', 'Femenine'])));
  await vault.ask('htcdsImport.commit', { importId });
  const { rows } = await vault.ask('caseFile.list', { show: 'all' });
  const [record] = await vault.ask('htcdsRecord.list', { caseFileId: rows[0]!.id });
  const answer: HtcdsAnswer = {
    state: 'ANSWERED',
    value: { kind: 'choices', choices: [{ code: 'Feminine' }] },
    source: 'EXPRESSED',
  };
  const correct = (more: object) =>
    vault.ask('htcdsRecord.correct', {
      id: record!.id,
      revision: 1,
      field: 'prs_Gender',
      answer: { ...answer, ...more },
    });
  expect(await outcome(correct({ asWritten: 'Feminine' }))).toBe('rule-broken');
  expect((await correct({})).answers.prs_Gender).toEqual({
    ...answer,
    asWritten: record?.answers.prs_Gender?.asWritten,
  });
  expect(await outcome(correct({}))).toBe('conflict');
}, 60_000);

test('house staff may not import, and one person cannot go on with what another opened', async () => {
  const vault = await vaultWithParser();
  const path = fileOf(await sheet(['First Name', 'Second Name'], ['Amara', 'Okonjo']));
  const { importId } = await open(vault, path);
  await vault.signInAs('case-manager');
  expect(await vault.ask('htcdsImport.current', {})).toBeNull();
  expect(await outcome(vault.ask('htcdsImport.commit', { importId }))).toBe('not-found');
  vault.vault.close();
  await vault.unlock(DIRECTOR);
  await vault.signInAs('house-staff');
  expect(await outcome(open(vault, path))).toBe('not-allowed');
}, 60_000);

test('stopping at any phase changes nothing; discarding forgets', async () => {
  const vault = await vaultWithParser();
  const path = fileOf(await makeWorkbook({ people: 1_500, traps: false }));
  for (const phase of ['opening', 'reading', 'comparing']) {
    const stop = new AbortController();
    const progress = (at: { phase: string }) => at.phase === phase && stop.abort();
    const request = { file: ChoiceHandle.parse(vault.grant(path)) };
    const result = await outcome(vault.ask('htcdsImport.open', request, { signal: stop.signal, progress }));
    // A file this small may be through a phase before the first look.
    expect(stop.signal.aborted ? result : 'cancelled').toBe('cancelled');
  }
  const { importId } = await open(vault, path);
  const stop = new AbortController();
  const request = vault.ask('htcdsImport.commit', { importId }, { signal: stop.signal, progress: () => stop.abort() });
  expect(await outcome(request)).toBe('cancelled');
  expect(await caseCount(vault)).toBe(0);
  await vault.ask('htcdsImport.discard', { importId });
  expect(await outcome(vault.ask('htcdsImport.page', { importId, offset: 0, limit: 10, show: 'all' }))).toBe(
    'not-found',
  );
}, 90_000);

test('a write that fails half-way leaves no case behind', async () => {
  let left = Number.POSITIVE_INFINITY;
  const vault = await newVault('2026-11-23T10:00', {
    startParser: forkedParsers(parser),
    newId: (id) => ((left -= 1) === 0 ? 'no id' : id),
  });
  onTestFinished(() => vault.remove());
  const { importId } = await open(
    vault,
    fileOf(await sheet(['First Name', 'Second Name'], ['Amara', 'Okonjo'], ['Liên', 'Trần'])),
  );
  await vault.ask('caseFile.open', { nameUsed: 'Earlier' });
  left = 3; // the second person's case gets an id that cannot be kept, after the first was written
  expect(await outcome(vault.ask('htcdsImport.commit', { importId }))).toBe('internal');
  expect(left).toBeLessThanOrEqual(0);
  expect(await caseCount(vault)).toBe(1);
  expect(await vault.ask('htcdsImport.commit', { importId })).toEqual({ people: 2, leftOut: 0 });
}, 60_000);

test('a parser that dies, falls silent about rows, or speaks nonsense is a damaged file', async () => {
  const saying =
    (...messages: unknown[]): StartParser =>
    () => {
      let hear: (message: unknown) => void = () => undefined;
      let closed = (): void => undefined;
      return Promise.resolve({
        say: () => {
          for (const message of messages.splice(0)) hear(message);
          closed();
        },
        listen: (hearing, closing) => {
          hear = hearing;
          closed = closing;
        },
        close: () => undefined,
      });
    };
  const done = {
    type: 'done',
    fileKind: 'csv',
    sheets: [{ name: '', rows: 1 }],
    columns: [],
    notes: [],
    blankRows: 0,
    merged: [],
  };
  const row = { sheet: 0, number: 2, answers: {}, others: [], problems: [], orders: [] };
  const rows = (...all: unknown[]) => ({ type: 'rows', rows: all.map((one) => JSON.stringify(one)) });
  for (const messages of [
    [],
    ['hello'],
    [{ type: 'rows', rows: ['{'] }],
    [rows({ ...row, answers: { prs_Nickname: { value: { kind: 'text', text: 'x' } } } })],
    [rows({ ...row, answers: { prs_FirstName: { state: 'ANSWERED' } } })],
    [rows({ ...row, extra: 1 })],
    [rows({ ...row, sheet: 5 }), done],
    [done],
    [{ ...done, path: '/etc/passwd' }],
    [{ type: 'failed', code: 'made-up', facts: {} }],
  ]) {
    const vault = await newVault('2026-11-23T10:00', { startParser: saying(...messages) });
    expect(await outcome(open(vault, folder)), JSON.stringify(messages)).toBe('file-damaged');
    await vault.remove();
  }
}, 120_000);
