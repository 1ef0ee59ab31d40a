// Referrals in the vault: written, sent under the five checks or without a name, answered, and how it went. There is no override.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import type { Referral, ReferralAct, ReferralRow, referralOperations, StoredReferral } from '#shared/records/referral';
import {
  actRefusal,
  chaseFrom,
  isOpenReferral,
  isUnsent,
  passedThrough,
  sentStep,
} from '#shared/records/referral-rules';
import { releaseState } from '#shared/records/release-rules';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { placeNow } from './house-place.ts';
import { needKind } from './need-kind.ts';
import { ALL_PARTS } from './one-record.ts';
import { loadAgency } from './partner-agency.ts';
import { listRecords, loadRecord, saveRecord, type Stored } from './record-kind.ts';
import { gateOf, matches, stateToday, wordIn } from './referral-checks.ts';
import { logReferral } from './referral-disclosure.ts';
import { moved, referralKind } from './referral-kind.ts';
import { letterOf } from './referral-letter.ts';
import { requireUnrestricted } from './rights-request.ts';
import { load as loadRelease, useUp } from './release.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { supportPlanOf } from './support-plan.ts';

export const referralHandlers: Handlers<typeof referralOperations> = {
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const where = `t.case_file_id IN (${ALL_PARTS}) ORDER BY t.is_open DESC, t.revision_seq DESC`;
    return listRecords(context, referralKind, where, { case: caseFileId }).map((stored) => rowOf(context, stored));
  },
  get: (context, { referralId }) => shown(context, loadRecord(context, referralKind, referralId)),
  look: (context, { caseFileId, text }) => ({ word: wordIn(context, caseFileId, text) }),
  letter: (context, { referralId }) => letterOf(context, referralId),
  save: (context, { caseFileId, referralId, basedOn, referral }) => {
    const before = referralId === null ? null : loadRecord(context, referralKind, referralId).body;
    if (before !== null && before.caseFileId !== caseFileId) throw new VaultError('not-found');
    obey(before !== null && !isUnsent(before.state) ? 'referral-sent' : null);
    loadAgency(context, referral.partnerAgencyId);
    wordsOfAim(context, { caseFileId, forWhat: referral.forWhat }, true);
    const told = referral.mode === 'WITH_RELEASE' ? referral : { ...referral, releaseId: null, categories: [] };
    const body = moved(context, { ...fresh, ...told, caseFileId, steps: before?.steps ?? [] }, ['DRAFT']);
    settleDraft(context, 'referral', caseFileId, referralId ?? undefined);
    return keep(context, referralId ?? context.newId(), body, basedOn);
  },
  receive: (context, { caseFileId, referral }) => {
    loadAgency(context, referral.partnerAgencyId);
    wordsOfAim(context, { caseFileId, forWhat: referral.forWhat }, true);
    const written = {
      ...fresh,
      ...referral,
      mode: 'WITH_RELEASE' as const,
      releaseId: null,
      categories: [],
      caseFileId,
    };
    settleDraft(context, 'referral', caseFileId);
    return keep(context, context.newId(), waiting(context, moved(context, written, ['SENT']), 0), 0);
  },
  act: (context, { referralId, basedOn, act }) => {
    const { body } = loadRecord(context, referralKind, referralId);
    obey(actRefusal(stateToday(context, body), act.to));
    return keep(context, referralId, acted(context, body, act), basedOn);
  },
};

const fresh = {
  origin: null,
  state: 'DRAFT' as const,
  sentHow: null,
  disclosureId: null,
  steps: [],
  chase: null,
  appointment: null,
  outcome: null,
};

function acted(context: WriteContext, body: Referral, act: ReferralAct): Referral {
  switch (act.to) {
    case 'READY':
      return readied(context, body);
    case 'SENT':
      return sent(context, body, act);
    case 'ASKED_AGAIN':
      return waiting(context, body, (body.chase?.asked ?? 0) + 1);
    case 'APPOINTMENT_SET': {
      const appointment = { on: act.on, time: act.time, missed: body.appointment?.missed ?? 0 };
      return moved(context, { ...body, appointment }, ['APPOINTMENT_SET']);
    }
    case 'MISSED': {
      const { appointment } = body;
      const counted = appointment === null ? null : { ...appointment, missed: appointment.missed + 1 };
      return moved(context, { ...body, appointment: counted }, ['MISSED']);
    }
    case 'OUTCOME_RECORDED':
      return moved(context, { ...body, outcome: act.outcome }, ['OUTCOME_RECORDED']);
    case 'ACKNOWLEDGED':
    case 'ACCEPTED':
    case 'WAITLISTED':
    case 'DECLINED_BY_PARTNER':
    case 'ATTENDED':
    case 'WITHDRAWN_BY_SURVIVOR':
    case 'CANCELLED':
      return moved(context, body, passedThrough(body.state, act.to));
  }
}

/** Ready, or waiting for her permission; an inquiry whose words say who it is about stays where it is. */
function readied(context: WriteContext, body: Referral): Referral {
  if (body.mode === 'ANONYMOUS_INQUIRY') obey(saysWho(context, body) === null ? null : 'referral-says-who');
  return moved(context, body, [matches(context, body) ? 'READY' : 'CONSENT_NEEDED']);
}

type Sending = Extract<ReferralAct, { readonly to: 'SENT' }>;

/** Everything is checked again at the moment it leaves. */
function sent(context: WriteContext, body: Referral, { how, told }: Sending): Referral {
  requireUnrestricted(context, body.caseFileId);
  if (body.mode === 'ANONYMOUS_INQUIRY') obey(saysWho(context, body) === null ? null : 'referral-says-who');
  if (!matches(context, body)) {
    const failed = gateOf(context, body)?.filter(({ reason }) => reason !== null) ?? [];
    throw new VaultError('release-blocked', { checks: failed.map(({ check }) => check).join(',') });
  }
  if (body.releaseId !== null) useUp(context, body.releaseId);
  const disclosureId = how === 'ENCRYPTED_MEDIA' ? null : logReferral(context, body, { how, told });
  return waiting(context, moved(context, { ...body, sentHow: how, disclosureId }, ['SENT']), 0);
}

/** The clock of an answer, from now. */
const waiting = (context: WriteContext, body: Referral, asked: number): Referral => ({
  ...body,
  chase: { ...chaseFrom(body.urgency, context.now(), context.today(), placeNow(context)), asked },
});

const saysWho = (context: ReadContext, body: Referral): string | null =>
  wordIn(context, body.caseFileId, [body.asks, body.escort, body.interpreter].join('\n'));

function keep(context: WriteContext, id: string, body: Referral, basedOn: number): StoredReferral {
  const { caseFileId } = body;
  return shown(context, saveRecord(context, referralKind, { id, caseFileId, body, expectedRevision: basedOn }));
}

function shown(context: ReadContext, stored: Stored<Referral>): StoredReferral {
  const { body } = stored;
  return {
    ...body,
    ...revisionMark(context, stored),
    id: RecordId.parse(stored.id),
    state: stateToday(context, body),
    agencyName: loadAgency(context, body.partnerAgencyId).body.name,
    forWords: wordsOfAim(context, body, false),
    gate: isUnsent(body.state) ? gateOf(context, body) : null,
    permission:
      body.releaseId === null ? null : releaseState(loadRelease(context, body.releaseId).body, context.today()),
    standsOut: body.mode === 'ANONYMOUS_INQUIRY' && isUnsent(body.state) ? saysWho(context, body) : null,
  };
}

function rowOf(context: ReadContext, { id, body }: Stored<Referral>): ReferralRow {
  const { asks, urgency, mode, categories, sentHow, chase, appointment } = body;
  const left = sentStep(body);
  const state = stateToday(context, body);
  return {
    id: RecordId.parse(id),
    agencyName: loadAgency(context, body.partnerAgencyId).body.name,
    isIncoming: body.origin !== null,
    isOpen: isOpenReferral(state),
    state,
    sentAt: left?.at ?? null,
    sentBy: left?.by ?? null,
    ...{ asks, urgency, mode, categories, sentHow, chase, appointment },
  };
}

/** What the need or the goal is called. With `must`, one of another case or of none is `not-found`. */
function wordsOfAim(
  context: ReadContext,
  { caseFileId, forWhat }: Pick<Referral, 'caseFileId' | 'forWhat'>,
  must: boolean,
): string {
  if (forWhat === null) return '';
  const where = `t.id = $id AND t.case_file_id IN (${ALL_PARTS})`;
  const words =
    forWhat.kind === 'need'
      ? listRecords(context, needKind, where, { id: forWhat.id, case: caseFileId })[0]?.body.title
      : supportPlanOf(context, caseFileId)?.body.goals.find(({ id }) => id === forWhat.id)?.survivorWording;
  if (words === undefined && must) throw new VaultError('not-found');
  return words ?? '';
}
