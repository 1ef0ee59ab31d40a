// Where the house is: which law and which holidays its days are reckoned by, and what it corrected or checked itself (domain §15, §17).
import { z } from 'zod';
import { directorOnly, everyRole, read, write } from '../contract/operation.ts';
import { HousePlace, isFigure, statutes } from '../legal/place.ts';
import { BasedOn, Revision } from './revision-mark.ts';

/** `revision` 0: nothing was said yet, and no list of holidays counts but that of the law a date is reckoned by. */
export const StoredPlace = z.strictObject({ ...HousePlace.shape, revision: Revision.or(z.literal(0)) });
export type StoredPlace = z.output<typeof StoredPlace>;

export type HousePlaceRefusal = 'place-word';

/** A word about nothing that is known: an older page, or a law that is no longer reckoned with. */
export const placeRefusal = ({ words }: HousePlace): HousePlaceRefusal | null =>
  Object.keys(words).every((id) => isFigure(id) || id in statutes) ? null : 'place-word';

const None = z.strictObject({});

export const housePlaceOperations = {
  /** Everybody's days are reckoned by it; nobody's case is in it. */
  get: read(everyRole, None, StoredPlace),
  /** Open requests and matters are reckoned anew. Errors: rule-broken {rule: HousePlaceRefusal}, conflict. */
  save: write(
    directorOnly,
    ['housePlace', 'rightsRequest', 'legalMatter', 'today', 'calendar'],
    z.strictObject({ ...HousePlace.shape, basedOn: BasedOn }),
    StoredPlace,
  ),
};
