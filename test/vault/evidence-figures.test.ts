// domain §19, §20: what is missing, as an evidence pack: through disclosure control like every other table, and kept as it was given.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import type { Figures, Wish } from '#shared/records/statistics';
import type { TableId } from '#shared/statistics/funder-sets';
import { aNeed, openCase } from '../helpers/casework.ts';
import { newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await newVault('2026-02-02T09:00');
});
afterEach(() => vault.remove());

const pack = { period: '2026-Q1', set: 'EVIDENCE', audience: 'PUBLIC', mode: 'ROUNDED' } as const;
const inside = { ...pack, audience: 'OURSELVES', mode: 'EXACT' } as const;
const show = (change: Partial<Wish> = {}): Promise<Figures> => vault.ask('statistics.show', { ...pack, ...change });
const tableOf = ({ tables }: Pick<Figures, 'tables'>, id: TableId) => tables.find((table) => table.id === id)!;
const cells = (figures: Pick<Figures, 'tables'>, id: TableId): Record<string, unknown> =>
  Object.fromEntries(
    tableOf(figures, id)
      .rows.map(({ of, cells: [cell] }) => [of.join('+'), cell])
      .filter(([, cell]) => cell !== 0),
  );

async function lacks(caseFileId: CaseFileId, domain: 'LEGAL' | 'PRACTICAL', code: string): Promise<void> {
  const need = await vault.ask('need.add', { ...aNeed(caseFileId), domain, code: code as 'CUSTODY' });
  const change = { status: 'UNMET_NO_SERVICE' } as const;
  await vault.ask('need.change', { needId: need.id, basedOn: need.revision, change });
}
const noBed = (people: number, reason: 'FULL' | 'ACCESS_UNMET' = 'FULL') =>
  vault.ask('noBed.count', { people, reason, offered: true });
async function waits(people: number, until: string, how: 'HAS_A_BED' | 'WENT_ELSEWHERE' = 'HAS_A_BED') {
  vault.clock.set('2026-02-02T09:00');
  const { id, revision } = await vault.ask('noBed.wait', { people, needs: '' });
  vault.clock.set(`${until}T09:00`);
  await vault.ask('noBed.endWait', { waitId: id, basedOn: revision, how });
}

it('counts a person once for each kind of need that nothing was found for', async () => {
  const maya = await openCase(vault, 'Maya');
  await lacks(maya, 'LEGAL', 'CUSTODY');
  await lacks(maya, 'LEGAL', 'CUSTODY');
  const heron = await openCase(vault, 'Heron');
  await lacks(heron, 'LEGAL', 'CUSTODY');
  expect(cells(await show(inside), 'UNMET')).toEqual({ LEGAL: 2 });
  expect(cells(await show(), 'UNMET')).toEqual({ LEGAL: 'FEW' });
  expect((await show()).notes).toContain('WITHOUT_ERASED_NEEDS');
  // Who does not want to be counted is in no evidence either.
  await vault.ask('statsChoice.save', { caseFileId: heron, isRefused: true, basedOn: 0 });
  expect(cells(await show(inside), 'UNMET')).toEqual({ LEGAL: 1 });
  expect(cells(await show({ ...inside, period: '2025-Q4' }), 'UNMET')).toEqual({});
});

it('counts who could not stay by reason, rounded for everybody from 11 on', async () => {
  await noBed(12);
  await noBed(4, 'ACCESS_UNMET');
  expect(cells(await show(), 'NO_BED')).toEqual({ FULL: 10, ACCESS_UNMET: 'FEW' });
  expect(cells(await show({ audience: 'FUNDER' }), 'NO_BED')).toEqual({ FULL: 10, ACCESS_UNMET: 'FEW' });
  expect(cells(await show(inside), 'NO_BED')).toEqual({ FULL: 12, ACCESS_UNMET: 4 });
});

it('tells the middle of the days that people waited, and only from so many people on', async () => {
  await waits(4, '2026-02-05');
  await waits(3, '2026-02-10', 'WENT_ELSEWHERE');
  expect(tableOf(await show({ audience: 'FUNDER' }), 'WAIT').median).toBeNull();
  await waits(6, '2026-02-12');
  expect(tableOf(await show({ audience: 'FUNDER' }), 'WAIT').median).toBe(10);
  expect(tableOf(await show(), 'WAIT').median).toBeNull();
  await waits(1, '2026-03-31');
  const figures = await show();
  expect(tableOf(figures, 'WAIT').median).toBe(10);
  expect(cells(figures, 'WAIT')).toEqual({ DAYS_3_7: 'FEW', DAYS_8_30: 'FEW', DAYS_31: 'FEW' });
});

it('is given out once, and a time within it that would tell of a few people is refused', async () => {
  await noBed(12);
  vault.clock.set('2026-03-02T09:00');
  await noBed(2);
  expect(await ruleOf(vault.ask('statistics.issue', pack))).toBe('figures-not-over');
  vault.clock.set('2026-04-02T09:00');
  const issued = await vault.ask('statistics.issue', pack);
  expect(cells(issued, 'NO_BED')).toEqual({ FULL: 15 });
  expect((await show()).refusal).toEqual({ rule: 'figures-issued', issuedId: issued.id });
  expect(await ruleOf(vault.ask('statistics.issue', { ...pack, period: '2026-02' }))).toBe('figures-differ');
  // A table of other people is not measured by those who went without.
  const helped = { period: '2026-02', set: 'OURS', audience: 'PUBLIC', mode: 'ROUNDED' } as const;
  expect(await outcome(vault.ask('statistics.issue', helped))).toBe('ok');
});

it('knows no age', async () => {
  expect(await ruleOf(show({ who: 'UNDER_18' }))).toBe('figures-everybody');
});
