// Killed at any moment of an erasure: the whole case is there, or nothing of it, and the next unlock leaves no word of it behind.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { copyOf } from '../helpers/backups.ts';
import { bundleVault } from '../helpers/bundle.ts';
import { addMira, canariesIn, caseFullOfCanaries, LETTER, MIRA } from '../helpers/erasing.ts';
import { killPoints } from '../helpers/kill-points.ts';
import { type Run, runVaultProcess, type VaultRun } from '../helpers/killed-runs.ts';
import { bytesOutside } from '../helpers/outside-reader.ts';
import { DIRECTOR, newVault, outcome, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';
import { workADay } from '../helpers/work-in-vault.ts';

const NUMBER = '0155 7700 990';
/** Words of the notes, and the number to reach her; in nothing else. */
const OF_THE_PART = ['spoke of tea.', NUMBER];

let bundle: string;
let vault: TestVault;
let hers: CaseFileId;
let asked: string;
beforeAll(async () => {
  bundle = await bundleVault();
  vault = await newVault('2026-11-20T09:00');
  await addMira(vault);
  hers = await caseFullOfCanaries(vault);
  asked = await askedToErase(vault, hers);
  for (let day = 0; day < 4; day += 1) await workADay(vault, day, 40);
  vault.vault.close();
}, 120_000);
afterAll(() => vault.remove());

const eraseIn = (dataDir: string): VaultRun => ({
  bundle,
  dataDir,
  act: 'erase',
  now: vault.clock.now + 60_000,
  args: [hers, MIRA.signInName, MIRA.passphrase],
});
const erasePartIn = (dataDir: string): VaultRun => ({
  ...eraseIn(dataDir),
  act: 'erase-part',
  args: [hers, asked, MIRA.signInName, MIRA.passphrase],
});

/** A way to reach her, and her wish that a part goes. Returns the number of the request. */
async function askedToErase(of: TestVault, caseFileId: CaseFileId): Promise<string> {
  const { revision } = await of.ask('caseFile.get', { caseFileId });
  const method = { way: 'TEXT' as const, value: NUMBER, safe: 'YES' as const, when: '', caution: '' };
  const safeContact = { identifyAs: '', methods: [{ ...method, voicemail: 'NO' as const }] };
  await of.ask('caseFile.saveSafeContact', { caseFileId, basedOn: revision, safeContact });
  const wish = { kind: 'ERASE' as const, receivedOn: '2026-11-20', words: '', timing: 'POLICY' as const };
  const { id } = await of.ask('rightsRequest.receive', { caseFileId, ...wish, askedBy: { who: 'SELF' } });
  await of.ask('rightsRequest.checkIdentity', { requestId: id, basedOn: 1, how: 'IN_PERSON' });
  return id;
}

const begun = ({ lines }: Run): number =>
  Number(lines.find((line) => line.startsWith('begun '))?.slice('begun '.length));

/** Opens what a kill left, as the next morning does. */
async function morning(dataDir: string): Promise<'whole' | 'gone'> {
  const next = vaultOn(dataDir, testClock('2027-01-21T09:00'));
  await next.unlock(); // walks the chain: half a case is damage
  const isThere = (await outcome(next.ask('caseFile.get', { caseFileId: hers }))) === 'ok';
  const files = readdirSync(join(dataDir, 'Records.vault', 'files'));
  if (isThere) {
    const { attachments } = await next.ask('attachment.list', { caseFileId: hers });
    expect((await next.ask('attachment.readText', { attachmentId: attachments[0]!.id })).text).toBe(LETTER);
    expect((await next.ask('caseNote.list', { caseFileId: hers })).total).toBe(12);
  } else {
    expect(files).toEqual([]);
    expect(canariesIn(bytesOutside(dataDir, DIRECTOR))).toEqual([]);
    expect(await next.ask('retention.certificates', {})).toHaveLength(1);
  }
  await next.ask('session.checkVault', {});
  next.vault.close();
  return isThere ? 'whole' : 'gone';
}

describe('killed while a case is erased', () => {
  it('just before each change of the disk', async () => {
    const seen = new Set<string>();
    for (const { dataDir, lines, changes } of await killPoints(eraseIn(vault.dataDir), begun)) {
      const found = await morning(dataDir);
      if (lines.includes('erased')) expect(found, `changes ${changes.join()}`).toBe('gone');
      seen.add(found);
    }
    expect(seen).toEqual(new Set(['whole', 'gone']));
  }, 240_000);

  it('12 times at moments of their own, in the middle of SQLite’s work as well', async () => {
    const seen: string[] = [];
    for (let kill = 0; kill < 12; kill += 1) {
      const dataDir = copyOf(vault.dataDir);
      await runVaultProcess(eraseIn(dataDir), { afterMs: 2 + kill * 12 });
      seen.push(await morning(dataDir));
    }
    expect(seen).toHaveLength(12);
  }, 240_000);
});

/** Opens what a kill left of a case of which a part was to go. */
async function morningOfPart(dataDir: string): Promise<'whole' | 'gone'> {
  const next = vaultOn(dataDir, testClock('2027-01-21T09:00'));
  await next.unlock();
  const isGone = (await next.ask('retention.certificates', {})).length === 1;
  const bytes = bytesOutside(dataDir, DIRECTOR);
  const files = readdirSync(join(dataDir, 'Records.vault', 'files'));
  const { methods } = (await next.ask('caseFile.get', { caseFileId: hers })).safeContact;
  const { total } = await next.ask('caseNote.list', { caseFileId: hers });
  expect([total, files.length, methods.length]).toEqual(isGone ? [0, 0, 0] : [12, 1, 1]);
  expect(OF_THE_PART.filter((words) => bytes.includes(words))).toEqual(isGone ? [] : OF_THE_PART);
  const { requests } = await next.ask('rightsRequest.list', { caseFileId: hers });
  expect(requests[0]?.erased).toHaveLength(isGone ? 1 : 0);
  await next.ask('session.checkVault', {});
  next.vault.close();
  return isGone ? 'gone' : 'whole';
}

describe('killed while a part of a case is erased', () => {
  it('just before each change of the disk: the part is there, or nothing of it, and the rest stays', async () => {
    const seen = new Set<string>();
    for (const { dataDir, lines, changes } of await killPoints(erasePartIn(vault.dataDir), begun)) {
      const found = await morningOfPart(dataDir);
      if (lines.includes('erased')) expect(found, `changes ${changes.join()}`).toBe('gone');
      seen.add(found);
    }
    expect(seen).toEqual(new Set(['whole', 'gone']));
  }, 240_000);
});
