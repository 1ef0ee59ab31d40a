// Two gates that ask for training (domain §11). They hold from when a director switches them on, who sees before whom they will hold
// back; past one of them lets only a director, with a reason, and that stands in the audit.
import { z } from 'zod';
import { directorOnly, ofWeight, read, write } from '../contract/operation.ts';
import { CaseFileId, StaffMemberId } from '../ids.ts';
import { CalendarDate, Instant } from '../time.ts';
import { BasedOn, Revision, StaffRef } from './revision-mark.ts';
import { Gate, Lacking } from './training-rules.ts';

export const GateReason = z.string().trim().min(3).max(200);

export const TrainingGate = z.strictObject({
  isOn: z.boolean(),
  since: Instant,
  /** Why it was switched off; empty while it holds. */
  reason: z.string().max(200),
});
export type TrainingGate = z.output<typeof TrainingGate>;

/** Days for which a director lets somebody past the gate before what was told: long enough to learn what is missing. */
export const PAST_FOR = 14;

export const GateOverride = z.strictObject({
  staffMemberId: StaffMemberId,
  gate: Gate,
  /** The one case of somebody under 18 that she was added to; null for the other gate. */
  caseFileId: CaseFileId.nullable(),
  reason: GateReason,
  /** The last day on which it counts. */
  until: CalendarDate,
});
export type GateOverride = z.output<typeof GateOverride>;

export const HeldBack = z.strictObject({
  person: StaffRef,
  lacking: z.array(Lacking),
  /** The last day of an exception. */
  pastUntil: CalendarDate.nullable(),
});
export type HeldBack = z.output<typeof HeldBack>;

export const GateState = z.strictObject({
  isOn: z.boolean(),
  /** Null while it was never switched. */
  since: Instant.nullable(),
  reason: z.string(),
  revision: Revision.or(z.literal(0)),
  /** Whom it holds back, or would. By name. */
  heldBack: z.array(HeldBack),
});
export type GateState = z.output<typeof GateState>;

const touched = ['trainingGate', 'training', 'caseFile', 'caseAssignment', 'today'];

export const trainingGateOperations = {
  get: read(directorOnly, z.strictObject({}), GateState),
  /** Off asks for a reason. Errors: rule-broken {rule: 'gate-reason'}, conflict. */
  turn: ofWeight(
    write(
      directorOnly,
      touched,
      z.strictObject({ basedOn: BasedOn, isOn: z.boolean(), reason: z.string().trim().max(200) }),
      GateState,
    ),
  ),
  /** Past the gate before what was told, for PAST_FOR days. Errors: rule-broken {rule: 'gate-reason' | 'gate-open'}, not-found. */
  letPast: ofWeight(
    write(
      directorOnly,
      touched,
      z.strictObject({ staffMemberId: StaffMemberId, reason: z.string().trim().max(200) }),
      GateState,
    ),
  ),
};
