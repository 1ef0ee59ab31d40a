// Tables of counts name every kind of record in words.
import { expect, it } from 'vitest';
import { english } from '#shared/text/english';
import { allKinds } from '../../electron/vault/records/record-kind.ts';
import '../../electron/vault/vault.ts';

it('every kind of record has its words', () => {
  expect(allKinds().length).toBeGreaterThan(8);
  for (const { kind } of allKinds()) expect(english.kinds).toHaveProperty([kind]);
});
