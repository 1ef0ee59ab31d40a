// The questions of a pending import: one for all cells that ask the same, each decided once and as often as wanted.
import { VaultError } from '#shared/contract/errors';
import { type AskedCode, fitsQuestion, questionKey } from '#shared/htcds/decide';
import { htcdsField, type HtcdsFieldName } from '#shared/htcds/fields';
import type { ParsedRow } from '#shared/htcds/parser-protocol';
import { problemWeight } from '#shared/htcds/problem';
import type { RowProblem } from '#shared/htcds/read-row';
import { suggestCodes } from '#shared/htcds/suggest';
import type { Decision, Question } from '#shared/records/htcds-import';

const EXAMPLES = 3;
const ROWS_NAMED = 5;
const SHOWN = 300;
/** Beyond this many different unknown values nobody decides one by one: the rest is kept as written and marked. */
const MOST_QUESTIONS = 20_000;
const UNDECIDED: Decision = { decide: 'undecided' };

interface OpenQuestion {
  readonly code: AskedCode;
  readonly field: HtcdsFieldName;
  readonly words: string[];
  readonly rows: number[];
  cells: number;
  decision: Decision;
}

const isAsked = (code: RowProblem['code']): code is AskedCode => problemWeight(code) === 'ask';

export class OpenQuestions {
  readonly #all: OpenQuestion[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #evidence = new Map<HtcdsFieldName, { dayFirst: number; monthFirst: number }>();

  /** Takes in the problems of one row; returns the positions of its questions. */
  add({ problems, orders }: ParsedRow, row: number): readonly number[] {
    for (const [field, order] of orders) {
      const seen = this.#evidence.get(field) ?? { dayFirst: 0, monthFirst: 0 };
      seen[order === 'day-first' ? 'dayFirst' : 'monthFirst'] += 1;
      this.#evidence.set(field, seen);
    }
    const found = problems.flatMap(({ code, field, words }) =>
      field !== null && isAsked(code) ? [this.#ask(code, field, words, row)] : [],
    );
    return [...new Set(found)].filter((at) => at !== -1);
  }

  #ask(code: AskedCode, field: HtcdsFieldName, words: string, row: number): number {
    const key = questionKey(code, field, words);
    const known = this.#byKey.get(key);
    if (known === undefined && this.#all.length >= MOST_QUESTIONS) return -1;
    const at = known ?? this.#all.push({ code, field, words: [], rows: [], cells: 0, decision: UNDECIDED }) - 1;
    this.#byKey.set(key, at);
    const question = this.#get(at);
    question.cells += 1;
    if (question.words.length < EXAMPLES && !question.words.includes(words)) question.words.push(words);
    if (question.rows.length < ROWS_NAMED && !question.rows.includes(row)) question.rows.push(row);
    return at;
  }

  get total(): number {
    return this.#all.length;
  }

  get open(): number {
    return this.#all.filter(({ decision }) => decision.decide === 'undecided').length;
  }

  isOpen(at: number): boolean {
    return this.#get(at).decision.decide === 'undecided';
  }

  decisionFor(problem: RowProblem): Decision {
    if (problem.field === null || !isAsked(problem.code)) return UNDECIDED;
    const at = this.#byKey.get(questionKey(problem.code, problem.field, problem.words));
    return at === undefined ? UNDECIDED : this.#get(at).decision;
  }

  /** Error: rule-broken when the decision does not fit. */
  decide(at: number, decision: Decision): Question {
    const question = this.#get(at);
    if (!fitsQuestion(question.code, htcdsField(question.field), decision))
      throw new VaultError('rule-broken', { rule: 'decision' });
    question.decision = decision;
    return this.show(at);
  }

  page(offset: number, limit: number): readonly Question[] {
    return this.#all.slice(offset, offset + limit).map((_question, at) => this.show(offset + at));
  }

  show(at: number): Question {
    const { code, field, words, rows, cells, decision } = this.#get(at);
    const isDate = code === 'date-day-or-month';
    return {
      question: at,
      code,
      field,
      asWritten: words.map((text) => text.slice(0, SHOWN)),
      cells,
      rows: [...rows],
      suggestions: isDate ? [] : [...suggestCodes(htcdsField(field), words[0] ?? '')],
      ...(isDate ? { evidence: this.#evidence.get(field) ?? { dayFirst: 0, monthFirst: 0 } } : {}),
      decision,
    };
  }

  #get(at: number): OpenQuestion {
    const question = this.#all[at];
    if (question === undefined) throw new VaultError('not-found');
    return question;
  }
}
