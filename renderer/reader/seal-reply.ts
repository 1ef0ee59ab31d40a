// An answer to a package, sealed for the sender alone.
import { Encrypter } from 'age-encryption';
import { replyText, type ReplyTo, type ReplyWords, signedReply } from '#shared/packages/reply';
import { codeOf } from './tools.ts';

/** An age file; with the package's own code, which whoever did not open that package cannot make. */
export function sealReply(to: ReplyTo, words: ReplyWords): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(to.recipient);
  return encrypter.encrypt(replyText(words, codeOf(to.secret, signedReply(words))));
}
