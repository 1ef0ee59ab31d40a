// The rows of a pending import, in memory only: each as the JSON text that was checked, with the few facts that lists need.
import { VaultError } from '#shared/contract/errors';
import { codesIn } from '#shared/htcds/draft-case';
import { ParsedRow, wholeAnswers } from '#shared/htcds/parser-protocol';
import { problemWeight } from '#shared/htcds/problem';
import { displayName, type RowProblem } from '#shared/htcds/read-row';
import type { PersonFacts } from '#shared/records/duplicate';
import type { HtcdsAnswers, OtherCell } from '#shared/records/htcds-record';
import type { PartialDate } from '#shared/partial-date';

/** More than any shelter's workbook; 10,000 rows with all 84 fields filled take 80 MB. */
const MOST_BYTES = 250_000_000;
const MOST_ROWS = 50_000;

export interface KeptRow {
  readonly row: number;
  readonly sheet: number;
  readonly number: number;
  readonly displayName: string;
  readonly born: PartialDate | null;
  readonly answered: number;
  readonly person: PersonFacts;
  /** Problems that stay whatever is decided. */
  checks: number;
  /** Positions of the questions this row waits for. */
  questions: readonly number[];
  leftOut: boolean;
}

export interface WholeRow {
  readonly answers: HtcdsAnswers;
  readonly others: readonly OtherCell[];
  readonly problems: readonly RowProblem[];
}

export class KeptRows {
  readonly rows: KeptRow[] = [];
  readonly #json: Buffer[] = [];
  readonly #merged = new Map<number, RowProblem[]>();
  readonly #byPlace = new Map<string, number>();
  #bytes = 0;

  /** Checks one row of the parser and keeps it. `asked` returns the questions of its problems. */
  add(json: string, asked: (row: ParsedRow, at: number) => readonly number[]): void {
    const parsed = checkedRow(json);
    const at = this.rows.length;
    const bytes = Buffer.from(json);
    this.#bytes += bytes.length;
    if (at >= MOST_ROWS || this.#bytes > MOST_BYTES)
      throw new VaultError('file-too-big', { limit: 'rows', most: MOST_ROWS });
    const answers = wholeAnswers(parsed.answers);
    const born = bornOf(answers);
    const name = displayName(answers);
    this.#json.push(bytes);
    this.#byPlace.set(`${parsed.sheet}:${parsed.number}`, at);
    this.rows.push({
      row: at,
      sheet: parsed.sheet,
      number: parsed.number,
      displayName: name,
      born,
      answered: Object.values(parsed.answers).filter(({ state }) => state === undefined).length,
      person: {
        names: name === '' ? [] : [name],
        born,
        languages: [...codesIn(answers, 'prs_PrimaryLanguage'), ...codesIn(answers, 'prs_SecondaryLanguage')],
        nationalities: codesIn(answers, 'prs_Citizenship'),
      },
      checks: parsed.problems.filter(({ code }) => problemWeight(code) === 'check').length,
      questions: asked(parsed, at),
      leftOut: false,
    });
  }

  /** Marks fields whose cells lay inside a merged block. */
  addMerged(sheet: number, number: number, field: NonNullable<RowProblem['field']>): void {
    const at = this.#byPlace.get(`${sheet}:${number}`);
    const row = at === undefined ? undefined : this.rows[at];
    if (at === undefined || row === undefined) return;
    row.checks += 1;
    this.#merged.set(at, [...(this.#merged.get(at) ?? []), { code: 'merged-cell', field, words: '' }]);
  }

  get(row: number): KeptRow {
    const kept = this.rows[row];
    if (kept === undefined) throw new VaultError('not-found');
    return kept;
  }

  whole(row: number): WholeRow {
    const json = this.#json[row];
    if (json === undefined) throw new VaultError('not-found');
    // Checked when it came in, and nobody else holds this memory.
    const parsed = JSON.parse(json.toString()) as ParsedRow;
    const merged = this.#merged.get(row) ?? [];
    const answers = wholeAnswers(parsed.answers);
    for (const { field } of merged) {
      if (field !== null) answers[field] ??= { state: 'NOT_ASKED', source: 'DOCUMENT' };
    }
    return { answers, others: parsed.others, problems: [...parsed.problems, ...merged] };
  }
}

function checkedRow(json: string): ParsedRow {
  const parsed = ParsedRow.safeParse(parseJson(json));
  if (!parsed.success) throw new VaultError('file-damaged', { reason: 'parser-nonsense' });
  return parsed.data;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function bornOf(answers: HtcdsAnswers): PartialDate | null {
  const value = answers.prs_Birthdate?.value;
  return value?.kind === 'date' ? value.date : null;
}
