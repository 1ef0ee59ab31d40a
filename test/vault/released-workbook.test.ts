// The standard's workbook and CSV under a permission, cell by cell: whatever is allowed beside the coded profile is in its cell, every
// other of the 84 cells is empty, nothing of the rest is anywhere in the package, and the workbook says so for each column.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type HtcdsField, type HtcdsFieldName, htcdsFieldNames, htcdsFields } from '#shared/htcds/fields';
import { picklists } from '#shared/htcds/picklists';
import { type CaseFileId, ChoiceHandle } from '#shared/ids';
import type { PlannedPackage } from '#shared/records/export-package';
import { type PartnerAgencyId } from '#shared/records/partner-agency';
import { ReleaseCategory } from '#shared/records/release-categories';
import { htcdsCsv } from '../../electron/vault/interchange/htcds-files.ts';
import { Office, PURPOSE } from '../helpers/office.ts';
import { buildParser, type BuiltParser, forkedParsers, parseFile } from '../helpers/parser-process.ts';
import { opened } from '../helpers/sample-package.ts';

/** Which columns each category opens beside those of the coded profile itself; written down here once more, by hand. */
const OPENS: Partial<Readonly<Record<ReleaseCategory, readonly HtcdsFieldName[]>>> = {
  NAME: ['prs_Salutation', 'prs_FirstName', 'prs_MiddleName', 'prs_SecondName', 'prs_Title'],
  AGE: ['prs_Birthdate'],
  CHILDREN: ['prs_NumberOfChildren'],
  LANGUAGES: ['prs_PrimaryLanguage', 'prs_SecondaryLanguage'],
  IMMIGRATION: ['prs_Citizenship', 'prs_IdentityNumber'],
  CONTACT: ['prs_Email', 'prs_HomePhone', 'prs_MobilePhone', 'prs_MailingCountry'],
};
const inSection = (...sections: HtcdsField['section'][]): readonly HtcdsFieldName[] =>
  htcdsFields.filter(({ section, tier }) => sections.includes(section) && tier !== 'T4').map(({ name }) => name);
const BY_SECTION: typeof OPENS = {
  TRAFFICKER_INFO: [...inSection('perpetrator-context'), 'vic_RelationshipToTrafficker', 'vic_LocationOfRecruitment'],
  CASE_NOTES: inSection('case-comment', 'historic-events'),
  SUPPORT_PLAN: inSection('support-plan'),
};
const OWN = { ...OPENS, ...BY_SECTION };
const ownOf = (category: ReleaseCategory): readonly HtcdsFieldName[] => OWN[category] ?? [];
const coded = inSection('person', 'trafficking-context', 'case', 'referral').filter(
  (name) => !Object.values(OWN).flat().includes(name),
);

/** A cell that says something, another for each field where words may be anything. */
function filledCell({ name, kind, picklist }: HtcdsField, at: number): string {
  const cells: Readonly<Record<HtcdsField['kind'], string>> = {
    ...{ text: `zebra-${at}-finch`, 'long-text': `zebra-${at}-finch`, lookup: `zebra-${at}-finch` },
    ...{ date: '1994-03-04', number: '3', checkbox: 'Yes', country: 'PE', countries: 'PE', language: 'es' },
    picklist: picklist === undefined ? '' : picklists[picklist][0][0],
    'multi-picklist': picklist === undefined ? '' : picklists[picklist][0][0],
  };
  return name === 'prs_Email' ? `zebra-${at}-finch@example.org` : cells[kind];
}
const row = htcdsFields.map(filledCell);

let parser: BuiltParser;
let folder: string;
let office: Office;
let caseFileId: CaseFileId;
let partnerAgencyId: PartnerAgencyId;
/** What of the row is kept here: the cells that may be written again. */
let known: Readonly<Partial<Record<HtcdsFieldName, string>>> | undefined;
beforeAll(async () => {
  parser = await buildParser();
  folder = mkdtempSync(join(tmpdir(), 'records-test-'));
  office = await Office.open('2026-05-01T09:00', folder, { startParser: forkedParsers(parser) });
  partnerAgencyId = (await office.clinic()).id;
  const path = join(folder, 'one.csv');
  writeFileSync(path, htcdsCsv([row]));
  const { importId } = await office.vault.ask('htcdsImport.open', {
    file: ChoiceHandle.parse(office.vault.grant(path)),
  });
  await office.vault.ask('htcdsImport.commit', { importId });
  const { rows } = await office.vault.ask('caseFile.list', { show: 'all', limit: 10 });
  caseFileId = rows[0]!.id;
}, 60_000);
beforeEach(async () => {
  known ??= (await packed([...ReleaseCategory.options])).cells;
});
afterAll(async () => {
  await office.vault.remove();
  parser.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Packed {
  readonly cells: Partial<Record<HtcdsFieldName, string>>;
  readonly about: readonly (readonly string[])[];
  /** Every file of the package as text, and its manifest. */
  readonly everything: string;
  readonly workbook: Buffer;
}

/** A package under a permission for exactly these, opened by the agency. */
async function packed(categories: ReleaseCategory[]): Promise<Packed> {
  const { id: releaseId } = await office.signedRelease(caseFileId, partnerAgencyId, categories);
  const planned: PlannedPackage = { caseFileId, releaseId, partnerAgencyId, categories, purpose: PURPOSE };
  const { fileName } = await office.create(planned);
  const bytes = readFileSync(join(office.place, fileName));
  return opened(bytes, { identity: office.identity }, async (found) => {
    const files = new Map<string, Buffer>();
    for (const { name } of found.manifest.files) files.set(name, Buffer.from(await found.read(name)));
    const workbook = files.get('htcds.xlsx')!;
    const [people, about] = sheetsOf(workbook);
    expect(csvRows(files.get('htcds.csv')!.toString('utf8'))).toEqual([people![0], people![2]]);
    const cells = Object.fromEntries(people![0]!.map((name, at) => [name, people![2]![at]]));
    const everything = [JSON.stringify(found.manifest), ...[...files.values()].map(String)].join('\n');
    return { cells, about: about!, everything, workbook };
  });
}

/** The cells of each sheet of a workbook whose parts are not packed; every row as wide as the first. */
function sheetsOf(workbook: Buffer): readonly (readonly (readonly string[])[])[] {
  return Array.from(workbook.toString('utf8').matchAll(/<sheetData>(.*?)<\/sheetData>/gs), ([, data = '']) =>
    Array.from(data.matchAll(/<row r="\d+">(.*?)<\/row>/gs), ([, cells = '']) => {
      const found: string[] = Array.from({ length: 84 }, () => '');
      for (const [, letters = '', text = ''] of cells.matchAll(/<c r="([A-Z]+)\d+"[^>]*>.*?<t[^>]*>(.*?)<\/t>/gs))
        found[columnOf(letters)] = text.replaceAll('&amp;', '&');
      return found;
    }),
  );
}
const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const csvRows = (csv: string): string[][] =>
  csv
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'));

it('the row that is brought in fills every column that may ever leave', () => {
  const filled = htcdsFieldNames.filter((name) => known![name] !== '');
  expect([...filled].sort()).toEqual([...coded, ...Object.values(OWN).flat()].sort());
  expect(filled.length).toBeGreaterThan(55);
});

describe('under the coded profile', () => {
  it.each(ReleaseCategory.options)('and %s, exactly their cells are filled', async (category) => {
    const { cells, about, everything } = await packed([...new Set(['CODED_PROFILE' as const, category])]);
    const allowed = [...coded, ...ownOf(category)];
    for (const [at, { name, label }] of htcdsFields.entries()) {
      const isAllowed = allowed.includes(name);
      expect([name, cells[name]]).toEqual([name, isAllowed ? known![name] : '']);
      if (!isAllowed) expect(everything).not.toMatch(new RegExp(`zebra-${at}-finch`));
      const said = about[at + 1]!;
      expect(said[0]).toBe(label === '' ? name : label);
      const mayLeave = known![name] !== '';
      expect(said[1]).toBe(
        isAllowed ? 'Filled' : mayLeave ? 'Empty: the permission does not cover it' : 'Empty: stays with the sender',
      );
    }
  });

  it('it is read again as a workbook of the standard: one person, with those cells and no others', async () => {
    const { cells, workbook } = await packed(['CODED_PROFILE', 'NAME']);
    const path = join(folder, 'again.xlsx');
    writeFileSync(path, workbook);
    const read = await parseFile(parser, path);
    if (!read.ok) throw new Error(read.code);
    expect(read.rows).toHaveLength(1);
    const filled = htcdsFieldNames.filter((name) => cells[name] !== '');
    expect(Object.keys(read.rows[0]!.answers).sort()).toEqual([...filled].sort());
  });
});

it('without the coded profile no workbook goes along, whatever else is allowed', async () => {
  const categories = ReleaseCategory.options.filter((category) => category !== 'CODED_PROFILE');
  const { id: releaseId } = await office.signedRelease(caseFileId, partnerAgencyId, categories);
  const { content } = await office.preview({ caseFileId, releaseId, partnerAgencyId, categories, purpose: PURPOSE });
  expect(content).not.toHaveProperty('htcds');
});

it('an allowed column that nothing is known of is empty, and is not said to be withheld', async () => {
  const other = await office.openCase();
  const { content } = await office.preview(await plannedFor(other));
  expect(content).not.toHaveProperty('htcds');
});

async function plannedFor(other: CaseFileId): Promise<PlannedPackage> {
  const categories: ReleaseCategory[] = ['CODED_PROFILE', 'NAME'];
  const { id: releaseId } = await office.signedRelease(other, partnerAgencyId, categories);
  return { caseFileId: other, releaseId, partnerAgencyId, categories, purpose: PURPOSE };
}
