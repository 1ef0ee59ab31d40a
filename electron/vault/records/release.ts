// Releases of information: drafted, signed once, taken back at any moment. What she signed is never changed afterwards.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { Release, type releaseOperations, type StoredRelease } from '#shared/records/release';
import {
  ageRefusal,
  draftRefusal,
  type ReleaseRefusal,
  releaseState,
  signRefusal,
} from '#shared/records/release-rules';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { minorityOf } from './minority.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { withdrawUnder } from './referral-kind.ts';
import { revisionMark } from './revision-mark.ts';
import { callForLook } from './safety-plan-kind.ts';

export const releaseKind = recordKind<Release>({
  kind: 'release',
  schema: Release,
  table: 'release',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    partner_agency_id: body.partnerAgencyId,
    starts_on: body.startsOn,
    expires_on: body.expiresOn,
    signed_on: body.signature?.signedOn ?? null,
    revoked_at: body.revoked?.at ?? null,
    used_up_at: body.usedUpAt,
  }),
});

export const releaseHandlers: Handlers<typeof releaseOperations> = {
  draft: (context, { releaseId, basedOn, release }) => {
    caseRef(context, release.caseFileId);
    if (releaseId !== undefined) requireUnsigned(context, releaseId, release.caseFileId);
    refuse(draftRefusal(release) ?? ageRefusal(release.signer, minorityOf(context, release.caseFileId).standing));
    settleDraft(context, 'release', release.caseFileId, releaseId);
    const body: Release = { ...release, signature: null, revoked: null, usedUpAt: null };
    return save(context, releaseId ?? context.newId(), body, basedOn);
  },
  sign: (context, { releaseId, basedOn, signature }) => {
    const { body } = load(context, releaseId);
    refuse(ageRefusal(body.signer, minorityOf(context, body.caseFileId).standing));
    refuse(signRefusal(body, signature, context.today()));
    const signed = save(context, releaseId, { ...body, signature }, basedOn);
    callForLook(context, body.caseFileId, 'RELEASE_SIGNED');
    return signed;
  },
  revoke: (context, { releaseId, how, checked }) => {
    const stored = load(context, releaseId);
    if (stored.body.signature === null) throw new VaultError('rule-broken', { rule: 'release-not-signed' });
    // Taking back twice changes nothing: the first moment counts.
    if (stored.body.revoked !== null) return asStored(context, stored);
    const when = { at: context.now(), on: context.today() };
    const revoked = { ...when, how, ...(checked === undefined ? {} : { checked }) };
    withdrawUnder(context, releaseId);
    return save(context, releaseId, { ...stored.body, revoked }, stored.revision);
  },
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const releases = listRecords(context, releaseKind, 't.case_file_id = ? ORDER BY t.starts_on DESC, t.id DESC', [
      caseFileId,
    ]);
    return releases.map((stored) => asStored(context, stored));
  },
  get: (context, { releaseId }) => asStored(context, load(context, releaseId)),
};

/** The release as the gate judges it. Throws `not-found`. */
export const load = (context: Pick<ReadContext, 'db'>, id: string): Stored<Release> =>
  loadRecord(context, releaseKind, id);

/** A single-use release is spent by the package that left under it. */
export function useUp(context: WriteContext, id: string): void {
  const stored = load(context, id);
  if (!stored.body.singleUse || stored.body.usedUpAt !== null) return;
  save(context, id, { ...stored.body, usedUpAt: context.now() }, stored.revision);
}

/** A draft stays with its survivor, and signed terms are never drafted over. */
function requireUnsigned(context: WriteContext, id: string, caseFileId: string): void {
  const { body } = load(context, id);
  if (body.caseFileId !== caseFileId) throw new VaultError('not-found');
  if (body.signature !== null) refuse('release-already-signed');
}

function save(context: WriteContext, id: string, body: Release, basedOn: number): StoredRelease {
  const stored = saveRecord(context, releaseKind, { id, caseFileId: body.caseFileId, body, expectedRevision: basedOn });
  return asStored(context, stored);
}

function asStored(context: ReadContext, stored: Stored<Release>): StoredRelease {
  return {
    ...stored.body,
    ...revisionMark(context, stored),
    id: RecordId.parse(stored.id),
    state: releaseState(stored.body, context.today()),
  };
}

function refuse(refusal: ReleaseRefusal | null): void {
  if (refusal !== null) throw new VaultError('rule-broken', { rule: refusal });
}
