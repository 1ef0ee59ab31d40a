// Which column holds which field. People typed under the labels they saw, so a label beats the hidden field name above it:
// in IOM's own templates the two contradict each other in columns N to R, column AJ has no name, and one name is misspelt.
import { matchKey } from './cell.ts';
import { type HtcdsFieldName, type HtcdsSection, htcdsField, htcdsFields } from './fields.ts';
import type { FileNoteCode } from './problem.ts';

export type Rule =
  | 'label-and-field-name'
  | 'label'
  | 'label-over-field-name'
  | 'field-name'
  | 'label-by-neighbours'
  | 'not-in-htcds'
  | 'second-column'
  | 'row-counter';

export interface HeaderCell {
  readonly label: string;
  readonly fieldName: string;
}

export interface Column {
  readonly column: number;
  readonly label: string;
  readonly fieldName: string;
  readonly field: HtcdsFieldName | null;
  readonly rule: Rule;
}

/** `vic_TraffickinStatusDecisionMakingOrg` stands in all three IOM templates. */
const MISSPELT = { vicTraffickinStatusDecisionMakingOrg: 'vic_TraffickingStatusDecisionMakingOrg' } as const;
const names = new Map<string, HtcdsFieldName>([
  ...htcdsFields.map(({ name }) => [matchKey(name), name] as const),
  ...Object.entries(MISSPELT).map(([wrong, right]) => [matchKey(wrong), right] as const),
]);
const labels = new Map<string, HtcdsFieldName[]>();
for (const { name, label } of htcdsFields) {
  if (label !== '') labels.set(matchKey(label), [...(labels.get(matchKey(label)) ?? []), name]);
}

const fieldNamed = (text: string): HtcdsFieldName | undefined => names.get(matchKey(text));
const fieldsLabelled = (text: string): readonly HtcdsFieldName[] => labels.get(matchKey(text)) ?? [];
const isMisspelt = (text: string): boolean => matchKey(text) === matchKey('vicTraffickinStatusDecisionMakingOrg');

/** Headers that say whom a row is about; a sheet of lookup lists has field labels too, but none of these. */
const WHO: ReadonlySet<HtcdsFieldName> = new Set([
  'prs_FirstName',
  'prs_MiddleName',
  'prs_SecondName',
  'prs_Birthdate',
  'prs_IdentityNumber',
  'prs_Email',
  'prs_HomePhone',
  'prs_MobilePhone',
]);

export interface HeaderRows {
  /** Positions among the rows that were looked at. */
  readonly labels: number | null;
  readonly fieldNames: number | null;
}

const LEAST_RECOGNISED = 2;
const FARTHEST_APART = 3;

/** Finds the header rows among the first rows of a sheet, each a list of texts by column; null when there are none. */
export function findHeaderRows(rows: readonly (readonly string[])[]): HeaderRows | null {
  const named = best(rows, (text) => fieldNamed(text) !== undefined && !fieldsLabelled(text).length);
  const labelled = best(rows, (text) => fieldsLabelled(text).length > 0);
  const isNear = named !== null && labelled !== null && Math.abs(named - labelled) <= FARTHEST_APART;
  const found =
    isNear || named === null || labelled === null
      ? { labels: labelled, fieldNames: named }
      : { labels: labelled, fieldNames: null };
  return namesSomebody(rows, found) ? found : null;
}

function best(rows: readonly (readonly string[])[], isHeader: (text: string) => boolean): number | null {
  const scores = rows.map((row) => {
    const recognised = row.filter(isHeader).length;
    // Two words alone may be chance ("Date", "Birthdate" in a list of questions): then they must be most of the row.
    return recognised > 2 || recognised * 2 > row.filter((text) => text !== '').length ? recognised : 0;
  });
  const top = Math.max(0, ...scores);
  return top < LEAST_RECOGNISED ? null : scores.indexOf(top);
}

function namesSomebody(rows: readonly (readonly string[])[], found: HeaderRows): boolean {
  const texts = [found.labels, found.fieldNames].flatMap((at) => (at === null ? [] : (rows[at] ?? [])));
  return texts.some((text) => [fieldNamed(text) ?? [], fieldsLabelled(text)].flat().some((name) => WHO.has(name)));
}

/** Reads the header of every column. Ambiguous labels ("City") follow their neighbours; a second column for a field is kept apart. */
export function readColumns(headers: readonly HeaderCell[]): readonly Column[] {
  const first = headers.map(readHeader);
  const settled = first.map((column, at) => (column.candidates.length > 1 ? byNeighbours(first, at) : column));
  const taken = new Set<HtcdsFieldName>();
  const fields = [...settled]
    .sort((a, b) => strength(a.rule) - strength(b.rule) || a.column - b.column)
    .map((column) => once(column, taken));
  return fields.sort((a, b) => a.column - b.column).filter(({ label, fieldName }) => label !== '' || fieldName !== '');
}

interface Candidate extends Column {
  readonly candidates: readonly HtcdsFieldName[];
}

const strength = (rule: Rule): number => (rule === 'field-name' ? 1 : 0);

function readHeader({ label, fieldName }: HeaderCell, column: number): Candidate {
  const named = fieldNamed(fieldName) ?? fieldNamed(label);
  const labelled = fieldsLabelled(label);
  const candidates = named !== undefined && labelled.includes(named) ? [named] : labelled;
  const base = { column, label, fieldName, candidates };
  if (candidates.length === 0)
    return { ...base, field: named ?? null, rule: named === undefined ? 'not-in-htcds' : 'field-name' };
  if (candidates.length > 1) return { ...base, field: null, rule: 'label-by-neighbours' };
  const rule =
    named === undefined ? 'label' : named === candidates[0] ? 'label-and-field-name' : 'label-over-field-name';
  return { ...base, field: candidates[0] ?? null, rule };
}

/** "City" stands in several sections: the nearest column, to the left first, whose section has such a field decides. */
function byNeighbours(columns: readonly Candidate[], at: number): Candidate {
  const here = columns[at]!;
  const bySection = new Map<HtcdsSection, HtcdsFieldName>(
    here.candidates.map((name) => [htcdsField(name).section, name]),
  );
  for (let distance = 1; distance < columns.length; distance += 1) {
    for (const neighbour of [columns[at - distance], columns[at + distance]]) {
      const field = neighbour?.field == null ? undefined : bySection.get(htcdsField(neighbour.field).section);
      if (field !== undefined) return { ...here, field, candidates: [field] };
    }
  }
  return { ...here, rule: 'not-in-htcds' };
}

function once({ column, label, fieldName, field, rule }: Candidate, taken: Set<HtcdsFieldName>): Column {
  if (field === null) return { column, label, fieldName, field, rule };
  if (taken.has(field)) return { column, label, fieldName, field: null, rule: 'second-column' };
  taken.add(field);
  return { column, label, fieldName, field, rule };
}

/** What the person should know about the header, with the columns it is about. */
export function headerNotes(
  columns: readonly Column[],
): readonly { readonly code: FileNoteCode; readonly columns: readonly Column[] }[] {
  const hasFieldNames = columns.some(({ fieldName }) => fieldName !== '');
  const notes: { code: FileNoteCode; columns: readonly Column[] }[] = [
    { code: 'labels-over-field-names', columns: columns.filter(({ rule }) => rule === 'label-over-field-name') },
    {
      code: 'column-without-field-name',
      columns: columns.filter(({ fieldName, rule }) => hasFieldNames && fieldName === '' && rule === 'label'),
    },
    {
      code: 'misspelt-field-name',
      columns: columns.filter(({ fieldName, label }) => isMisspelt(fieldName) || isMisspelt(label)),
    },
    { code: 'ambiguous-label', columns: columns.filter(({ rule }) => rule === 'label-by-neighbours') },
    { code: 'duplicate-column', columns: columns.filter(({ rule }) => rule === 'second-column') },
    { code: 'unknown-column', columns: columns.filter(({ rule }) => rule === 'not-in-htcds') },
  ];
  return notes.filter((note) => note.columns.length > 0);
}
