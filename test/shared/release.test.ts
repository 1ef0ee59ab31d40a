import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId } from '#shared/ids';
import { type Release, ReleaseDraft, releaseOperations, type Signature } from '#shared/records/release';
import { needsOwnTick, ReleaseCategory } from '#shared/records/release-categories';
import {
  checkRelease,
  defaultExpiry,
  draftRefusal,
  isLong,
  mayLeave,
  type ReleaseAttempt,
  releaseState,
  signRefusal,
} from '#shared/records/release-rules';
import { addDays } from '#shared/time';

const maya = CaseFileId.parse('018f0000-0000-7000-8000-000000000001');
const clinicA = RecordId.parse('018f0000-0000-7000-8000-00000000000a');
const clinicB = RecordId.parse('018f0000-0000-7000-8000-00000000000b');
const onPaper: Signature = { how: 'PAPER', signedOn: '2026-05-01', kept: 'Folder 2', witness: '' };

const release = (change: Partial<Release> = {}): Release => ({
  caseFileId: maya,
  partnerAgencyId: clinicA,
  recipientPerson: 'the dental nurse',
  purpose: 'Booking a first visit',
  herWords: 'Tell them about my tooth. Nothing else.',
  categories: ['NAME', 'HEALTH'],
  periodCovered: '',
  method: 'PAPER',
  risksDiscussed: true,
  alternativesDiscussed: true,
  language: 'es',
  interpreter: '',
  startsOn: '2026-05-01',
  expiresOn: '2026-05-31',
  singleUse: false,
  copyOffered: true,
  signer: { kind: 'SELF', guardianName: '', signerIsAbuser: false, minorAssent: 'NOT_A_MINOR' },
  signature: onPaper,
  revoked: null,
  usedUpAt: null,
  ...change,
});
const attempt = (change: Partial<ReleaseAttempt> = {}): ReleaseAttempt => ({
  caseFileId: maya,
  partnerAgencyId: clinicA,
  categories: ['NAME'],
  purpose: 'Booking a first visit',
  on: '2026-05-31',
  ...change,
});
const reasons = (one: Release, tried: ReleaseAttempt) =>
  checkRelease(one, tried).flatMap(({ reason }) => (reason === null ? [] : [reason]));

describe('domain §13, example: a release to Clinic A for name and health, 05-01 to 05-31', () => {
  it('05-31 with the name: allowed', () => expect(mayLeave(checkRelease(release(), attempt()))).toBe(true));
  it('06-01: expired', () => expect(reasons(release(), attempt({ on: '2026-06-01' }))).toEqual(['expired']));
  it('05-10 with immigration: immigration is not covered', () => {
    const checks = checkRelease(release(), attempt({ on: '2026-05-10', categories: ['NAME', 'IMMIGRATION'] }));
    expect(checks.find(({ check }) => check === 'covers')).toMatchObject({
      reason: 'not-covered',
      notCovered: ['IMMIGRATION'],
    });
    expect(mayLeave(checks)).toBe(false);
  });
  it('to Clinic B: recipient', () =>
    expect(reasons(release(), attempt({ partnerAgencyId: clinicB }))).toEqual(['other-recipient']));
  it('4 days early, for another purpose, of another survivor: each is said', () => {
    expect(reasons(release(), attempt({ on: '2026-04-27' }))).toEqual(['not-yet']);
    expect(reasons(release(), attempt({ purpose: 'Sending the bill' }))).toEqual(['other-purpose']);
    expect(reasons(release(), attempt({ caseFileId: clinicB }))).toEqual(['other-survivor']);
    expect(reasons(release(), attempt({ categories: [] }))).toEqual(['nothing-chosen']);
  });
  it('a purpose is the same whatever its case, accents and spaces', () =>
    expect(reasons(release(), attempt({ purpose: ' booking  a FIRST visít ' }))).toEqual([]));
});

describe('domain §13: the gate', () => {
  it('has five rows that never change order', () =>
    fc.assert(
      fc.property(fc.subarray([...ReleaseCategory.options]), fc.boolean(), fc.boolean(), (categories, here, signed) => {
        const checks = checkRelease(
          release({ signature: signed ? onPaper : null }),
          attempt({ categories, partnerAgencyId: here ? clinicA : clinicB }),
        );
        expect(checks.map(({ check }) => check)).toEqual(['recipient', 'purpose', 'covers', 'date', 'still-her-wish']);
        expect(mayLeave(checks)).toBe(
          here && signed && categories.length > 0 && categories.every((one) => one === 'NAME' || one === 'HEALTH'),
        );
      }),
    ));
  it('is closed by a draft, by her word and by use', () => {
    expect(reasons(release({ signature: null }), attempt())).toEqual(['not-signed']);
    expect(reasons(release({ revoked: { at: 1, on: '2026-05-20', how: 'ORAL' } }), attempt())).toEqual(['revoked']);
    expect(reasons(release({ usedUpAt: 1, singleUse: true }), attempt())).toEqual(['used-up']);
  });
  it('domain §24b: signed 03-13 for 30 days, usable through 04-12, blocked on 04-13, revoked on 04-20', () => {
    const expiresOn = defaultExpiry('2026-03-13');
    expect(expiresOn).toBe('2026-04-12');
    const spring = release({ startsOn: '2026-03-13', expiresOn, signature: { ...onPaper, signedOn: '2026-03-13' } });
    expect(reasons(spring, attempt({ on: '2026-04-12' }))).toEqual([]);
    expect(reasons(spring, attempt({ on: '2026-04-13' }))).toEqual(['expired']);
    expect(
      reasons({ ...spring, revoked: { at: 1, on: '2026-04-20', how: 'ORAL' } }, attempt({ on: '2026-04-20' })),
    ).toEqual(['expired', 'revoked']);
  });
});

describe('domain §13: where a release stands', () => {
  it.each([
    [{ signature: null }, '2026-05-10', 'DRAFT'],
    [{}, '2026-04-30', 'SIGNED'],
    [{}, '2026-05-01', 'ACTIVE'],
    [{}, '2026-05-31', 'ACTIVE'],
    [{}, '2026-06-01', 'EXPIRED'],
    [{ usedUpAt: 1 }, '2026-05-10', 'USED_UP'],
    [{ usedUpAt: 1, revoked: { at: 1, on: '2026-05-02', how: 'WRITTEN' as const } }, '2026-06-10', 'REVOKED'],
  ])('%j on %s is %s', (change, on, state) =>
    expect(releaseState(release(change as Partial<Release>), on)).toBe(state),
  );
});

describe('domain §13: limits of a release', () => {
  const lasting = (days: number) => release({ expiresOn: addDays('2026-05-01', days) });
  it('warns above 90 days and refuses above 365', () => {
    expect([90, 91].map((days) => isLong(lasting(days)))).toEqual([false, true]);
    expect(draftRefusal(lasting(365))).toBeNull();
    expect(draftRefusal(lasting(366))).toBe('release-too-long');
    expect(draftRefusal(lasting(-1))).toBe('release-dates');
  });
  it('needs a purpose of ten characters, and an end', () => {
    const asked = (change: object) => {
      const terms = Object.fromEntries(Object.entries(release()).filter(([field]) => field in ReleaseDraft.shape));
      return releaseOperations.draft.request.safeParse({ basedOn: 0, release: { ...terms, ...change } }).success;
    };
    expect(asked({})).toBe(true);
    expect(asked({ purpose: 'Dentist' })).toBe(false);
    expect(asked({ expiresOn: undefined })).toBe(false);
    expect(asked({ categories: [] })).toBe(false);
    expect(asked({ categories: ['EVERYTHING'] })).toBe(false);
  });
  it('T3 is ticked one by one', () => {
    expect(ReleaseCategory.options.filter(needsOwnTick)).toEqual(
      expect.arrayContaining([
        'HEALTH',
        'HIV',
        'SUBSTANCE_USE',
        'MENTAL_HEALTH',
        'IMMIGRATION',
        'TRAFFICKER_INFO',
        'CHILDREN',
        'LOCATION',
      ]),
    );
    expect(needsOwnTick('NAME')).toBe(false);
  });
});

describe('domain §13 and §24.14: who signs', () => {
  const unsigned = (signer: Partial<Release['signer']>) =>
    release({ signature: null, signer: { ...release().signer, ...signer } });
  const refusal = (signer: Partial<Release['signer']>) => signRefusal(unsigned(signer), onPaper, '2026-05-01');
  it('someone who causes harm never does, and the question must be answered', () => {
    expect(refusal({ signerIsAbuser: true })).toBe('release-signer-harms');
    expect(refusal({ signerIsAbuser: null })).toBe('release-signer-harms');
    expect(refusal({ signerIsAbuser: false })).toBeNull();
    expect(draftRefusal(unsigned({ signerIsAbuser: true, kind: 'GUARDIAN', guardianName: 'A parent' }))).toBe(
      'release-signer-harms',
    );
  });
  it('a minor signs with a guardian who is named, and says yes herself', () => {
    expect(refusal({ kind: 'MINOR_AND_GUARDIAN', minorAssent: 'YES' })).toBe('release-signer');
    expect(refusal({ kind: 'MINOR_AND_GUARDIAN', guardianName: 'An aunt', minorAssent: 'NO' })).toBe('release-assent');
    expect(refusal({ kind: 'MINOR_AND_GUARDIAN', guardianName: 'An aunt', minorAssent: 'YES' })).toBeNull();
    expect(refusal({ kind: 'MINOR_ALONE', minorAssent: 'NOT_ASKED' })).toBe('release-assent');
  });
  it('an adult signs alone', () => expect(refusal({ guardianName: 'Someone' })).toBe('release-signer'));
  it('only after risks and other ways were talked about, once, and not in the future', () => {
    expect(signRefusal(release({ signature: null, risksDiscussed: false }), onPaper, '2026-05-01')).toBe(
      'release-not-discussed',
    );
    expect(signRefusal(release({ signature: null, alternativesDiscussed: false }), onPaper, '2026-05-01')).toBe(
      'release-not-discussed',
    );
    expect(signRefusal(release({ signature: null }), { ...onPaper, how: 'MARK_WITH_WITNESS' }, '2026-05-01')).toBe(
      'release-witness',
    );
    expect(signRefusal(release(), onPaper, '2026-05-01')).toBe('release-already-signed');
    expect(signRefusal(release({ signature: null }), onPaper, '2026-04-30')).toBe('release-signed-later');
  });
});
