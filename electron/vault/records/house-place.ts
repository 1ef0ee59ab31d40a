// The one record of where the house is; until a director saves it, nowhere in particular.
import { HousePlace, nowhereYet } from '#shared/legal/place';
import type { ReadableDb } from '../database/sql.ts';
import { listRecords, recordKind } from './record-kind.ts';

export const housePlaceKind = recordKind<HousePlace>({
  kind: 'house-place',
  schema: HousePlace,
  table: 'house_place',
  columns: () => ({}),
});

type Reader = { readonly db: ReadableDb };
export const savedPlace = (reader: Reader) => listRecords(reader, housePlaceKind, '1 = 1 ORDER BY t.id LIMIT 1')[0];

export const placeNow = (reader: Reader): HousePlace => savedPlace(reader)?.body ?? nowhereYet;
