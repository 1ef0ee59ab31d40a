// Each piece of a record leaves exactly when all the categories it needs were released, and what no category names never leaves.
// Every piece carries a word of its own; a preview is searched for all of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionsOf } from '#shared/forms/form-definition';
import { newestForm } from '#shared/forms/published';
import { htcdsFields } from '#shared/htcds/fields';
import type { CaseFileId, RecordId } from '#shared/ids';
import { ReleaseCategory } from '#shared/records/release-categories';
import { categoryOfField, intakeAnswers, safetyPlanAnswers } from '#shared/records/release-coverage';
import { codedFields } from '../../electron/vault/packages/released-coded.ts';
import {
  aGoal,
  aNeed,
  aNote,
  aRelease,
  aSafetyPlan,
  aSupportPlan,
  onPaper,
  openCase,
  said,
} from '../helpers/casework.ts';
import { seededNumbers } from '../helpers/seeded-numbers.ts';
import { newVault, type TestVault } from '../helpers/vault.ts';

/** Word → the categories that must all be released for it to leave; null: it never leaves. */
const pieces: Readonly<Record<string, readonly ReleaseCategory[] | null>> = {
  'w-name': ['NAME'],
  'w-pronouns': ['NAME'],
  'w-alias': null,
  'w-language': ['LANGUAGES'],
  'w-interpreter': ['LANGUAGES'],
  'w-access': ['ACCESS_NEEDS'],
  'w-allergy': ['HEALTH'],
  'w-door': null,
  'w-safe-number': ['CONTACT'],
  'w-unsafe-number': null,
  'w-unknown-number': null,
  'w-need-practical': ['NEEDS'],
  'w-need-note': null,
  'w-need-health': ['HEALTH'],
  'w-need-feelings': ['MENTAL_HEALTH'],
  'PHQ-9, ': ['MENTAL_HEALTH'],
  '11 of 27, moderate': ['MENTAL_HEALTH'],
  'GAD-7, ': null,
  ASQ: null,
  'A look in, at a set time': null,
  'w-stays-with': null,
  'w-need-threat': ['SAFETY_PLAN'],
  'w-need-baby': ['CHILDREN'],
  'w-need-papers': ['IMMIGRATION'],
  'w-need-police': null,
  'w-need-prayer': null,
  'w-need-moving': null,
  'w-medicine': ['HEALTH'],
  'w-nationality': ['IMMIGRATION'],
  'w-children': ['CHILDREN'],
  'w-never-contact': ['TRAFFICKER_INFO'],
  'w-trusted': null,
  'w-papers-where': null,
  'w-kept-safe': ['SAFETY_PLAN'],
  'w-worries': ['SAFETY_PLAN', 'TRAFFICKER_INFO'],
  'w-substances': ['SAFETY_PLAN', 'SUBSTANCE_USE'],
  'w-safe-places': null,
  'w-routes': null,
  'w-code-word': null,
  'w-vision': ['SUPPORT_PLAN'],
  'w-goal-housing': ['SUPPORT_PLAN'],
  'w-goal-step': ['SUPPORT_PLAN'],
  'w-goal-let-go': null,
  'w-goal-body': ['SUPPORT_PLAN', 'HEALTH'],
  'w-goal-court': null,
  'w-goal-faith': null,
  'w-goal-staff': null,
  'w-note': ['CASE_NOTES'],
  'w-quote': ['CASE_NOTES'],
  'w-limited': null,
};

let vault: TestVault;
let caseFileId: CaseFileId;
let partnerAgencyId: RecordId;
let releaseId: RecordId;
const PURPOSE = 'Finding out what would leave';

const need = (domain: string, code: string, title: string) =>
  ({ ...aNeed(caseFileId), domain, code, title }) as ReturnType<typeof aNeed>;
const list = (words: string) => said([{ words }]);
const line = (kind: 'access' | 'allergy' | 'door', words: string) => ({ kind, words });
const number = (value: string, safe: 'YES' | 'NO' | 'UNKNOWN') => ({
  way: 'CALL' as const,
  value,
  safe,
  when: '',
  caution: '',
  voicemail: 'NO' as const,
});
const step = (what: string, status: 'OPEN' | 'LET_GO') => ({
  what,
  who: 'TOGETHER' as const,
  byWhen: null,
  status,
  barrier: '',
});

async function fillCase(): Promise<void> {
  const details = {
    pronouns: 'w-pronouns',
    languages: ['w-language'],
    aliases: [{ text: 'w-alias', use: 'OTHER' as const, safeToSayAloud: true }],
    goodToKnow: [line('access', 'w-access'), line('allergy', 'w-allergy'), line('door', 'w-door')],
  };
  await vault.ask('caseFile.updateDetails', { caseFileId, basedOn: 1, details });
  const methods = [
    number('w-safe-number', 'YES'),
    number('w-unsafe-number', 'NO'),
    number('w-unknown-number', 'UNKNOWN'),
  ];
  await vault.ask('caseFile.saveSafeContact', { caseFileId, basedOn: 2, safeContact: { identifyAs: '', methods } });
}

async function fillNeeds(): Promise<void> {
  const needs: [string, string, string][] = [
    ['PRACTICAL', 'CLOTHING_AND_HYGIENE', 'w-need-practical'],
    ['HEALTH', 'DENTAL_PAIN', 'w-need-health'],
    ['EMOTIONAL', 'GRIEF', 'w-need-feelings'],
    ['SAFETY', 'ACTIVE_THREAT', 'w-need-threat'],
    ['PRACTICAL', 'BABY_SUPPLIES', 'w-need-baby'],
    ['LEGAL', 'IMMIGRATION_DEADLINE', 'w-need-papers'],
    ['LEGAL', 'POLICE_STATEMENT_CHOICE', 'w-need-police'],
    ['CULTURE_FAITH', 'DIET_PRAYER_DRESS', 'w-need-prayer'],
    ['SAFETY', 'RELOCATION', 'w-need-moving'],
  ];
  for (const [domain, code, title] of needs)
    await vault.ask('need.add', { ...need(domain, code, title), note: 'w-need-note' });
}

async function fillForms(): Promise<void> {
  const answers = {
    interpreter: said('w-interpreter'),
    medicine: said('w-medicine'),
    nationality: said('w-nationality'),
    'children-here': said('w-children'),
    'never-contact': said('w-never-contact'),
    trusted: said('w-trusted'),
    'papers-where': said('w-papers-where'),
  };
  await vault.ask('intake.save', { caseFileId, basedOn: 0, formVersion: 1, answers });
  const plan = {
    'kept-safe': list('w-kept-safe'),
    worries: list('w-worries'),
    'substances-safe': list('w-substances'),
    'safe-places': list('w-safe-places'),
    routes: list('w-routes'),
  };
  await vault.ask('safetyPlan.save', { ...aSafetyPlan(caseFileId), answers: plan });
  const sealed = { 'code-word': said('w-code-word') };
  await vault.ask('safetyPlan.saveSealed', { caseFileId, basedOn: 0, formVersion: 1, answers: sealed });
}

async function fillPlanAndNotes(): Promise<void> {
  const goals = [
    aGoal({
      domain: 'HOUSING',
      survivorWording: 'w-goal-housing',
      steps: [step('w-goal-step', 'OPEN'), step('w-goal-let-go', 'LET_GO')],
    }),
    aGoal({ domain: 'PHYSICAL_HEALTH', survivorWording: 'w-goal-body' }),
    aGoal({ domain: 'LEGAL_CRIMINAL', survivorWording: 'w-goal-court' }),
    aGoal({ domain: 'FAITH_CULTURE', survivorWording: 'w-goal-faith' }),
    aGoal({ domain: 'EDUCATION', survivorWording: 'w-goal-staff', proposedBy: 'STAFF', status: 'PROPOSED' }),
  ];
  await vault.ask('supportPlan.save', { ...aSupportPlan(caseFileId, goals), vision: 'w-vision' });
  await vault.ask('caseNote.add', aNote(caseFileId, { body: 'w-note', quotes: [{ words: 'w-quote', language: '' }] }));
  await vault.ask('caseNote.add', aNote(caseFileId, { body: 'w-limited', notesConsent: 'YES_BUT_LIMITED' }));
}

/** A whole screen, one without every answer, and one that tells of danger, with its safety step. */
async function fillScreens(): Promise<void> {
  const done = { caseFileId, instrumentVersion: 1, doneOn: '2026-03-13', ageSaid: true };
  const items = (answers: (number | null)[]) => ({ entry: 'items' as const, gate: null, answers });
  await vault.ask('screening.save', { ...done, instrumentId: 'phq-9', given: items([2, 2, 2, 2, 1, 1, 1, 0, 0]) });
  await vault.ask('screening.save', { ...done, instrumentId: 'gad-7', given: items([1, 1, 1, 1, 1, 1, null]) });
  const given = { entry: 'asq' as const, answers: ['YES' as const, null, null, null], acuity: null, judgement: false };
  const { step } = await vault.ask('screening.save', { ...done, instrumentId: 'asq', given });
  const end = {
    how: 'WENT_THROUGH',
    safeNow: 'YES',
    means: 'NONE_NEAR',
    staysWith: 'w-stays-with',
    informed: '',
  } as const;
  const nextCheckAt = vault.clock.now + 3_600_000;
  await vault.ask('safetyStep.end', { stepId: step!.id, basedOn: 1, end: { ...end, nextCheckAt } });
}

beforeAll(async () => {
  vault = await newVault('2026-03-13T09:00');
  caseFileId = await openCase(vault, 'w-name');
  await fillCase();
  await fillNeeds();
  await fillForms();
  await fillPlanAndNotes();
  await fillScreens();
  const details = {
    name: 'Clinic A',
    types: [],
    sharesWithAuthorities: 'UNKNOWN' as const,
    contacts: [],
    notes: '',
    lastVerifiedOn: null,
  };
  partnerAgencyId = (await vault.ask('partnerAgency.save', { basedOn: 0, details })).id;
  const release = aRelease(caseFileId, { partnerAgencyId, purpose: PURPOSE, categories: [...ReleaseCategory.options] });
  const drafted = await vault.ask('release.draft', { basedOn: 0, release });
  releaseId = (await vault.ask('release.sign', { releaseId: drafted.id, basedOn: 1, signature: onPaper('2026-03-13') }))
    .id;
});
afterAll(() => vault.remove());

const preview = (categories: ReleaseCategory[]) =>
  vault.ask('exportPackage.preview', { caseFileId, releaseId, partnerAgencyId, categories, purpose: PURPOSE });

async function leaving(categories: ReleaseCategory[]): Promise<string[]> {
  const answer = JSON.stringify(await preview(categories));
  return Object.keys(pieces).filter((word) => new RegExp(`${word}(?![a-z-])`).test(answer));
}
const allowed = (categories: readonly ReleaseCategory[]): string[] =>
  Object.entries(pieces)
    .filter(([, needed]) => needed?.every((category) => categories.includes(category)) ?? false)
    .map(([word]) => word);

describe('what leaves with', () => {
  it.each(ReleaseCategory.options.map((category) => ({ category })))('$category alone', async ({ category }) => {
    expect(await leaving([category])).toEqual(allowed([category]));
  });

  it('everything ticked: still nothing that no category names', async () => {
    const all = [...ReleaseCategory.options];
    expect(await leaving(all)).toEqual(allowed(all));
    expect(allowed(all).length).toBeGreaterThan(20);
  });

  it('forty other choices', async () => {
    const below = seededNumbers(13);
    for (let tried = 0; tried < 40; tried += 1) {
      const some = ReleaseCategory.options.filter(() => below(2) === 1);
      if (some.length > 0) expect(await leaving(some), some.join(' ')).toEqual(allowed(some));
    }
  });
});

it('her words are marked as hers, and what staff saw says so', async () => {
  await vault.ask('need.add', { ...need('PRACTICAL', 'STORAGE', 'w-seen'), source: 'OBSERVED' });
  const { content } = await preview(['NEEDS']);
  expect(content?.sections[0]?.rows).toContainEqual({ label: 'Within a day', value: 'w-need-practical', hers: true });
  expect(content?.sections[0]?.rows).toContainEqual({ label: 'Within a day', value: 'w-seen', source: 'OBSERVED' });
});

it('every question that a category lets out is a question of the newest form', () => {
  const known = (form: 'intake' | 'safety-plan') =>
    questionsOf(newestForm(form))
      .filter(({ tier }) => tier !== 4)
      .map(({ id }) => id);
  for (const id of Object.values(intakeAnswers).flat()) expect(known('intake')).toContain(id);
  for (const id of Object.keys(safetyPlanAnswers)) expect(known('safety-plan')).toContain(id);
});

it('coded fields leave with CODED_PROFILE and their own category, sealed ones never', () => {
  const answers = Object.fromEntries(
    htcdsFields.map(({ name }) => [
      name,
      { state: 'ANSWERED', source: 'DOCUMENT', value: { kind: 'text', text: name } },
    ]),
  ) as Parameters<typeof codedFields>[0];
  expect(codedFields(answers, ['NAME', 'CONTACT'])).toBeUndefined();
  const all = Object.keys(codedFields(answers, ReleaseCategory.options) ?? {});
  expect(all).not.toContain('prs_MailingCity');
  expect(all.filter((name) => name.startsWith('org_'))).toEqual([]);
  expect(all.length).toBeGreaterThan(40);
  const few = codedFields(answers, ['CODED_PROFILE', 'AGE']) ?? {};
  expect(few).toHaveProperty('prs_Birthdate');
  expect(few).not.toHaveProperty('prs_FirstName');
  for (const field of htcdsFields.filter(({ tier }) => tier === 'T4')) expect(categoryOfField(field)).toBeNull();
});
