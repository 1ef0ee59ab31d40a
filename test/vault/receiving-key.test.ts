// The key that others seal to: made once by a director, its public half given away, its secret half in no answer.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ChoiceHandle } from '#shared/ids';
import { readRecipient } from '#shared/records/age-recipient';
import { lookInside } from '../helpers/look-inside.ts';
import { Office } from '../helpers/office.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { outcome, ruleOf } from '../helpers/vault.ts';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.vault.remove());

const make = () => office.vault.ask('receivingKey.make', {});
const get = () => office.vault.ask('receivingKey.get', {});
const handOver = (folder: string) =>
  office.vault.ask('receivingKey.handOver', { folder: ChoiceHandle.parse(office.vault.grant(folder)) });

it('is not there until a director makes it, and stays the same ever after', async () => {
  expect(await get()).toBeNull();
  const key = await make();
  expect(key.fingerprintWords).toHaveLength(6);
  expect(await make()).toEqual(key);
  await office.lockAndUnlock();
  expect(await get()).toEqual(key);
  expect(await make()).toEqual(key);
});

it('is made by no case worker, who may look at it', async () => {
  const key = await make();
  await office.vault.signInAs('case-manager');
  expect(await outcome(make())).toBe('not-allowed');
  expect(await get()).toEqual(key);
});

it('has its secret half in the encrypted vault alone', async () => {
  const answers = JSON.stringify([await make(), await get(), await handOver(office.place)]);
  expect(answers).not.toContain('AGE-SECRET-KEY');
  expect(readFileSync(join(office.place, 'our-key.txt'), 'utf8')).not.toContain('AGE-SECRET-KEY');
  office.vault.vault.close();
  const bodies = await lookInside(office.vault.dataDir, ({ db }) =>
    db.all<{ body: string }>("SELECT body FROM revision WHERE record_kind = 'receiving-key'"),
  );
  expect(bodies).toHaveLength(1);
  expect(bodies[0]!.body).toMatch(/AGE-SECRET-KEY-1[0-9A-Z]{58}/);
});

it('goes into a file that the other house can read, and never over one that is there', async () => {
  expect(await ruleOf(handOver(office.place))).toBe('key-none');
  const { recipient } = await make();
  expect(await handOver(office.place)).toEqual({ stick: 'not-a-stick' });
  const text = readFileSync(join(office.place, 'our-key.txt'), 'utf8');
  expect(readRecipient(text)).toMatchObject({ kind: 'good', recipient });
  const taken = tempFolder();
  writeFileSync(join(taken, 'our-key.txt'), 'an older key');
  expect(await ruleOf(handOver(taken))).toBe('key-there');
  expect(readFileSync(join(taken, 'our-key.txt'), 'utf8')).toBe('an older key');
});
