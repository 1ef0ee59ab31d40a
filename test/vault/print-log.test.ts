// domain §7, §8, §22: what was put on paper is written down before it is printed, with the day by which it is destroyed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { agencyDetails, aRelease, onPaper, openCase } from '../helpers/casework.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeAll(async () => {
  vault = await newVault('2026-03-03T10:00');
  maya = await openCase(vault);
});
afterAll(() => vault.remove());

const card = (change: object = {}) => ({
  caseFileId: maya,
  sheet: 'SAFETY_CARD' as const,
  lines: 8,
  withName: false,
  shredOn: '2026-04-02',
  ...change,
});

it('keeps who printed which sheet and when, newest first, and never its words', async () => {
  await vault.ask('printLog.add', card());
  await vault.ask('printLog.add', card({ sheet: 'NEEDS_LIST', lines: 4 }));
  const log = await vault.ask('printLog.list', { caseFileId: maya });
  expect(log.map(({ sheet, lines, savedBy }) => [sheet, lines, savedBy?.name])).toEqual([
    ['NEEDS_LIST', 4, 'Ana'],
    ['SAFETY_CARD', 8, 'Ana'],
  ]);
});

it('stands in the timeline of the person it is about', async () => {
  const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
  expect(entries.map(({ event }) => event)).toContain('printed');
});

it.each([
  ['a card with nine lines', { lines: 9 }, 'rule-broken print-card-lines'],
  ['a paper that should be gone already', { shredOn: '2026-03-02' }, 'rule-broken print-shred'],
  ['a paper that may live for more than a year', { shredOn: '2027-03-04' }, 'rule-broken print-shred'],
])('refuses %s', async (_what, change, refusal) => {
  const answer = await vault.raw('printLog.add', card(change));
  expect(answer.ok ? 'ok' : `${answer.error.code} ${String(answer.error.facts?.['rule'])}`).toBe(refusal);
});

it('lets a paper live until the last day that may be chosen', async () => {
  expect(await outcome(vault.ask('printLog.add', card({ shredOn: '2027-03-03' })))).toBe('ok');
});

it('§13: asks an agency to stop using what it has only after the permission was taken back, and only of that case', async () => {
  const details = agencyDetails('Clinic A');
  const { id: partnerAgencyId } = await vault.ask('partnerAgency.save', { basedOn: 0, details });
  const release = aRelease(maya, { partnerAgencyId, startsOn: '2026-03-03' });
  const { id: releaseId, revision: basedOn } = await vault.ask('release.draft', { basedOn: 0, release });
  await vault.ask('release.sign', { releaseId, basedOn, signature: onPaper('2026-03-03') });
  const answer = async (change: object) => {
    const given = await vault.raw('printLog.add', card({ sheet: 'WITHDRAWAL_LETTER', releaseId, ...change }));
    return given.ok ? 'ok' : `${given.error.code} ${String(given.error.facts?.['rule'] ?? '')}`.trim();
  };
  expect(await answer({})).toBe('rule-broken print-not-taken-back');
  await vault.ask('release.revoke', { releaseId, how: 'ORAL' });
  expect(await answer({})).toBe('ok');
  expect(await answer({ releaseId: null })).toBe('rule-broken print-letter');
  expect(await answer({ caseFileId: await openCase(vault, 'Heron') })).toBe('not-found');
  expect(await answer({ sheet: 'NEEDS_LIST' })).toBe('rule-broken print-letter');
});
