import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import type { Signer } from '#shared/records/release';
import { aRelease, onPaper, openCase, said } from '../helpers/casework.ts';
import { newVault, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let kit: CaseFileId;
beforeEach(async () => {
  vault = await newVault('2026-03-13T09:00');
  kit = await openCase(vault, 'Kit');
});
afterEach(() => vault.remove());

let basedOn = 0;
beforeEach(() => {
  basedOn = 0;
});
type Told = ReturnType<typeof said> | { readonly state: 'UNKNOWN' };
async function tell(answers: Readonly<Record<string, Told>>): Promise<void> {
  const request = { caseFileId: kit, basedOn, formVersion: 1, answers };
  basedOn = (await vault.ask('intake.save', request)).revision;
}
const minority = () => vault.ask('minority.get', { caseFileId: kit });
const signer = (change: Partial<Signer>): { signer: Signer } => ({
  signer: { kind: 'SELF', guardianName: '', signerIsAbuser: false, minorAssent: 'NOT_A_MINOR', ...change },
});
const refused = async (attempt: Promise<unknown>): Promise<unknown> => {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof VaultError ? error.facts : error;
};
const draft = (change: Partial<Signer>) =>
  vault.ask('release.draft', { basedOn: 0, release: aRelease(kit, signer(change)) });
const sign = async (change: Partial<Signer>) => {
  const { id, revision } = await draft(change);
  return vault.ask('release.sign', { releaseId: id, basedOn: revision, signature: onPaper('2026-03-13') });
};

describe('domain §24 no. 13: somebody of 16, alone', () => {
  it('is told by the birthday of the intake, and by nothing when nothing was asked', async () => {
    expect(await minority()).toEqual({ standing: 'NOT_KNOWN', fromElsewhere: 'NOT_KNOWN', tellBy: null });
    await tell({ 'born-on': said({ precision: 'year', year: 2009 }) });
    expect((await minority()).standing).toBe('UNDER_18');
  });

  it('from another country: 24 hours, counted from when both stood in the record', async () => {
    await tell({ 'age-band': said('age-9-17') });
    vault.clock.set('2026-03-13T12:00');
    await tell({ 'age-band': said('age-9-17'), nationality: said('Honduras') });
    const tellBy = Date.parse('2026-03-14T12:00Z');
    expect(await minority()).toEqual({ standing: 'UNDER_18', fromElsewhere: 'YES', tellBy });
    await tell({ 'age-band': said('age-9-17'), nationality: said('United States of America, Honduras') });
    expect(await minority()).toEqual({ standing: 'UNDER_18', fromElsewhere: 'NO', tellBy: null });
  });

  it('an adult from another country is nobody to tell of', async () => {
    await tell({ 'age-band': said('age-18-20'), nationality: said('Honduras') });
    expect(await minority()).toEqual({ standing: 'ADULT', fromElsewhere: 'YES', tellBy: null });
  });

  it('does not sign like an adult, and says yes as well', async () => {
    await tell({ 'age-band': said('age-9-17') });
    expect(await refused(draft({}))).toEqual({ rule: 'release-minor' });
    const guardian = { kind: 'MINOR_AND_GUARDIAN', guardianName: 'An aunt' } as const;
    expect(await refused(sign({ ...guardian, minorAssent: 'NOT_ASKED' }))).toEqual({ rule: 'release-assent' });
    expect(await sign({ ...guardian, minorAssent: 'YES' })).toMatchObject({ state: 'ACTIVE' });
    expect(await sign({ kind: 'MINOR_ALONE', minorAssent: 'YES' })).toMatchObject({ state: 'ACTIVE' });
  });

  it('a permission prepared before the age was known is not signed like that afterwards', async () => {
    const { id, revision } = await draft({});
    await tell({ 'age-band': { state: 'UNKNOWN' } });
    const signature = onPaper('2026-03-13');
    expect(await refused(vault.ask('release.sign', { releaseId: id, basedOn: revision, signature }))).toEqual({
      rule: 'release-minor',
    });
    await tell({ 'age-band': said('age-21-23') });
    const signed = await vault.ask('release.sign', { releaseId: id, basedOn: revision, signature });
    expect(signed.state).toBe('ACTIVE');
  });
});

it('no. 14: a parent who causes harm signs nothing, not even in a draft', async () => {
  await tell({ 'age-band': said('age-9-17') });
  const parent = { kind: 'MINOR_AND_GUARDIAN', guardianName: 'The father', minorAssent: 'YES' } as const;
  expect(await refused(draft({ ...parent, signerIsAbuser: true }))).toEqual({ rule: 'release-signer-harms' });
  expect(await refused(sign({ ...parent, signerIsAbuser: null }))).toEqual({ rule: 'release-signer-harms' });
});

describe('what the house minds before a room or a group is chosen', () => {
  const mind = async () => (await vault.ask('caseFile.houseCard', { caseFileId: kit })).mind;

  it('no unrelated adults with a minor; nothing with an adult', async () => {
    await tell({ 'age-band': said('age-18-20') });
    expect(await mind()).toEqual([]);
    await tell({ 'age-band': said('age-9-17') });
    await vault.signInAs('house-staff');
    expect(await mind()).toEqual(['NO_UNRELATED_ADULTS']);
  });

  it('no. 17: the action of a flag on both cards, without the other person and without the reason', async () => {
    const other = await openCase(vault, 'Wren');
    const from = { otherCaseFileId: other };
    const actions = ['DO_NOT_PLACE_TOGETHER' as const, 'DIFFERENT_GROUP' as const, 'DIFFERENT_WORKER' as const];
    const [flag] = await vault.ask('conflictFlag.add', { caseFileId: kit, from, actions, reason: 'Same recruiter' });
    await vault.signInAs('house-staff');
    for (const caseFileId of [kit, other]) {
      const card = await vault.ask('caseFile.houseCard', { caseFileId });
      expect(card.mind).toEqual(['DO_NOT_PLACE_TOGETHER', 'DIFFERENT_GROUP']);
      expect(JSON.stringify(card)).not.toContain('recruiter');
      expect(JSON.stringify(card)).not.toContain(caseFileId === kit ? other : kit);
    }
    vault.vault.close();
    await vault.unlock();
    await vault.ask('conflictFlag.end', { caseFileId: kit, id: flag!.id, basedOn: flag!.revision });
    expect(await mind()).toEqual([]);
  });
});
