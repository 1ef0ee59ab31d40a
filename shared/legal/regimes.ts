// Legal and immigration ways, as data: the stages each goes through and the clocks that run in it (domain §17).
// A clock only estimates; the date that counts stands on the official notice. `verified` says whether the law behind it was read.
import { z } from 'zod';

export const MatterType = z.enum([
  'CONTINUED_PRESENCE',
  'T_STATUS',
  'U_STATUS',
  'HHS_CERTIFICATION',
  'HHS_CHILD_ELIGIBILITY',
  'ASYLUM',
  'SIJ',
  'VAWA',
  'COMPENSATION',
  'CIVIL_CLAIM',
  'VACATUR',
  'RESTITUTION',
  'PROTECTION_ORDER',
  'ADDRESS_CONFIDENTIALITY',
  'UK_NRM',
  'REFLECTION_PERIOD',
  'OTHER',
]);
export type MatterType = z.output<typeof MatterType>;

export const Stage = z.enum([
  'CONSIDERED',
  'PREP',
  'REQUESTED_BY_LEA',
  'CERTIFIED',
  'FILED',
  'INTERIM',
  'FIRST_RESPONDER_REFERRAL',
  'REASONABLE_GROUNDS',
  'RECOVERY_PERIOD',
  'CONCLUSIVE_GROUNDS',
  'RECONSIDERATION',
  'MOVE_ON',
  'BFD',
  'RFE',
  'HEARING',
  'GRANTED',
  'RENEWED',
  'EXTENSION',
  'ADJUSTMENT',
  'DENIED',
  'WITHDRAWN',
  'ENDED',
]);
export type Stage = z.output<typeof Stage>;

/** What a date is about. */
export const DateKind = z.enum([
  'REQUESTED',
  'REFERRED',
  'CERTIFIED',
  'FILED',
  'GRANTED',
  'RG_POSITIVE',
  'RG_DUE',
  'RECOVERY_ENDS',
  'FILE_BY',
  'INTERIM_ENDS',
  'EXPIRES',
  'ADJUSTMENT_OPENS',
  'COURT',
  'DEADLINE',
  'PERIOD_ENDS',
]);
export type DateKind = z.output<typeof DateKind>;

export type Span =
  | { readonly months: number }
  | { readonly days: number }
  | { readonly workingDays: number; readonly holidays: 'UK' };

export interface Clock {
  readonly from: DateKind;
  readonly span: Span;
  readonly gives: DateKind;
  /** Days before, on which the date is brought up. */
  readonly alerts: readonly number[];
  readonly verified: boolean;
}

export interface Regime {
  readonly area: 'US' | 'UK' | 'EU' | 'ANY';
  readonly stages: readonly Stage[];
  readonly clocks: readonly Clock[];
}

const EXPIRY_ALERTS = [180, 90, 30] as const;
const SOON = [14, 7] as const;
const usual: readonly Stage[] = ['PREP', 'FILED', 'HEARING', 'GRANTED', 'DENIED', 'ENDED'];

export const regimes: Readonly<Record<MatterType, Regime>> = {
  CONTINUED_PRESENCE: {
    area: 'US',
    stages: ['CONSIDERED', 'REQUESTED_BY_LEA', 'GRANTED', 'RENEWED', 'ENDED'],
    clocks: [{ from: 'GRANTED', span: { months: 24 }, gives: 'EXPIRES', alerts: EXPIRY_ALERTS, verified: true }],
  },
  T_STATUS: {
    area: 'US',
    stages: ['PREP', 'FILED', 'BFD', 'RFE', 'GRANTED', 'DENIED', 'EXTENSION', 'ADJUSTMENT'],
    clocks: [
      { from: 'GRANTED', span: { months: 36 }, gives: 'ADJUSTMENT_OPENS', alerts: SOON, verified: true },
      { from: 'GRANTED', span: { months: 48 }, gives: 'EXPIRES', alerts: EXPIRY_ALERTS, verified: true },
    ],
  },
  U_STATUS: {
    area: 'US',
    stages: ['PREP', 'CERTIFIED', 'FILED', 'BFD', 'RFE', 'GRANTED', 'DENIED', 'EXTENSION', 'ADJUSTMENT'],
    clocks: [
      { from: 'CERTIFIED', span: { months: 6 }, gives: 'FILE_BY', alerts: [60, 30, 14], verified: false },
      { from: 'GRANTED', span: { months: 48 }, gives: 'EXPIRES', alerts: EXPIRY_ALERTS, verified: false },
    ],
  },
  HHS_CERTIFICATION: { area: 'US', stages: ['PREP', 'FILED', 'GRANTED', 'DENIED'], clocks: [] },
  HHS_CHILD_ELIGIBILITY: {
    area: 'US',
    stages: ['PREP', 'FILED', 'INTERIM', 'GRANTED', 'DENIED'],
    // 90 days, which may reach 120: the longer one is on the notice when it was given.
    clocks: [{ from: 'REQUESTED', span: { days: 90 }, gives: 'INTERIM_ENDS', alerts: [30, 14], verified: true }],
  },
  ASYLUM: { area: 'US', stages: ['PREP', 'FILED', 'RFE', 'HEARING', 'GRANTED', 'DENIED', 'ADJUSTMENT'], clocks: [] },
  SIJ: { area: 'US', stages: ['PREP', 'FILED', 'RFE', 'GRANTED', 'DENIED', 'ADJUSTMENT'], clocks: [] },
  VAWA: { area: 'US', stages: ['PREP', 'FILED', 'RFE', 'GRANTED', 'DENIED', 'ADJUSTMENT'], clocks: [] },
  COMPENSATION: { area: 'ANY', stages: usual, clocks: [] },
  CIVIL_CLAIM: { area: 'ANY', stages: usual, clocks: [] },
  VACATUR: { area: 'ANY', stages: usual, clocks: [] },
  RESTITUTION: { area: 'ANY', stages: usual, clocks: [] },
  PROTECTION_ORDER: { area: 'ANY', stages: [...usual, 'RENEWED'], clocks: [] },
  ADDRESS_CONFIDENTIALITY: { area: 'ANY', stages: ['PREP', 'FILED', 'GRANTED', 'RENEWED', 'ENDED'], clocks: [] },
  UK_NRM: {
    area: 'UK',
    stages: [
      'FIRST_RESPONDER_REFERRAL',
      'REASONABLE_GROUNDS',
      'RECOVERY_PERIOD',
      'CONCLUSIVE_GROUNDS',
      'RECONSIDERATION',
      'MOVE_ON',
      'WITHDRAWN',
    ],
    clocks: [
      { from: 'REFERRED', span: { workingDays: 5, holidays: 'UK' }, gives: 'RG_DUE', alerts: SOON, verified: true },
      { from: 'RG_POSITIVE', span: { days: 30 }, gives: 'RECOVERY_ENDS', alerts: SOON, verified: false },
    ],
  },
  REFLECTION_PERIOD: {
    area: 'EU',
    stages: ['CONSIDERED', 'GRANTED', 'RENEWED', 'ENDED'],
    // At least 30 days (CoE Convention, Art. 13); the state sets the length, so the notice counts.
    clocks: [{ from: 'GRANTED', span: { days: 30 }, gives: 'PERIOD_ENDS', alerts: SOON, verified: false }],
  },
  OTHER: { area: 'ANY', stages: usual, clocks: [] },
};

/** Nothing more is expected of a matter that stands here. */
export const isOver = (stage: Stage): boolean => ['DENIED', 'WITHDRAWN', 'ENDED'].includes(stage);
