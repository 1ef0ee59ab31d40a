// Whoever is no longer here has no place in a group; a mentor may go along with somebody until her own file is closed.
import { type CaseStatus, isOpen } from '#shared/records/case-status';
import type { WriteContext } from '../context.ts';
import { endPair, pairsOf } from './mentor-pair.ts';
import { endPlace, placesOf } from './peer-group-kind.ts';

export function leaveGroups(context: WriteContext, caseFileId: string, to: CaseStatus): void {
  for (const place of placesOf(context, caseFileId)) endPlace(context, place, place.revision);
  const pairs = pairsOf(context, caseFileId).filter(({ body }) => !isOpen(to) || body.mentee === caseFileId);
  for (const pair of pairs) endPair(context, pair, pair.revision);
}
