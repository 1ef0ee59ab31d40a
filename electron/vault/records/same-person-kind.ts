// Pairs of cases that may be of one person, as records: what she answered, and what was made of it.
import type { ReadContext } from '../context.ts';
import { SamePerson } from '#shared/records/same-person';
import { listRecords, recordKind, type Stored } from './record-kind.ts';

export const samePersonKind = recordKind<SamePerson>({
  kind: 'same-person',
  schema: SamePerson,
  table: 'same_person',
  columns: (body) => ({
    one_case_id: body.one,
    other_case_id: body.other,
    answer: body.answer,
    kept_id: body.merge?.kept ?? null,
    merged_id: mergedOf(body),
  }),
});

/** The case that is a part of the other now, or null. */
export const mergedOf = ({ one, other, merge }: SamePerson): string | null =>
  merge === null ? null : merge.kept === one ? other : one;

export const pairsOf = (context: ReadContext, caseFileId: string): Stored<SamePerson>[] =>
  listRecords(context, samePersonKind, '$case IN (t.one_case_id, t.other_case_id) ORDER BY t.revision_seq DESC', {
    case: caseFileId,
  });

export const pairOf = (context: ReadContext, one: string, other: string): Stored<SamePerson> | undefined =>
  pairsOf(context, one).find(({ body }) => body.one === other || body.other === other);
