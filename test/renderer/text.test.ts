import { describe, expect, it } from 'vitest';
import { mirrored, pseudoText } from '../helpers/pseudo-language.ts';
import { english } from '#shared/text/english';
import { type Language, languages } from '#shared/text/language';
import { chordOf, type Shortcut, shortcuts } from '../../renderer/shortcuts.ts';

type Tree = { readonly [key: string]: string | Tree };
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();
const all = leaves(english);

describe('the words', () => {
  it('blame nobody, praise nobody and do not shout', () => {
    const unkind =
      /\b(victim|client|fail(ed|ure|s)?|invalid|abort(ed)?|error(?! of the workbook)|overdue|refused|forbidden|illegal|must not|oops|please try)\b|^(great|well done|good job)\b|!/i;
    expect(all.filter(([, text]) => unkind.test(text))).toEqual([]);
  });

  it('use typographic quotes and no double spaces', () => {
    expect(all.filter(([, text]) => /"|  |\.\.\./.test(text))).toEqual([]);
  });

  it('say of each error what happened, what is safe and what to do', () => {
    for (const [code, words] of Object.entries(english.errors)) {
      for (const part of [words.happened, words.safe, words.todo]) expect(part, code).toMatch(/\.$/);
    }
  });

  it('have every key, placeholder and plural in every listed language', () => {
    const shape = (language: Pick<Language, 'words'>) =>
      leaves(language.words as unknown as Tree).map(([key, text]) => `${key} ${placeholders(text).join(',')}`);
    for (const language of [...languages, mirrored]) expect(shape(language)).toEqual(shape({ words: english }));
  });

  it('keep values whole in the pseudo-language', () => {
    expect(pseudoText('Saved {{time}}')).toMatch(/^\[.*\{\{time\}\}.*\]$/);
  });
});

describe('shortcuts', () => {
  const table = Object.entries(shortcuts) as [string, Shortcut][];

  it('never say two things with the same keys in one place', () => {
    for (const [name, { keys, scope }] of table) {
      const same = table.filter(
        ([, other]) =>
          other.keys === keys && (other.scope === scope || other.scope === 'everywhere' || scope === 'everywhere'),
      );
      expect(same.map(([other]) => other)).toEqual([name]);
    }
  });

  it('are never a single letter, which would fire while somebody types', () => {
    expect(table.filter(([, { keys }]) => !/^(Ctrl|Alt)\+/.test(keys))).toEqual([]);
  });

  it('are read from the keyboard as they stand in the table', () => {
    const press = { key: 'H', ctrlKey: true, metaKey: false, altKey: false, shiftKey: true };
    expect(chordOf(press)).toBe(shortcuts.hideNames.keys);
    expect(chordOf({ ...press, key: 'l', shiftKey: false })).toBe(shortcuts.lock.keys);
    expect(chordOf({ ...press, key: '+' })).toBe(shortcuts.largerText.keys);
    expect(chordOf({ ...press, key: 'l', ctrlKey: false, metaKey: true, shiftKey: false })).toBe(shortcuts.lock.keys);
  });
});
