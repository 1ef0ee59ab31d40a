// The tables of a set, from what was counted: true counts still, which go no further than disclosed.ts lets them.
import { serviceGroups, ServiceCode } from '#shared/records/service-codes';
import { type BreakdownId, breakdowns, GIVEN_BUT_ERASED, type Who } from '#shared/statistics/breakdowns';
import { type CountTable, crossingRefusal } from '#shared/statistics/count-table';
import { dimensionsOf, type FunderSet, type TableId } from '#shared/statistics/funder-sets';
import { daysOf, type Period, quartersOf } from '#shared/statistics/periods';
import type { ReadableDb } from '../database/sql.ts';
import { erasedCases } from '../records/erased-case.ts';
import { obey } from '../records/revision-mark.ts';
import { type Alike, type Asking, peopleGiven, servedAlike } from './counted.ts';
import { alikeOf, codesGiven, type ErasedIn, erasedIn } from './erased.ts';
import { askedIn, leftIn } from './left-and-asked.ts';
import { lackedIn, noBedIn, waitedIn } from './lacked.ts';
import { sharedPeople } from './people.ts';

/** Everything that one period of one set is counted from, read once. */
export interface Counting {
  readonly asking: Asking;
  readonly quarters: readonly string[];
  readonly erased: ErasedIn;
}

export function countingOf(reader: { readonly db: ReadableDb }, period: Period, who: Who): Counting {
  const quarters = quartersOf(period);
  return {
    asking: { db: reader.db, days: daysOf(period), who, shared: sharedPeople(reader) },
    quarters,
    erased: erasedIn(erasedCases(reader), quarters, who),
  };
}

/** Tables about other people than those who were given something: only of everybody, because their age then is not counted. */
export const OF_OTHERS: readonly TableId[] = ['LEFT', 'ASKED', 'UNMET', 'NO_BED', 'WAIT'];

/** Throws rule-broken for a set that would cross what must not be crossed. */
export function countTables(counting: Counting, { tables, services }: FunderSet): CountTable[] {
  const { asking, erased, quarters } = counting;
  const alike = [...servedAlike(asking), ...erased.served.map((one) => alikeOf(one, quarters))];
  return tables
    .filter((id) => asking.who === 'EVERYONE' || !OF_OTHERS.includes(id))
    .map((id) => {
      obey(crossingRefusal(dimensionsOf(id), asking.who === 'UNDER_18'));
      if (id === 'SERVICES') return servicesTable(counting, services);
      return ofOthers(id, counting) ?? tableOf(id, alike);
    });
}

/** Who does not want to be counted stands in the headcount alone. */
function tableOf(id: TableId, alike: readonly Alike[]): CountTable {
  if (id === 'HEADCOUNT') return oneRow(id, peopleIn(alike));
  const counted = alike.filter(({ isRefused }) => !isRefused);
  const [rows, columns] = dimensionsOf(id) as readonly [BreakdownId, BreakdownId?];
  const is = (one: Alike, by: BreakdownId, category: string): boolean => categoryOf(one, by) === category;
  const { categories, sensitive } = breakdowns[rows];
  const across = columns === undefined ? null : breakdowns[columns];
  return {
    ...{ id, isPartition: true, rows: categories.map((category) => [category]), columns: across?.categories ?? null },
    counts: categories.map((row) => {
      const inRow = counted.filter((one) => is(one, rows, row));
      if (columns === undefined || across === null) return [peopleIn(inRow)];
      return across.categories.map((column) => peopleIn(inRow.filter((one) => is(one, columns, column))));
    }),
    sensitive: [...sensitive, ...(across?.sensitive ?? [])],
  };
}

const peopleIn = (alike: readonly Alike[]): number => alike.reduce((sum, { people }) => sum + people, 0);

const oneRow = (id: TableId, people: number): CountTable => ({
  ...{ id, rows: [[id]], columns: null, counts: [[people]], isPartition: false, sensitive: [] },
});

function categoryOf(one: Alike, by: BreakdownId): string {
  switch (by) {
    case 'TURN':
      return one.isNew ? 'NEW' : 'CONTINUING';
    case 'AGE':
      return one.age;
    case 'TYPE':
      return one.type;
    case 'GENDER':
      return one.gender;
    case 'LEFT':
    case 'ASKED':
    case 'UNMET':
    case 'NO_BED':
    case 'WAIT':
      return '';
  }
}

/** By the groups of the funder, or code by code; what nobody was given has no row. */
function servicesTable({ asking, erased, quarters }: Counting, services: FunderSet['services']): CountTable {
  const groups = groupsOf(services);
  const people = peopleGiven(asking, groups);
  const add = (category: string): void => void people.set(category, (people.get(category) ?? 0) + 1);
  for (const { stub } of erased.served.filter((one) => !one.stub.isRefused)) {
    const codes = codesGiven(stub, quarters);
    if (codes === null) add(GIVEN_BUT_ERASED);
    else for (const group of new Set(codes.flatMap((code) => groups[code] ?? []))) add(group);
  }
  const order = [...new Set(Object.values(groups)), GIVEN_BUT_ERASED].filter((category) => people.has(category));
  return {
    ...{ id: 'SERVICES', rows: order.map((category) => [category]), columns: null, isPartition: false, sensitive: [] },
    counts: order.map((category) => [people.get(category) ?? 0]),
  };
}

const groupsOf = (services: FunderSet['services']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ServiceCode.options.flatMap((code) => {
      const group = services === null ? code : serviceGroups[code][services];
      return group === null ? [] : [[code, group]];
    }),
  );

/** Null for the tables of those who were given something. */
function ofOthers(id: TableId, counting: Counting): CountTable | null {
  const { asking } = counting;
  if (id === 'LEFT') return leftTable(counting);
  if (id === 'ASKED') return askedTable(counting);
  if (id === 'NO_BED')
    return byCategory(
      id,
      noBedIn(asking).map(({ reason }) => reason),
    );
  if (id === 'WAIT') return waitTable(asking);
  return id === 'UNMET' ? unmetTable(asking) : null;
}

/** Somebody can lack several things. */
function unmetTable(asking: Asking): CountTable {
  const domains = lackedIn(asking).map(({ domain }) => domain);
  return { ...byCategory('UNMET', domains), isPartition: false };
}

function waitTable(asking: Asking): CountTable {
  const waited = waitedIn(asking);
  const bands = waited.map(({ category }) => category);
  return { ...byCategory('WAIT', bands), days: waited.map(({ days }) => days) };
}

function leftTable({ asking, erased }: Counting): CountTable {
  const reasons = [...leftIn(asking).map(({ reason }) => reason), ...erased.left.map(() => 'UNKNOWN' as const)];
  return byCategory('LEFT', reasons);
}

const askedTable = ({ asking, erased }: Counting): CountTable =>
  byCategory('ASKED', [...askedIn(asking).map(({ category }) => category), ...erased.asked.map(() => 'ERASED')]);

function byCategory(id: 'LEFT' | 'ASKED' | 'UNMET' | 'NO_BED' | 'WAIT', found: readonly string[]): CountTable {
  const { categories, sensitive } = breakdowns[id];
  return {
    ...{ id, rows: categories.map((category) => [category]), columns: null, isPartition: true, sensitive },
    counts: categories.map((category) => [found.filter((one) => one === category).length]),
  };
}
