// A shelter's years, invented and the same in every run: cases with notes, needs and plans, each saved over and over, so that the
// records of one case lie as scattered through the file as real ones do.
import { CaseFileId } from '#shared/ids';
import { fold } from '#shared/fold';
import type { CaseFile } from '#shared/records/case-file';
import { CaseNote } from '#shared/records/case-note';
import type { Need } from '#shared/records/need';
import type { SafetyPlan } from '#shared/records/safety-plan';
import { addDays, DAY } from '#shared/time';
import { castOf } from '../../build/workbooks/generate.mjs';
import type { WriteContext } from '../../electron/vault/context.ts';
import { caseNoteKind } from '../../electron/vault/records/case-note.ts';
import { caseFileKind } from '../../electron/vault/records/case-file-kind.ts';
import { change, freeNumbers, loadCase, newCase } from '../../electron/vault/records/case-file.ts';
import { needKind } from '../../electron/vault/records/need-kind.ts';
import { NewRecords, saveRecord, settleSearch } from '../../electron/vault/records/record-kind.ts';
import { safetyPlanKind } from '../../electron/vault/records/safety-plan-kind.ts';
import type { Session } from '../../electron/vault/session.ts';
import { aNeed, aNote } from '../helpers/casework.ts';
import { seededNumbers } from '../helpers/seeded-numbers.ts';
import { fixedId } from '../helpers/vault.ts';

/** One round is one day on which every case is worked at once. 200 rounds: 40 notes and 200 entries of the timeline for each. */
export const ROUNDS = 200;
const NEEDS = 6;

const syllables = 'ba do fe gi ka lu mo ne pi ra so ta vu wa ze li mar ten sol van'.split(' ');
const random = seededNumbers(11);
const word = (): string => Array.from({ length: 2 + random(3) }, () => syllables[random(syllables.length)]).join('');
/** As in any language, few words make up most of a text: the first are in nearly every note, the last in hardly any. */
const words = [...new Set(Array.from({ length: 4_000 }, word))];
export const wordAt = (rank: number): string => words[Math.min(rank, words.length - 1)] ?? '';
const rankOf = (share: number): number => Math.floor((words.length + 1) ** share) - 1;

export interface Names {
  readonly nameUsed: string;
  readonly alias: string;
}

/** The names of the people, each with a second one. */
export const namesOf = (cases: number): readonly Names[] =>
  castOf({ people: cases, traps: false }).map(({ meant }, at) => ({
    nameUsed: `${String(meant['prs_FirstName'])} ${String(meant['prs_SecondName'])}`,
    alias: `${wordAt(40 + ((at * 7) % 900))} ${String(meant['prs_FirstName'])}`,
  }));

export interface Shelter {
  readonly cases: readonly CaseFileId[];
  readonly names: readonly Names[];
}

/** Fills an empty open office. `until` is the last day; says how far it is, 0 to 1. */
export function fillShelter(session: Session, cases: number, until: number, said: (done: number) => void): Shelter {
  const names = namesOf(cases);
  const draw = seededNumbers(5);
  const text = (): string => Array.from({ length: 60 }, () => wordAt(rankOf(draw(1_000_000) / 1_000_000))).join(' ');
  const shelter: { cases: CaseFileId[]; names: readonly Names[] } = { cases: [], names };
  let ids = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = until - (ROUNDS - round) * DAY;
    session.commit({ name: 'benchmark', unlogged: true }, (given) => {
      const today = new Date(at).toISOString().slice(0, 10);
      const context: WriteContext = {
        ...given,
        now: () => at,
        today: () => today,
        newId: () => fixedId(at, (ids += 1)),
      };
      workOneDay({ context, round, shelter, text });
    });
    said((round + 1) / ROUNDS);
  }
  session.commit({ name: 'benchmark', unlogged: true }, settleSearch);
  return shelter;
}

interface OneDay {
  readonly context: WriteContext;
  readonly round: number;
  readonly shelter: { readonly cases: CaseFileId[]; readonly names: readonly Names[] };
  readonly text: () => string;
}

function workOneDay({ context, round, shelter, text }: OneDay): void {
  if (round === 0) {
    openCases(context, shelter);
    return;
  }
  const { cases } = shelter;
  if (round % 5 === 1) {
    writeNotes(context, cases, text);
    return;
  }
  cases.forEach((caseFileId, at) => {
    if (round % 5 === 2) saveNeed(context, { caseFileId, at, visit: (round - 2) / 5, words: text() });
    else if (round % 5 === 3) savePlan(context, { caseFileId, at });
    else if (round === ROUNDS - 1 && at % 5 < 3) closeCase(context, caseFileId);
    else changeCase(context, { caseFileId, round });
  });
}

function openCases(context: WriteContext, { names, cases }: OneDay['shelter']): void {
  const numberFor = freeNumbers(context);
  const opened = new NewRecords({ ...context, action: 'caseFile.open' }, caseFileKind);
  for (const { nameUsed, alias } of names) {
    const caseFileId = CaseFileId.parse(context.newId());
    const aliases: CaseFile['aliases'] = [{ text: alias, use: 'CHOSEN', safeToSayAloud: true }];
    const body = newCase(context, { nameUsed, aliases, languages: ['Spanish'], caseNumber: numberFor() });
    opened.add({ id: caseFileId, caseFileId, body });
    cases.push(caseFileId);
  }
  opened.finish();
}

function writeNotes(context: WriteContext, cases: readonly CaseFileId[], text: () => string): void {
  const notes = new NewRecords({ ...context, action: 'caseNote.add' }, caseNoteKind);
  for (const caseFileId of cases) {
    const body = CaseNote.parse({
      ...aNote(caseFileId, { happenedOn: context.today(), body: text() }),
      correctionOf: null,
    });
    notes.add({ id: context.newId(), caseFileId, body });
  }
  notes.finish();
}

interface Act {
  readonly caseFileId: CaseFileId;
  /** The place of the case among all. */
  readonly at: number;
}

/** Ids of needs and plans by the place of their case, so that a later day changes what an earlier one made. */
const needId = (at: number, which: number): string => fixedId(1, at * NEEDS + which);
const planId = (at: number): string => fixedId(2, at);

/** Six needs for each case, then changes of them in turn. Two of the six stay open. */
function saveNeed(
  context: WriteContext,
  { caseFileId, at, visit, words: note }: Act & { visit: number; words: string },
): void {
  const which = visit % NEEDS;
  const isOpen = which < 2;
  const body: Need = {
    ...aNeed(caseFileId),
    caseFileId,
    title: note.slice(0, 60).trim(),
    note: note.slice(0, 200).trim(),
    survivorPriority: null,
    ownerId: null,
    windows: [],
    windowEndsAt: null,
    status: isOpen || visit < NEEDS ? 'IDENTIFIED' : 'MET',
    identifiedAt: context.now(),
    dueAt: context.now() + DAY,
    checkedAt: null,
    settledAt: isOpen || visit < NEEDS ? null : context.now(),
    outcome: '',
  };
  const action = visit < NEEDS ? 'need.add' : 'need.change';
  saveRecord({ ...context, action }, needKind, { id: needId(at, which), caseFileId, body });
}

function savePlan(context: WriteContext, { caseFileId, at }: Act): void {
  const today = context.today();
  const body: SafetyPlan = {
    caseFileId,
    formVersion: 1,
    formId: 'safety-plan',
    stage: 'LEFT',
    riskLevelSurvivor: 'MODERATE',
    riskLevelWorker: 'HIGH',
    riskFlags: [],
    storage: 'KEEP_HERE',
    status: 'ACTIVE',
    answers: {},
    madeOn: today,
    reviewedOn: today,
    triggers: [],
    reviewDueOn: addDays(today, at % 60),
  };
  saveRecord({ ...context, action: 'safetyPlan.save' }, safetyPlanKind, { id: planId(at), caseFileId, body });
}

function changeCase(context: WriteContext, { caseFileId, round }: { caseFileId: CaseFileId; round: number }): void {
  change({ ...context, action: 'caseFile.updateDetails' }, caseFileId, (body) => ({
    ...body,
    status: 'ACTIVE',
    goodToKnow: [{ kind: 'other', words: `Comes to the kitchen at ${8 + (round % 12)}.` }],
  }));
}

function closeCase(context: WriteContext, caseFileId: CaseFileId): void {
  const { body, revision } = loadCase(context, caseFileId);
  const closed: CaseFile = { ...body, status: 'CLOSED', closing: { on: context.today(), reason: 'GOALS_MET' } };
  const record = { id: caseFileId, caseFileId, body: closed, expectedRevision: revision };
  saveRecord({ ...context, action: 'caseFile.close' }, caseFileKind, record);
}

/** What somebody types who looks for a case. */
export const typed = (text: string): string => fold(text).slice(0, 4).trim();
