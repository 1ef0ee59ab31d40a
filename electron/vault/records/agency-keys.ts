// The keys of an agency as they change: one more, one in the place of another, one that ends. What was pinned is never lost.
import { VaultError } from '#shared/contract/errors';
import type { Request } from '#shared/contract/operation';
import { fold } from '#shared/fold';
import type { AgeRecipient } from '#shared/records/age-recipient';
import {
  type AgencyKeyRefusal,
  MOST_KEYS,
  type PartnerAgency,
  type partnerAgencyOperations,
  pinnedKeys,
  type PinnedRecipient,
} from '#shared/records/partner-agency';
import type { WriteContext } from '../context.ts';
import { recipientFrom } from '../packages/recipient.ts';

/** Most earlier keys that are kept; an agency that changes its keys more often than this needs another way. */
const MOST_EARLIER = 100;

type Asked = Omit<Request<typeof partnerAgencyOperations.pinRecipient>, 'id' | 'basedOn'>;

const refuse = (rule: AgencyKeyRefusal): never => {
  throw new VaultError('rule-broken', { rule });
};

/** The agency with this key pinned. Throws rule-broken {rule: AgencyKeyRefusal}. */
export function withKey(context: WriteContext, body: PartnerAgency, asked: Asked): PartnerAgency {
  const keys = pinnedKeys(body);
  const fresh = pin(context, asked);
  if (keys.some(({ recipient }) => recipient === asked.recipient)) {
    return withKeys(
      body,
      keys.map((key) => (key.recipient === asked.recipient ? fresh : key)),
    );
  }
  if (keys.length > 0 && fold(asked.typedName ?? '').trim() !== fold(body.name)) refuse('agency-key-confirmation');
  if (asked.replaces !== undefined) {
    const rest = withoutKey(context, body, asked.replaces);
    return withKeys(rest, [...pinnedKeys(rest), fresh]);
  }
  if (keys.length >= MOST_KEYS) refuse('agency-key-many');
  return withKeys(body, [...keys, fresh]);
}

/** The agency without this key, which stands first among the earlier ones. Throws rule-broken {rule: AgencyKeyRefusal}. */
export function withoutKey(context: WriteContext, body: PartnerAgency, recipient: AgeRecipient): PartnerAgency {
  const ended = pinnedKeys(body).find((key) => key.recipient === recipient) ?? refuse('agency-key-gone');
  if (body.earlierRecipients.length >= MOST_EARLIER) refuse('agency-key-changes');
  const earlierRecipients = [{ ...ended, endedAt: context.now() }, ...body.earlierRecipients];
  return withKeys(
    { ...body, earlierRecipients },
    pinnedKeys(body).filter((key) => key !== ended),
  );
}

const withKeys = (body: PartnerAgency, [first, ...moreRecipients]: readonly PinnedRecipient[]): PartnerAgency => ({
  ...body,
  recipient: first ?? null,
  moreRecipients,
});

const pin = (context: WriteContext, { recipient, name, wordsCompared }: Asked): PinnedRecipient => ({
  ...recipientFrom(recipient),
  name,
  wordsCompared,
  pinnedAt: context.now(),
  pinnedBy: context.staffMember.id,
});
