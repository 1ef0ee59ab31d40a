// What makes a passphrase good enough, and how a typed one is read. Only the rule: guesses are counted in the vault.

/** The rule for passphrases. Generated ones are six words of the EFF large list, 77.5 bits. */
export const passphraseRule = {
  generatedWords: 6,
  minCharacters: 15,
  maxCharacters: 256,
  /** Guesses as zxcvbn counts them: at 33,000 guesses a second (10,000 cores at 256 MiB) about a century. */
  minGuesses: 1e14,
} as const;

export type PassphraseVerdict = 'too-short' | 'too-long' | 'too-easy' | 'good';

/** A passphrase as it enters the key derivation: NFKC, spaces at the ends dropped, every run of spaces, tabs or line ends one space. */
export function normalisePassphrase(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\t-\r ]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** Whether a passphrase chosen by a person passes; `guesses` is how many tries it would take to find it. */
export function passphraseVerdict(typed: string, guesses: number): PassphraseVerdict {
  const characters = Array.from(normalisePassphrase(typed)).length;
  if (characters < passphraseRule.minCharacters) return 'too-short';
  if (characters > passphraseRule.maxCharacters) return 'too-long';
  return guesses >= passphraseRule.minGuesses ? 'good' : 'too-easy';
}
