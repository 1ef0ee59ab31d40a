// domain §12 reports in the vault: counted once each, small numbers withheld, nobody named.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import type { PartnerAgencyId } from '#shared/records/partner-agency';
import type { ReferralAct } from '#shared/records/referral';
import { agencyDetails, aNeed, openCase } from '../helpers/casework.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let clinic: PartnerAgencyId;
let maya: CaseFileId;
beforeAll(async () => {
  vault = await newVault('2026-05-04T09:00');
  clinic = (await vault.ask('partnerAgency.save', { basedOn: 0, details: agencyDetails('Clinic A') })).id;
  maya = await openCase(vault);
});
afterAll(() => vault.remove());

const figures = (year = 2026) => vault.ask('referralFigures.ofYear', { year });

async function refer(...acts: ReferralAct[]): Promise<void> {
  const asks = 'A chair for one person';
  const saved = await vault.ask('referral.save', {
    ...{ caseFileId: maya, referralId: null, basedOn: 0 },
    referral: {
      ...{ partnerAgencyId: clinic, forWhat: null, asks, reason: 'OTHER', urgency: 'U3', warmHandoff: false },
      ...{ escort: '', interpreter: '', mode: 'SELF_REFERRAL', releaseId: null, categories: [] },
    },
  });
  let { revision } = saved;
  for (const act of [{ to: 'READY' }, { to: 'SENT', how: 'IN_PERSON' }, ...acts] as ReferralAct[])
    ({ revision } = await vault.ask('referral.act', { referralId: saved.id, basedOn: revision, act }));
}

async function unmet(domain: 'PRACTICAL' | 'HEALTH', times: number): Promise<void> {
  const code = domain === 'HEALTH' ? ('DENTAL_PAIN' as const) : ('CLOTHING_AND_HYGIENE' as const);
  for (let at = 0; at < times; at += 1) {
    const { id, revision } = await vault.ask('need.add', { ...aNeed(maya), domain, code });
    await vault.ask('need.change', { needId: id, basedOn: revision, change: { status: 'IN_PROGRESS' } });
    await vault.ask('need.change', { needId: id, basedOn: revision + 1, change: { status: 'UNMET_NO_SERVICE' } });
  }
}

describe('figures of a year', () => {
  it('withhold what could tell of one person', async () => {
    await unmet('HEALTH', 3);
    await unmet('PRACTICAL', 6);
    await refer({ to: 'ACCEPTED' }, { to: 'APPOINTMENT_SET', on: '2026-05-06', time: null }, { to: 'ATTENDED' });
    expect(await figures()).toEqual({
      unmet: [
        { domain: 'HEALTH', count: 'FEW' },
        { domain: 'PRACTICAL', count: 5 },
      ],
      unmetTotal: 10,
      ...{ sent: 'FEW', accepted: 'FEW', waitlisted: 0, declined: 0, acceptance: null, medianDays: null },
    });
    expect(await figures(2025)).toMatchObject({ unmet: [], unmetTotal: 0, sent: 0 });
  });

  it('count a yes after a waiting list as one yes, and take the days from sent to attended', async () => {
    for (let at = 0; at < 14; at += 1) await refer({ to: 'WAITLISTED' }, { to: 'ACCEPTED' });
    for (let at = 0; at < 7; at += 1) await refer({ to: 'DECLINED_BY_PARTNER' });
    // 15 of 22 said yes: 15 of 20, rounded.
    expect(await figures()).toMatchObject({ sent: 20, accepted: 15, waitlisted: 0, declined: 5, acceptance: 75 });
    for (let at = 0; at < 4; at += 1) {
      const on = `2026-05-0${at + 5}`;
      await refer({ to: 'ACCEPTED' }, { to: 'APPOINTMENT_SET', on, time: null }, { to: 'ATTENDED' });
    }
    expect((await figures()).medianDays).toBe(0);
  });

  it('are for a director', async () => {
    await vault.signInAs('case-manager');
    expect(await outcome(figures())).toBe('not-allowed');
  });
});
