// Importing a workbook: opened by a parser process, looked through and decided in memory, written in one transaction.
import { VaultError } from '#shared/contract/errors';
import type { StopSignal, TaskControl } from '#shared/contract/operation';
import { fold } from '#shared/fold';
import { codesIn, draftCase } from '#shared/htcds/draft-case';
import { codeFor } from '#shared/htcds/choices';
import { htcdsField } from '#shared/htcds/fields';
import { CaseFileId } from '#shared/ids';
import { ImportId, type htcdsImportOperations, type ImportSummary } from '#shared/records/htcds-import';
import type { HtcdsRecord } from '#shared/records/htcds-record';
import type { ReadContext, TaskContext, WriteContext } from '../context.ts';
import { readWithParser, type StartParser } from '../import/parser-port.ts';
import { type KnownPerson, PendingImport } from '../import/pending-import.ts';
import type { Handlers } from '../router.ts';
import { caseFileKind, openCase } from './case-file.ts';
import { htcdsRecordKind } from './htcds-record.ts';
import { listRecords, saveRecord } from './record-kind.ts';

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

interface Opening {
  readonly path: string;
  readonly waiting: Waiting;
  readonly control: TaskControl;
}

async function openFile(
  context: TaskContext,
  start: StartParser,
  { path, waiting, control }: Opening,
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

/** Everybody who has a case, with what an earlier import knew about them. */
function knownPeople(context: ReadContext): readonly KnownPerson[] {
  const imported = new Map(
    listRecords(context, htcdsRecordKind, '1 = 1').map(({ body }) => [body.caseFileId as string, body.answers]),
  );
  const language = htcdsField('prs_PrimaryLanguage');
  return listRecords(context, caseFileKind, '1 = 1').map(({ id, body }) => {
    const answers = imported.get(id) ?? {};
    const born = answers.prs_Birthdate?.value;
    return {
      caseFileId: CaseFileId.parse(id),
      displayName: body.nameUsed,
      facts: {
        names: [body.nameUsed, ...body.aliases.map(({ text }) => text)],
        born: born?.kind === 'date' ? born.date : null,
        languages: body.languages.flatMap((name) => codeFor(language, name) ?? []),
        nationalities: codesIn(answers, 'prs_Citizenship'),
      },
    };
  });
}

const PREPARED_AT_ONCE = 100;

/**
 * Prepares every row first, with progress and "Stop"; then writes all of them in one transaction, which either is durable
 * when this returns or never was. The transaction itself cannot be stopped half-way: it takes about a second for 5,000 rows.
 */
async function commit(context: TaskContext, pending: PendingImport, control: TaskControl) {
  const rows: PreparedRow[] = [];
  for (let at = 0; at < pending.people; at += 1) {
    if (at % PREPARED_AT_ONCE === 0) {
      control.progress({ phase: 'preparing', done: at / pending.people });
      await breathe(control.signal);
    }
    const prepared = prepare(pending, at);
    if (prepared !== null) rows.push(prepared);
  }
  control.progress({ phase: 'writing' });
  await breathe(control.signal);
  context.write((write) => writeAll(write, pending.id, rows));
  return { people: rows.length, leftOut: pending.people - rows.length };
}

interface PreparedRow {
  readonly draft: ReturnType<typeof draftCase>;
  readonly owner: string;
  readonly record: Omit<HtcdsRecord, 'caseFileId'>;
}

function prepare(pending: PendingImport, at: number): PreparedRow | null {
  const { answers, others, sheet, number, leftOut } = pending.decided(at);
  if (leftOut) return null;
  const owner = answers.cas_CaseOwner?.value;
  return {
    draft: draftCase(answers, { number, today: pending.today }),
    owner: owner?.kind === 'text' ? fold(owner.text) : '',
    record: { answers, others: [...others], origin: { importId: pending.id, sheet, row: number } },
  };
}

function writeAll(context: WriteContext, importId: ImportId, rows: readonly PreparedRow[]): void {
  const staff = context.db.all<{ id: string; name: string }>(
    'SELECT id, name FROM staff_member WHERE disabled_at IS NULL',
  );
  const byName = new Map(staff.map(({ id, name }) => [fold(name), id]));
  for (const { draft, owner, record } of rows) {
    const workerId = (byName.get(owner) ?? null) as HtcdsWorker;
    const { id } = openCase(context, { ...draft, workerId });
    saveRecord(context, htcdsRecordKind, { id: context.newId(), caseFileId: id, body: { ...record, caseFileId: id } });
  }
  context.note(`${rows.length}`, { recordId: importId });
}

type HtcdsWorker = Parameters<typeof openCase>[1]['workerId'] & (string | null);
