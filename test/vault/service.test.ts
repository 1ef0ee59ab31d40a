// domain §18: the service log is quick, holds no story, never a day to come, and is put right without losing what stood there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import { serviceGroups, serviceMaps, ServiceCode } from '#shared/records/service-codes';
import { openCase } from '../helpers/casework.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeAll(async () => {
  vault = await newVault();
  maya = await openCase(vault);
});
afterAll(() => vault.remove());

const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt;
    return 'kept';
  } catch (error) {
    return error instanceof VaultError ? error.facts['rule'] : error;
  }
};

describe('domain §18: the service log', () => {
  it('takes a code and nothing else: today, by whoever is here', async () => {
    expect(await vault.ask('service.log', { caseFileId: maya, code: 'FOOD' })).toMatchObject({
      on: '2026-03-02',
      code: 'FOOD',
      amount: null,
      staff: { name: 'Ana' },
      isStruck: false,
      revision: 1,
    });
  });

  it('has no day that is still to come and none before the case was opened', async () => {
    const on = (day: string) => rule(vault.ask('service.log', { caseFileId: maya, code: 'FOOD', on: day }));
    expect(await on('2026-03-03')).toBe('service-later');
    expect(await on('2026-03-01')).toBe('service-before-case');
  });

  it('offers first what was logged last in this case, then what this person logs elsewhere', async () => {
    const heron = await openCase(vault, 'Heron');
    await vault.ask('service.log', { caseFileId: heron, code: 'DENTAL' });
    await vault.ask('service.log', { caseFileId: maya, code: 'TRANSPORT' });
    const codes = await vault.ask('service.recentCodes', { caseFileId: maya });
    expect(codes.slice(0, 3)).toEqual(['TRANSPORT', 'FOOD', 'DENTAL']);
    expect(codes).toHaveLength(6);
  });

  it('counts a month by code, with minutes and pieces, and says which months there are', async () => {
    vault.clock.set('2026-04-10T10:00');
    const log = (code: ServiceCode, on: string, count: number, unit: 'MINUTES' | 'UNITS') =>
      vault.ask('service.log', { caseFileId: maya, code, on, amount: { in: unit, count } });
    await log('CASE_MANAGEMENT', '2026-04-02', 45, 'MINUTES');
    await log('CASE_MANAGEMENT', '2026-04-09', 30, 'MINUTES');
    await log('EMERGENCY_SHELTER', '2026-04-09', 7, 'UNITS');
    const april = await vault.ask('service.month', { caseFileId: maya });
    expect(april.month).toBe('2026-04');
    expect(april.months).toEqual([
      { month: '2026-04', times: 3 },
      { month: '2026-03', times: 2 },
    ]);
    expect(april.services.map(({ on }) => on)).toEqual(['2026-04-09', '2026-04-09', '2026-04-02']);
    expect(april.counts).toEqual([
      { code: 'CASE_MANAGEMENT', times: 2, minutes: 75, units: 0 },
      { code: 'EMERGENCY_SHELTER', times: 1, minutes: 0, units: 7 },
    ]);
  });

  it('is put right by a new revision; what is struck out stays readable and is not counted', async () => {
    const { id, on, code, siteAlias, fundingTag } = await vault.ask('service.log', {
      caseFileId: maya,
      code: 'MEDICAL',
    });
    const service = { on, code, siteAlias, fundingTag, amount: null, isStruck: true };
    expect(await vault.ask('service.correct', { serviceId: id, basedOn: 1, service })).toMatchObject({ revision: 2 });
    expect(await outcome(vault.ask('service.correct', { serviceId: id, basedOn: 1, service }))).toBe('conflict');
    const later = { ...service, on: '2026-05-01' };
    expect(await rule(vault.ask('service.correct', { serviceId: id, basedOn: 2, service: later }))).toBe(
      'service-later',
    );
    const { services, counts, months } = await vault.ask('service.month', { caseFileId: maya });
    expect(services.find((one) => one.id === id)?.isStruck).toBe(true);
    expect(counts.map((one) => one.code)).not.toContain('MEDICAL');
    expect(months[0]).toEqual({ month: '2026-04', times: 3 });
  });

  it('stands in the history of the case and does not crowd out what happened lately', async () => {
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(entries.filter(({ event }) => event === 'service-given').map(({ code }) => code)).toContain('FOOD');
    const { lately } = await vault.ask('caseFile.summary', { caseFileId: maya });
    expect(lately.map(({ event }) => event)).toEqual(['case-opened']);
  });
});

it('domain §18, §25: every code has a place with each funder, and no map claims to be checked that was not', () => {
  expect(Object.keys(serviceGroups)).toEqual(ServiceCode.options);
  expect(ServiceCode.options).toHaveLength(38);
  for (const { source, verified } of Object.values(serviceMaps)) {
    expect(source).not.toBe('');
    expect(verified).toBe(false);
  }
});
