// The disclosure log of a case as one list. Packages have a kind of their own (disclosure.ts); everything else is kept here.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  type DisclosureLine,
  disclosureRefusal,
  type disclosureLogOperations,
  OtherDisclosure,
} from '#shared/records/disclosure-log';
import { type Disclosure, keysOf } from '#shared/records/export-package';
import { type CheckName, checkRelease } from '#shared/records/release-rules';
import type { StoredSentReply } from '#shared/records/sent-reply';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { disclosuresOf } from './disclosure.ts';
import { partsOf } from './one-record.ts';
import { loadAgency } from './partner-agency.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { referralKind } from './referral-kind.ts';
import { load as loadRelease } from './release.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { answersOf } from './sent-reply.ts';

export const otherDisclosureKind = recordKind<OtherDisclosure>({
  kind: 'other-disclosure',
  schema: OtherDisclosure,
  table: 'other_disclosure',
  columns: (body) => ({ case_file_id: body.caseFileId, way: body.way, sent_on: body.sentOn }),
});

export const disclosureLogHandlers: Handlers<typeof disclosureLogOperations> = {
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const cases = [caseFileId, ...partsOf(context, caseFileId).map((part) => part.caseFileId)];
    return cases
      .flatMap((one) => [
        ...disclosuresOf(context, one).map(ofPackage),
        ...othersOf(context, one),
        ...referralsOf(context, one),
        ...answersOf(context, one).map(ofAnswer),
      ])
      .sort((one, other) => other.on.localeCompare(one.on) || other.at - one.at);
  },
  add: (context, written) => {
    caseRef(context, written.caseFileId);
    const body = { ...written, documentSha256: null, unmatched: unmatchedChecks(context, written) };
    return recordOtherDisclosure(context, body);
  },
};

/** Adds a line. Throws `rule-broken` when it says too little. */
export function recordOtherDisclosure(
  context: WriteContext,
  line: Omit<OtherDisclosure, 'sentAt'>,
  id: string = context.newId(),
): DisclosureLine {
  obey(disclosureRefusal(line, context.today()));
  const body: OtherDisclosure = { ...line, sentAt: context.now() };
  const { caseFileId } = line;
  return lineOf(context, saveRecord(context, otherDisclosureKind, { id, caseFileId, body, expectedRevision: 0 }));
}

type Written = Pick<OtherDisclosure, 'caseFileId' | 'basis' | 'partnerAgencyId' | 'categories' | 'purpose' | 'sentOn'>;

/** What left under a permission is compared with it like anything else; it left already, so what does not match is kept with it. */
function unmatchedChecks(context: WriteContext, written: Written): CheckName[] {
  if (written.basis.kind !== 'RELEASE') return [];
  const release = loadRelease(context, written.basis.releaseId).body;
  if (release.caseFileId !== written.caseFileId) throw new VaultError('not-found');
  const { caseFileId, partnerAgencyId, categories, purpose, sentOn: on } = written;
  const attempt = { caseFileId, partnerAgencyId: partnerAgencyId ?? '', categories, purpose, on };
  // It counts whether she had taken it back by that day, not whether she has since.
  const asOfThen = release.revoked !== null && release.revoked.on > on ? { ...release, revoked: null } : release;
  return checkRelease(asOfThen, attempt)
    .filter(({ reason }) => reason !== null)
    .map(({ check }) => check);
}

const othersOf = (context: ReadContext, caseFileId: string): DisclosureLine[] =>
  listRecords(context, otherDisclosureKind, 't.case_file_id = ? ORDER BY t.id', [caseFileId]).map((stored) =>
    lineOf(context, stored),
  );

function lineOf(context: Pick<ReadContext, 'db'>, stored: Stored<OtherDisclosure>): DisclosureLine {
  const { caseFileId: _case, sentOn, sentAt, partnerAgencyId: _agency, ...rest } = stored.body;
  const { savedBy: by } = revisionMark(context, stored);
  return { ...rest, id: RecordId.parse(stored.id), on: sentOn, at: sentAt, by, sealedFor: [], answer: null };
}

/** What a referral told otherwise than in a package, before each of those was written down as a line of its own. */
const referralsOf = (context: ReadContext, caseFileId: string): DisclosureLine[] =>
  listRecords(context, referralKind, 't.case_file_id = ? ORDER BY t.id', [caseFileId]).flatMap(({ id, body }) => {
    const left = body.steps.find(({ state }) => state === 'SENT');
    const { sentHow, releaseId, categories, asks, disclosureId } = body;
    if (disclosureId !== null) return [];
    if (left === undefined || releaseId === null || sentHow === null || sentHow === 'ENCRYPTED_MEDIA') return [];
    if (categories.length === 0) return [];
    return [
      {
        id: RecordId.parse(id),
        way: sentHow === 'PAPER' ? 'PAPER' : 'SPOKEN',
        on: left.on,
        at: left.at,
        by: left.by,
        recipientName: loadAgency(context, body.partnerAgencyId).body.name,
        purpose: asks,
        categories,
        what: '',
        sealedFor: [],
        answer: null,
        basis: { kind: 'RELEASE', releaseId },
        survivorTold: { told: true, how: 'RELEASE' },
        steps: '',
        documentSha256: null,
        unmatched: [],
      },
    ];
  });

/** What this house answered to a package about her. */
function ofAnswer({
  id,
  answeredOn,
  sentAt,
  savedBy,
  recipientName,
  answer,
  note,
  sha256,
}: StoredSentReply): DisclosureLine {
  return {
    ...{ id, way: 'ANSWER', on: answeredOn, at: sentAt, by: savedBy, recipientName, purpose: '', categories: [] },
    ...{ what: note, answer, sealedFor: [], basis: { kind: 'AGREED_ANSWER', reference: '' } },
    ...{ survivorTold: { told: true, how: 'ASKED' }, steps: '', documentSha256: sha256, unmatched: [] },
  };
}

function ofPackage(line: Disclosure): DisclosureLine {
  const { id, sentAt, sentBy, recipientName, purpose, categories, basis, survivorTold, packageSha256, fileName } = line;
  return {
    id,
    way: 'PACKAGE',
    on: new Date(sentAt).toISOString().slice(0, 10),
    at: sentAt,
    by: sentBy,
    recipientName,
    purpose,
    categories,
    what: fileName,
    sealedFor: keysOf(line),
    answer: null,
    basis,
    survivorTold,
    steps: '',
    documentSha256: packageSha256,
    unmatched: [],
  };
}
