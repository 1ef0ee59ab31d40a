// Needs, intake, plans, notes, releases and drafts as the page asks for them: a real encrypted vault, the real router.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { type CaseFileId, RecordId } from '#shared/ids';
import {
  aGoal,
  aNeed,
  aNote,
  CLINIC_A,
  aRelease,
  aSafetyPlan,
  aSupportPlan,
  onPaper,
  openCase,
  said,
} from '../helpers/casework.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeEach(async () => {
  vault = await newVault();
  maya = await openCase(vault);
});
afterEach(() => vault.remove());

const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof VaultError ? (error.facts['rule'] ?? error.code) : error;
};

describe('domain §24.4: an observed need', () => {
  it('cannot be begun until she was asked, stays declined when she declines, and its history is kept', async () => {
    const limp = await vault.ask('need.add', {
      ...aNeed(maya),
      domain: 'HEALTH',
      code: 'PAIN_OR_INJURY',
      title: 'Sore ankle',
      source: 'OBSERVED',
      urgency: 'U2',
    });
    expect(
      await rule(vault.ask('need.change', { needId: limp.id, basedOn: 1, change: { status: 'IN_PROGRESS' } })),
    ).toBe('need-ask-first');
    expect(await rule(vault.ask('need.tick', { needId: limp.id, basedOn: 1 }))).toBe('need-ask-first');
    await vault.ask('need.change', { needId: limp.id, basedOn: 1, change: { status: 'DECLINED' } });
    expect((await vault.ask('today.get', {})).needs).toEqual([]);
    expect((await vault.ask('need.history', { needId: limp.id })).map(({ status }) => status)).toEqual([
      'DECLINED',
      'IDENTIFIED',
    ]);
  });
});

describe('needs across cases', () => {
  it('are listed nearest first, what cannot wait before all', async () => {
    const heron = await openCase(vault, 'Heron');
    await vault.ask('need.add', { ...aNeed(maya), title: 'b', urgency: 'U2' });
    vault.clock.advance(3_600_000);
    await vault.ask('need.add', { ...aNeed(heron), title: 'a' });
    vault.clock.advance(48 * 3_600_000);
    await vault.ask('need.add', {
      ...aNeed(heron),
      title: 'now',
      domain: 'SAFETY',
      code: 'TRACKED_DEVICE',
      urgency: 'U0',
    });
    const today = await vault.ask('today.get', { limit: 2 });
    expect(today.needs.map(({ title, of }) => `${of.nameUsed} ${title}`)).toEqual(['Heron now', 'Heron a']);
    expect(today).toMatchObject({ openNeeds: 3, casesWithOpenNeeds: 2 });
    expect((await vault.ask('need.due', { offset: 2 })).needs.map(({ title }) => title)).toEqual(['b']);
  });
});

describe('intake', () => {
  const save = (basedOn: number, answers: object, formVersion = 1) =>
    vault.ask('intake.save', { caseFileId: maya, basedOn, formVersion, answers: answers as never });
  it('keeps every state it was saved in, with who and when for each answer', async () => {
    const first = await save(0, {
      'sleep-best': said('Close to the door.'),
      'room-alone': { state: 'NOT_ASKED', later: true },
    });
    vault.clock.advance(3_600_000);
    const second = await save(1, { 'sleep-best': said('Close to the door.'), 'room-alone': { state: 'DECLINED' } });
    expect(second.answers['sleep-best']).toEqual(first.answers['sleep-best']);
    expect(second.answers['room-alone']).toMatchObject({ state: 'DECLINED', recordedAt: vault.clock.now });
    expect(
      (await vault.ask('intake.history', { caseFileId: maya })).map(({ revision, answers }) => [
        revision,
        answers['room-alone']?.state,
      ]),
    ).toEqual([
      [2, 'DECLINED'],
      [1, 'NOT_ASKED'],
    ]);
  });
  it('tells the case what the house needs, and gives it no revision when it told nothing new', async () => {
    await save(0, { allergy: said('Nuts'), 'confidentiality-notice': said('yes') });
    const told = await vault.ask('caseFile.get', { caseFileId: maya });
    expect(told).toMatchObject({
      revision: 2,
      goodToKnow: [{ kind: 'allergy', words: 'Nuts' }],
      confidentialityNotice: { told: 'YES', on: '2026-03-02' },
    });
    await save(1, { allergy: said('Nuts'), 'confidentiality-notice': said('yes'), medicine: said('insulin') });
    expect((await vault.ask('caseFile.get', { caseFileId: maya })).revision).toBe(2);
  });
  it('refuses unknown questions, wrong values and unpublished versions, and saves nothing then', async () => {
    expect(await rule(save(0, { 'no-such': said('x') }))).toBe('answers');
    expect(await rule(save(0, { 'room-alone': said('maybe') }))).toBe('answers');
    expect(await rule(save(0, {}, 2))).toBe('form-unknown');
    expect(await vault.ask('intake.get', { caseFileId: maya })).toBeNull();
  });
  it('cannot be stamped from the outside', async () =>
    expect(
      await vault.raw('intake.save', {
        caseFileId: maya,
        basedOn: 0,
        formVersion: 1,
        answers: { warm: { ...said('yes'), recordedAt: 1 } },
      }),
    ).toMatchObject({ ok: false, error: { code: 'invalid-request' } }));
  it('refuses to save over a colleague’s save', async () => {
    await save(0, {});
    expect(await outcome(save(0, { warm: said('yes') }))).toBe('conflict');
  });
});

describe('safety plan', () => {
  it('keeps the earlier plan when a plan is revised', async () => {
    await vault.ask('safetyPlan.save', aSafetyPlan(maya));
    vault.clock.set('2026-03-09T10:00');
    await vault.ask('safetyPlan.save', {
      ...aSafetyPlan(maya),
      basedOn: 1,
      riskLevelWorker: 'LOW',
      riskLevelSurvivor: 'LOW',
    });
    expect(
      (await vault.ask('safetyPlan.history', { caseFileId: maya })).map(({ status, riskLevelWorker, reviewDueOn }) => [
        status,
        riskLevelWorker,
        reviewDueOn,
      ]),
    ).toEqual([
      ['ACTIVE', 'LOW', '2026-04-08'],
      ['SUPERSEDED', 'HIGH', '2026-03-09'],
    ]);
  });
  it('is looked at early when a safety need is urgent, when something happened, when a release was signed', async () => {
    await vault.ask('safetyPlan.save', { ...aSafetyPlan(maya), riskLevelWorker: 'LOW' });
    const due = async () => (await vault.ask('safetyPlan.get', { caseFileId: maya })).plan?.reviewDueOn;
    expect(await due()).toBe('2026-04-01');
    await vault.ask('need.add', { ...aNeed(maya), domain: 'SAFETY', code: 'TRACKED_DEVICE', urgency: 'U0' });
    expect(await due()).toBe('2026-03-02');
    vault.clock.set('2026-03-04T10:00');
    expect((await vault.ask('safetyPlan.markReviewed', { caseFileId: maya })).reviewDueOn).toBe('2026-04-03');
    await vault.ask('safetyPlan.addTrigger', { caseFileId: maya, trigger: 'COURT_DATE_SET' });
    expect(await due()).toBe('2026-03-04');
    await vault.ask('safetyPlan.markReviewed', { caseFileId: maya });
    vault.clock.set('2026-03-13T10:00');
    const draft = await vault.ask('release.draft', { basedOn: 0, release: aRelease(maya) });
    await vault.ask('release.sign', { releaseId: draft.id, basedOn: 1, signature: onPaper('2026-03-13') });
    expect(await due()).toBe('2026-03-13');
    expect((await vault.ask('today.get', {})).reviews).toMatchObject([
      { kind: 'safety-plan', on: '2026-03-13', of: { nameUsed: 'Maya' } },
    ]);
  });
  it('takes no code word in the open part, and nothing but code words in the sealed one', async () => {
    expect(
      await rule(vault.ask('safetyPlan.save', { ...aSafetyPlan(maya), answers: { 'code-word': said('marigold') } })),
    ).toBe('sealed');
    expect(
      await rule(
        vault.ask('safetyPlan.saveSealed', {
          caseFileId: maya,
          basedOn: 0,
          formVersion: 1,
          answers: { signs: said([{ words: 'a car' }]) },
        }),
      ),
    ).toBe('sealed');
  });
  it('opens the code words with a reason that is kept before they are shown', async () => {
    await vault.ask('safetyPlan.saveSealed', {
      caseFileId: maya,
      basedOn: 0,
      formVersion: 1,
      answers: { 'code-word': said('marigold') },
    });
    expect(await vault.ask('safetyPlan.get', { caseFileId: maya })).toEqual({ plan: null, sealed: true });
    const opened = await vault.ask('safetyPlan.openSealed', {
      caseFileId: maya,
      reason: 'She rang; checking it is her',
    });
    expect(opened).toMatchObject({ revision: 1, answers: { 'code-word': { value: 'marigold' } } });
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(entries[0]).toMatchObject({ event: 'sealed-opened', by: { name: 'Ana' }, words: '' });
    expect(JSON.stringify(entries)).not.toContain('marigold');
  });
});

describe('support plan', () => {
  const dentist = aGoal({
    proposedBy: 'STAFF',
    status: 'PROPOSED',
    survivorWording: 'A dentist visit',
    domain: 'PHYSICAL_HEALTH',
  });
  it('a goal that staff proposed waits for her yes', async () => {
    const plan = await vault.ask('supportPlan.save', aSupportPlan(maya, [dentist]));
    const goalId = plan.goals[0]!.id;
    expect(
      await rule(vault.ask('supportPlan.setGoalStatus', { caseFileId: maya, basedOn: 1, goalId, status: 'AGREED' })),
    ).toBe('goal-needs-her-yes');
    const agreed = await vault.ask('supportPlan.setGoalStatus', {
      caseFileId: maya,
      basedOn: 1,
      goalId,
      status: 'AGREED',
      sheAgrees: true,
    });
    expect(agreed.goals[0]).toMatchObject({ status: 'AGREED', assentedOn: '2026-03-02' });
  });
  it('"say it her way" keeps what staff said, linked to her words', async () => {
    const plan = await vault.ask('supportPlan.save', aSupportPlan(maya, [dentist]));
    const after = await vault.ask('supportPlan.replaceGoal', {
      caseFileId: maya,
      basedOn: 1,
      goalId: plan.goals[0]!.id,
      as: 'CHANGED',
      successor: aGoal({ survivorWording: 'I want to chew without pain.' }),
    });
    expect(after.goals.map(({ survivorWording, status }) => [survivorWording, status])).toEqual([
      ['A dentist visit', 'CHANGED'],
      ['I want to chew without pain.', 'AGREED'],
    ]);
    expect(after.goals[0]!.successorId).toBe(after.goals[1]!.id);
    expect(
      await rule(
        vault.ask('supportPlan.replaceGoal', {
          caseFileId: maya,
          basedOn: 2,
          goalId: after.goals[1]!.id,
          as: 'CHANGED',
          successor: null,
        }),
      ),
    ).toBe('goal-successor');
  });
  it('never loses a goal, ticks a step, and keeps each state', async () => {
    const step = {
      what: 'Visit the sewing room',
      who: 'TOGETHER' as const,
      byWhen: null,
      status: 'OPEN' as const,
      barrier: '',
    };
    const plan = await vault.ask('supportPlan.save', aSupportPlan(maya, [aGoal({ steps: [step] })]));
    expect(await rule(vault.ask('supportPlan.save', { ...aSupportPlan(maya, []), basedOn: 1 }))).toBe('goal-lost');
    const goal = plan.goals[0]!;
    const ticked = await vault.ask('supportPlan.setStep', {
      caseFileId: maya,
      basedOn: 1,
      goalId: goal.id,
      stepId: goal.steps[0]!.id,
      status: 'DONE',
    });
    expect(ticked.goals[0]!.steps[0]!.status).toBe('DONE');
    expect(
      (await vault.ask('supportPlan.history', { caseFileId: maya })).map(({ goals }) => goals[0]!.steps[0]!.status),
    ).toEqual(['DONE', 'OPEN']);
    expect(
      await outcome(
        vault.ask('supportPlan.setStep', {
          caseFileId: maya,
          basedOn: 1,
          goalId: goal.id,
          stepId: goal.steps[0]!.id,
          status: 'OPEN',
        }),
      ),
    ).toBe('conflict');
  });
  it('sets the next review by the cadence, or earlier, but not too far', async () => {
    await vault.ask('supportPlan.save', aSupportPlan(maya));
    vault.clock.set('2026-04-11T10:00');
    const review = { wentWell: '', changed: '', supportWanted: 'YES' as const, differentWorker: 'NOT_ASKED' as const };
    expect(
      await rule(vault.ask('supportPlan.addReview', { caseFileId: maya, basedOn: 1, review, nextOn: '2026-08-01' })),
    ).toBe('review-day');
    expect(
      (await vault.ask('supportPlan.addReview', { caseFileId: maya, basedOn: 1, review, nextOn: '2026-04-18' }))
        .nextReviewOn,
    ).toBe('2026-04-18');
    expect((await vault.ask('today.get', {})).reviews).toMatchObject([
      { kind: 'support-plan', on: '2026-04-18', dayOfPlan: 37 },
    ]);
  });
  it('keeps how far each goal came, and only of goals that are in the plan', async () => {
    const plan = await vault.ask('supportPlan.save', aSupportPlan(maya));
    const attained = (goalId: string) => ({
      caseFileId: maya,
      basedOn: 1,
      review: {
        ...{ wentWell: '', changed: '', supportWanted: 'YES' as const, differentWorker: 'NO' as const },
        attainment: [{ goalId: RecordId.parse(goalId), score: 1 as const, weight: 2 }],
      },
    });
    expect(await rule(vault.ask('supportPlan.addReview', attained(CLINIC_A)))).toBe('review-goal');
    const goalId = plan.goals[0]!.id;
    const { reviews } = await vault.ask('supportPlan.addReview', attained(goalId));
    expect(reviews[0]?.attainment).toEqual([{ goalId, score: 1, weight: 2 }]);
  });
});

describe('case notes', () => {
  it('are put right by another note; both stay, and a note is put right once', async () => {
    const first = await vault.ask('caseNote.add', aNote(maya, { quotes: [{ words: ' No sé… ', language: 'es' }] }));
    const correction = aNote(maya, { body: 'Slept until ten.', quotes: [{ words: ' No sé… ', language: 'es' }] });
    expect(await rule(vault.ask('caseNote.correct', { noteId: first.id, note: { ...correction, quotes: [] } }))).toBe(
      'note-quote-changed',
    );
    const second = await vault.ask('caseNote.correct', { noteId: first.id, note: correction });
    expect(await rule(vault.ask('caseNote.correct', { noteId: first.id, note: correction }))).toBe(
      'note-already-corrected',
    );
    const { notes, total } = await vault.ask('caseNote.list', { caseFileId: maya });
    expect(total).toBe(2);
    expect(notes.map(({ id, correctedBy, correctionOf }) => [id, correctedBy, correctionOf])).toEqual([
      [second.id, null, first.id],
      [first.id, second.id, null],
    ]);
    expect(notes[1]!.quotes[0]!.words).toBe(' No sé… ');
  });
  it('keep only the time when she wants no notes', async () => {
    expect(await rule(vault.ask('caseNote.add', aNote(maya, { notesConsent: 'NO' })))).toBe('note-without-consent');
    expect((await vault.ask('caseNote.add', aNote(maya, { notesConsent: 'NO', body: '' }))).body).toBe('');
  });
  it('cannot be moved to another survivor by a correction', async () => {
    const heron = await openCase(vault, 'Heron');
    const note = await vault.ask('caseNote.add', aNote(maya));
    expect(await outcome(vault.ask('caseNote.correct', { noteId: note.id, note: aNote(heron) }))).toBe('not-found');
  });
  it('say what she told once, to whom, and whether it may be used again', async () => {
    const told = await vault.ask(
      'caseNote.add',
      aNote(maya, { toldOnce: { what: 'How she travelled', mayBeReused: false } }),
    );
    await vault.ask('caseNote.correct', {
      noteId: told.id,
      note: aNote(maya, { toldOnce: { what: 'How she came here', mayBeReused: true } }),
    });
    expect(await vault.ask('caseNote.toldOnce', { caseFileId: maya })).toMatchObject([
      { what: 'How she came here', mayBeReused: true, toldTo: 'Ana' },
    ]);
  });
});

describe('releases of information', () => {
  const drafted = (change: object = {}) =>
    vault.ask('release.draft', {
      basedOn: 0,
      release: aRelease(maya, { startsOn: '2026-03-02', expiresOn: '2026-04-01', ...change }),
    });
  it('are not even drafted for someone who causes harm, or for longer than a year', async () => {
    const signer = {
      kind: 'GUARDIAN' as const,
      guardianName: 'A parent',
      signerIsAbuser: true,
      minorAssent: 'NOT_ASKED' as const,
    };
    expect(await rule(drafted({ signer }))).toBe('release-signer-harms');
    expect(await rule(drafted({ expiresOn: '2027-03-03' }))).toBe('release-too-long');
    expect(await vault.ask('release.list', { caseFileId: maya })).toEqual([]);
  });
  it('can be changed until they are signed, and never after', async () => {
    const { id } = await drafted();
    const release = aRelease(maya, { startsOn: '2026-03-02', categories: ['NAME'] });
    expect((await vault.ask('release.draft', { releaseId: id, basedOn: 1, release })).categories).toEqual(['NAME']);
    await vault.ask('release.sign', { releaseId: id, basedOn: 2, signature: onPaper('2026-03-02') });
    expect(await rule(vault.ask('release.draft', { releaseId: id, basedOn: 3, release }))).toBe(
      'release-already-signed',
    );
    expect(await rule(vault.ask('release.sign', { releaseId: id, basedOn: 3, signature: onPaper('2026-03-02') }))).toBe(
      'release-already-signed',
    );
  });
  it('are signed as they were read: a save in between is a conflict', async () => {
    const { id } = await drafted();
    await vault.ask('release.draft', {
      releaseId: id,
      basedOn: 1,
      release: aRelease(maya, { startsOn: '2026-03-02', categories: ['NAME', 'IMMIGRATION'] }),
    });
    expect(
      await outcome(vault.ask('release.sign', { releaseId: id, basedOn: 1, signature: onPaper('2026-03-02') })),
    ).toBe('conflict');
  });
  it('show on Today when they end within a week', async () => {
    const { id } = await drafted({ expiresOn: '2026-03-09' });
    expect((await vault.ask('today.get', {})).releasesEnding).toEqual([]);
    await vault.ask('release.sign', { releaseId: id, basedOn: 1, signature: onPaper('2026-03-02') });
    expect((await vault.ask('today.get', {})).releasesEnding).toMatchObject([
      { releaseId: id, expiresOn: '2026-03-09' },
    ]);
    await vault.ask('release.revoke', { releaseId: id, how: 'ORAL' });
    expect((await vault.ask('today.get', {})).releasesEnding).toEqual([]);
  });
  it('a draft is not taken back, it was never given', async () =>
    expect(await rule(vault.ask('release.revoke', { releaseId: (await drafted()).id, how: 'ORAL' }))).toBe(
      'release-not-signed',
    ));
});

describe('drafts', () => {
  const target = () => ({ kind: 'intake', caseFileId: maya });
  it('survive a lock: every character, the caret and the revision they build on', async () => {
    const written = {
      target: target(),
      formVersion: 1,
      basedOn: 0,
      at: 'sleep-best',
      body: { text: 'Close to the door. \u{1F56F} نور', n: [1, null, true] },
    };
    await vault.ask('draft.save', written);
    const next = vault.restart();
    await next.unlock();
    expect(await next.ask('draft.get', { target: target() })).toEqual({ ...written, savedAt: vault.clock.now });
    expect((await next.ask('today.get', {})).resume).toMatchObject({ at: 'sleep-best', of: { nameUsed: 'Maya' } });
    vault = next;
  });
  it('go in the same moment in which the record is saved, and stay when the save is refused', async () => {
    await vault.ask('draft.save', { target: target(), body: 'x' });
    expect(
      await rule(
        vault.ask('intake.save', { caseFileId: maya, basedOn: 0, formVersion: 1, answers: { nonsense: said('x') } }),
      ),
    ).toBe('answers');
    expect(await vault.ask('draft.list', {})).toHaveLength(1);
    await vault.ask('intake.save', { caseFileId: maya, basedOn: 0, formVersion: 1, answers: {} });
    expect(await vault.ask('draft.list', {})).toEqual([]);
  });
  it('belong to one person: a colleague neither sees nor discards them', async () => {
    await vault.ask('draft.save', { target: target(), body: 'mine' });
    await vault.signInAs('case-manager', maya);
    expect(await vault.ask('draft.get', { target: target() })).toBeNull();
    expect((await vault.ask('caseFile.summary', { caseFileId: maya })).draft).toBeNull();
    await vault.ask('draft.discard', { target: target() });
    await vault.ask('intake.save', { caseFileId: maya, basedOn: 0, formVersion: 1, answers: {} });
    vault.vault.close();
    await vault.unlock(DIRECTOR);
    expect((await vault.ask('draft.get', { target: target() }))?.body).toBe('mine');
  });
  it('of a case that is not there are refused, so that no list ever breaks on one', async () => {
    const nowhere = { kind: 'intake', caseFileId: '018f0000-0000-7000-8000-0000000000ff' as CaseFileId };
    expect(await outcome(vault.ask('draft.save', { target: nowhere, body: 'x' }))).toBe('not-found');
    expect((await vault.ask('today.get', {})).resume).toBeNull();
  });
  it('leave nothing in the timeline', async () => {
    await vault.ask('draft.save', { target: target(), body: 'x' });
    await vault.ask('draft.discard', { target: target() });
    expect((await vault.ask('caseFile.timeline', { caseFileId: maya })).total).toBe(1);
  });
});
