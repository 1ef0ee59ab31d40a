// People and records that the casework tests share. All invented.
import type { z } from 'zod';
import type { NewCaseNote } from '#shared/records/case-note';
import type { GoalDraft } from '#shared/records/support-plan';
import type { ReleaseDraft } from '#shared/records/release';
import { CaseFileId, RecordId } from '#shared/ids';
import type { TestVault } from './vault.ts';

type NoteInput = z.input<typeof NewCaseNote>;

export const CLINIC_A = RecordId.parse('018f0000-0000-7000-8000-00000000000a');

/** An answered question, in her own words. */
export const said = (value: unknown) => ({
  state: 'ANSWERED' as const,
  value: value as string,
  source: 'EXPRESSED' as const,
});

export async function openCase(vault: TestVault, nameUsed = 'Maya'): Promise<CaseFileId> {
  return CaseFileId.parse((await vault.ask('caseFile.open', { nameUsed })).id);
}

export const aNeed = (caseFileId: string) => ({
  caseFileId,
  domain: 'PRACTICAL' as const,
  code: 'CLOTHING_AND_HYGIENE' as const,
  title: 'Warm clothes, shoes 38',
  source: 'EXPRESSED' as const,
  urgency: 'U1' as const,
});

export const aNote = (caseFileId: string, change: Partial<NoteInput> = {}): NoteInput => ({
  caseFileId: CaseFileId.parse(caseFileId),
  kind: 'CHECK_IN',
  happenedOn: '2026-03-03',
  notesConsent: 'YES',
  body: 'Slept until nine.',
  quotes: [],
  source: 'EXPRESSED',
  toldOnce: null,
  ...change,
});

export const aSafetyPlan = (caseFileId: string) => ({
  caseFileId,
  basedOn: 0,
  formVersion: 1,
  answers: {},
  stage: 'LEFT' as const,
  riskLevelSurvivor: 'MODERATE' as const,
  riskLevelWorker: 'HIGH' as const,
  riskFlags: [],
  storage: 'KEEP_HERE' as const,
  status: 'ACTIVE' as const,
  together: true,
});

export const aGoal = (change: Partial<GoalDraft> = {}): GoalDraft => ({
  domain: 'VOCATIONAL_TRAINING',
  survivorWording: 'I want to sew again, and be paid for it.',
  proposedBy: 'SURVIVOR',
  assentedOn: null,
  why: '',
  measure: '',
  baseline: '',
  target: '',
  startOn: null,
  targetDate: null,
  status: 'AGREED',
  successorId: null,
  weight: 1,
  steps: [],
  ...change,
});

export const aSupportPlan = (caseFileId: string, goals: GoalDraft[] = [aGoal()]) => ({
  caseFileId,
  basedOn: 0,
  vision: 'A kitchen of my own, and a door I lock.',
  strengths: [],
  planStart: '2026-03-12',
  agreedBySurvivor: 'YES' as const,
  agreedOn: '2026-03-12',
  copyGiven: 'UNSAFE' as const,
  goals,
});

export const aRelease = (caseFileId: string, change: Partial<ReleaseDraft> = {}): ReleaseDraft => ({
  caseFileId: CaseFileId.parse(caseFileId),
  partnerAgencyId: CLINIC_A,
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
  startsOn: '2026-03-13',
  expiresOn: '2026-04-12',
  singleUse: false,
  copyOffered: true,
  signer: { kind: 'SELF', guardianName: '', signerIsAbuser: false, minorAssent: 'NOT_A_MINOR' },
  ...change,
});

export const onPaper = (signedOn: string) => ({ how: 'PAPER' as const, signedOn, kept: 'Folder 2', witness: '' });

export const agencyDetails = (name: string) => ({
  name,
  types: ['HEALTH' as const],
  sharesWithAuthorities: 'NO' as const,
  contacts: [],
  notes: '',
  lastVerifiedOn: null,
});
