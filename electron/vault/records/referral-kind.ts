// How a referral is kept, and what her taking back a permission does to those that rest on it.
import { Referral, type ReferralState } from '#shared/records/referral';
import { isOpenReferral, isPending, sentStep } from '#shared/records/referral-rules';
import type { WriteContext } from '../context.ts';
import { listRecords, recordKind, saveRecord } from './record-kind.ts';

export const referralKind = recordKind<Referral>({
  kind: 'referral',
  schema: Referral,
  table: 'referral',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    partner_agency_id: body.partnerAgencyId,
    release_id: body.releaseId,
    is_incoming: Number(body.origin !== null),
    state: body.state,
    is_open: Number(isOpenReferral(body.state)),
    sent_at: sentStep(body)?.at ?? null,
    chase_on: body.chase?.on ?? null,
    chase_at: body.chase?.at ?? null,
    appointment_on: body.state === 'APPOINTMENT_SET' ? (body.appointment?.on ?? null) : null,
  }),
});

type Moving = Pick<WriteContext, 'now' | 'today' | 'staffMember'>;

/** The referral in its next states, each written down with when it came. No clock runs on what is no longer only sent. */
export function moved(context: Moving, body: Referral, states: readonly ReferralState[]): Referral {
  const { id, name } = context.staffMember;
  const when = { at: context.now(), on: context.today(), by: { id, name } };
  const steps = [...body.steps, ...states.map((state) => ({ state, ...when }))];
  const state = states.at(-1) ?? body.state;
  return { ...body, state, steps, chase: state === 'SENT' ? body.chase : null };
}

/**
 * She took the permission back: what an agency has not answered yes to is withdrawn, so that nobody calls there about her
 * (domain §24 no. 10). What was not sent falls back by itself; an appointment stays hers until she says so.
 */
export function withdrawUnder(context: WriteContext, releaseId: string): void {
  for (const { id, revision, body } of listRecords(context, referralKind, 't.release_id = ? AND t.is_open = 1', [
    releaseId,
  ])) {
    if (!isPending(body.state)) continue;
    const { caseFileId } = body;
    const withdrawn = moved(context, body, ['WITHDRAWN_BY_SURVIVOR']);
    saveRecord(context, referralKind, { id, caseFileId, body: withdrawn, expectedRevision: revision });
  }
}
