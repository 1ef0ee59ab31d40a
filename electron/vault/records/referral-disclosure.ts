// The line that a referral leaves in the disclosure log when it is told on paper, by telephone or face to face (domain §12, §14).
import { RecordId } from '#shared/ids';
import type { Referral, ReferralAct, ReferralTold } from '#shared/records/referral';
import type { WriteContext } from '../context.ts';
import { recipientName } from '../packages/gate.ts';
import { recordOtherDisclosure } from './disclosure-log.ts';
import { loadAgency } from './partner-agency.ts';
import { load as loadRelease } from './release.ts';

interface Told {
  readonly how: Extract<ReferralAct, { readonly to: 'SENT' }>['how'];
  readonly told: ReferralTold | undefined;
}

/** That she signed for it is how she was told, unless somebody said more. */
const asPermitted: ReferralTold = {
  toWhom: '',
  what: '',
  survivorTold: { told: true, how: 'RELEASE' },
  steps: '',
};

/** Null when nothing of her was told: she carries it herself, or nobody is named. Throws rule-broken {rule: DisclosureRefusal}. */
export function logReferral(context: WriteContext, body: Referral, { how, told = asPermitted }: Told): RecordId | null {
  const { caseFileId, partnerAgencyId, releaseId, categories, asks } = body;
  if (releaseId === null || categories.length === 0) return null;
  const agency = loadAgency(context, partnerAgencyId).body;
  const { toWhom, what, survivorTold, steps } = told;
  const release = loadRelease(context, releaseId).body;
  const id = RecordId.parse(context.newId());
  recordOtherDisclosure(
    context,
    {
      ...{ caseFileId, partnerAgencyId, categories, what, survivorTold, steps, purpose: asks },
      way: how === 'PAPER' ? 'PAPER' : 'SPOKEN',
      sentOn: context.today(),
      recipientName: recipientName(agency, toWhom === '' ? release : { ...release, recipientPerson: toWhom }),
      basis: { kind: 'RELEASE', releaseId },
      documentSha256: null,
      unmatched: [],
    },
    id,
  );
  return id;
}
