// Referrals that something is due for, across cases: an answer that has not come, ours that is waited for, an appointment.
import { RecordId } from '#shared/ids';
import type { DueReferral } from '#shared/records/referral';
import type { Instant } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { SqlValue } from '../database/sql.ts';
import { herCases, inHerCases } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { listRecords } from './record-kind.ts';
import { referralKind } from './referral-kind.ts';

const OPEN_CASES = 't.is_open = 1 AND t.case_file_id IN (SELECT id FROM case_file WHERE is_open = 1)';

function due(context: ReadContext, where: string, values: Readonly<Record<string, SqlValue>>): DueReferral[] {
  return listRecords(context, referralKind, `${OPEN_CASES} AND (${where})`, values).map(({ id, body }) => {
    const { state, chase, appointment, origin } = body;
    const isAppointment = state === 'APPOINTMENT_SET';
    return {
      referralId: RecordId.parse(id),
      of: caseRef(context, body.caseFileId),
      what: isAppointment ? 'APPOINTMENT' : origin === null ? 'CHASE' : 'ANSWER',
      on: (isAppointment ? appointment?.on : chase?.on) ?? null,
      at: isAppointment ? null : (chase?.at ?? null),
      time: isAppointment ? (appointment?.time ?? null) : null,
    };
  });
}

/** For Today: what should have been answered by now or by the end of today, and appointments until a day. */
export const dueReferrals = (context: ReadContext, today: string, until: string): DueReferral[] =>
  due(
    context,
    `(t.chase_on <= $today OR t.chase_at <= $now OR t.appointment_on <= $until)
     AND ${inHerCases('t.case_file_id')}`,
    { today, until, now: context.now(), ...herCases(context) },
  );

interface Days {
  readonly from: string;
  readonly to: string;
  /** The instants that can fall on them. */
  readonly instants: { readonly from: Instant; readonly until: Instant };
  readonly whose: string | null;
}

/** Between two days, wherever the shelter is. */
export const referralsBetween = (context: ReadContext, { from, to, instants, whose }: Days): DueReferral[] =>
  due(
    context,
    `(t.chase_on BETWEEN $from AND $to OR t.chase_at BETWEEN $first AND $last OR t.appointment_on BETWEEN $from AND $to)
     AND ($whose IS NULL OR t.case_file_id IN (SELECT case_file_id FROM works_on WHERE staff_id = $whose))`,
    { from, to, whose, first: instants.from, last: instants.until },
  );
