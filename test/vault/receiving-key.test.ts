// The key that others seal to: made and changed by a director, its public half given away, its secret half in no answer. An earlier
// one opens what is under way until it is ended, and then nothing does.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChoiceHandle } from '#shared/ids';
import { readRecipient } from '#shared/records/age-recipient';
import { lookInside } from '../helpers/look-inside.ts';
import { Office } from '../helpers/office.ts';
import { OtherHouse } from '../helpers/other-house.ts';
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

describe('a new key', () => {
  const change = (replaces: string) => office.vault.ask('receivingKey.change', { replaces });
  const end = (recipient: string) => office.vault.ask('receivingKey.end', { recipient });
  const open = (path: string) =>
    office.vault.ask('receivedPackage.open', {
      ...{ file: ChoiceHandle.parse(office.vault.grant(path)), openWith: { by: 'our-key' } },
    });

  it('takes the place of the one before, which stays in sight with its words', async () => {
    const first = await make();
    office.vault.clock.advance(60_000);
    const second = await change(first.recipient);
    expect(second.recipient).not.toBe(first.recipient);
    expect(second.madeAt).toBe(office.vault.clock.now);
    const { earlier: _none, ...before } = first;
    expect(second.earlier).toEqual([{ ...before, endedAt: null }]);
    expect(await make()).toEqual(second);
    await handOver(office.place);
    const text = readFileSync(join(office.place, 'our-key.txt'), 'utf8');
    expect(readRecipient(text)).toMatchObject({ recipient: second.recipient });
    expect(await outcome(change(first.recipient))).toBe('conflict');
    await office.lockAndUnlock();
    expect(await get()).toEqual(second);
  });

  it('stays in front also when the clock of the computer went back', async () => {
    const first = await make();
    office.vault.clock.advance(-3_600_000);
    const second = await change(first.recipient);
    expect((await get())!.recipient).toBe(second.recipient);
  });

  it('is made and the old one ended by nobody but a director', async () => {
    const { recipient } = await make();
    await office.vault.signInAs('case-manager');
    expect([await outcome(change(recipient)), await outcome(end(recipient))]).toEqual(['not-allowed', 'not-allowed']);
  });

  it('leaves open what was sealed to the earlier one, until that is ended for good', async () => {
    const first = await make();
    const house = await OtherHouse.open(first.recipient);
    const [early, late] = [await house.send(), await house.send()];
    expect((await open(early)).toEarlierKey).toBe(false);
    expect(await ruleOf(end(first.recipient))).toBe('key-current');
    const second = await change(first.recipient);
    expect(await open(early)).toMatchObject({ toEarlierKey: true, sealedBy: 'our-key' });
    const ended = await end(first.recipient);
    expect(ended.recipient).toBe(second.recipient);
    expect(ended.earlier).toMatchObject([
      { fingerprintWords: first.fingerprintWords, endedAt: office.vault.clock.now },
    ]);
    expect(await outcome(open(late))).toBe('wrong-key');
    expect(await outcome(end(first.recipient))).toBe('not-found');
    const current = await OtherHouse.open(second.recipient);
    expect((await open(await current.send())).toEarlierKey).toBe(false);
    await Promise.all([house.office.vault.remove(), current.office.vault.remove()]);
    await office.vault.ask('session.checkVault', {});
    office.vault.vault.close();
    const bodies = await lookInside(office.vault.dataDir, ({ db }) =>
      db.all<{ body: string | null }>("SELECT body FROM revision WHERE record_kind = 'receiving-key'"),
    );
    // The state of the first with its secret half is empty; that of the second is the only one left.
    expect(bodies.map(({ body }) => body?.includes('AGE-SECRET-KEY') ?? null).sort()).toEqual([false, null, true]);
  });
});
