// domain §24b: the rows that casework covers, played in one real vault from the first evening on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRelease, type ReleaseAttempt } from '#shared/records/release-rules';
import type { CaseFileId } from '#shared/ids';
import { thresholds } from '#shared/statistics/shown';
import { CLINIC_A, aGoal, aNeed, aRelease, aSafetyPlan, aSupportPlan, onPaper, openCase } from '../helpers/casework.ts';
import { addMira, erase } from '../helpers/erasing.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeAll(async () => {
  vault = await newVault('2026-03-02T21:40');
});
afterAll(() => vault.remove());

const utc = (at: number): string => new Date(at).toISOString().slice(5, 16).replace('T', ' ');

describe('domain §24b: the golden fixture', () => {
  it('intake 2026-03-02 21:40, name_used only: a random case number and everything else open', async () => {
    maya = await openCase(vault);
    const opened = await vault.ask('caseFile.get', { caseFileId: maya });
    expect(opened).toMatchObject({
      nameUsed: 'Maya',
      openedOn: '2026-03-02',
      status: 'INTAKE',
      aliases: [],
      languages: [],
      worker: { name: 'Ana' },
    });
    expect(opened.caseNumber).toMatch(/^[2-9B-Y]{3}-[2-9B-Y]{3}$/);
    expect(opened.confidentialityNotice).toEqual({ told: 'NOT_YET', reason: 'JUST_OPENED' });
  });
  it('needs due: U1 03-03 21:40, U2 03-05 21:40, U3 03-09 21:40, U4 04-01 21:40', async () => {
    for (const urgency of ['U1', 'U2', 'U3', 'U4'] as const)
      await vault.ask('need.add', { ...aNeed(maya), urgency, title: urgency });
    const needs = await vault.ask('need.list', { caseFileId: maya });
    expect(needs.map(({ title, dueAt }) => `${title} ${utc(dueAt)}`)).toEqual([
      'U1 03-03 21:40',
      'U2 03-05 21:40',
      'U3 03-09 21:40',
      'U4 04-01 21:40',
    ]);
  });
  it('something given on 03-03 stands in the service log', async () => {
    vault.clock.set('2026-03-03T09:00');
    expect(await vault.ask('service.log', { caseFileId: maya, code: 'FOOD' })).toMatchObject({ on: '2026-03-03' });
  });
  it('safety plan v1 on 03-03 at HIGH: review due 03-10', async () => {
    vault.clock.set('2026-03-03T10:00');
    expect(await vault.ask('safetyPlan.save', aSafetyPlan(maya))).toMatchObject({
      madeOn: '2026-03-03',
      reviewDueOn: '2026-03-10',
      revision: 1,
    });
  });
  it('PHQ-2 (2,1) on 03-05, then PHQ-9: 3 positive, 11 moderate, safety step', async () => {
    vault.clock.set('2026-03-05T14:00');
    const screen = (instrumentId: 'phq-2' | 'phq-9', answers: number[]) =>
      vault.ask('screening.save', {
        caseFileId: maya,
        instrumentId,
        instrumentVersion: 1,
        doneOn: '2026-03-05',
        given: { entry: 'items', gate: null, answers },
        ageSaid: true,
      });
    const short = await screen('phq-2', [2, 1]);
    const long = await screen('phq-9', [2, 1, 2, 2, 1, 1, 1, 0, 1]);
    expect(short).toMatchObject({ result: { total: 3, positive: true }, step: null });
    expect(long).toMatchObject({ result: { total: 11, band: 'MODERATE' }, step: { isOpen: true } });
    const end = { safeNow: null, means: null, staysWith: '', informed: '', nextCheckAt: null };
    await vault.ask('safetyStep.end', { stepId: long.step!.id, basedOn: 1, end: { ...end, how: 'SURVIVOR_DECLINED' } });
  });
  it('support plan on 03-12: first review 04-11', async () => {
    vault.clock.set('2026-03-12T10:00');
    expect((await vault.ask('supportPlan.save', aSupportPlan(maya))).nextReviewOn).toBe('2026-04-11');
  });
  it('release signed 03-13 for 30 days: usable through 04-12, blocked on 04-13', async () => {
    vault.clock.set('2026-03-13T09:00');
    const draft = await vault.ask('release.draft', { basedOn: 0, release: aRelease(maya) });
    expect(draft.state).toBe('DRAFT');
    const signed = await vault.ask('release.sign', {
      releaseId: draft.id,
      basedOn: 1,
      signature: onPaper('2026-03-13'),
    });
    expect(signed).toMatchObject({ state: 'ACTIVE', expiresOn: '2026-04-12' });
    const attempt = (on: string): ReleaseAttempt => ({
      caseFileId: maya,
      partnerAgencyId: CLINIC_A,
      categories: ['NAME'],
      purpose: signed.purpose,
      on,
    });
    const reasons = (on: string) => checkRelease(signed, attempt(on)).flatMap(({ reason }) => reason ?? []);
    expect([reasons('2026-04-12'), reasons('2026-04-13')]).toEqual([[], ['expired']]);
    for (const [day, state] of [
      ['2026-04-12', 'ACTIVE'],
      ['2026-04-13', 'EXPIRED'],
    ] as const) {
      vault.clock.set(`${day}T12:00`);
      expect((await vault.ask('release.get', { releaseId: draft.id })).state).toBe(state);
    }
  });
  it('review 1 on 04-11: the goal she dropped is linked to its successor; next review 05-11', async () => {
    vault.clock.set('2026-04-11T10:00');
    const plan = await vault.ask('supportPlan.get', { caseFileId: maya });
    const old = plan!.goals[0]!;
    const after = await vault.ask('supportPlan.replaceGoal', {
      caseFileId: maya,
      basedOn: 1,
      goalId: old.id,
      as: 'DROPPED_BY_SURVIVOR',
      successor: aGoal({ survivorWording: 'I want my evenings free.' }),
    });
    expect(after.goals.map(({ status, successorId }) => [status, successorId])).toEqual([
      ['DROPPED_BY_SURVIVOR', after.goals[1]!.id],
      ['AGREED', null],
    ]);
    const reviewed = await vault.ask('supportPlan.addReview', {
      caseFileId: maya,
      basedOn: 2,
      review: { wentWell: '', changed: '', supportWanted: 'YES', differentWorker: 'NO' },
    });
    expect(reviewed.nextReviewOn).toBe('2026-05-11');
  });
  it('reviews held on their days come due 05-11, 06-10, then 09-08', async () => {
    const next: string[] = [];
    for (const [at, day] of ['2026-05-11', '2026-06-10'].entries()) {
      vault.clock.set(`${day}T10:00`);
      const plan = await vault.ask('supportPlan.addReview', {
        caseFileId: maya,
        basedOn: 3 + at,
        review: { wentWell: '', changed: '', supportWanted: 'YES', differentWorker: 'NO' },
      });
      next.push(plan.nextReviewOn);
    }
    expect(next).toEqual(['2026-06-10', '2026-09-08']);
  });
  it('reports, Q1 2026: served 1, new 1; a public table shows fewer than 11', async () => {
    const turn = async (wish: { audience: 'OURSELVES' | 'PUBLIC'; mode: 'EXACT' | 'ROUNDED' }) => {
      const { tables } = await vault.ask('statistics.show', { period: '2026-Q1', set: 'OURS', ...wish });
      return tables.find(({ id }) => id === 'TURN');
    };
    const exact = await turn({ audience: 'OURSELVES', mode: 'EXACT' });
    expect(exact).toMatchObject({
      total: 1,
      rows: [
        { of: ['NEW'], cells: [1] },
        { of: ['CONTINUING'], cells: [0] },
      ],
    });
    const shown = await turn({ audience: 'PUBLIC', mode: 'ROUNDED' });
    expect(thresholds.PUBLIC).toBe(11);
    expect(shown).toMatchObject({ total: 'FEW', rows: [{ cells: ['FEW'] }, { cells: [0] }] });
  });
  it('taken back by word of mouth on 04-20: REVOKED the same minute, and it stays so', async () => {
    const draft = await vault.ask('release.draft', {
      basedOn: 0,
      release: aRelease(maya, { startsOn: '2026-04-15', expiresOn: '2026-05-15' }),
    });
    vault.clock.set('2026-04-20T15:30');
    await vault.ask('release.sign', { releaseId: draft.id, basedOn: 1, signature: onPaper('2026-04-15') });
    const revoked = await vault.ask('release.revoke', { releaseId: draft.id, how: 'ORAL' });
    expect(revoked).toMatchObject({
      state: 'REVOKED',
      revoked: { at: vault.clock.now, on: '2026-04-20', how: 'ORAL' },
    });
    const later = await vault.ask('release.revoke', { releaseId: draft.id, how: 'WRITTEN' });
    expect(later.revoked).toEqual(revoked.revoked);
  });
  it('close 2026-12-20: closed on that day, gone from Today, found again when it reopens', async () => {
    vault.clock.set('2026-12-20T10:00');
    expect((await vault.ask('today.get', {})).openNeeds).toBe(4);
    expect(await vault.ask('caseFile.close', { caseFileId: maya, reason: 'MOVED_ON_BY_CHOICE' })).toMatchObject({
      status: 'CLOSED',
      closing: { on: '2026-12-20' },
    });
    expect(await vault.ask('today.get', {})).toMatchObject({ openNeeds: 0, reviews: [], needs: [] });
    expect(await outcome(vault.ask('caseFile.close', { caseFileId: maya, reason: 'UNKNOWN' }))).toBe('rule-broken');
    expect((await vault.ask('caseFile.reopen', { caseFileId: maya, why: 'Closed a day early' })).status).toBe(
      'REOPENED',
    );
  });
  it('all of it is still there, whole, after the vault was closed and opened', async () => {
    const next = vault.restart();
    await next.unlock();
    const summary = await next.ask('caseFile.summary', { caseFileId: maya });
    expect(summary).toMatchObject({
      caseFile: { nameUsed: 'Maya' },
      supportPlan: { nextReviewOn: '2026-09-08' },
      sealed: false,
    });
    expect(summary.openNeeds).toHaveLength(4);
    vault = next;
  });
  it('closed 2026-12-20, rule 365 d: due 2027-12-20; a hold delays it, and the certificate has no identity', async () => {
    vault.clock.set('2026-12-20T10:00');
    const { caseNumber } = await vault.ask('caseFile.close', { caseFileId: maya, reason: 'MOVED_ON_BY_CHOICE' });
    expect(await vault.ask('retention.ofCase', { caseFileId: maya })).toMatchObject({ eligibleOn: '2027-12-20' });
    await addMira(vault);
    vault.clock.set('2027-12-20T10:00');
    const asked = { caseFileId: maya, reason: 'A trial', authority: 'District court' };
    const { id, revision } = await vault.ask('legalHold.place', asked);
    expect(await outcome(erase(vault, [maya]))).toBe('rule-broken');
    vault.clock.set('2028-02-01T10:00');
    await vault.ask('legalHold.end', { id, basedOn: revision, why: 'The trial is over' });
    expect(await vault.ask('retention.preview', {})).toMatchObject({
      cases: [{ caseNumber, eligibleOn: '2028-02-01' }],
    });
    const certificates = await erase(vault, [maya]);
    expect(certificates).toMatchObject([{ class: 'CASE', erasedOn: '2028-02-01' }]);
    for (const word of ['Maya', caseNumber, maya]) expect(JSON.stringify(certificates)).not.toContain(word);
    expect(await outcome(vault.ask('caseFile.get', { caseFileId: maya }))).toBe('not-found');
  });
});
