// domain §12, §13 and §24 no. 9–11 in the vault: a referral leaves under her permission, by her own hand, or without a name.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import { CaseFileId as caseFileId_, type RecordId } from '#shared/ids';
import type { ReferralAct, ReferralWritten, StoredReferral } from '#shared/records/referral';
import { aGoal, aSupportPlan } from '../helpers/casework.ts';
import { Office, PURPOSE } from '../helpers/office.ts';
import { outcome, ruleOf } from '../helpers/vault.ts';

let office: Office;
let finch: CaseFileId;
let clinic: RecordId;
beforeEach(async () => {
  office = await Office.open('2026-05-04T09:00'); // a Monday
  finch = caseFileId_.parse(await office.openCase());
  clinic = (await office.clinic()).id;
});
afterEach(() => office.vault.remove());

const written = (change: Partial<ReferralWritten> = {}): ReferralWritten => ({
  partnerAgencyId: clinic,
  forWhat: null,
  asks: PURPOSE,
  reason: 'ADDITIONAL_SERVICES',
  urgency: 'U3',
  warmHandoff: false,
  escort: '',
  interpreter: '',
  mode: 'WITH_RELEASE',
  releaseId: null,
  categories: ['NAME'],
  ...change,
});
const save = (change: Partial<ReferralWritten> = {}, before?: StoredReferral) =>
  office.vault.ask('referral.save', {
    caseFileId: finch,
    referralId: before?.id ?? null,
    basedOn: before?.revision ?? 0,
    referral: written(change),
  });
const act = ({ id, revision }: StoredReferral, what: ReferralAct) =>
  office.vault.ask('referral.act', { referralId: id, basedOn: revision, act: what });
const get = ({ id }: StoredReferral) => office.vault.ask('referral.get', { referralId: id });

/** A referral under a permission for the whole of May that covers name and health. */
async function ready(change: Partial<ReferralWritten> = {}): Promise<StoredReferral> {
  const { id } = await office.signedRelease(finch, clinic, ['NAME', 'HEALTH']);
  return act(await save({ releaseId: id, ...change }), { to: 'READY' });
}
const sent = async (change: Partial<ReferralWritten> = {}) => act(await ready(change), { to: 'SENT', how: 'PAPER' });
const failing = ({ gate }: StoredReferral): (string | null)[] =>
  (gate ?? []).filter(({ reason }) => reason !== null).map(({ reason }) => reason);

describe('domain §24 no. 10: who takes a permission back on the telephone', () => {
  const revoke = (releaseId: RecordId, request: object) =>
    office.vault.ask('release.revoke', { releaseId, how: 'PHONE', ...request });

  it('is known by the word or was called back, and which of the two is kept with it', async () => {
    const pending = await sent();
    const releaseId = pending.releaseId!;
    expect(await outcome(revoke(releaseId, {}))).toBe('invalid-request');
    expect(await outcome(revoke(releaseId, { how: 'ORAL', checked: 'SAFE_WORD' }))).toBe('invalid-request');
    expect((await get(pending)).state).toBe('SENT');
    const taken = await revoke(releaseId, { checked: 'SAFE_WORD' });
    expect(taken).toMatchObject({
      state: 'REVOKED',
      revoked: { on: '2026-05-04', how: 'PHONE', checked: 'SAFE_WORD' },
    });
    expect((await get(pending)).state).toBe('WITHDRAWN_BY_SURVIVOR');
  });
});

describe('her disclosure log', () => {
  const log = () => office.vault.ask('disclosureLog.list', { caseFileId: finch });
  const told = {
    ...{ toWhom: 'Ivo at the desk', what: 'Her first name, and that a tooth hurts', steps: 'Rang from the office.' },
    survivorTold: { told: true, how: 'She sat beside me.' },
  };

  it.each([
    ['PHONE', 'SPOKEN'],
    ['IN_PERSON', 'SPOKEN'],
    ['PAPER', 'PAPER'],
  ] as const)('has a line of its own for what was told by %s, with what the form asked', async (how, way) => {
    const now = await act(await ready(), { to: 'SENT', how, told });
    const lines = await log();
    expect(lines).toMatchObject([
      {
        ...{ id: now.disclosureId, way, on: '2026-05-04', recipientName: 'Clinic A, Ivo at the desk' },
        ...{ purpose: PURPOSE, categories: ['NAME'], what: told.what, steps: told.steps, by: { name: 'Ana' } },
        ...{ basis: { kind: 'RELEASE', releaseId: now.releaseId }, survivorTold: told.survivorTold, unmatched: [] },
      },
    ]);
    // It stays as it was written whatever becomes of the referral.
    await act(now, { to: 'CANCELLED' });
    expect(await log()).toEqual(lines);
  });

  it('has one also when nothing more was said: to whom her permission names, and that it is how she was told', async () => {
    await act(await ready(), { to: 'SENT', how: 'PAPER' });
    expect(await log()).toMatchObject([
      { recipientName: 'Clinic A, the dental nurse', survivorTold: { told: true, how: 'RELEASE' }, what: '' },
    ]);
  });

  it('refuses that it left when nobody said why she was not told, and then it has not left', async () => {
    const waits = await ready();
    const untold = { ...told, survivorTold: { told: false, how: '' } };
    expect(await ruleOf(act(waits, { to: 'SENT', how: 'PHONE', told: untold }))).toBe('disclosure-told');
    expect((await get(waits)).state).toBe('READY');
    expect(await log()).toEqual([]);
  });

  it('has none for a package, which writes its own, for what she carries, and for a question without a name', async () => {
    expect((await act(await ready(), { to: 'SENT', how: 'ENCRYPTED_MEDIA' })).disclosureId).toBeNull();
    const alone = { mode: 'SELF_REFERRAL' as const, categories: [] };
    await act(await act(await save(alone), { to: 'READY' }), { to: 'SENT', how: 'IN_PERSON' });
    const nameless = { mode: 'ANONYMOUS_INQUIRY' as const, categories: [], asks: 'Is there a chair on Tuesday?' };
    await act(await act(await save(nameless), { to: 'READY' }), { to: 'SENT', how: 'PHONE' });
    expect(await log()).toEqual([]);
  });
});

describe('a referral under her permission', () => {
  it('is ready when all five things match, and goes on step by step to how it went', async () => {
    const told = await ready();
    expect(told).toMatchObject({ state: 'READY', agencyName: 'Clinic A' });
    let now = await act(told, { to: 'SENT', how: 'PAPER' });
    expect(now).toMatchObject({ state: 'SENT', sentHow: 'PAPER', chase: { on: '2026-05-06', at: null, asked: 0 } });
    now = await act(now, { to: 'ACCEPTED' });
    now = await act(now, { to: 'APPOINTMENT_SET', on: '2026-05-12', time: '10:30' });
    now = await act(now, { to: 'MISSED' });
    now = await act(now, { to: 'APPOINTMENT_SET', on: '2026-05-19', time: null });
    now = await act(now, { to: 'ATTENDED' });
    const result = { result: 'SERVICE_RECEIVED' as const, rating: 5, note: '' };
    now = await act(now, { to: 'OUTCOME_RECORDED', outcome: result });
    expect(now).toMatchObject({ chase: null, appointment: { on: '2026-05-19', missed: 1 }, outcome: result });
    expect(now.steps.map(({ state }) => state)).toEqual([
      'DRAFT',
      'READY',
      'SENT',
      'ACKNOWLEDGED',
      'ACCEPTED',
      'APPOINTMENT_SET',
      'MISSED',
      'APPOINTMENT_SET',
      'ATTENDED',
      'OUTCOME_RECORDED',
    ]);
    expect(await outcome(act(now, { to: 'CANCELLED' }))).toBe('rule-broken');
    const timeline = await office.vault.ask('caseFile.timeline', { caseFileId: finch, topic: 'sharing' });
    expect(timeline.entries[0]).toMatchObject({ event: 'referral-over', words: '' });
  });

  it('waits for a permission, and says which thing does not match (§24 no. 9)', async () => {
    const other = await office.agency('Clinic B');
    const { id: releaseId } = await office.signedRelease(finch, other.id, ['NAME']);
    expect(await act(await save(), { to: 'READY' })).toMatchObject({ state: 'CONSENT_NEEDED', gate: null });
    const wrong = await act(await save({ releaseId, categories: ['NAME', 'IMMIGRATION'], asks: 'Something else' }), {
      to: 'READY',
    });
    expect(wrong.state).toBe('CONSENT_NEEDED');
    expect(failing(wrong)).toEqual(['other-recipient', 'other-purpose', 'not-covered']);
    expect(await outcome(act(wrong, { to: 'SENT', how: 'PAPER' }))).toBe('rule-broken');
    const nothing = await act(await save({ releaseId, categories: [] }), { to: 'READY' });
    expect(failing(nothing)).toContain('nothing-chosen');
  });

  it('falls back when the permission ends before it left (§24 no. 11), and stays sent when it ends after', async () => {
    const left = await sent();
    const waits = await act(await save({ releaseId: left.releaseId }), { to: 'READY' });
    office.vault.clock.set('2026-05-31T23:00');
    expect((await get(waits)).state).toBe('READY');
    office.vault.clock.set('2026-06-01T08:00');
    const ended = await get(waits);
    expect(ended.state).toBe('CONSENT_NEEDED');
    expect(failing(ended)).toEqual(['expired']);
    expect(await outcome(act(ended, { to: 'SENT', how: 'PAPER' }))).toBe('rule-broken');
    expect((await get(left)).state).toBe('SENT');
    const rows = await office.vault.ask('referral.list', { caseFileId: finch });
    expect(rows.map(({ state }) => state)).toEqual(['CONSENT_NEEDED', 'SENT']);
  });

  it('taken back: what has not left waits for her, what nobody answered is withdrawn, an appointment stays hers (§24 no. 10)', async () => {
    const { id: releaseId } = await office.signedRelease(finch, clinic, ['NAME']);
    const under = async () => act(await save({ releaseId }), { to: 'READY' });
    const unsent = await under();
    const pending = await act(await under(), { to: 'SENT', how: 'PHONE' });
    let going = await act(await under(), { to: 'SENT', how: 'PHONE' });
    going = await act(going, { to: 'ACCEPTED' });
    going = await act(going, { to: 'APPOINTMENT_SET', on: '2026-05-12', time: '10:30' });
    await office.vault.ask('release.revoke', { releaseId, how: 'ORAL' });
    expect((await get(unsent)).state).toBe('CONSENT_NEEDED');
    expect(failing(await get(unsent))).toEqual(['revoked']);
    expect(await get(pending)).toMatchObject({ state: 'WITHDRAWN_BY_SURVIVOR', chase: null });
    expect((await get(going)).state).toBe('APPOINTMENT_SET');
  });

  it('uses up a permission for one time, and one used by the package it went as is not in its way', async () => {
    const categories = ['NAME' as const, 'NEEDS' as const];
    const { id: releaseId } = await office.signedRelease(finch, clinic, categories, { singleUse: true });
    const planned = { caseFileId: finch, releaseId, partnerAgencyId: clinic, categories, purpose: PURPOSE };
    const write = () => save({ releaseId });
    const first = await act(await write(), { to: 'READY' });
    office.vault.clock.advance(60_000);
    await office.create(planned);
    office.vault.clock.advance(60_000);
    expect(await act(first, { to: 'SENT', how: 'ENCRYPTED_MEDIA' })).toMatchObject({ state: 'SENT' });
    const second = await act(await write(), { to: 'READY' });
    expect(failing(second)).toEqual(['used-up']);
  });

  it('is changed until it has left, and never after', async () => {
    const begun = await save();
    const changed = await save({ asks: 'A visit with the doctor', escort: 'Jo' }, begun);
    expect(changed).toMatchObject({ state: 'DRAFT', escort: 'Jo', revision: 2 });
    expect(await outcome(save({}, begun))).toBe('conflict');
    const left = await sent();
    await expect(save({}, left)).rejects.toMatchObject({
      facts: { rule: 'referral-sent' },
    } satisfies Partial<VaultError>);
  });
});

describe('without her permission', () => {
  it('she carries it herself: nothing is asked of a permission, and nothing is told', async () => {
    const own = await act(await save({ mode: 'SELF_REFERRAL' }), { to: 'READY' });
    expect(own).toMatchObject({ state: 'READY', categories: [], releaseId: null, gate: null });
    expect((await act(own, { to: 'SENT', how: 'IN_PERSON' })).state).toBe('SENT');
  });

  it('an agency is asked without a name, and a word that says who is refused', async () => {
    const ask = { mode: 'ANONYMOUS_INQUIRY' as const };
    const named = await save({ ...ask, asks: 'Is there a chair for finch on Tuesday?' });
    expect(named.standsOut).toBe('finch');
    await expect(act(named, { to: 'READY' })).rejects.toMatchObject({
      facts: { rule: 'referral-says-who' },
    } satisfies Partial<VaultError>);
    const escorted = await save({ ...ask, escort: 'a friend of Finch' }, named);
    expect(escorted.standsOut).toBe('Finch');
    const plain = await save({ ...ask, asks: 'Is there a chair for one person on Tuesday?' }, escorted);
    expect(plain.standsOut).toBeNull();
    const asked = await act(plain, { to: 'READY' });
    // A name that she tells only later counts at the moment it would leave.
    const { revision } = await office.vault.ask('caseFile.get', { caseFileId: finch });
    const aliases = [{ text: 'Tuesday', use: 'NICKNAME' as const, safeToSayAloud: true }];
    await office.vault.ask('caseFile.updateDetails', { caseFileId: finch, basedOn: revision, details: { aliases } });
    expect(await outcome(act(asked, { to: 'SENT', how: 'PHONE' }))).toBe('rule-broken');
    const found = await office.vault.ask('referral.look', { caseFileId: finch, text: 'On a Tuesday' });
    expect(found).toEqual({ word: 'Tuesday' });
  });
});

describe('what it is for, and one that comes in', () => {
  it('names a need or a goal of this case, and of no other', async () => {
    const [need] = await office.vault.ask('need.list', { caseFileId: finch });
    const plan = await office.vault.ask('supportPlan.save', aSupportPlan(finch, [aGoal()]));
    expect((await save({ forWhat: { kind: 'need', id: need!.id } })).forWords).toBe(need!.title);
    expect((await save({ forWhat: { kind: 'goal', id: plan.goals[0]!.id } })).forWords).toContain('sew again');
    const other = await office.openCase();
    const [theirs] = await office.vault.ask('need.list', { caseFileId: caseFileId_.parse(other) });
    expect(await outcome(save({ forWhat: { kind: 'need', id: theirs!.id } }))).toBe('not-found');
  });

  it('has the same shape when an agency refers her to us; then it is our answer that is waited for', async () => {
    const { mode: _mode, releaseId: _release, categories: _told, ...minimum } = written({ urgency: 'U1' });
    const origin = { release: 'SAID' as const, usableUntil: '2026-05-31' };
    const came = await office.vault.ask('referral.receive', { caseFileId: finch, referral: { ...minimum, origin } });
    expect(came).toMatchObject({ state: 'SENT', origin, gate: null, chase: { on: null } });
    office.vault.clock.set('2026-05-04T11:01');
    expect((await office.vault.ask('today.get', {})).referrals).toMatchObject([{ what: 'ANSWER' }]);
    expect((await act(came, { to: 'ACCEPTED' })).state).toBe('ACCEPTED');
    const timeline = await office.vault.ask('caseFile.timeline', { caseFileId: finch, topic: 'sharing' });
    expect(timeline.entries.some(({ event }) => event === 'referral-answered')).toBe(true);
  });
});

describe('Today and the calendar', () => {
  const today = async () => (await office.vault.ask('today.get', {})).referrals;
  const agenda = async () => {
    const { coming } = await office.vault.ask('calendar.agenda', { from: '2026-05-01', to: '2026-05-31', zone: 'UTC' });
    return coming.items.filter(({ kind }) => kind === 'referral' || kind === 'appointment');
  };

  it('bring up that nobody answered, until somebody asked again or an answer came', async () => {
    const left = await sent();
    expect(await today()).toEqual([]);
    expect(await agenda()).toMatchObject([{ kind: 'referral', on: '2026-05-06', time: null, words: '' }]);
    office.vault.clock.set('2026-05-06T09:00');
    expect(await today()).toMatchObject([{ what: 'CHASE', on: '2026-05-06', of: { nameUsed: 'Finch' } }]);
    const asked = await act(left, { to: 'ASKED_AGAIN' });
    expect(asked.chase).toEqual({ on: '2026-05-08', at: null, asked: 1 });
    expect(await today()).toEqual([]);
    office.vault.clock.set('2026-05-12T09:00');
    expect(await today()).toHaveLength(1);
    await act(asked, { to: 'ACKNOWLEDGED' });
    expect(await today()).toEqual([]);
    expect(await agenda()).toEqual([]);
  });

  it('say what is urgent after two hours, at its time', async () => {
    await sent({ urgency: 'U1' });
    expect(await agenda()).toMatchObject([{ kind: 'referral', on: '2026-05-04', time: '11:00' }]);
    office.vault.clock.set('2026-05-04T10:59');
    expect(await today()).toEqual([]);
    office.vault.clock.set('2026-05-04T11:00');
    expect(await today()).toMatchObject([{ what: 'CHASE', on: null }]);
  });

  it('hold an appointment at its time in neutral words, for who works on the case', async () => {
    const yes = await act(await sent(), { to: 'ACCEPTED' });
    await act(yes, { to: 'APPOINTMENT_SET', on: '2026-05-08', time: '10:30' });
    expect(await agenda()).toEqual([
      expect.objectContaining({ kind: 'appointment', on: '2026-05-08', time: '10:30', words: '' }),
    ]);
    expect(await today()).toMatchObject([{ what: 'APPOINTMENT', on: '2026-05-08', time: '10:30' }]);
    await office.vault.signInAs('case-manager');
    expect(await today()).toEqual([]);
    expect(await outcome(get(yes))).toBe('not-assigned');
  });
});

describe('the letter', () => {
  const letter = ({ id }: StoredReferral) => office.vault.ask('referral.letter', { referralId: id });
  const print = ({ id, caseFileId }: StoredReferral, change: { referralId?: null } = {}) =>
    office.vault.ask('printLog.add', {
      ...{ caseFileId, sheet: 'REFERRAL_LETTER', lines: 1, withName: true, shredOn: '2026-05-31', referralId: id },
      ...change,
    });

  it('holds what the referral tells and her permission covers, and no word more', async () => {
    const told = await letter(await ready({ categories: ['NAME', 'HEALTH'] }));
    expect(told).toMatchObject({
      recipientName: 'Clinic A, the dental nurse',
      purpose: PURPOSE,
      usableUntil: '2026-05-31',
    });
    expect(told.sections.map(({ category }) => category)).toEqual(['NAME', 'HEALTH']);
    const words = JSON.stringify(told);
    expect(words).toContain('My tooth, upper left');
    // A need of another kind, and what the house is called, are nowhere on it.
    expect(words).not.toContain('letter from the office');
    expect(words).not.toContain('Willow House');
    const less = await letter(await ready({ categories: ['NAME'] }));
    expect(JSON.stringify(less)).not.toContain('tooth');
  });

  it('is not there without a matching permission, and taking it back stops a paper that was being prepared', async () => {
    const own = await act(await save({ mode: 'SELF_REFERRAL' }), { to: 'READY' });
    expect(await outcome(letter(own))).toBe('release-blocked');
    const told = await ready();
    expect(await outcome(print(told, { referralId: null }))).toBe('rule-broken');
    expect((await print(told)).sheet).toBe('REFERRAL_LETTER');
    await office.vault.ask('release.revoke', { releaseId: told.releaseId!, how: 'ORAL' });
    await expect(letter(told)).rejects.toMatchObject({ code: 'release-blocked', facts: { checks: 'still-her-wish' } });
    expect(await outcome(print(told))).toBe('release-blocked');
  });
});
