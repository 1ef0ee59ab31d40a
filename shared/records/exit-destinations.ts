// Where somebody goes from here, in the codes of the HMIS living situation list (FY2024 and later: the old code in a series of
// 100 homeless, 200 institution, 300 temporary, 400 permanent). A kind of place, never a place: no city, no address.
import { z } from 'zod';

/** Codes of the list that a house outside HMIS needs; not compared code by code with the standard yet. */
export const destinationList = { source: 'HUD HMIS data standards FY2024, list 3.12.1', verified: false } as const;

export const Destination = z.enum([
  '410',
  '435',
  '411',
  '421',
  '422',
  '423',
  '302',
  '312',
  '313',
  '314',
  '329',
  '332',
  '101',
  '116',
  '118',
  '204',
  '205',
  '206',
  '207',
  '215',
  '225',
  '17',
  '24',
  '30',
  '8',
  '9',
  '99',
]);
export type Destination = z.output<typeof Destination>;
