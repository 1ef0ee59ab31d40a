// Which tables a funder asks for, as data (domain §20). `verified` says whether the whole set, with its groups of services, was compared
// with the funder's own text; a set that was not says so on screen, on paper and in the file.
import { z } from 'zod';
import type { Funder } from '../records/service-codes.ts';

/** LEFT, ASKED and what is missing (UNMET, NO_BED, WAIT) count other people than the rest: those who left, asked, or went without. */
export const TableId = z.enum([
  'HEADCOUNT',
  'TURN',
  'LEFT',
  'AGE',
  'TYPE',
  'GENDER',
  'AGE_BY_TYPE',
  'GENDER_BY_TYPE',
  'SERVICES',
  'ASKED',
  'UNMET',
  'NO_BED',
  'WAIT',
]);
export type TableId = z.output<typeof TableId>;

export const SetId = z.enum(['OURS', 'EVIDENCE', 'OVC', 'OTIP', 'VOCA', 'HMIS']);
export type SetId = z.output<typeof SetId>;

export const FunderSet = z.strictObject({
  id: SetId,
  source: z.string().min(1).max(200),
  /** Of the set as it stands here. */
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  verified: z.boolean(),
  tables: z.array(TableId).min(1),
  /** By whose groups services are counted; by our own list when null. */
  services: z.enum(['OVC', 'VOCA', 'OTIP', 'HMIS']).nullable(),
});
export type FunderSet = z.output<typeof FunderSet> & { readonly services: Funder | null };

export const funderSets: readonly FunderSet[] = [
  {
    id: 'OURS',
    source: 'What the records of this house can tell, by its own list of services',
    version: '2026-11-28',
    verified: true,
    tables: ['HEADCOUNT', 'TURN', 'LEFT', 'AGE', 'TYPE', 'GENDER', 'SERVICES', 'ASKED'],
    services: null,
  },
  {
    // domain §19: what an ask to those who decide can rest on.
    id: 'EVIDENCE',
    source: 'What is missing, by the records of this house: needs no service was found for, no bed, days of waiting',
    version: '2026-11-28',
    verified: true,
    tables: ['UNMET', 'NO_BED', 'WAIT'],
    services: null,
  },
  {
    id: 'OVC',
    source: 'OVC human trafficking grants: TIMS, measures now in the PMT of JustGrants; the award says what is asked',
    version: '2026-11-28',
    verified: false,
    tables: ['HEADCOUNT', 'TURN', 'AGE', 'TYPE', 'GENDER', 'AGE_BY_TYPE', 'GENDER_BY_TYPE', 'SERVICES'],
    services: 'OVC',
  },
  {
    id: 'OTIP',
    source: 'OTIP, DVHT and TVAP: programme entry, case closure, client service use (OMB 0970-0542)',
    version: '2026-11-28',
    verified: false,
    tables: ['HEADCOUNT', 'TURN', 'LEFT', 'AGE', 'TYPE', 'AGE_BY_TYPE', 'SERVICES'],
    services: 'OTIP',
  },
  {
    id: 'VOCA',
    source: 'OVC PMT for VOCA assistance grants: individuals, new individuals, five groups of services',
    version: '2026-11-28',
    verified: false,
    tables: ['HEADCOUNT', 'TURN', 'AGE', 'TYPE', 'GENDER', 'SERVICES'],
    services: 'VOCA',
  },
  {
    id: 'HMIS',
    source: 'HUD HMIS data standards, for the aggregates of a comparable database',
    version: '2026-11-28',
    verified: false,
    tables: ['HEADCOUNT', 'TURN', 'LEFT', 'AGE', 'GENDER', 'SERVICES'],
    services: 'HMIS',
  },
];

/** The set of that name; every name has one. */
export const setOf = (id: SetId): FunderSet => {
  const found = funderSets.find((set) => set.id === id);
  if (found === undefined) throw new RangeError('no such set');
  return found;
};

/** The breakdowns that a table crosses. */
export const dimensionsOf = (table: TableId): readonly string[] => table.split('_BY_');
