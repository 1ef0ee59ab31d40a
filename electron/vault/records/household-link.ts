// Household links in the vault: seen from either case, and hidden as soon as one of the two people asks for it.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  HouseholdLink,
  type householdLinkOperations,
  seenFromTheOther,
  type ShownLink,
} from '#shared/records/household-link';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { mayOpen } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey } from './revision-mark.ts';

export const householdLinkKind = recordKind<HouseholdLink>({
  kind: 'household-link',
  schema: HouseholdLink,
  table: 'household_link',
  columns: (body) => ({ one_case_id: body.one, other_case_id: body.other, until_on: body.until }),
});

export const householdLinkHandlers: Handlers<typeof householdLinkOperations> = {
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return shownOf(context, caseFileId);
  },
  add: (context, { caseFileId, otherCaseFileId: other, kinship }) => {
    for (const id of [caseFileId, other]) caseRef(context, id);
    obey(caseFileId === other ? 'link-self' : null);
    obey(linksOf(context, caseFileId).some(({ body }) => [body.one, body.other].includes(other)) ? 'link-known' : null);
    const free = { hiddenByOne: false, hiddenByOther: false, since: context.today(), until: null };
    keep(context, context.newId(), { one: caseFileId, other, kinship, ...free }, 0);
    return shownOf(context, caseFileId);
  },
  hide: (context, { caseFileId, id, basedOn, hidden }) => {
    const { body } = linkOf(context, caseFileId, id);
    const side = body.one === caseFileId ? { hiddenByOne: hidden } : { hiddenByOther: hidden };
    keep(context, id, { ...body, ...side }, basedOn);
    return shownOf(context, caseFileId);
  },
  end: (context, { caseFileId, id, basedOn }) => {
    const { body } = linkOf(context, caseFileId, id);
    keep(context, id, { ...body, until: context.today() }, basedOn);
    return shownOf(context, caseFileId);
  },
};

const keep = (context: WriteContext, id: string, body: HouseholdLink, expectedRevision: number) =>
  saveRecord(context, householdLinkKind, { id, caseFileId: null, body, expectedRevision });

const linksOf = (context: ReadContext, caseFileId: string): Stored<HouseholdLink>[] =>
  listRecords(
    context,
    householdLinkKind,
    't.until_on IS NULL AND (t.one_case_id = $case OR t.other_case_id = $case) ORDER BY t.revision_seq, t.id',
    { case: caseFileId },
  );

const isShown = (context: ReadContext, { one, other, hiddenByOne, hiddenByOther }: HouseholdLink): boolean =>
  !(hiddenByOne || hiddenByOther) || (mayOpen(context, 'whole', one) && mayOpen(context, 'whole', other));

/** Throws `not-found` for a link of other cases, one that is over, and one that is hidden from the asker. */
function linkOf(context: ReadContext, caseFileId: string, id: string): Stored<HouseholdLink> {
  const stored = loadRecord(context, householdLinkKind, id);
  const { one, other, until } = stored.body;
  const isOfCase = one === caseFileId || other === caseFileId;
  if (!isOfCase || until !== null || !isShown(context, stored.body)) throw new VaultError('not-found');
  return stored;
}

const shownOf = (context: ReadContext, caseFileId: string): ShownLink[] =>
  linksOf(context, caseFileId)
    .filter(({ body }) => isShown(context, body))
    .map(({ id, revision, body }) => {
      const isOne = body.one === caseFileId;
      const to = isOne ? body.other : body.one;
      return {
        id: RecordId.parse(id),
        revision,
        kinship: isOne ? body.kinship : seenFromTheOther(body.kinship),
        to: mayOpen(context, 'facts', to) ? caseRef(context, to) : null,
        hiddenHere: isOne ? body.hiddenByOne : body.hiddenByOther,
      };
    });
