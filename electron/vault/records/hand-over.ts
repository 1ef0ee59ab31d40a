// Hand-overs in the vault: written once, read by each of the house, and gone after two weeks.
import { RecordId } from '#shared/ids';
import { HAND_OVER_DAYS, HandOver, type handOverOperations, type ShownHandOver } from '#shared/records/hand-over';
import { addDays } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { named } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { staffRef } from './revision-mark.ts';

/** In no search: it is no file of anybody. */
export const handOverKind = recordKind<HandOver>({
  kind: 'hand-over',
  schema: HandOver,
  table: 'hand_over',
  columns: ({ at, eraseOn }) => ({ written_at: at, erase_on: eraseOn }),
});

export const handOverHandlers: Handlers<typeof handOverOperations> = {
  write: (context, { lines }) => {
    for (const { caseFileId } of lines) if (caseFileId !== null) caseRef(context, caseFileId);
    const eraseOn = addDays(context.today(), HAND_OVER_DAYS);
    const body: HandOver = { lines, writtenBy: context.staffMember.id, at: context.now(), eraseOn, seen: [] };
    const { id } = saveRecord(context, handOverKind, { id: context.newId(), caseFileId: null, body });
    settleDraft(context, 'hand-over');
    return { handOverId: RecordId.parse(id) };
  },
  list: (context, { offset, limit }) => {
    const all = handOvers(context);
    return { handOvers: all.slice(offset, offset + limit).map((stored) => shown(context, stored)), total: all.length };
  },
  seen: (context, { handOverId }) => {
    const stored = loadRecord(context, handOverKind, handOverId);
    if (!isNewTo(context, stored.body)) return {};
    const seen = [...stored.body.seen, { by: context.staffMember.id, at: context.now() }];
    saveRecord(context, handOverKind, { id: handOverId, caseFileId: null, body: { ...stored.body, seen } });
    return {};
  },
};

/** On the day on which they go nobody reads them any more, also where the records stayed open over midnight. */
const handOvers = (context: ReadContext): Stored<HandOver>[] =>
  listRecords(context, handOverKind, 't.erase_on > ? ORDER BY t.written_at DESC, t.id DESC', [context.today()]);

const isNewTo = ({ staffMember: { id } }: Pick<ReadContext, 'staffMember'>, { writtenBy, seen }: HandOver): boolean =>
  writtenBy !== id && seen.every(({ by }) => by !== id);

const shown = (
  context: ReadContext,
  { id, body: { lines, writtenBy, at, eraseOn, seen } }: Stored<HandOver>,
): ShownHandOver => ({
  id: RecordId.parse(id),
  lines: lines.map(({ caseFileId, words }) => ({
    of: caseFileId && named(context, caseRef(context, caseFileId)),
    words,
  })),
  writtenBy: staffRef(context, writtenBy),
  at,
  eraseOn,
  seen: seen.map((one) => ({ by: staffRef(context, one.by), at: one.at })),
  isNew: isNewTo(context, { lines, writtenBy, at, eraseOn, seen }),
});

/** For Today: what this person has not read yet, the newest first. */
export const newHandOvers = (context: ReadContext): ShownHandOver[] =>
  handOvers(context)
    .filter(({ body }) => isNewTo(context, body))
    .slice(0, 10)
    .map((stored) => shown(context, stored));
