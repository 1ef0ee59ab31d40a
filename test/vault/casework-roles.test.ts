// domain §0, role matrix: what each role may ask, and what never reaches house staff whatever they ask.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index';
import type { CaseFileId } from '#shared/ids';
import { noDetails } from '#shared/records/conversation';
import { emptyExit } from '#shared/records/case-exit';
import { aNeed, aNote, aRelease, aSafetyPlan, aSupportPlan, onPaper, openCase, said } from '../helpers/casework.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const casework = [
  'caseFile',
  'need',
  'intake',
  'safetyPlan',
  'supportPlan',
  'caseNote',
  'contactAttempt',
  'conversation',
  'interpreter',
  'wordList',
  'release',
  'screening',
  'safetyStep',
  'wellbeingSetting',
  'service',
  'caseExit',
  'followUp',
  'draft',
  'today',
  'task',
  'calendar',
  'traffickingProfile',
  'personCausingHarm',
  'identificationIndicators',
  'vulnerabilityView',
] as const;
/** All that house staff may call; a new operation for them must be written down here. */
const forHouse = [
  'caseFile.houseList',
  'caseFile.houseCard',
  'need.due',
  'need.tick',
  'wellbeingSetting.crisisContacts',
  'draft.save',
  'draft.get',
  'draft.list',
  'draft.discard',
  'today.get',
  'task.add',
  'task.change',
  'task.people',
  'calendar.agenda',
];

const operations = casework.flatMap((group) =>
  Object.entries(contract[group]).map(([name, operation]) => ({ name: `${group}.${name}`, operation })),
);

/** Rare words in every place of the record that is not for house staff. */
const STORY = [
  'zebrafinch',
  'quillwort',
  'oxbowlake',
  'saltmarsh',
  'thornapple',
  'marshwiggle',
  'kingcup',
  'foxglove',
  'peppermoth',
];

let vault: TestVault;
let maya: CaseFileId;
const needIds: Record<string, string> = {};

beforeAll(async () => {
  vault = await newVault();
  maya = await openCase(vault);
  const need = async (title: string, change: object) => {
    needIds[title] = (await vault.ask('need.add', { ...aNeed(maya), title, note: 'saltmarsh', ...change })).id;
  };
  await need('Warm clothes, shoes 38', {});
  await need('zebrafinch', { domain: 'HEALTH', code: 'SUICIDAL_INTENT', urgency: 'U0' });
  await need('quillwort', { domain: 'LEGAL', code: 'IMMIGRATION_DEADLINE', urgency: 'U2' });
  await need('oxbowlake', { domain: 'PRACTICAL', code: 'STORAGE', urgency: 'U3' });
  await need('peppermoth', { code: 'OTHER', urgency: 'U1' });
  await vault.ask('intake.save', {
    caseFileId: maya,
    basedOn: 0,
    formVersion: 1,
    answers: {
      allergy: said('Nuts'),
      medicine: said('thornapple'),
      nationality: said('marshwiggle'),
      'identify-as': said('Mia from the library'),
      'contact-methods': said([
        { way: 'CALL', value: 'kingcup', safe: 'NO', when: '', caution: 'room-mate answers', voicemail: 'NO' },
      ]),
    },
  });
  await vault.ask('safetyPlan.save', {
    ...aSafetyPlan(maya),
    answers: { worries: said([{ words: 'foxglove' }]), 'may-do': said([{ words: 'Ring my sister' }]) },
  });
  await vault.ask('safetyPlan.saveSealed', {
    caseFileId: maya,
    basedOn: 0,
    formVersion: 1,
    answers: { 'code-word': said('peppermoth') },
  });
  await vault.ask('supportPlan.save', { ...aSupportPlan(maya), vision: 'thornapple' });
  await vault.ask('caseNote.add', aNote(maya, { body: 'foxglove' }));
  await vault.ask('release.draft', { basedOn: 0, release: aRelease(maya) });
  await vault.signInAs('house-staff');
});
afterAll(() => vault.remove());

describe('house staff', () => {
  it('may call exactly what is listed', () =>
    expect(
      operations
        .filter(({ operation }) => (operation.access as readonly string[]).includes('house-staff'))
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...forHouse].sort()));

  it('nothing of casework works before anyone signed in', () =>
    expect(operations.filter(({ operation }) => operation.access === 'nobody-signed-in')).toEqual([]));

  it('are refused reading notes, plans, search and code words', async () => {
    expect(await outcome(vault.ask('caseNote.list', { caseFileId: maya }))).toBe('not-allowed');
    expect(await outcome(vault.ask('caseFile.summary', { caseFileId: maya }))).toBe('not-allowed');
    expect(await outcome(vault.ask('safetyPlan.openSealed', { caseFileId: maya, reason: 'I was curious' }))).toBe(
      'not-allowed',
    );
    expect(await outcome(vault.ask('caseFile.search', { query: 'foxglove' }))).toBe('not-allowed');
  });

  it('are refused every other operation, each with a request that is otherwise in order', async () => {
    const id = needIds['Warm clothes, shoes 38']!;
    const of = { caseFileId: maya };
    const plan = { ...of, basedOn: 0 };
    const person = { relation: null, roles: [], details: null };
    const requests: Record<string, unknown> = {
      'calendar.sinceLastShift': {},
      'caseFile.open': { nameUsed: 'Someone' },
      'caseFile.list': {},
      'caseFile.updateDetails': { ...plan, details: {} },
      'caseFile.saveSafeContact': { ...plan, safeContact: { identifyAs: '', methods: [] } },
      'caseFile.changeStatus': { ...of, to: 'ACTIVE' },
      'caseFile.close': { ...of, reason: 'UNKNOWN' },
      'caseFile.search': { query: 'foxglove' },
      'need.add': aNeed(maya),
      'need.change': { needId: id, basedOn: 1, change: { status: 'MET' } },
      'need.history': { needId: id },
      'intake.save': { ...plan, formVersion: 1, answers: {} },
      'safetyPlan.save': aSafetyPlan(maya),
      'safetyPlan.addTrigger': { ...of, trigger: 'BEFORE_EXIT' },
      'safetyPlan.openSealed': { ...of, reason: 'I was curious' },
      'safetyPlan.saveSealed': { ...plan, formVersion: 1, answers: {} },
      'supportPlan.save': aSupportPlan(maya),
      'supportPlan.setGoalStatus': { ...plan, goalId: id, status: 'PAUSED' },
      'supportPlan.replaceGoal': { ...plan, goalId: id, as: 'CHANGED', successor: null },
      'supportPlan.setStep': { ...plan, goalId: id, stepId: id, status: 'DONE' },
      'supportPlan.addReview': {
        ...plan,
        review: { wentWell: '', changed: '', supportWanted: 'YES', differentWorker: 'NO' },
      },
      'caseNote.add': aNote(maya),
      'caseNote.correct': { noteId: id, note: aNote(maya) },
      'conversation.begin': { ...of, purpose: 'CHECK_IN' },
      'conversation.useInterpreter': {
        conversationId: id,
        basedOn: 1,
        use: { how: 'EMERGENCY', who: 'STAFF', reason: 'It cannot wait tonight' },
      },
      'conversation.stopUnsafe': { conversationId: id, basedOn: 1, details: noDetails },
      'interpreter.list': {},
      'interpreter.toReview': {},
      'interpreter.save': {
        basedOn: 0,
        details: {
          name: 'Rosa',
          agency: '',
          languages: [],
          dialect: '',
          gender: '',
          vettedOn: null,
          confidentialitySignedOn: null,
          ties: [],
        },
      },
      'interpreter.sayWhy': { exclusionId: id, reason: 'I was curious' },
      'interpreter.openReason': { exclusionId: id, why: 'I was curious' },
      'interpreter.reviewed': { exclusionId: id, basedOn: 1, mayBeAskedAgain: true },
      'wordList.get': {},
      'wordList.save': { basedOn: 0, terms: [] },
      'conversation.answerNotes': { conversationId: id, basedOn: 1, notesConsent: 'NO' },
      'conversation.end': { conversationId: id, basedOn: 1, details: noDetails },
      'contactAttempt.begin': { ...of, way: 'CALL', value: 'kingcup', override: 'It cannot wait tonight' },
      'contactAttempt.end': { attemptId: id, basedOn: 1, outcome: 'REACHED' },
      'release.draft': { basedOn: 0, release: aRelease(maya) },
      'release.sign': { releaseId: id, basedOn: 1, signature: onPaper('2026-03-02') },
      'release.revoke': { releaseId: id, how: 'ORAL' },
      'caseExit.save': { ...plan, exit: emptyExit },
      'caseExit.finish': plan,
      'followUp.attempt': { followUpId: id, basedOn: 1, outcome: 'SAFE_OK' },
      'service.log': { ...of, code: 'FOOD' },
      'service.correct': {
        serviceId: id,
        basedOn: 1,
        service: { on: '2026-03-02', code: 'FOOD', amount: null, siteAlias: '', fundingTag: '', isStruck: true },
      },
      'release.get': { releaseId: id },
      'traffickingProfile.save': { ...plan, formVersion: 1, answers: {} },
      'personCausingHarm.add': { ...of, ...person },
      'personCausingHarm.change': { id, basedOn: 1, ...person },
      'personCausingHarm.letGo': { id, basedOn: 1 },
      'identificationIndicators.save': { ...plan, profile: 'AL', marks: {} },
      'identificationIndicators.history': { ...of, profile: 'AL' },
      'vulnerabilityView.add': { ...of, individual: [], household: [], community: [] },
      'screening.save': {
        ...of,
        instrumentId: 'c-ssrs',
        instrumentVersion: 1,
        doneOn: '2026-03-02',
        given: { entry: 'c-ssrs', tier: 'LOW' },
      },
      'screening.setAside': { screeningId: id, basedOn: 1 },
      'screening.openAnswers': { screeningId: id, reason: 'I was curious' },
      'safetyStep.get': { stepId: id },
      'safetyStep.end': {
        stepId: id,
        basedOn: 1,
        end: { how: 'SURVIVOR_DECLINED', safeNow: null, means: null, staysWith: '', informed: '', nextCheckAt: null },
      },
      'safetyStep.checked': { stepId: id, basedOn: 1, nextCheckAt: null },
      'wellbeingSetting.get': {},
      'wellbeingSetting.save': {
        basedOn: 0,
        crisisContacts: [],
        cuts: { pcPtsd5: 3, pcl5: 31 },
        trainedIds: [],
      },
    };
    for (const { name } of operations.filter((one) => !forHouse.includes(one.name))) {
      // What is not listed above asks for a case and nothing else.
      const answer = await vault.raw(name, requests[name] ?? of);
      expect([name, answer]).toEqual([name, { ok: false, error: { code: 'not-allowed' } }]);
    }
  });

  it('see the house card: name, allergy, cautions, what they may do, and needs that carry no story', async () => {
    const card = await vault.ask('caseFile.houseCard', { caseFileId: maya });
    expect(card).toMatchObject({
      nameUsed: 'Maya',
      identifyAs: 'Mia from the library',
      goodToKnow: [{ kind: 'allergy', words: 'Nuts' }],
      cautions: [
        { way: 'CALL', safe: 'NO', caution: 'room-mate answers' },
        { way: 'VOICEMAIL', safe: 'NO' },
      ],
      mayDo: [{ words: 'Ring my sister' }],
    });
    expect(card.needs.map(({ sees, title, domain }) => [sees, title, domain])).toEqual([
      ['check-in', '', null],
      ['words', 'Warm clothes, shoes 38', 'PRACTICAL'],
    ]);
  });

  it('never receive a word of the story, by any operation they may call', async () => {
    const answers = [
      await vault.ask('caseFile.houseList', {}),
      await vault.ask('caseFile.houseCard', { caseFileId: maya }),
      await vault.ask('need.due', {}),
      await vault.ask('today.get', {}),
      await vault.ask('draft.list', {}),
    ];
    const heard = JSON.stringify(answers);
    expect(heard).toContain('Maya');
    expect(STORY.filter((word) => heard.includes(word))).toEqual([]);
  });

  it('get needs and their own draft on Today, and no reviews or releases', async () => {
    const today = await vault.ask('today.get', {});
    expect(today).toMatchObject({ openNeeds: 2, casesWithOpenNeeds: 1, reviews: [], releasesEnding: [], resume: null });
  });

  it('tick what they did, and only what they can see', async () => {
    for (const title of ['zebrafinch', 'quillwort', 'oxbowlake', 'peppermoth']) {
      expect(await outcome(vault.ask('need.tick', { needId: needIds[title]!, basedOn: 1 }))).toBe('not-found');
    }
    expect(await vault.ask('need.tick', { needId: needIds['Warm clothes, shoes 38']!, basedOn: 1 })).toEqual({
      revision: 2,
    });
    expect((await vault.ask('need.due', {})).total).toBe(1);
  });
});

describe('a refusal', () => {
  it('leaves one line in the audit trail, each time', async () => {
    const volunteer = { signInName: 'volunteer', passphrase: 'meadow candle orchard window ribbon kettle' };
    const fresh = await newVault();
    const heron = await openCase(fresh, 'Heron');
    await fresh.ask('staffMember.add', { name: 'Vera', role: 'house-staff', ...volunteer });
    const entries = async () => (await fresh.ask('session.checkVault', {})).entries;
    const visit = async (curious: number): Promise<number> => {
      const before = await entries();
      fresh.vault.close();
      await fresh.unlock(volunteer);
      for (let n = 0; n < curious; n += 1)
        expect(await outcome(fresh.ask('caseNote.list', { caseFileId: heron }))).toBe('not-allowed');
      fresh.vault.close();
      await fresh.unlock(DIRECTOR);
      return (await entries()) - before;
    };
    const quiet = await visit(0);
    expect(await visit(3)).toBe(quiet + 3);
    await fresh.remove();
  });
});
