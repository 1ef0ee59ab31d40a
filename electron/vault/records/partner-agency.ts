// Partner agencies in the vault: who they are, and the one key each of their packages is sealed to.
// A first key is pinned as it is; another one only with the agency's name typed by hand, and the earlier key is kept.
import { VaultError } from '#shared/contract/errors';
import { fold } from '#shared/fold';
import type { AgeRecipient } from '#shared/records/age-recipient';
import {
  isToVerify,
  PartnerAgency,
  PartnerAgencyId,
  type PartnerAgencyDetails,
  type partnerAgencyOperations,
  type PinnedRecipient,
  type StoredPartnerAgency,
} from '#shared/records/partner-agency';
import type { ReadContext, WriteContext } from '../context.ts';
import { RECIPIENT_FILE_LIMIT, recipientFrom } from '../packages/recipient.ts';
import { chosenFile, readOutside } from '../removable/open-outside.ts';
import type { Handlers } from '../router.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
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
    earlier_recipients: body.earlierRecipients.length,
  }),
});

/** Throws `not-found`. */
export const loadAgency = (context: Pick<ReadContext, 'db'>, id: string): Stored<PartnerAgency> =>
  loadRecord(context, partnerAgencyKind, id);

/** Most earlier keys that are kept; an agency that changes its key more often than this needs another way. */
const MOST_EARLIER = 100;

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
    const keys = { recipient: known?.recipient ?? null, earlierRecipients: known?.earlierRecipients ?? [] };
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
  pinRecipient: (context, { id, basedOn, recipient, wordsCompared, typedName }) => {
    const { body } = loadAgency(context, id);
    const isOther = body.recipient !== null && body.recipient.recipient !== recipient;
    if (isOther) allowOtherKey(body, typedName ?? '');
    const earlier = isOther && body.recipient ? [body.recipient, ...body.earlierRecipients] : body.earlierRecipients;
    const pinned = pin(context, recipient, wordsCompared);
    return keep(context, id, { ...body, recipient: pinned, earlierRecipients: earlier }, basedOn);
  },
};

/** Two agencies of one name would be one line to whoever signs a release. */
function refuseTakenName(context: WriteContext, { name }: PartnerAgencyDetails, id: string | undefined): void {
  const taken = context.db.get<{ id: string }>('SELECT id FROM partner_agency WHERE folded_name = ?', [fold(name)]);
  if (taken !== undefined && taken.id !== id) throw new VaultError('name-taken');
}

function allowOtherKey(body: PartnerAgency, typedName: string): void {
  if (fold(typedName).trim() !== fold(body.name))
    throw new VaultError('rule-broken', { rule: 'agency-key-confirmation' });
  if (body.earlierRecipients.length >= MOST_EARLIER)
    throw new VaultError('rule-broken', { rule: 'agency-key-changes' });
}

const pin = (context: WriteContext, recipient: AgeRecipient, wordsCompared: boolean): PinnedRecipient => ({
  ...recipientFrom(recipient),
  pinnedAt: context.now(),
  pinnedBy: context.staffMember.id,
  wordsCompared,
});

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
