// The one record of where the house is; until a director saves it, nowhere in particular.
import { HousePlace, nowhereYet } from '#shared/legal/place';
import type { ReadableDb } from '../database/sql.ts';
import { onlyRecord, recordKind } from './record-kind.ts';

export const housePlaceKind = recordKind<HousePlace>({
  kind: 'house-place',
  schema: HousePlace,
  table: 'house_place',
  columns: () => ({}),
});

type Reader = { readonly db: ReadableDb };
export const savedPlace = (reader: Reader) => onlyRecord(reader, housePlaceKind);

export const placeNow = (reader: Reader): HousePlace => savedPlace(reader)?.body ?? nowhereYet;
