// What of a case can go alone while the rest stays: at her wish (domain §15), or because its time has run (domain §16). What stays of
// it names nobody: a keyed hash of each record, by which an older copy that still holds it is recognised.
import { z } from 'zod';
import { StaffMemberId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { CaseNumber } from './case-number.ts';

/** CLINICAL: screens, their safety steps, and sealed notes of counselling. CONTACT: how to reach her, and her sealed words. */
export const PartCategory = z.enum([
  'NOTES',
  'CONVERSATIONS',
  'NEEDS',
  'INTAKE',
  'STORY',
  'SAFETY_PLAN',
  'SUPPORT_PLAN',
  'CLINICAL',
  'LEGAL',
  'FILES',
  'RECEIVED',
  'CONTACT',
]);
export type PartCategory = z.output<typeof PartCategory>;

/**
 * The kinds of records that each category is made of. What proves that something was allowed, given or asked (permissions, what left,
 * services, requests, holds) is in none: it stays as long as its own rule says, and goes with the case.
 */
export const kindsOf: Readonly<Record<PartCategory, readonly string[]>> = {
  NOTES: ['case-note'],
  CONVERSATIONS: ['conversation'],
  NEEDS: ['need'],
  INTAKE: ['intake'],
  STORY: [
    'trafficking-profile',
    'person-causing-harm',
    'identification-indicators',
    'vulnerability-view',
    'htcds-record',
  ],
  SAFETY_PLAN: ['safety-plan', 'sealed-words'],
  SUPPORT_PLAN: ['support-plan'],
  CLINICAL: ['screening', 'safety-step', 'screening-opening', 'sealed-note'],
  LEGAL: ['legal-matter', 'privileged-box', 'privileged-names'],
  FILES: ['attachment', 'attachment-content'],
  RECEIVED: ['received-package', 'sent-reply'],
  CONTACT: ['sealed-words'],
};

/** Kinds of which one record can be chosen alone; the others go by their category. */
export const singleKinds = [
  'case-note',
  'conversation',
  'need',
  'intake',
  'trafficking-profile',
  'support-plan',
  'screening',
  'legal-matter',
  'attachment',
  'received-package',
] as const;
export const isSingleKind = (kind: string): boolean => singleKinds.some((one) => one === kind);

/** What goes when the time of a case has run but clinical records of somebody who was under 18 must stay: what was told. */
const stays: readonly PartCategory[] = ['CLINICAL', 'INTAKE'];
/** The workbook and the intake say when she was born, and so when the rest may go. */
export const toldKinds: readonly string[] = PartCategory.options
  .filter((one) => !stays.includes(one))
  .flatMap((one) => kindsOf[one])
  .filter((kind) => kind !== 'htcds-record');

/** PART: chosen by her. CONTACT: ways to reach her and sealed words. TOLD: all but what is clinical. TEAM: training of who left. HISTORY: old lines of History. */
export const PartClass = z.enum(['PART', 'CONTACT', 'TOLD', 'TEAM', 'HISTORY']);
export type PartClass = z.output<typeof PartClass>;

const KeyedHash = z.string().regex(/^[0-9a-f]{64}$/);

/** What stays of a part that was erased. The same stands in the list of erased things beside the vault and on every medium. */
export const ErasedPart = z.strictObject({
  /** Random, as of a case. */
  certificate: CaseNumber,
  class: PartClass,
  reason: z.enum(['RULE', 'WISH']),
  erasedOn: CalendarDate,
  erasedAt: Instant,
  approvedBy: z.array(StaffMemberId).max(2),
  /** When the first of it was written: no copy from before holds any of it. */
  since: Instant,
  /** Of every record that went. */
  recordKeys: z.array(KeyedHash).max(20_000),
  /** Of the cases whose ways to reach somebody went: what was written of them before `erasedAt`. */
  contactOf: z.array(KeyedHash).max(200),
  /** How many of what; of HISTORY and TEAM the number of lines. */
  counts: z.partialRecord(z.enum([...PartCategory.options, 'LINES']), z.int().min(1)),
});
export type ErasedPart = z.output<typeof ErasedPart>;
