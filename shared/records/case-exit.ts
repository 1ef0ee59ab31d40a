// Exit: leaving the house well (domain §18). It is prepared over days by whoever is there, and no reason in it blames.
// Finishing it moves the case: into follow-up when she agreed to be asked later, else it is closed.
import { z } from 'zod';
import { caseWorkers, type Role, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { ClosingReason } from './case-status.ts';
import { Destination } from './exit-destinations.ts';
import { BasedOn, OfCase, RevisionMark } from './revision-mark.ts';

export const ExitItem = z.enum([
  'SAFETY_PLAN',
  'BELONGINGS',
  'MEDICATION',
  'COPIES',
  'FOLLOW_UP_ASKED',
  'RELEASES',
  'REFERRALS',
  'SEALED_PURGE_SET',
  'DOOR_OPEN',
]);
export type ExitItem = z.output<typeof ExitItem>;

export const ExitTick = z.strictObject({
  state: z.enum(['DONE', 'NOT_NEEDED', 'LATER']),
  /** Why it waits. */
  why: z.string().trim().max(300),
});
export type ExitTick = z.output<typeof ExitTick>;

/** Whether she wants to be asked how she is, how to do that without putting her at risk, and until when. */
export const FollowUpConsent = z.strictObject({
  answer: z.enum(['YES', 'NO', 'NOT_ASKED']),
  rules: z.string().trim().max(500),
  until: CalendarDate.nullable(),
});
export type FollowUpConsent = z.output<typeof FollowUpConsent>;

export const ExitWritten = z.strictObject({
  on: CalendarDate.nullable(),
  reason: ClosingReason.nullable(),
  /** What was offered instead, when the house asked her to leave. */
  alternatives: z.string().trim().max(1_000),
  destination: Destination.nullable(),
  checklist: z.partialRecord(ExitItem, ExitTick),
  followUp: FollowUpConsent,
});
export type ExitWritten = z.output<typeof ExitWritten>;

export const emptyExit: ExitWritten = {
  on: null,
  reason: null,
  alternatives: '',
  destination: null,
  checklist: {},
  followUp: { answer: 'NOT_ASKED', rules: '', until: null },
};

export const CaseExit = z.strictObject({
  ...ExitWritten.shape,
  caseFileId: CaseFileId,
  begunOn: CalendarDate,
  finishedOn: CalendarDate.nullable(),
});
export type CaseExit = z.output<typeof CaseExit>;

export const StoredCaseExit = z.strictObject({ ...CaseExit.shape, ...RevisionMark.shape, id: RecordId });
export type StoredCaseExit = z.output<typeof StoredCaseExit>;

export type ExitRefusal =
  | 'exit-day'
  | 'exit-reason'
  | 'exit-director'
  | 'exit-alternatives'
  | 'exit-checklist'
  | 'exit-belongings'
  | 'exit-follow-up';

interface Moment {
  readonly openedOn: CalendarDate;
  readonly today: CalendarDate;
  readonly role: Role;
  /** Things, papers and devices that the house still keeps for her. */
  readonly stillKept: number;
}

const isSettled = (tick: ExitTick | undefined): boolean =>
  tick !== undefined && (tick.state !== 'LATER' || tick.why !== '');

/** What of the list is still open: not looked at, or put off without a word of why. */
export const openItems = (exit: Pick<ExitWritten, 'checklist'>): ExitItem[] =>
  ExitItem.options.filter((item) => !isSettled(exit.checklist[item]));

/** Why this exit is not finished yet, or null when it may be. */
export function exitRefusal(exit: ExitWritten, { openedOn, today, role, stillKept }: Moment): ExitRefusal | null {
  const { on, reason, followUp } = exit;
  if (on === null || on > today || on < openedOn) return 'exit-day';
  if (reason === null) return 'exit-reason';
  if (reason === 'ASKED_TO_LEAVE' && role !== 'director') return 'exit-director';
  if (reason === 'ASKED_TO_LEAVE' && exit.alternatives === '') return 'exit-alternatives';
  if (openItems(exit).length > 0) return 'exit-checklist';
  // What is hers does not stay behind unsaid: given back, or put off with a word of why.
  if (stillKept > 0 && exit.checklist.BELONGINGS?.state !== 'LATER') return 'exit-belongings';
  const agreed = followUp.rules !== '' && followUp.until !== null && followUp.until >= on;
  return followUp.answer === 'YES' && !agreed ? 'exit-follow-up' : null;
}

const touched = ['caseExit', 'caseFile', 'followUp', 'safetyPlan', 'today'];

export const caseExitOperations = {
  /** `open`: being prepared. `last`: the newest that is finished. */
  get: read(caseWorkers, OfCase, z.strictObject({ open: StoredCaseExit.nullable(), last: StoredCaseExit.nullable() })),
  /** Keeps what is prepared so far; the first time it calls for a look at the safety plan. rule-broken {rule: 'case-status'}. */
  save: write(
    caseWorkers,
    touched,
    z.strictObject({ caseFileId: CaseFileId, basedOn: BasedOn, exit: ExitWritten }),
    StoredCaseExit,
  ),
  /** Moves the case. Errors: rule-broken with one of ExitRefusal, conflict, not-found. */
  finish: write(caseWorkers, touched, z.strictObject({ caseFileId: CaseFileId, basedOn: BasedOn }), StoredCaseExit),
};
