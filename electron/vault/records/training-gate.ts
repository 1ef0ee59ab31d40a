// The two gates as a director keeps them: switched on and off, and who is let past. What they ask is in gate-check.ts.
import { VaultError } from '#shared/contract/errors';
import { careTeam, isAmong } from '#shared/contract/operation';
import { StaffMemberId } from '#shared/ids';
import {
  GateOverride,
  GateReason,
  type GateState,
  PAST_FOR,
  TrainingGate,
  type trainingGateOperations,
} from '#shared/records/training-gate';
import type { Gate } from '#shared/records/training-rules';
import { addDays } from '#shared/time';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { heldFromRecords, lacking, pastUntil } from './gate-check.ts';
import { loadRecord, onlyRecord, recordKind, saveRecord } from './record-kind.ts';
import { obey } from './revision-mark.ts';
import { listStaff, staffMemberKind } from './staff-member.ts';

export const trainingGateKind = recordKind<TrainingGate>({
  kind: 'training-gate',
  schema: TrainingGate,
  table: 'training_gate',
  columns: (body) => ({ is_on: Number(body.isOn) }),
});

export const gateOverrideKind = recordKind<GateOverride>({
  kind: 'gate-override',
  schema: GateOverride,
  table: 'gate_override',
  columns: (body) => ({
    staff_id: body.staffMemberId,
    gate: body.gate,
    case_file_id: body.caseFileId,
    until_on: body.until,
  }),
});

const saved = (context: Pick<ReadContext, 'db'>) => onlyRecord(context, trainingGateKind);

export const trainingGateHandlers: Handlers<typeof trainingGateOperations> = {
  get: (context) => stateOf(context),
  turn: (context, { basedOn, isOn, reason }) => {
    obey(isOn || GateReason.safeParse(reason).success ? null : 'gate-reason');
    const body: TrainingGate = { isOn, since: context.now(), reason: isOn ? '' : reason };
    const id = saved(context)?.id ?? context.newId();
    saveRecord(context, trainingGateKind, { id, caseFileId: null, body, expectedRevision: basedOn });
    return stateOf(context);
  },
  letPast: (context, { staffMemberId, reason }) => {
    const { id, body } = loadRecord(context, staffMemberKind, staffMemberId);
    obey(heldFromRecords(context, { id, role: body.role }).length === 0 ? 'gate-open' : null);
    const until = addDays(context.today(), PAST_FOR);
    keepOverride(context, { staffMemberId, gate: 'RECORDS', caseFileId: null, reason, until });
    return stateOf(context);
  },
};

/** Throws `rule-broken {rule: 'gate-reason'}` when no reason is given. */
export function keepOverride(context: WriteContext, override: GateOverride): void {
  const parsed = GateOverride.safeParse(override);
  if (!parsed.success) throw new VaultError('rule-broken', { rule: 'gate-reason' });
  const record = { id: context.newId(), caseFileId: override.caseFileId, body: parsed.data, expectedRevision: 0 };
  saveRecord(context, gateOverrideKind, record);
}

function stateOf(context: ReadContext): GateState {
  const found = saved(context);
  const { isOn = false, since = null, reason = '' } = found?.body ?? {};
  return { isOn, since, reason, revision: found?.revision ?? 0, heldBack: heldBack(context) };
}

const gates: readonly Gate[] = ['RECORDS', 'MINORS'];

const heldBack = (context: ReadContext): GateState['heldBack'] =>
  listStaff(context)
    .filter(({ role, disabledAt }) => disabledAt === null && isAmong(role, careTeam))
    .map(({ id, name }) => ({
      person: { id: StaffMemberId.parse(id), name },
      lacking: gates.flatMap((gate) => lacking(context, gate, id)),
      pastUntil: pastUntil(context, id),
    }))
    .filter(({ lacking: missing }) => missing.length > 0);
