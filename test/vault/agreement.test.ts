// domain §12: agreements with their states, and meetings whose notes name nobody.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultError } from '#shared/contract/errors';
import type { AgreementWritten } from '#shared/records/agreement';
import type { RecordId } from '#shared/ids';
import type { PartnerAgencyId } from '#shared/records/partner-agency';
import { Office } from '../helpers/office.ts';
import { openCase } from '../helpers/casework.ts';
import { outcome } from '../helpers/vault.ts';

let office: Office;
let clinic: PartnerAgencyId;
beforeEach(async () => {
  office = await Office.open('2026-05-01T09:00');
  clinic = (await office.agency('Clinic A')).id;
});
afterEach(() => office.vault.remove());

const written = (change: Partial<AgreementWritten> = {}): AgreementWritten => ({
  ...{ type: 'REFERRAL', purpose: 'Two chairs a week', stage: 'DRAFT', signedOn: null, expiresOn: null },
  ...{ contacts: '', dataClause: '', document: 'Binder 3' },
  ...change,
});
const save = (change: Partial<AgreementWritten>, agreementId: RecordId | null = null, basedOn = 0) =>
  office.vault.ask('agreement.save', {
    partnerAgencyId: clinic,
    agreementId,
    basedOn,
    agreement: written(change),
  });
const states = async () =>
  (await office.vault.ask('agreement.list', { partnerAgencyId: clinic })).map(({ state }) => state);
const ending = async () => (await office.vault.ask('today.get', {})).agreementsEnding;

describe('an agreement', () => {
  it('goes from a draft to signed, ends soon from 90 days before, and is over after its last day', async () => {
    const draft = await save({});
    const review = await save({ stage: 'REVIEW' }, draft.id, draft.revision);
    expect(await outcome(save({ stage: 'SIGNED' }, draft.id, review.revision))).toBe('rule-broken');
    const days = { signedOn: '2026-05-01', expiresOn: '2027-04-30' };
    const signed = await save({ stage: 'SIGNED', ...days }, draft.id, review.revision);
    expect(signed.state).toBe('SIGNED');
    await expect(save({ stage: 'DRAFT', ...days }, draft.id, signed.revision)).rejects.toMatchObject({
      facts: { rule: 'agreement-stage' },
    } satisfies Partial<VaultError>);
    office.vault.clock.set('2027-01-29T09:00');
    expect(await states()).toEqual(['SIGNED']);
    expect(await ending()).toEqual([]);
    office.vault.clock.set('2027-01-30T09:00');
    expect(await states()).toEqual(['EXPIRING']);
    expect(await ending()).toMatchObject([{ agencyName: 'Clinic A', on: '2027-04-30' }]);
    office.vault.clock.set('2027-04-30T23:00');
    expect(await states()).toEqual(['EXPIRING']);
    office.vault.clock.set('2027-05-01T09:00');
    expect(await states()).toEqual(['EXPIRED']);
    await save({ stage: 'TERMINATED', ...days }, draft.id, signed.revision);
    expect(await states()).toEqual(['TERMINATED']);
    expect(await ending()).toEqual([]);
  });

  it('opens nothing: with one signed, a package still needs her permission (§24 no. 8)', async () => {
    const days = { signedOn: '2027-05-01', expiresOn: '2028-04-30' };
    await save({ type: 'INFO_SHARING', stage: 'SIGNED', dataClause: 'Everything about everybody', ...days });
    const caseFileId = await office.openCase();
    const asks = 'A first visit with the dental nurse';
    const referral = await office.vault.ask('referral.save', {
      ...{ caseFileId, referralId: null, basedOn: 0 },
      referral: {
        ...{ partnerAgencyId: clinic, forWhat: null, asks, reason: 'OTHER', urgency: 'U3', warmHandoff: false },
        ...{ escort: '', interpreter: '', mode: 'WITH_RELEASE', releaseId: null, categories: ['NAME'] },
      },
    });
    const looked = await office.vault.ask('referral.act', {
      ...{ referralId: referral.id, basedOn: 1, act: { to: 'READY' } },
    });
    expect(looked.state).toBe('CONSENT_NEEDED');
  });
});

describe('a meeting', () => {
  const hold = (actions: string, attendees = 'Rosa, for the clinic') =>
    office.vault.ask('partnerMeeting.save', {
      ...{ partnerAgencyId: clinic, meetingId: null, basedOn: 0 },
      meeting: { on: '2026-04-30', attendees, actions },
    });

  it('is kept when it names nobody, and refused with the word that does', async () => {
    const caseFileId = await openCase(office.vault, 'Zebrafinch');
    const { caseNumber, revision } = await office.vault.ask('caseFile.get', { caseFileId });
    const aliases = [{ text: 'Marisol Vega', use: 'DOCUMENT' as const, safeToSayAloud: false }];
    await office.vault.ask('caseFile.updateDetails', { caseFileId, basedOn: revision, details: { aliases } });
    await hold('Two chairs a week, Rosa asks about Mondays.');
    for (const said of ['zebrafinch', 'Vega', caseNumber.toLowerCase()]) {
      await expect(hold(`A chair for ${said} on Monday.`)).rejects.toMatchObject({
        facts: { rule: 'meeting-says-who' },
      } satisfies Partial<VaultError>);
      expect(await office.vault.ask('partnerMeeting.look', { text: `A chair for ${said} on Monday.` })).toEqual({
        word: said,
      });
    }
    expect(await outcome(hold('Two chairs.', 'Zebrafinch came along'))).toBe('rule-broken');
    const kept = await office.vault.ask('partnerMeeting.list', { partnerAgencyId: clinic });
    expect(kept).toMatchObject([{ actions: 'Two chairs a week, Rosa asks about Mondays.' }]);
  });

  it('is written by a director alone: a refused name would tell anybody else that it is known here', async () => {
    await openCase(office.vault, 'Zebrafinch');
    await hold('Two chairs a week.');
    await office.vault.signInAs('trainer-partner');
    expect(await outcome(hold('Is Zebrafinch here?'))).toBe('not-allowed');
    expect(await outcome(office.vault.ask('partnerMeeting.look', { text: 'Zebrafinch' }))).toBe('not-allowed');
    expect(await office.vault.ask('partnerMeeting.list', { partnerAgencyId: clinic })).toHaveLength(1);
  });
});
