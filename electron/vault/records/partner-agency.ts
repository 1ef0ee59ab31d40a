// Partner agencies in the vault: who they are, and the keys their packages are sealed to.
// A first key is pinned as it is; every other one only with the agency's name typed by hand, and earlier keys are kept.
import { VaultError } from '#shared/contract/errors';
import { fold } from '#shared/fold';
import {
  isToVerify,
  PartnerAgency,
  PartnerAgencyId,
  type PartnerAgencyDetails,
  type partnerAgencyOperations,
  type StoredPartnerAgency,
} from '#shared/records/partner-agency';
import type { ReadContext, WriteContext } from '../context.ts';
import { RECIPIENT_FILE_LIMIT, recipientFrom } from '../packages/recipient.ts';
import { chosenFile, readOutside } from '../removable/open-outside.ts';
import type { Handlers } from '../router.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { withKey, withoutKey } from './agency-keys.ts';
import { addressOf, agencyAddressKind, agencyAddressOpeningKind } from './agency-address.ts';
import { feedbackOf } from './agency-feedback.ts';
import { revisionMark } from './revision-mark.ts';

export const partnerAgencyKind = recordKind<PartnerAgency>({
  kind: 'partner-agency',
  schema: PartnerAgency,
  table: 'partner_agency',
  columns: (body) => ({
    name: body.name,
    folded_name: fold(body.name),
    recipient: body.recipient?.recipient ?? null,
    more_recipients: body.moreRecipients.map(({ recipient }) => recipient).join(' '),
    earlier_recipients: body.earlierRecipients.length,
  }),
});

/** Throws `not-found`. */
export const loadAgency = (context: Pick<ReadContext, 'db'>, id: string): Stored<PartnerAgency> =>
  loadRecord(context, partnerAgencyKind, id);

export const partnerAgencyHandlers: Handlers<typeof partnerAgencyOperations> = {
  list: (context) =>
    listRecords(context, partnerAgencyKind, '1 = 1 ORDER BY t.folded_name, t.id').map(({ id, body }) => ({
      id: PartnerAgencyId.parse(id),
      name: body.name,
      types: body.types,
      lastVerifiedOn: body.lastVerifiedOn,
      services: body.services,
      area: body.area,
      languages: body.languages,
      sharesWithAuthorities: body.sharesWithAuthorities,
      hasKey: body.recipient !== null,
    })),
  get: (context, { id }) => asStored(context, loadAgency(context, id)),
  save: (context, { id, basedOn, details }) => {
    const known = id === undefined ? null : loadAgency(context, id).body;
    refuseTakenName(context, details, id);
    const { recipient = null, moreRecipients = [], earlierRecipients = [] } = known ?? {};
    const keys = { recipient, moreRecipients, earlierRecipients };
    return keep(context, id ?? context.newId(), { ...details, ...keys }, basedOn);
  },
  saveAddress: (context, { partnerAgencyId, basedOn, words }) => {
    loadAgency(context, partnerAgencyId);
    const id = addressOf(context, partnerAgencyId)?.id ?? context.newId();
    const record = { id, caseFileId: null, body: { partnerAgencyId, words }, expectedRevision: basedOn };
    return { revision: saveRecord(context, agencyAddressKind, record).revision };
  },
  openAddress: (context, { partnerAgencyId, reason }) => {
    const address = addressOf(context, partnerAgencyId);
    if (address === null) throw new VaultError('not-found');
    const body = { partnerAgencyId, reason };
    saveRecord(context, agencyAddressOpeningKind, { id: context.newId(), caseFileId: null, body });
    return { words: address.body.words, revision: address.revision };
  },
  checkRecipient: (_context, { text }) => recipientFrom(text),
  readRecipientFile: async (context, { file }) => {
    const { content } = await readOutside(chosenFile(context.chosenPath(file), RECIPIENT_FILE_LIMIT));
    return recipientFrom(Buffer.from(content).toString('utf8'));
  },
  pinRecipient: (context, { basedOn, ...asked }) => {
    const { id, body } = loadAgency(context, asked.id);
    return keep(context, id, withKey(context, body, asked), basedOn);
  },
  endRecipient: (context, { id, basedOn, recipient }) => {
    const { body } = loadAgency(context, id);
    return keep(context, id, withoutKey(context, body, recipient), basedOn);
  },
};

/** Two agencies of one name would be one line to whoever signs a release. */
function refuseTakenName(context: WriteContext, { name }: PartnerAgencyDetails, id: string | undefined): void {
  const taken = context.db.get<{ id: string }>('SELECT id FROM partner_agency WHERE folded_name = ?', [fold(name)]);
  if (taken !== undefined && taken.id !== id) throw new VaultError('name-taken');
}

function keep(context: WriteContext, id: string, body: PartnerAgency, basedOn: number): StoredPartnerAgency {
  return asStored(
    context,
    saveRecord(context, partnerAgencyKind, { id, caseFileId: null, body, expectedRevision: basedOn }),
  );
}

const asStored = (context: ReadContext, stored: Stored<PartnerAgency>): StoredPartnerAgency => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: PartnerAgencyId.parse(stored.id),
  addressRevision: addressOf(context, stored.id)?.revision ?? 0,
  feedback: feedbackOf(context, stored.id),
});

/** For a director: agencies whose details nobody has looked at for half a year. */
export const agenciesToVerify = (context: ReadContext): { id: PartnerAgencyId; name: string }[] =>
  listRecords(context, partnerAgencyKind, '1 = 1 ORDER BY t.folded_name, t.id')
    .filter(({ body }) => isToVerify(body.lastVerifiedOn, context.today()))
    .map(({ id, body }) => ({ id: PartnerAgencyId.parse(id), name: body.name }));
