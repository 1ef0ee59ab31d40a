// Passphrases made for people: words of the EFF large list, chosen evenly.
import { passphraseRule } from '#shared/keys/passphrase';
import { effLargeWordlist } from '#shared/keys/eff-large-wordlist';

const listLength = 7776;
// The largest multiple of 7,776 below 65,536: higher draws are thrown away, or the first words would come more often.
const evenLimit = listLength * 8;

/** A generated passphrase, its words separated by single spaces: 12.9 bits a word, 77.5 bits for six. */
export function generatePassphrase(
  randomBytes: (size: number) => Uint8Array,
  words: number = passphraseRule.generatedWords,
): string {
  return Array.from({ length: words }, () => effLargeWordlist[drawIndex(randomBytes)]).join(' ');
}

function drawIndex(randomBytes: (size: number) => Uint8Array): number {
  for (;;) {
    const [high = 0, low = 0] = randomBytes(2);
    const draw = high * 256 + low;
    if (draw < evenLimit) return draw % listLength;
  }
}
