// Languages as data, and the types that make a missing word, a misspelt key or a forgotten value fail to compile.
import { english } from './english.ts';

/** The same keys with other words in them. */
type Translated<Tree> = { readonly [K in keyof Tree]: Tree[K] extends string ? string : Translated<Tree[K]> };
export type Words = Translated<typeof english>;

export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** In its own language, as its speakers write it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
}

/** A language is listed only when its words are complete; the type of `words` sees to that. */
export const languages: readonly Language[] = [{ code: 'en', name: 'English', direction: 'ltr', words: english }];

type Plural = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other';
type Leaves<Tree, Path extends string = ''> = {
  [K in keyof Tree & string]: Tree[K] extends string ? `${Path}${K}` : Leaves<Tree[K], `${Path}${K}.`>;
}[keyof Tree & string];
type WithoutPlural<Key extends string> = Key extends `${infer Stem}${Plural}` ? Stem : Key;
type StoredKey = Leaves<typeof english>;
/** Every key a screen may ask for; plural forms count as one key. */
export type TextKey = WithoutPlural<StoredKey>;

type At<Tree, Path extends string> = Path extends `${infer Head}.${infer Tail}`
  ? Head extends keyof Tree
    ? At<Tree[Head], Tail>
    : never
  : Path extends keyof Tree
    ? Tree[Path]
    : never;
type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type NamesOf<Key extends TextKey> = Key extends StoredKey
  ? NamesIn<At<typeof english, Key>>
  : 'count' | NamesIn<At<typeof english, `${Key}_other`>>;

/** The values a text needs, read from its own {{braces}}; none means no second argument. */
export type TextValues<Key extends TextKey> = [NamesOf<Key>] extends [never]
  ? []
  : [values: { readonly [N in NamesOf<Key>]: N extends 'count' ? number : string | number }];
export type Translate = <Key extends TextKey>(key: Key, ...values: TextValues<Key>) => string;
