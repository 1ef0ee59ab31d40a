// What SQLCipher cannot see, the vault does: old pages, old files and lost ends of the write-ahead log, put back by someone with
// time alone with the computer. Each is noticed at the next unlock, or changes nothing that can be read.
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { copyOf } from '../helpers/backups.ts';
import { aNote } from '../helpers/casework.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { databaseOf, everythingRead, PAGE, refusedPages, tampered, withPage } from '../helpers/tampered-vault.ts';
import { DIRECTOR, newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';
import { workADay } from '../helpers/work-in-vault.ts';

/** Days of work before the page of an earlier evening comes back, and how many pages that must be at least. */
const { DAYS, LEAST } = proofSize({ test: { DAYS: 4, LEAST: 40 }, full: { DAYS: 7, LEAST: 150 } });

let vault: TestVault;
/** The database at the end of each day, the last one being today. */
const evenings: Buffer[] = [];
/** Whole data folders of those evenings. */
const folders: string[] = [];
let today: Buffer;

beforeAll(async () => {
  vault = await newVault('2026-03-02T21:40');
  for (let day = 1; day <= DAYS; day += 1) {
    await workADay(vault, day, 12);
    vault.vault.close();
    evenings.push(readFileSync(databaseOf(vault.dataDir)));
    const folder = `${vault.dataDir}-day-${day}`;
    cpSync(vault.dataDir, folder, { recursive: true });
    folders.push(folder);
    await vault.unlock();
  }
  vault.vault.close();
  today = readFileSync(databaseOf(vault.dataDir));
}, 120_000);
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  await vault.remove();
});

const unlocking = (dataDir: string) => outcome(vaultOn(dataDir, vault.clock).unlock());

interface OldPage {
  readonly old: Buffer;
  readonly page: number;
}

/** Every page of older databases that is another one today. */
const pagesOf = (older: readonly Buffer[], now: Buffer): OldPage[] =>
  older.flatMap((old) =>
    Array.from({ length: old.length / PAGE - 1 }, (_, at) => at + 1)
      .filter(
        (page) => !old.subarray(page * PAGE, (page + 1) * PAGE).equals(now.subarray(page * PAGE, (page + 1) * PAGE)),
      )
      .map((page) => ({ old, page })),
  );
const replays = (): OldPage[] => pagesOf(evenings, today);

/** Puts each back alone: noticed at unlock, or nothing that can be read is any different, or silent. */
async function putBack(of: TestVault, pages: readonly OldPage[]) {
  const truth = await everythingRead(of.dataDir);
  const found = { noticed: 0, harmless: 0, silent: 0 };
  for (const { old, page } of pages) {
    const dataDir = tampered(of.dataDir, 'records.db', (bytes) => withPage(bytes, old, page));
    const untouched = await everythingRead(dataDir).catch(() => 'unreadable');
    const verdict = await outcome(vaultOn(dataDir, of.clock).unlock());
    if (verdict !== 'ok') {
      expect(verdict, `page ${page}`).toMatch(/^(vault-(damaged|commits-missing|rolled-back)|history-changed)$/);
      found.noticed += 1;
    } else if (untouched === truth) found.harmless += 1;
    else found.silent += 1;
  }
  tellFound('G4', { 'pages put back': found.noticed + found.harmless, silent: found.silent });
  return found;
}

/** A house in which a name was let go, and its pages of the evening before that. */
async function nameLetGo(): Promise<{ house: TestVault; before: Buffer }> {
  const house = await newVault('2026-03-02T21:40');
  const { id: caseFileId } = await house.ask('caseFile.open', { nameUsed: 'Heron' });
  const details = {
    sheAsked: true as const,
    wantedFor: 'SAFETY_PLANNING' as const,
    names: 'Grimshanks',
    plates: 'KL 4711',
    addresses: 'Thornfield Row',
  };
  const harm = { relation: 'Familial' as const, roles: ['Exploiter' as const] };
  const { id, revision: basedOn } = await house.ask('personCausingHarm.add', { caseFileId, ...harm, details });
  // So that the state without the name lies in another page than the one with it.
  for (let note = 0; note < 40; note += 1) await house.ask('caseNote.add', aNote(caseFileId));
  house.vault.close();
  const before = readFileSync(databaseOf(house.dataDir));
  await house.unlock();
  await house.ask('personCausingHarm.change', { id, basedOn, ...harm, details: null });
  house.vault.close();
  return { house, before };
}

describe('one old page put back', () => {
  it('is noticed at unlock, or nothing that can be read is any different', async () => {
    const found = await putBack(vault, replays());
    expect(found.silent).toBe(0);
    expect(found.noticed).toBeGreaterThan(LEAST);
    // Definitions are written anew at each opening: their pages differ, what they say does not, and each feature adds some.
    expect(found.harmless).toBeLessThan(found.noticed);
  }, 900_000);

  it('does not bring back a name that was let go, when nothing else of that page has changed', async () => {
    const { house, before } = await nameLetGo();
    const found = await putBack(house, pagesOf([before], readFileSync(databaseOf(house.dataDir))));
    expect(found.silent).toBe(0);
    expect(found.noticed).toBeGreaterThan(3);
    await house.remove();
  }, 300_000);

  it('the control: SQLCipher’s own check finds none of them', async () => {
    const tried = replays().filter((_, at) => at % 7 === 0);
    const refused: number[] = [];
    for (const { old, page } of tried) {
      const dataDir = tampered(vault.dataDir, 'records.db', (bytes) => withPage(bytes, old, page));
      // Definitions that no longer fit together are noticed by SQLite, with or without a key: the check is not even reached.
      const found = await refusedPages(dataDir).catch((error: unknown) => {
        if (error instanceof VaultError && error.code === 'vault-damaged') return null;
        throw error;
      });
      if (found !== null) refused.push(found);
    }
    expect(refused.length).toBeGreaterThan(tried.length / 2);
    expect(refused).toEqual(refused.map(() => 0));
    tellControl('G4', { 'pages SQLCipher takes': refused.length });
  }, 120_000);
});

describe('an old file put back', () => {
  it('the database of each earlier evening', async () => {
    for (const old of evenings.slice(0, -1)) {
      expect(await unlocking(tampered(vault.dataDir, 'records.db', () => old))).toBe('vault-commits-missing');
      tellFound('G4', { rollbacks: 1 });
    }
  });

  it('the whole vault folder of each earlier evening', async () => {
    for (const folder of folders.slice(0, -1)) {
      const copy = copyOf(vault.dataDir);
      cpSync(join(folder, 'Records.vault'), join(copy, 'Records.vault'), { recursive: true });
      expect(await unlocking(copy)).toBe('vault-rolled-back');
      tellFound('G4', { rollbacks: 1 });
    }
  });

  it('the head record alone, or none at all', async () => {
    const old = readFileSync(join(folders[0]!, 'Records.vault', 'vault.head'));
    expect(await unlocking(tampered(vault.dataDir, 'vault.head', () => old))).toBe('vault-rolled-back');
    expect(await unlocking(tampered(vault.dataDir, 'vault.head', () => Buffer.alloc(0)))).toBe('vault-rolled-back');
    tellFound('G4', { rollbacks: 2 });
  });

  it('the slots from before a passphrase was changed, with that passphrase', async () => {
    const copy = copyOf(vault.dataDir);
    const old = readFileSync(join(copy, 'Records.vault', 'slots.bin'));
    const next = vaultOn(copy, vault.clock);
    await next.unlock();
    await next.ask('session.changePassphrase', {
      current: DIRECTOR.passphrase,
      next: 'summit bracket violet harvest oyster pencil',
    });
    next.vault.close();
    const back = tampered(copy, 'slots.bin', () => old);
    cpSync(join(back, 'Records.vault', 'slots.bin'), join(back, 'Records.vault', 'slots.bak'));
    expect(await unlocking(back)).toBe('slots-rolled-back');
    tellFound('G4', { rollbacks: 1 });
  });
});

describe('the write-ahead log of a killed vault', () => {
  it('cut anywhere, changed anywhere or taken away: never a vault that opens with less in it', async () => {
    const next = vaultOn(copyOf(vault.dataDir), vault.clock);
    await next.unlock();
    await workADay(next, 9, 3);
    const crashed = copyOf(next.dataDir); // as a kill leaves it
    next.vault.close();
    const log = 'records.db-wal';
    expect(existsSync(join(crashed, 'Records.vault', log))).toBe(true);
    expect(await unlocking(copyOf(crashed))).toBe('ok'); // the control: whole, it opens
    tellControl('G4', { opened: 1 });
    for (let part = 0; part < 8; part += 1) {
      const cut = tampered(crashed, log, (bytes) => bytes.subarray(0, Math.floor((bytes.length * part) / 8)));
      expect(await unlocking(cut), `${part}/8`).toMatch(/^vault-(commits-missing|damaged)$/);
      const bent = tampered(crashed, log, (bytes) => {
        const at = Math.floor((bytes.length * (part + 0.5)) / 8);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        return bytes;
      });
      expect(await unlocking(bent), `byte at ${part}/8`).toMatch(/^vault-(commits-missing|damaged)$/);
    }
    rmSync(join(crashed, 'Records.vault', log));
    expect(await unlocking(crashed)).toBe('vault-commits-missing');
    tellFound('G4', { 'logs cut, bent or lost': 17 });
  }, 60_000);
});
