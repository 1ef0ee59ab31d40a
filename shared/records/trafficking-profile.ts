// What happened: act, means and purpose, the coded profile, what it left and what carries, as answers to one published form.
// Optional in every part and built up over time. It says what is recorded and never what somebody is.
import { z } from 'zod';
import { type AnswerDraft, AnswerDrafts, Answers } from '../answers.ts';
import { caseWorkers, noteWriters, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { BasedOn, OfCase, RevisionMark } from './revision-mark.ts';

const FormVersion = z.int().min(1).max(999);

export const TraffickingProfile = z.strictObject({
  caseFileId: CaseFileId,
  formId: z.literal('trafficking-profile'),
  formVersion: FormVersion,
  answers: Answers,
});
export type TraffickingProfile = z.output<typeof TraffickingProfile>;

export const StoredTraffickingProfile = z.strictObject({
  ...TraffickingProfile.shape,
  ...RevisionMark.shape,
  id: RecordId,
});
export type StoredTraffickingProfile = z.output<typeof StoredTraffickingProfile>;

type Told = Readonly<Record<string, AnswerDraft | undefined>>;

/** Thoughts of self-harm were named: the safety step comes before anything else. */
export const opensSafetyStep = ({ impact }: Told): boolean =>
  impact?.state === 'ANSWERED' && Array.isArray(impact.value) && impact.value.includes('self-harm-thoughts');

/** What to say before a print or a copy: what is hard would stand there without what carries. */
export const copyWarning = ({ impact, strengths }: Told): 'no-strengths' | null =>
  impact?.state === 'ANSWERED' && strengths?.state !== 'ANSWERED' ? 'no-strengths' : null;

export const traffickingProfileOperations = {
  get: read(noteWriters, OfCase, StoredTraffickingProfile.nullable()),
  /** Errors: rule-broken {rule: 'form-unknown' | 'answers'}, conflict. */
  save: write(
    caseWorkers,
    ['traffickingProfile', 'caseFile'],
    z.strictObject({ caseFileId: CaseFileId, basedOn: BasedOn, formVersion: FormVersion, answers: AnswerDrafts }),
    StoredTraffickingProfile,
  ),
  /** Newest first. */
  history: read(noteWriters, OfCase, z.array(StoredTraffickingProfile)),
};
