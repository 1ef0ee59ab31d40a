// The catalogue of acts as types: a word that is missing for one, or that belongs to none, does not compile (amendment 19).
import type { ActName, AskName } from '../contract/act-groups.ts';

type GroupOf<Name extends string> = Name extends `${infer Group}.${string}` ? Group : never;
type WordsFor<Name extends string> = {
  readonly [Group in GroupOf<Name>]: {
    readonly [Act in Name as Act extends `${Group}.${infer Operation}` ? Operation : never]: string;
  };
};

/** "Wrote a note": for everything that writes. */
export type ActWords = WordsFor<ActName>;
/** "write a note": for everything that can be refused. */
export type AskWords = WordsFor<AskName>;
