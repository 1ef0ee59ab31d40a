// Numbers of the first quarter, given to a funder and printed once; and somebody who was asked whether she wants to be counted.
import type { CaseFileId } from '#shared/ids';
import { firstWish } from '#shared/records/case-list';
import type { TestVault } from './vault.ts';

const MARCH = '2026-03-20';

export async function giveNumbers(vault: TestVault, caseFileId: CaseFileId): Promise<string> {
  await vault.ask('statsChoice.save', { caseFileId, isRefused: false, basedOn: 0 });
  const { rows } = await vault.ask('caseFile.list', { ...firstWish, limit: 50 });
  const here = rows.filter(({ openedOn, worker }) => openedOn <= MARCH && worker?.name === 'Ana');
  for (const [at, { id }] of here.entries())
    for (const code of at < 3 ? (['FOOD', 'TRANSPORT'] as const) : (['FOOD'] as const))
      await vault.ask('service.log', { caseFileId: id, code, on: MARCH });
  const wish = { period: '2026-Q1', set: 'OURS', audience: 'FUNDER', mode: 'ROUNDED' } as const;
  const { id } = await vault.ask('statistics.issue', wish);
  await vault.ask('statistics.printed', { id });
  return id;
}
