// Household link: two people here who belong together, each with a case of their own (domain §1). It says how they belong
// together and nothing else: linked cases never share a note. Each of the two can ask for it to be hidden.
import { z } from 'zod';
import { careTeam, caseWorkers, opening, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { BasedOn, CaseRef, OfCase, Revision } from './revision-mark.ts';

/** What the other person is to this one. */
export const Kinship = z.enum(['PARENT', 'CHILD', 'SIBLING', 'PARTNER', 'OTHER']);
export type Kinship = z.output<typeof Kinship>;

const fromTheOther: Readonly<Record<Kinship, Kinship>> = {
  PARENT: 'CHILD',
  CHILD: 'PARENT',
  SIBLING: 'SIBLING',
  PARTNER: 'PARTNER',
  OTHER: 'OTHER',
};
/** The same tie from the other side: whose parent she is, is her child. */
export const seenFromTheOther = (kinship: Kinship): Kinship => fromTheOther[kinship];

export const HouseholdLink = z.strictObject({
  one: CaseFileId,
  other: CaseFileId,
  /** What `other` is to `one`. */
  kinship: Kinship,
  hiddenByOne: z.boolean(),
  hiddenByOther: z.boolean(),
  since: CalendarDate,
  until: CalendarDate.nullable(),
});
export type HouseholdLink = z.output<typeof HouseholdLink>;

/** As one of the two cases shows it. */
export const ShownLink = z.strictObject({
  id: RecordId,
  revision: Revision,
  kinship: Kinship,
  /** Null where the other case does not open to the asker. */
  to: CaseRef.nullable(),
  /** This person asked for it to be hidden. */
  hiddenHere: z.boolean(),
});
export type ShownLink = z.output<typeof ShownLink>;

const touched = ['householdLink'];
const OfLink = { ...OfCase.shape, id: RecordId, basedOn: BasedOn };

export const householdLinkOperations = {
  /** A hidden one is listed only to who works on both cases. */
  list: opening('facts', read(careTeam, OfCase, z.array(ShownLink))),
  /** Both cases have to open to the asker. Errors: rule-broken {rule: 'link-self' | 'link-known'}. */
  add: opening(
    'facts',
    write(
      caseWorkers,
      touched,
      z.strictObject({ ...OfCase.shape, otherCaseFileId: CaseFileId, kinship: Kinship }),
      z.array(ShownLink),
    ),
  ),
  /** As this person wishes it. Error: not-found for a link that is not shown to the asker. */
  hide: opening(
    'facts',
    write(caseWorkers, touched, z.strictObject({ ...OfLink, hidden: z.boolean() }), z.array(ShownLink)),
  ),
  end: opening('facts', write(caseWorkers, touched, z.strictObject(OfLink), z.array(ShownLink))),
};
