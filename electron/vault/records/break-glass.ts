// Break-glass in the vault: the opening is kept before anything is shown, and stays on a second person's Today until she
// says that she has seen it.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { BreakGlass, type breakGlassOperations, OPEN_FOR, type UnseenOpening } from '#shared/records/break-glass';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { herCases, inHerCases, mayOpen } from './case-reach.ts';
import { listRecords, loadRecord, recordKind, saveRecord } from './record-kind.ts';
import { obey, staffRef } from './revision-mark.ts';

export const breakGlassKind = recordKind<BreakGlass>({
  kind: 'break-glass',
  schema: BreakGlass,
  table: 'break_glass',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    staff_id: body.staffMemberId,
    opened_at: body.at,
    until_at: body.until,
    seen_at: body.seen?.at ?? null,
  }),
});

export const breakGlassHandlers: Handlers<typeof breakGlassOperations> = {
  open: (context, { caseFileId, reason }) => {
    caseRef(context, caseFileId);
    obey(mayOpen(context, 'whole', caseFileId) ? 'open-already' : null);
    const until = context.now() + OPEN_FOR;
    keepOpening(context, { caseFileId, reason, until });
    return { until };
  },
  seen: (context, { id }) => {
    const { body } = loadRecord(context, breakGlassKind, id);
    obey(body.staffMemberId === context.staffMember.id ? 'second-person' : null);
    if (body.seen === null) {
      const seen = { by: context.staffMember.id, at: context.now() };
      saveRecord(context, breakGlassKind, { id, caseFileId: body.caseFileId, body: { ...body, seen } });
    }
    return {};
  },
};

interface Opening {
  readonly caseFileId: string;
  readonly reason: string;
  readonly until: number | null;
}

/** Throws `rule-broken` when no reason is given. */
export function keepOpening(context: WriteContext, { caseFileId, reason, until }: Opening): void {
  const body = BreakGlass.safeParse({
    caseFileId,
    staffMemberId: context.staffMember.id,
    reason,
    at: context.now(),
    until,
    seen: null,
  });
  if (!body.success) throw new VaultError('rule-broken', { rule: 'reason-needed' });
  saveRecord(context, breakGlassKind, { id: context.newId(), caseFileId, body: body.data, expectedRevision: 0 });
}

/** What this person is the second one to see, oldest first: openings by others, of the cases that are hers to watch. */
export function unseenOpenings(context: ReadContext): UnseenOpening[] {
  return listRecords(
    context,
    breakGlassKind,
    `t.seen_at IS NULL AND t.staff_id <> $me AND ${inHerCases('t.case_file_id')} ORDER BY t.opened_at, t.id`,
    herCases(context),
  ).map(({ id, body }) => ({
    id: RecordId.parse(id),
    of: caseRef(context, body.caseFileId),
    by: staffRef(context, body.staffMemberId),
    reason: body.reason,
    at: body.at,
    until: body.until,
  }));
}
