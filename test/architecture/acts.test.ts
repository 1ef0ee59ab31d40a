// Amendment 19, the catalogue of acts: whatever can stand in the history has a sentence and a kind, and no code is ever shown instead. That
// each operation has its sentence is a matter of types (shared/text/act-words.ts); what the program writes of itself is looked up here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actsOf, OWN_ACTS } from '#shared/contract/act-groups';
import { contract } from '#shared/contract/index';
import type { Contract } from '#shared/contract/operation';
import { ActGroup } from '#shared/records/audit-entry';
import { acts } from '#shared/text/en/acts';
import { asks } from '#shared/text/en/asks';

const vault = new URL('../../electron/vault', import.meta.url).pathname;
const operations = Object.entries(contract as Contract).flatMap(([group, named]) =>
  Object.entries(named).map(([name, { kind }]) => ({ name: `${group}.${name}`, kind })),
);
const writing = operations.filter(({ kind }) => kind !== 'read').map(({ name }) => name);
const wordsIn = (catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  Object.entries(catalogue).flatMap(([group, named]) =>
    Object.entries(named).map(([name, words]) => [`${group}.${name}`, words] as const),
  );

/** Names of acts that the vault writes itself: given to a commit, to an entry, or kept under a name of its own. */
const ACT = /(?:action:|name:|ACTION =|REBUILT =|KEY_ENTERED =|LIST_ENTERED =)\s*'([a-z]\w*\.(?!csv|xlsx)[a-z]\w*)'/g;
const actsIn = (source: string): string[] => [...source.matchAll(ACT)].map(([, name = '']) => name);
const written = readdirSync(vault, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => actsIn(readFileSync(join(vault, file), 'utf8')));

describe('the catalogue of acts', () => {
  it('has a sentence for everything that writes, and one for everything that can be refused', () => {
    expect(wordsIn(acts).map(([name]) => name)).toEqual(expect.arrayContaining([...writing, ...OWN_ACTS]));
    expect(
      wordsIn(asks)
        .map(([name]) => name)
        .sort(),
    ).toEqual(operations.map(({ name }) => name).sort());
  });

  it('knows every act that the vault writes of itself', () => {
    expect(written).toContain('vaultKey.renew');
    expect(written).toContain('callerLog.forget');
    const known = new Set<string>([...writing, ...OWN_ACTS]);
    expect([...new Set(written)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('would notice one that it does not know', () => {
    expect(actsIn("context.commit({ name: 'lamp.light', unlogged: false }")).toEqual(['lamp.light']);
    expect(actsIn("chain.append(db, { at, action: 'lamp.light' })")).toEqual(['lamp.light']);
  });

  it('says each in plain words of its own: a sentence that begins large, a wish that begins small, and no two alike', () => {
    for (const [name, words] of wordsIn(acts))
      expect([name, words]).toEqual([name, expect.stringMatching(/^[A-Z][^{}._]+$/)]);
    for (const [name, words] of wordsIn(asks))
      expect([name, words]).toEqual([name, expect.stringMatching(/^[a-z][^{}._]+$/)]);
    for (const catalogue of [acts, asks]) {
      const all = wordsIn(catalogue).map(([, words]) => words);
      expect(all.filter((words, at) => all.indexOf(words) !== at)).toEqual([]);
    }
  });

  it('puts every act into one kind and no more', () => {
    const all = [...OWN_ACTS, ...writing];
    const grouped = ActGroup.exclude(['REFUSED']).options.flatMap((group) => actsOf(group, all));
    expect(grouped.sort()).toEqual([...new Set(all)].sort());
  });
});
