// The reply slip: what a partner agency answers to one package. A package carries whom to answer and a secret of its own
// (`reply.json`); an answer is a small age file to that recipient, bound to the package by its manifest's hash and by an HMAC with
// that secret, so that nobody who did not open this very package can make one (FORMATS.md §13).
import { z } from 'zod';
import { VaultError } from '../contract/errors.ts';
import { AgeRecipient } from '../records/age-recipient.ts';
import { CalendarDate } from '../time.ts';
import { canonicalJson, isDeeperThan } from './canonical-json.ts';

/** The file in a package that says how to answer it. */
export const REPLY_FILE = 'reply.json';
/** Largest sealed answer: twenty times what the longest note needs. In bytes. */
export const REPLY_LIMIT = 64 * 1024;
export const REPLY_NOTE_LIMIT = 2_000;
/** Bytes of the secret in each package, as the HMAC's hash gives (RFC 2104 §3). */
export const REPLY_SECRET_BYTES = 32;
/** Before the answer in what is signed by the secret, so that the code means nothing elsewhere. */
export const REPLY_LABEL = 'cv/reply/1';
const DEPTH = 2;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

export const ReplyTo = z.strictObject({
  format: z.literal('cv/reply-to/1'),
  recipient: AgeRecipient,
  secret: hex(REPLY_SECRET_BYTES),
});
export type ReplyTo = z.output<typeof ReplyTo>;

/** What an agency can answer; the states of a referral that it moves (domain §12), and the end of it. */
export const ReplyAnswer = z.enum(['RECEIVED', 'ACCEPTED', 'WAITING_LIST', 'DECLINED', 'SERVICE_GIVEN', 'CLOSED']);
export type ReplyAnswer = z.output<typeof ReplyAnswer>;

const words = {
  format: z.literal('cv/reply/1'),
  /** SHA-256 of the manifest of the package that is answered. */
  packageId: hex(32),
  /** Random: the same answer brought twice is known by it. */
  replyId: hex(16),
  answer: ReplyAnswer,
  answeredOn: CalendarDate,
  note: z.string().max(REPLY_NOTE_LIMIT),
};
export const ReplyWords = z.strictObject(words);
export type ReplyWords = z.output<typeof ReplyWords>;
/** `mac` is HMAC-SHA-256 by the package's secret over `signedReply`. */
const Reply = z.strictObject({ ...words, mac: hex(32) });
export type Reply = z.output<typeof Reply>;

/** `reply.json`. */
export const replyToText = (to: ReplyTo): string => canonicalJson(ReplyTo.parse(to));
/** What the code of an answer is made over: the label and the answer without its code, in its one spelling. */
export const signedReply = (reply: ReplyWords): string => `${REPLY_LABEL}${canonicalJson(reply)}`;
export const replyText = (reply: ReplyWords, mac: string): string => canonicalJson(Reply.parse({ ...reply, mac }));

const damaged = (): VaultError => new VaultError('file-damaged', { reason: 'reply' });

/** An answer of unknown origin. Throws `package-newer` for a later format, `file-damaged` for anything but the one spelling. */
export function readReply(text: string): { readonly reply: ReplyWords; readonly mac: string } {
  if (isDeeperThan(DEPTH, text)) throw damaged();
  const json = parseJson(text);
  const parsed = Reply.safeParse(json);
  if (!parsed.success && isLater(json)) throw new VaultError('package-newer');
  if (!parsed.success || canonicalJson(parsed.data) !== text) throw damaged();
  const { mac, ...reply } = parsed.data;
  return { reply, mac };
}

const isLater = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  'format' in json &&
  typeof json.format === 'string' &&
  /^cv\/reply\/([2-9]|[1-9]\d+)$/.test(json.format);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged();
  }
}
