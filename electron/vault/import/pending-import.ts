// One import between "read" and "written": rows, questions and suggestions, in memory and nowhere else.
import { VaultError } from '#shared/contract/errors';
import { applyDecisions } from '#shared/htcds/decide';
import type { PartialDate } from '#shared/partial-date';
import type { PersonFacts } from '#shared/records/duplicate';
import type { DuplicateSuggestion, ImportId, ImportRow, ImportSummary, Problem } from '#shared/records/htcds-import';
import type { HtcdsAnswers } from '#shared/records/htcds-record';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { findDuplicates } from './find-duplicates.ts';
import { type KeptRow, KeptRows, type WholeRow } from './kept-rows.ts';
import { OpenQuestions } from './open-questions.ts';
import type { Parsed } from './parser-port.ts';

/** Somebody who already has a case. */
export interface KnownPerson {
  readonly caseFileId: CaseFileId;
  readonly displayName: string;
  readonly facts: PersonFacts;
}

export type Show = 'all' | 'to-check' | 'duplicates' | 'left-out';

const PROBLEM_WORDS = 300;

export class PendingImport {
  readonly id: ImportId;
  /** Only the person who opened the file goes on with it. */
  readonly owner: StaffMemberId;
  readonly today: string;
  readonly questions = new OpenQuestions();
  readonly #rows = new KeptRows();
  readonly #duplicates = new Map<number, DuplicateSuggestion[]>();
  #parsed: Parsed | null = null;

  constructor(id: ImportId, owner: StaffMemberId, today: string) {
    this.id = id;
    this.owner = owner;
    this.today = today;
  }

  add(rows: readonly string[]): void {
    for (const json of rows) this.#rows.add(json, (row, at) => this.questions.add(row, at));
  }

  finish(parsed: Parsed): void {
    if (this.#rows.rows.length === 0 || this.#rows.rows.some(({ sheet }) => sheet >= parsed.sheets.length)) {
      throw new VaultError('file-damaged', { reason: 'parser-nonsense' });
    }
    this.#parsed = parsed;
    for (const [sheet, number, field] of parsed.merged) this.#rows.addMerged(sheet, number, field);
  }

  /** Compares every row with every other and with the people who have a case. */
  async compare(known: readonly KnownPerson[], pause: (done: number) => Promise<void>): Promise<void> {
    const fresh = this.#rows.rows.length;
    const people = [...this.#rows.rows.map(({ person }) => person), ...known.map(({ facts }) => facts)];
    for (const { a, b, points } of await findDuplicates({ people, today: this.today, fresh, pause })) {
      this.#suggest(a, b, { points, fresh, known });
      this.#suggest(b, a, { points, fresh, known });
    }
  }

  #suggest(
    row: number,
    other: number,
    {
      points,
      fresh,
      known,
    }: { readonly points: number; readonly fresh: number; readonly known: readonly KnownPerson[] },
  ): void {
    if (row >= fresh) return;
    const person = known[other - fresh];
    const suggestion: DuplicateSuggestion =
      person === undefined
        ? { with: 'row', row: other, displayName: this.#rows.get(other).displayName, points }
        : { with: 'case', caseFileId: person.caseFileId, displayName: person.displayName, points };
    this.#duplicates.set(row, [...(this.#duplicates.get(row) ?? []), suggestion]);
  }

  get people(): number {
    return this.#rows.rows.length;
  }

  summary(): ImportSummary {
    const parsed = this.#parsed;
    if (parsed === null) throw new VaultError('not-found');
    return {
      importId: this.id,
      fileKind: parsed.fileKind,
      sheets: parsed.sheets,
      columns: parsed.columns,
      notes: parsed.notes,
      people: this.people,
      blankRows: parsed.blankRows,
      rowsToCheck: this.#rows.rows.filter((row) => this.#isToCheck(row)).length,
      questions: this.questions.total,
      rowsWithDuplicates: this.#duplicates.size,
    };
  }

  page(show: Show, offset: number, limit: number): { readonly total: number; readonly rows: ImportRow[] } {
    const shown = show === 'all' ? this.#rows.rows : this.#rows.rows.filter((row) => this.#isShown(row, show));
    return { total: shown.length, rows: shown.slice(offset, offset + limit).map(({ row }) => this.row(row)) };
  }

  #isShown(row: KeptRow, show: Show): boolean {
    switch (show) {
      case 'all':
        return true;
      case 'to-check':
        return !row.leftOut && this.#isToCheck(row);
      case 'duplicates':
        return this.#duplicates.has(row.row);
      case 'left-out':
        return row.leftOut;
    }
  }

  #isToCheck(row: KeptRow): boolean {
    return row.checks > 0 || row.questions.some((question) => this.questions.isOpen(question));
  }

  row(at: number): ImportRow {
    const { row, sheet, number, displayName, born, answered, leftOut } = this.#rows.get(at);
    const whole = this.#rows.whole(at);
    return {
      row,
      sheet: this.#parsed?.sheets[sheet]?.name ?? '',
      rowNumber: number,
      displayName,
      birthdate: born === null ? null : (this.#bornDecided(whole) ?? born),
      answered,
      problems: this.#openProblems(whole),
      duplicates: this.#duplicates.get(at) ?? [],
      leftOut,
    };
  }

  #bornDecided(whole: WholeRow): PartialDate | null {
    const value = this.#decided(whole).prs_Birthdate?.value;
    return value?.kind === 'date' ? value.date : null;
  }

  /** What is decided is no problem any more. */
  #openProblems(whole: WholeRow): Problem[] {
    return whole.problems
      .filter((problem) => this.questions.decisionFor(problem).decide === 'undecided')
      .map(({ code, field, words }) => ({ code, field, asWritten: words.slice(0, PROBLEM_WORDS) }));
  }

  #decided(whole: WholeRow): HtcdsAnswers {
    return applyDecisions(whole, (problem) => this.questions.decisionFor(problem), this.today);
  }

  leaveOut(at: number, leaveOut: boolean): ImportRow {
    this.#rows.get(at).leftOut = leaveOut;
    return this.row(at);
  }

  /** One row as it would be saved now. */
  decided(at: number): Pick<WholeRow, 'others'> & {
    readonly answers: HtcdsAnswers;
    readonly sheet: string;
    readonly number: number;
    readonly leftOut: boolean;
  } {
    const { number, sheet, leftOut } = this.#rows.get(at);
    const whole = this.#rows.whole(at);
    return {
      answers: this.#decided(whole),
      others: whole.others,
      sheet: this.#parsed?.sheets[sheet]?.name ?? '',
      number,
      leftOut,
    };
  }
}
