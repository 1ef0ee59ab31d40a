// Words of the awareness room (domain §19): none of them may lead to a case. Whoever works there knows no name and must not learn
// one from a refusal, so nothing is compared with the records: only what has the shape of a case number is not taken.
import { wordThatSaysWho } from './words-that-say-who.ts';

export type AwarenessRefusal = 'awareness-case-number';

/** Why these words are not kept, or null. */
export const caseNumberRefusal = (...words: readonly string[]): AwarenessRefusal | null =>
  wordThatSaysWho(words.join('\n'), { names: [], caseNumbers: [], born: null }) === null
    ? null
    : 'awareness-case-number';
