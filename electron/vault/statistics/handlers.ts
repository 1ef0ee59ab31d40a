// Figures: counted, disclosed, measured against every table that was given out, and kept. See README.md for what each part promises.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import type {
  Figures,
  IssuedTable,
  Note,
  statisticsOperations,
  StoredIssuedTable,
  Wish,
} from '#shared/records/statistics';
import type { CountTable } from '#shared/statistics/count-table';
import { type Counted, guard } from '#shared/statistics/differencing';
import { disclosed, type ShownTable, smallCells } from '#shared/statistics/disclose';
import { dimensionsOf, type FunderSet, setOf, type TableId } from '#shared/statistics/funder-sets';
import { isOver, lengthOf } from '#shared/statistics/periods';
import { thresholds } from '#shared/statistics/shown';
import type { ReadContext, WriteContext } from '../context.ts';
import { caseKeyOf } from '../erasure/case-key.ts';
import type { CaseKey } from '../records/erased-case.ts';
import { saveRecord, type Stored } from '../records/record-kind.ts';
import { obey } from '../records/revision-mark.ts';
import type { StickDesk } from '../removable/stick-desk.ts';
import {
  inOnePiece,
  type Medium,
  type WriteControl,
  writeOutside,
  type WrittenFile,
} from '../removable/write-outside.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { allIssued, issuedInYear, issuedTableKind, loadIssued, shownIssued, tableCopyKind } from './issued-table.ts';
import { marksOf } from './marks.ts';
import { hasUnlinked } from './people.ts';
import { tableFile, tableFileName } from './table-file.ts';
import { type Counting, countingOf, countTables, OF_OTHERS } from './tables.ts';

export interface FiguresRoom {
  readonly desk: StickDesk;
  readonly medium: Medium;
}

/** Made from the keys of the vault when marks are needed, once for all of them. */
type Keys = () => CaseKey;

export function statisticsHandlers(
  session: Session,
  { desk, medium }: FiguresRoom,
): Handlers<typeof statisticsOperations> {
  const keys: Keys = () => caseKeyOf(session.opened().vault);
  return {
    show: (context, wish) => {
      const made = make(context, wish);
      const { tables, notes, small } = made;
      return { tables, notes, smallCells: small, refusal: refusalOf(context, made, keys) };
    },
    issue: (context, { warnedOf, ...wish }) => {
      const made = make(context, wish);
      obey(exactRefusal(context, made, warnedOf));
      obey(refusalOf(context, made, keys)?.rule ?? null);
      const body = issuedOf(made, keys);
      return shownIssued(
        context,
        saveRecord(context, issuedTableKind, { id: context.newId(), caseFileId: null, body }),
      );
    },
    issued: (context) => allIssued(context, isDirector(context)).map((stored) => shownIssued(context, stored)),
    get: (context, { id }) => shownIssued(context, hers(context, id)),
    printed: (context, { id }) => keepCopy(context, id, 'PAPER'),
    save: async (context, { id, folder: handle }, control) => {
      const { body } = context.read((read) => hers(read, id));
      const folder = context.chosenPath(handle);
      const bytes = tableFile(body);
      const name = tableFileName(body, id);
      const write = (watch: WriteControl): Promise<WrittenFile> =>
        writeOutside(medium, { folder, name, bytes: bytes.length }, inOnePiece(bytes), watch);
      const stage = (phase: string, done: number): void => control.progress({ phase, done });
      const saved = await desk.save(folder, write, { signal: control.signal, stage });
      context.write((change) => keepCopy(change, id, 'FILE'));
      return { fileName: name, sha256: saved.value.sha256, stick: await saved.letGo() };
    },
  };
}

const isDirector = ({ staffMember }: Pick<ReadContext, 'staffMember'>): boolean => staffMember.role === 'director';

/** A table that opens to her: exact counts to a director only. */
function hers(context: ReadContext, id: RecordId): Stored<IssuedTable> {
  const stored = loadIssued(context, id);
  if (stored.body.mode === 'EXACT' && !isDirector(context)) throw new VaultError('not-allowed');
  return stored;
}

function keepCopy(context: WriteContext, id: RecordId, way: 'PAPER' | 'FILE'): StoredIssuedTable {
  const stored = hers(context, id);
  const body = { issuedTableId: id, way };
  saveRecord(context, tableCopyKind, { id: context.newId(), caseFileId: null, body });
  return shownIssued(context, stored);
}

interface Made {
  readonly wish: Wish;
  readonly threshold: number;
  readonly counting: Counting;
  readonly tables: ShownTable[];
  readonly notes: Note[];
  readonly small: number;
}

/** Throws `not-allowed` for exact counts to anybody but a director, and rule-broken where no table knows the age that is asked for. */
function make(context: ReadContext, wish: Wish): Made {
  if (wish.mode === 'EXACT' && !isDirector(context)) throw new VaultError('not-allowed');
  const set = setOf(wish.set);
  const threshold = thresholds[wish.audience];
  obey(wish.who !== 'EVERYONE' && set.tables.every((id) => OF_OTHERS.includes(id)) ? 'figures-everybody' : null);
  const counting = countingOf(context, wish.period, wish.who);
  const counts = countTables(counting, withoutCrossings(set, wish));
  const tables = counts.map((table) => disclosed(table, { mode: modeFor(table, wish), threshold }));
  return {
    ...{ wish, threshold, counting, tables, small: smallCells(counts, threshold) },
    notes: notesOf(context, { wish, set, tables }),
  };
}

/** Exact cells beside rounded ones of a table that crosses them would give away what both hide. */
const withoutCrossings = (set: FunderSet, { mode }: Wish): FunderSet =>
  mode === 'SUPPRESSED' ? { ...set, tables: set.tables.filter((id) => dimensionsOf(id).length === 1) } : set;

/** The headcount holds people who are in no other table: exact beside an exact total it would tell how many they are. */
const modeFor = ({ id }: CountTable, { mode }: Wish): Wish['mode'] =>
  id === 'HEADCOUNT' && mode === 'SUPPRESSED' ? 'ROUNDED' : mode;

interface ToNote {
  readonly wish: Wish;
  readonly set: FunderSet;
  readonly tables: readonly ShownTable[];
}

function notesOf(context: ReadContext, { wish, set, tables }: ToNote): Note[] {
  const says: Readonly<Record<Note, boolean>> = {
    ROUNDED_ROWS: wish.mode !== 'EXACT',
    HIDDEN_CELLS: tables.some(
      ({ rows, isWithheld }) => !isWithheld && rows.some(({ cells }) => cells.includes('HIDDEN')),
    ),
    WITHHELD_ROWS: tables.some(({ rows, isWithheld }) => isWithheld || rows.some(({ of }) => of.length > 1)),
    NO_CROSSING: withoutCrossings(set, wish).tables.length < set.tables.length,
    REFUSED: true,
    MONTH_WITHOUT_ERASED: lengthOf(wish.period) === 'MONTH',
    UNLINKED: hasUnlinked(context),
    WITHOUT_ERASED_NEEDS: tables.some(({ id }) => id === 'UNMET'),
    NOT_VERIFIED: !set.verified,
  };
  return (Object.keys(says) as Note[]).filter((note) => says[note]);
}

/** Why exact counts may not leave, or counts made for the house; null where neither is meant. */
function exactRefusal(context: ReadContext, { wish, small }: Made, warnedOf: number | null): string | null {
  if (wish.audience === 'OURSELVES') return 'figures-ours';
  if (wish.mode !== 'EXACT') return null;
  const isTold = isDirector(context) && wish.audience === 'FUNDER' && warnedOf === small;
  return isTold ? null : 'figures-exact';
}

function refusalOf(context: ReadContext, made: Made, keys: Keys): Figures['refusal'] {
  const { wish } = made;
  if (wish.audience === 'OURSELVES') return null;
  if (!isOver(wish.period, context.today())) return { rule: 'figures-not-over', issuedId: null };
  const issued = issuedInYear(context, wish.period);
  if (issued.length === 0) return null;
  const earlier = issued.map(({ id, body }) => ({ ...guarded(body), id }));
  const verdict = guard(earlier, guarded(issuedOf(made, keys)));
  return verdict === null ? null : { rule: verdict.rule, issuedId: RecordId.parse(verdict.issued.id) };
}

/** Services in the groups of one funder are another table than in those of another. */
function guarded(body: IssuedTable): Counted {
  const groups = setOf(body.set).services ?? '';
  return {
    ...body,
    tables: body.tables.map((table) => ({ ...table, id: table.id === 'SERVICES' ? table.id + groups : table.id })),
  };
}

function issuedOf({ wish, threshold, counting, tables, notes }: Made, keys: Keys): IssuedTable {
  const ids = tables.map(({ id }) => id);
  const breakdowns = ids.filter((id) => id !== 'HEADCOUNT').flatMap((id) => dimensionsOf(id as TableId));
  const marks = marksOf(counting, ids, keys());
  return { ...wish, threshold, tables, notes, breakdowns: [...new Set(breakdowns)], marks };
}
