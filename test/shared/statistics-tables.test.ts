// domain §20: rows that tell of everybody in them, how many dimensions leave the house, and the sets of funders as data.
import { describe, expect, it } from 'vitest';
import { serviceMaps } from '#shared/records/service-codes';
import { breakdowns } from '#shared/statistics/breakdowns';
import { type CountTable, crossingRefusal, withoutTellingRows } from '#shared/statistics/count-table';
import { disclosed, ShownTable, smallCells } from '#shared/statistics/disclose';
import { dimensionsOf, FunderSet, funderSets, SetId, setOf } from '#shared/statistics/funder-sets';

const ages = (counts: number[][]): CountTable => ({
  ...{ id: 'AGE_BY_TYPE', isPartition: true, rows: [['UNDER_18'], ['ADULT'], ['NOT_KNOWN']] },
  ...{ columns: ['SEX', 'LABOUR', 'UNKNOWN'], counts, sensitive: ['SEX', 'LABOUR'] },
});
const types = (counts: number[]): CountTable => ({
  ...{ id: 'TYPE', isPartition: true, rows: [['SEX'], ['LABOUR'], ['UNKNOWN']], columns: null },
  ...{ counts: counts.map((count) => [count]), sensitive: ['SEX', 'LABOUR'] },
});

describe('§20, attribute disclosure: 100 % of a row in one sensitive category', () => {
  it('puts that row together with the smallest other one', () => {
    const table = withoutTellingRows(
      ages([
        [7, 0, 0],
        [12, 6, 1],
        [3, 2, 0],
      ]),
    );
    expect(table).toMatchObject({
      rows: [['UNDER_18', 'NOT_KNOWN'], ['ADULT']],
      counts: [
        [10, 2, 0],
        [12, 6, 1],
      ],
    });
  });

  it('shows no cell when nothing else is left, and says so; the whole is still told', () => {
    const shown = disclosed(
      ages([
        [0, 0, 0],
        [12, 0, 0],
        [0, 0, 0],
      ]),
      { mode: 'ROUNDED', threshold: 5 },
    );
    expect(shown).toMatchObject({ isWithheld: true, total: 10, columnTotals: null });
    expect(shown.rows.flatMap(({ cells }) => cells).every((cell) => cell === 'HIDDEN')).toBe(true);
    expect(disclosed(types([12, 0, 0]), { mode: 'SUPPRESSED', threshold: 5 }).isWithheld).toBe(true);
  });

  it('lets a row be whose people are all of an unknown kind, or in two', () => {
    expect(withoutTellingRows(types([0, 0, 9]))?.counts).toEqual([[0], [0], [9]]);
    expect(disclosed(types([0, 0, 1]), { mode: 'ROUNDED', threshold: 11 }).rows.map(({ cells }) => cells[0])).toEqual([
      0,
      0,
      'FEW',
    ]);
    expect(withoutTellingRows(types([6, 7, 0]))).not.toBeNull();
  });

  it('looks down the columns as well', () => {
    const genders: CountTable = {
      ...{ id: 'GENDER_BY_TYPE', isPartition: true, rows: [['FEMALE'], ['OTHER']], columns: ['SEX', 'LABOUR'] },
      ...{
        counts: [
          [9, 0],
          [5, 6],
        ],
        sensitive: ['SEX', 'LABOUR', 'OTHER'],
      },
    };
    expect(withoutTellingRows(genders)).toMatchObject({ rows: [['FEMALE', 'OTHER']] });
    const crossed = withoutTellingRows({
      ...genders,
      counts: [
        [9, 0],
        [5, 6],
      ],
      sensitive: ['OTHER'],
    });
    expect(crossed).toBeNull();
  });
});

describe('§20, what of a table is shown', () => {
  it('rounds each total by itself and tells shares of 20 and more', () => {
    const shown = disclosed(types([3, 9, 14]), { mode: 'ROUNDED', threshold: 5 });
    expect(shown).toMatchObject({ total: 25 });
    expect(shown.rows.map(({ cells, share }) => [cells[0], share])).toEqual([
      ['FEW', null],
      [10, 40],
      [15, 60],
    ]);
    expect(
      disclosed(types([3, 9, 4]), { mode: 'ROUNDED', threshold: 5 }).rows.every(({ share }) => share === null),
    ).toBe(true);
  });

  it('tells no share of an exact table', () => {
    for (const mode of ['SUPPRESSED', 'EXACT'] as const)
      expect(disclosed(types([10, 20, 30]), { mode, threshold: 5 }).rows.every(({ share }) => share === null)).toBe(
        true,
      );
  });

  it('mode B is for one dimension: a table with columns is rounded', () => {
    const shown = disclosed(
      ages([
        [6, 7, 8],
        [9, 11, 12],
        [0, 0, 3],
      ]),
      { mode: 'SUPPRESSED', threshold: 5 },
    );
    expect(shown.rows.map(({ cells }) => cells)).toEqual([
      [5, 5, 10],
      [10, 10, 10],
      [0, 0, 'FEW'],
    ]);
    expect(shown.columnTotals).toEqual([15, 20, 25]);
    expect(disclosed(types([3, 9, 14]), { mode: 'SUPPRESSED', threshold: 5 })).toMatchObject({
      rows: [{ cells: ['HIDDEN'] }, { cells: ['HIDDEN'] }, { cells: [14] }],
      total: 26,
    });
  });

  it('rows that do not make a whole have no total', () => {
    const services = { ...types([30, 40, 2]), isPartition: false, sensitive: [] };
    expect(disclosed(services, { mode: 'ROUNDED', threshold: 5 })).toMatchObject({
      total: null,
      rows: [{ share: null }, {}, {}],
    });
  });

  it('counts the cells that a director is warned of', () => {
    expect(
      smallCells(
        [
          types([3, 9, 1]),
          ages([
            [4, 5, 0],
            [0, 0, 0],
            [0, 0, 2],
          ]),
        ],
        5,
      ),
    ).toBe(4);
  });
});

describe('§20, what is never crossed', () => {
  it('three dimensions do not leave the house', () => {
    expect(crossingRefusal(['AGE', 'TYPE', 'GENDER'])).toBe('figures-dimensions');
    expect(crossingRefusal(['AGE', 'TYPE'])).toBeNull();
  });

  it('minors and HIV, whichever way round, nor HIV where only those under 18 are counted', () => {
    expect(crossingRefusal(['HIV', 'AGE'])).toBe('figures-never-together');
    expect(crossingRefusal(['HIV'], true)).toBe('figures-never-together');
    expect(crossingRefusal(['GENDER'], true)).toBeNull();
    expect(Object.keys(breakdowns)).not.toContain('HIV');
  });
});

describe('the sets of funders', () => {
  it('are data: they survive JSON and say where they come from', () => {
    expect(funderSets.map(({ id }) => id)).toEqual(SetId.options);
    for (const set of funderSets) expect(FunderSet.parse(JSON.parse(JSON.stringify(set)))).toEqual(set);
  });

  it('say that they were not compared wherever a part of them was not', () => {
    expect(setOf('VOCA').verified).toBe(false);
    for (const { services, verified } of funderSets)
      if (services !== null) expect(verified).toBe(serviceMaps[services].verified);
  });

  it('cross nothing that must not be crossed, and nothing that is no breakdown', () => {
    const others = ['HEADCOUNT', 'SERVICES'];
    for (const table of funderSets.flatMap(({ tables }) => tables)) {
      expect(crossingRefusal(dimensionsOf(table), true)).toBeNull();
      for (const one of dimensionsOf(table)) expect([...others, ...Object.keys(breakdowns)]).toContain(one);
    }
  });

  it('what is shown of a table fits what is kept of it', () => {
    expect(ShownTable.safeParse(disclosed(types([1, 2, 3]), { mode: 'ROUNDED', threshold: 5 })).success).toBe(true);
  });
});
