// The timeline of a case: what happened to its records, newest first, as facts the screen puts into words.
// Told from the saved states themselves, so it can neither leave anything out nor be edited.
import { z } from 'zod';
import { CaseFileId } from '../ids.ts';
import { Instant } from '../time.ts';
import { Page, StaffRef } from './revision-mark.ts';

export const TimelineEvent = z.enum([
  'case-opened',
  'case-asked',
  'case-changed',
  'case-intake',
  'case-active',
  'case-follow-up',
  'case-closed',
  'case-reopened',
  'case-assigned',
  'case-assignment-changed',
  'case-handed-over',
  'opened-by-director',
  'opening-seen',
  'case-transferred',
  'case-made-one',
  'case-parted',
  'earlier-known',
  'earlier-agreed',
  'earlier-taken-back',
  'earlier-parted',
  'intake-written',
  'need-added',
  'need-changed',
  'need-settled',
  'safety-plan-first',
  'safety-plan-revised',
  'safety-plan-reviewed',
  'support-plan-first',
  'support-plan-revised',
  'support-plan-reviewed',
  'note-added',
  'note-corrected',
  'legal-begun',
  'legal-changed',
  'hold-placed',
  'hold-looked',
  'hold-ended',
  'box-opened',
  'file-added',
  'file-renamed',
  'file-removed',
  'sealed-file-opened',
  'sealed-notes-opened',
  'service-given',
  'exit-begun',
  'exit-prepared',
  'follow-up',
  'release-drafted',
  'release-signed',
  'release-revoked',
  'referral-written',
  'referral-sent',
  'referral-came',
  'referral-answered',
  'referral-appointment',
  'referral-went',
  'referral-over',
  'right-asked',
  'right-went-on',
  'right-ended',
  'put-right',
  'statement-kept',
  'own-copy-given',
  'request-logged',
  'request-went-on',
  'report-made',
  'told-outside',
  'printed',
  'package-left',
  'partner-answered',
  'package-came',
  'sealed-opened',
  'profile-written',
  'harm-noted',
  'indicators-marked',
  'view-looked',
  'contact-tried',
  'screening-done',
  'screening-set-aside',
  'safety-step-ended',
  'safety-step-checked',
  'conversation-held',
  'task-set',
  'task-done',
  'task-let-go',
  'other',
]);
export type TimelineEvent = z.output<typeof TimelineEvent>;

export const TimelineEntry = z.strictObject({
  at: Instant,
  by: StaffRef.nullable(),
  event: TimelineEvent,
  recordKind: z.string().max(40),
  recordId: z.string().max(60),
  /** Which saved state of that record. */
  revision: z.int().min(1),
  /** A few words of the record, e.g. the title of a need or the first line of a note. Never T4. */
  words: z.string().max(300),
  /** A code of the trade that the screen puts into words, e.g. why a case closed. */
  code: z.string().max(40).nullable(),
  /** The words are hers. */
  hers: z.boolean(),
  /** For notes: something told once, and whether it may be used again without asking. */
  toldOnce: z.strictObject({ mayBeReused: z.boolean() }).nullable(),
  /** A correction stands beside it: the wrong words stay readable, struck. */
  putRight: z.boolean().default(false),
});
export type TimelineEntry = z.output<typeof TimelineEntry>;

/** What the timeline can be narrowed to. */
export const TimelineTopic = z.enum([
  'case',
  'contact',
  'needs',
  'plans',
  'notes',
  'background',
  'wellbeing',
  'legal',
  'services',
  'files',
  'sharing',
]);
export type TimelineTopic = z.output<typeof TimelineTopic>;

/** Kinds of records by topic; every other kind is of the case itself. */
const TOPICS: Readonly<Record<string, TimelineTopic>> = {
  'contact-attempt': 'contact',
  'follow-up': 'contact',
  need: 'needs',
  task: 'needs',
  'safety-plan': 'plans',
  'support-plan': 'plans',
  'case-note': 'notes',
  conversation: 'notes',
  intake: 'background',
  'htcds-record': 'background',
  'trafficking-profile': 'background',
  'person-causing-harm': 'background',
  'identification-indicators': 'background',
  'vulnerability-view': 'background',
  screening: 'wellbeing',
  'safety-step': 'wellbeing',
  'legal-matter': 'legal',
  'legal-hold': 'legal',
  disclosure: 'sharing',
  'package-reply': 'sharing',
  'received-package': 'sharing',
  service: 'services',
  attachment: 'files',
  release: 'sharing',
  referral: 'sharing',
  print: 'sharing',
  'rights-request': 'sharing',
  amendment: 'sharing',
  'own-copy': 'sharing',
  'legal-request': 'legal',
  'mandated-report': 'legal',
  'other-disclosure': 'sharing',
};
export const topicOf = (recordKind: string): TimelineTopic => TOPICS[recordKind] ?? 'case';

export const TimelineRequest = z.strictObject({
  caseFileId: CaseFileId,
  topic: TimelineTopic.nullable().default(null),
  ...Page,
});
export const TimelinePage = z.strictObject({ entries: z.array(TimelineEntry), total: z.int().min(0) });
export type TimelinePage = z.output<typeof TimelinePage>;
