// Importing a workbook: opened by a parser process, looked through and decided in memory, written in one transaction.
import { VaultError } from '#shared/contract/errors';
import { caseWorkers, type StopSignal, type TaskControl } from '#shared/contract/operation';
import { fold } from '#shared/fold';
import { codesIn, draftCase } from '#shared/htcds/draft-case';
import { CaseFileId, StaffMemberId } from '#shared/ids';
import type { CaseNumber } from '#shared/records/case-number';
import type { PersonFacts } from '#shared/records/duplicate';
import { allNames, nameToSay } from '#shared/records/names';
import { ImportId, type htcdsImportOperations, type ImportSummary } from '#shared/records/htcds-import';
import type { ReadContext, TaskContext, WriteContext } from '../context.ts';
import { withSmallCache } from '../database/open.ts';
import { readWithParser, type StartParser } from '../import/parser-port.ts';
import { type KnownPerson, PendingImport } from '../import/pending-import.ts';
import type { Handlers } from '../router.ts';
import { caseFileKind } from './case-file-kind.ts';
import { freeNumbers, newCase } from './case-file.ts';
import { mayOpen } from './case-reach.ts';
import { htcdsRecordKind } from './htcds-record.ts';
import { languageCodes } from './person-facts.ts';
import { eachRecord, NewRecords, settleSearch } from './record-kind.ts';

/** One import waits at a time. */
interface Waiting {
  pending: PendingImport | null;
  /** While rows are being prepared and written, nothing about them may change. */
  isWriting: boolean;
}

export function htcdsImportHandlers(startParser: StartParser): Handlers<typeof htcdsImportOperations> {
  const waiting: Waiting = { pending: null, isWriting: false };
  const of = (context: Pick<ReadContext, 'staffMember'>, importId: ImportId): PendingImport => {
    const { pending } = waiting;
    if (pending?.id !== importId || pending.owner !== context.staffMember.id) throw new VaultError('not-found');
    return pending;
  };
  const free = (context: Pick<ReadContext, 'staffMember'>, importId: ImportId): PendingImport => {
    if (waiting.isWriting) throw new VaultError('already-running');
    return of(context, importId);
  };
  return {
    open: (context, { file }, control) =>
      openFile(context, startParser, { path: context.chosenPath(file), waiting, control }),
    current: ({ staffMember }) => (waiting.pending?.owner === staffMember.id ? waiting.pending.summary() : null),
    page: (context, { importId, show, offset, limit }) => of(context, importId).page(show, offset, limit),
    row: (context, { importId, row }) => {
      const pending = of(context, importId);
      const { answers, others } = pending.decided(row);
      return { row: pending.row(row), answers, others: [...others] };
    },
    questions: (context, { importId, offset, limit }) => {
      const { questions } = of(context, importId);
      return { total: questions.total, open: questions.open, questions: [...questions.page(offset, limit)] };
    },
    decide: (context, { importId, question, decision }) => free(context, importId).questions.decide(question, decision),
    leaveOut: (context, { importId, row, leaveOut }) => free(context, importId).leaveOut(row, leaveOut),
    commit: async (context, { importId }, control) => {
      const pending = free(context, importId);
      waiting.isWriting = true;
      try {
        const result = await commit(context, pending, control);
        waiting.pending = null;
        return result;
      } finally {
        waiting.isWriting = false;
      }
    },
    discard: (context, { importId }) => {
      free(context, importId);
      waiting.pending = null;
      return {};
    },
  };
}

interface Chosen {
  readonly path: string;
  readonly waiting: Waiting;
  readonly control: TaskControl;
}

async function openFile(
  context: TaskContext,
  start: StartParser,
  { path, waiting, control }: Chosen,
): Promise<ImportSummary> {
  if (waiting.isWriting) throw new VaultError('already-running');
  waiting.pending = null;
  const today = context.today();
  const pending = new PendingImport(ImportId.parse(context.newId()), context.staffMember.id, today);
  control.progress({ phase: 'opening' });
  const parsed = await readWithParser(start, {
    path,
    today,
    signal: control.signal,
    rows: (rows) => pending.add(rows),
    progress: (done) => control.progress({ phase: 'reading', done }),
  });
  pending.finish(parsed);
  await pending.compare(context.read(knownPeople), async (done) => {
    control.progress({ phase: 'comparing', done });
    await breathe(control.signal);
  });
  waiting.pending = pending;
  return pending.summary();
}

/** Lets other requests through, and notices "Stop". */
async function breathe(signal: StopSignal): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (signal.aborted) throw new VaultError('cancelled');
}

type Imported = Pick<PersonFacts, 'born' | 'nationalities'>;

/** Everybody who has a case, with what an earlier import knew about them. */
function knownPeople(context: ReadContext): readonly KnownPerson[] {
  const imported = new Map<string, Imported>();
  for (const { body } of eachRecord(context, htcdsRecordKind)) {
    const born = body.answers.prs_Birthdate?.value;
    imported.set(body.caseFileId, {
      born: born?.kind === 'date' ? born.date : null,
      nationalities: codesIn(body.answers, 'prs_Citizenship'),
    });
  }
  return Array.from(eachRecord(context, caseFileKind), ({ id, body }) => ({
    caseFileId: CaseFileId.parse(id),
    // Whoever does not work on it learns that there may be an earlier record, and whose it is from a director (domain §1).
    displayName: mayOpen(context, 'facts', id) ? nameToSay(body) : '',
    facts: {
      names: allNames(body),
      languages: languageCodes(body.languages),
      ...(imported.get(id) ?? { born: null, nationalities: [] }),
    },
  }));
}

/**
 * Writes all rows in one transaction, which either is durable when this returns or never was. "Stop" counts until the
 * transaction begins; it cannot be stopped half-way, because nobody may see half an import.
 */
async function commit(context: TaskContext, pending: PendingImport, control: TaskControl) {
  control.progress({ phase: 'writing', done: 0 });
  await breathe(control.signal);
  const progress = (done: number): void => control.progress({ phase: 'writing', done });
  const people = context.write((write) => withSmallCache(write.db, () => writeAll(write, pending, progress)));
  return { people, leftOut: pending.people - people };
}

/** Few enough to be forgotten young: 50 at a time held 100 MB more, 500 another 30. One at a time took a quarter more processor. */
const UNPACKED_AT_ONCE = 10;

/** A few rows at a time are unpacked from memory and written, so that an import never exists twice in it. */
function writeAll(context: WriteContext, pending: PendingImport, progress: (done: number) => void): number {
  const cases = new NewRecords(context, caseFileKind);
  const records = new NewRecords(context, htcdsRecordKind);
  const opening = { workers: workersByName(context), nextNumber: freeNumbers(context) };
  let people = 0;
  for (let from = 0; from < pending.people; from += UNPACKED_AT_ONCE) {
    const rows = Array.from({ length: Math.min(UNPACKED_AT_ONCE, pending.people - from) }, (_none, at) => from + at);
    const persons = rows.flatMap((row) => newPerson(context, pending, { row, ...opening }) ?? []);
    for (const person of persons) cases.add(person.case);
    for (const person of persons) records.add(person.record);
    people += persons.length;
    progress((from + rows.length) / pending.people);
  }
  for (const written of [cases, records]) written.finish();
  settleSearch(context);
  context.note(`${people}`, { recordId: pending.id });
  return people;
}

type Workers = ReadonlyMap<string, StaffMemberId>;

/** Case workers by folded name: a case owner in the workbook who is one of them keeps the case. */
function workersByName(context: WriteContext): Workers {
  const staff = context.db.all<{ id: string; name: string }>(
    'SELECT id, name FROM staff_member WHERE disabled_at IS NULL AND role IN (SELECT value FROM json_each(?))',
    [JSON.stringify(caseWorkers)],
  );
  return new Map(staff.map(({ id, name }) => [fold(name), StaffMemberId.parse(id)]));
}

interface Opening {
  readonly row: number;
  readonly workers: Workers;
  readonly nextNumber: () => CaseNumber;
}

/** The case and the record of one row, still to be written; null for a row that is left out. */
function newPerson(context: WriteContext, pending: PendingImport, { row, workers, nextNumber }: Opening) {
  const { answers, others, sheet, number, leftOut } = pending.decided(row);
  if (leftOut) return null;
  // Somebody works on every case: who brought it in, until she hands it over, because nobody else has read a word of it yet.
  const importer = context.staffMember.id;
  const owner = answers.cas_CaseOwner?.value;
  const workerId = owner?.kind === 'text' ? (workers.get(fold(owner.text)) ?? importer) : importer;
  const known = { ...draftCase(answers, { number, today: pending.today }), workerId, caseNumber: nextNumber() };
  const id = CaseFileId.parse(context.newId());
  const origin = { importId: pending.id, sheet, row: number };
  return {
    case: { id, caseFileId: id, body: newCase(context, known) },
    record: { id: context.newId(), caseFileId: id, body: { caseFileId: id, answers, others: [...others], origin } },
  };
}
