// How many guesses an own passphrase would stand. Counted here and not in the page, with dictionaries loaded at the first use
// and the words an attacker would try first: the shelter's name, the town, the sign-in name.
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { VaultError } from '#shared/contract/errors';
import { normalisePassphrase, passphraseRule, passphraseVerdict } from '#shared/keys/passphrase';

let loaded: Promise<ZxcvbnFactory> | undefined;

/**
 * Guesses as zxcvbn counts them, with and without the spaces, and the lesser of the two: it takes a space for a secret of its own
 * and counts 10^16 guesses for "let me in please now", 10^8 without. `siteWords` are names an attacker knows.
 */
export async function countGuesses(passphrase: string, siteWords: readonly string[]): Promise<number> {
  loaded ??= load();
  const counter = await loaded;
  const known = siteWords.flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2);
  const spoken = normalisePassphrase(passphrase);
  const forms = [spoken, spoken.replaceAll(' ', '')];
  return Math.min(...forms.map((form) => counter.check(form, known).guesses));
}

/** Throws `passphrase-too-weak` with the reason `too-short`, `too-long` or `too-easy`. */
export async function requireStrongPassphrase(passphrase: string, siteWords: readonly string[]): Promise<void> {
  const isShort = passphraseVerdict(passphrase, Infinity) !== 'good';
  const guesses = isShort ? 0 : await countGuesses(passphrase, siteWords);
  const verdict = passphraseVerdict(passphrase, guesses);
  if (verdict !== 'good') throw new VaultError('passphrase-too-weak', { reason: verdict });
}

async function load(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: passphraseRule.maxCharacters,
  });
}
