// Somebody leaves a bed: her stay ends on a day, and the bed waits to be made.
import type { Stay } from '#shared/records/stay';
import type { CalendarDate } from '#shared/time';
import type { WriteContext } from '../context.ts';
import { loadRecord, saveRecord, type Stored } from './record-kind.ts';
import { bedKind, saveBed } from './room.ts';
import { stayKind, staysOf } from './stay-kind.ts';

/** Throws `conflict` when the stay was changed since `basedOn`. */
export function leaveBed(
  context: WriteContext,
  { id, body }: Pick<Stored<Stay>, 'id' | 'body'>,
  leftOn: CalendarDate,
  basedOn: number,
): void {
  const { caseFileId } = body;
  saveRecord(context, stayKind, { id, caseFileId, body: { ...body, leftOn }, expectedRevision: basedOn });
  // Where nobody slept yet there is nothing to make.
  if (body.from > context.today()) return;
  const bed = loadRecord(context, bedKind, body.bedId);
  saveBed(context, bed.id, { ...bed.body, beingMadeSince: context.now() });
}

/** Whoever is no longer here has no bed. A day before her stay began ends it without a night. */
export function leaveHouse(context: WriteContext, caseFileId: string, on: CalendarDate): void {
  for (const stay of staysOf(context, caseFileId)) {
    if (stay.body.leftOn !== null) continue;
    leaveBed(context, stay, on < stay.body.from ? stay.body.from : on, stay.revision);
  }
}
