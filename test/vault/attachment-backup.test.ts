// A backup is whole only with the files: made, read back, proven, and restored with them, each byte; what is missing or changed on
// the stick, or here, is noticed before anybody relies on it.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import type { StoredAttachment } from '#shared/records/attachment';
import { anotherComputer, backUp, bend, BY_PASSPHRASE, chosen, copyOf, beside } from '../helpers/backups.ts';
import { openCase } from '../helpers/casework.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

const LETTER = 'Dear Maya, the hearing is on the twelfth.';
let vault: TestVault;
let maya: CaseFileId;
let place: string;
let letter: StoredAttachment;

beforeEach(async () => {
  vault = await newVault('2026-11-23T20:10');
  maya = await openCase(vault);
  place = tempFolder();
  letter = await add(vault, maya, LETTER);
  await add(vault, maya, 'x'.repeat(200_000));
});
afterEach(() => vault.remove());

async function add(to: TestVault, caseFileId: CaseFileId, content: string): Promise<StoredAttachment> {
  const path = join(tempFolder(), 'letter.txt');
  writeFileSync(path, content);
  const request = { caseFileId, file: to.grant(path), title: 'Letter', sealed: false };
  return (await to.ask('attachment.add', request)).attachment;
}
const filesOf = (one: TestVault): string => join(one.dataDir, 'Records.vault', 'files');
const text = async (of: TestVault): Promise<string> =>
  (await of.ask('attachment.readText', { attachmentId: letter.id })).text;

/** The outcome of a drill, and how the folder looks without a passphrase. */
async function judged(folder: string): Promise<readonly [string | undefined, string]> {
  const [found] = await vault.ask('backup.inspect', { folder: vault.grant(folder) });
  const drill = vault.ask('backup.drill', chosen(vault, folder, found?.name ?? ''));
  return [found?.state, await outcome(drill)];
}

/** A copy of the backups with one file of one backup changed. */
function spoilt(name: string, change: (files: string) => void): string {
  const copy = copyOf(place);
  change(join(copy, name, 'files'));
  return copy;
}

describe('a backup of a vault with files', () => {
  it('holds them encrypted as they lie here, counts them in its size, and passes the drill', async () => {
    const made = await backUp(vault, place);
    const here = readdirSync(filesOf(vault)).sort();
    expect(readdirSync(join(place, made.name, 'files')).sort()).toEqual(here);
    expect(made.bytes).toBeGreaterThan(200_000);
    expect(await judged(place)).toEqual(['complete', 'ok']);
    for (const blob of here)
      expect(readFileSync(join(place, made.name, 'files', blob)).includes('hearing')).toBe(false);
  });

  it('notices each file that is missing, changed, cut, or exchanged for another', async () => {
    const { name } = await backUp(vault, place);
    const [first = '', second = ''] = readdirSync(filesOf(vault));
    const changes: readonly (readonly [string, (files: string) => void, readonly string[]])[] = [
      ['missing', (files) => rmSync(join(files, first)), ['incomplete', 'backup-incomplete']],
      ['changed', (files) => bend(join(files, first), 40), ['complete', 'backup-damaged']],
      ['cut', (files) => writeFileSync(join(files, first), 'cut'), ['incomplete', 'backup-damaged']],
      ['all gone', (files) => rmSync(files, { recursive: true }), ['incomplete', 'backup-incomplete']],
      [
        'exchanged',
        (files) => {
          renameSync(join(files, first), join(files, 'aside'));
          renameSync(join(files, second), join(files, first));
          renameSync(join(files, 'aside'), join(files, second));
        },
        ['complete', 'backup-damaged'],
      ],
    ];
    for (const [what, change, answer] of changes) expect(await judged(spoilt(name, change)), what).toEqual(answer);
  });

  it('comes back on another computer with every file', async () => {
    const { name } = await backUp(vault, place);
    const other = anotherComputer(vault);
    await other.ask('backup.restore', { ...chosen(other, place, name), replaceOther: false });
    const restored = other.restart();
    await restored.unlock();
    expect(await text(restored)).toBe(LETTER);
    expect(readdirSync(filesOf(restored)).sort()).toEqual(readdirSync(filesOf(vault)).sort());
    await restored.remove();
  });

  it('is not restored when a file in it was changed; the vault here stays as it is', async () => {
    const { name } = await backUp(vault, place);
    const [first = ''] = readdirSync(filesOf(vault));
    const changed = spoilt(name, (files) => bend(join(files, first), 40));
    const restore = vault.ask('backup.restore', { ...chosen(vault, changed, name), replaceOther: false });
    expect(await outcome(restore)).toBe('backup-damaged');
    expect(await text(vault)).toBe(LETTER);
  });

  it('a claimed restore whose files were touched before the swap does not begin it', async () => {
    const { name } = await backUp(vault, place);
    await vault.ask('backup.restore', {
      folder: vault.grant(place),
      name,
      credential: BY_PASSPHRASE,
      replaceOther: false,
    });
    const waiting = join(vault.dataDir, 'Records.restoring', 'files');
    rmSync(join(waiting, readdirSync(waiting)[0]!));
    vault = vault.restart();
    expect(await outcome(vault.ask('backup.continueRestore', {}))).toBe('backup-damaged');
    await vault.ask('backup.keepOld', {});
    await vault.unlock();
    expect(await text(vault)).toBe(LETTER);
  });

  it('clears away what a killed backup left, but no folder with anything else in it', async () => {
    const left = join(place, 'backup-2026-11-22-7.part');
    const theirs = join(place, 'backup-2026-11-22-8.part');
    for (const part of [left, theirs]) mkdirSync(join(part, 'files'), { recursive: true });
    const [first = ''] = readdirSync(filesOf(vault));
    copyFileSync(join(filesOf(vault), first), join(left, 'files', first));
    writeFileSync(join(theirs, 'files', 'holiday.jpg'), 'hers');
    const { name } = await backUp(vault, place);
    expect(beside(place)).toEqual(['backup-2026-11-22-8.part', name].sort());
  });
});

it('a file that is taken away while a backup copies it is in that backup, and gone from here afterwards', async () => {
  const removal: Promise<unknown>[] = [];
  const made = await vault.ask(
    'backup.create',
    { folder: vault.grant(place) },
    {
      progress: ({ phase }) => {
        if (phase !== 'verifying' || removal.length > 0) return;
        removal.push(
          vault.ask('attachment.remove', { attachmentId: letter.id, basedOn: 1, reason: 'She asked for it back' }),
        );
      },
    },
  );
  await Promise.all(removal);
  expect(removal).toHaveLength(1);
  expect(readdirSync(join(place, made.name, 'files'))).toHaveLength(2);
  expect(readdirSync(filesOf(vault))).toHaveLength(1);
  expect(await judged(place)).toEqual(['complete', 'ok']);
});

describe('a vault with damaged files', () => {
  const spoil = (one: TestVault, how: 'bent' | 'missing', which: number): void => {
    const file = join(filesOf(one), readdirSync(filesOf(one)).sort()[which]!);
    if (how === 'bent') bend(file, 50);
    else rmSync(file);
  };
  const without = () => vault.ask('backup.create', { folder: vault.grant(place), withoutDamaged: true });

  it.each(['bent', 'missing'] as const)(
    'with one that is %s is not backed up without a word: it is named and marked, and nothing is written',
    async (how) => {
      spoil(vault, how, 0);
      const answer = await vault.ask('backup.create', { folder: vault.grant(place) }).catch((error: unknown) => error);
      expect(answer).toMatchObject({ code: 'attachment-damaged', facts: { count: 1 } });
      expect(readdirSync(place)).toEqual([]);
      const told = await vault.ask('backup.damagedFiles', {});
      const { attachments } = await vault.ask('attachment.list', { caseFileId: maya, limit: 10 });
      const lost = attachments.filter(({ there }) => !there);
      expect(lost).toHaveLength(1);
      const caseFile = await vault.ask('caseFile.get', { caseFileId: maya });
      expect(told).toEqual([{ attachmentId: lost[0]!.id, addedAt: lost[0]!.addedAt, caseNumber: caseFile.caseNumber }]);
      // Its history says nothing that did not happen: nobody renamed it.
      const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
      expect(entries.filter(({ event }) => event === 'file-renamed')).toEqual([]);
    },
  );

  it('is never backed up without a file that nobody was asked about', async () => {
    spoil(vault, 'bent', 0);
    expect(await outcome(without())).toBe('attachment-damaged');
    spoil(vault, 'missing', 1);
    expect(await outcome(without())).toBe('attachment-damaged');
    expect(readdirSync(place)).toEqual([]);
    expect(await vault.ask('backup.damagedFiles', {})).toHaveLength(2);
    expect(await outcome(without())).toBe('ok');
  });

  it('is backed up without them when told so; report, folder, drill and restore say which', async () => {
    spoil(vault, 'bent', 0);
    await outcome(backUp(vault, place));
    const made = await without();
    const [damaged] = await vault.ask('backup.damagedFiles', {});
    expect(made.missing).toBe(1);
    expect((await vault.ask('backup.list', {})).backups[0]).toMatchObject({ missing: 1 });
    expect(readdirSync(join(place, made.name, 'files'))).toHaveLength(1);
    const [found] = await vault.ask('backup.inspect', { folder: vault.grant(place) });
    expect(found).toMatchObject({ state: 'complete', missing: 1 });
    const drill = await vault.ask('backup.drill', chosen(vault, place, made.name));
    expect(drill.missing).toEqual([damaged]);
    const other = anotherComputer(vault);
    const restore = { ...chosen(other, place, made.name), replaceOther: false };
    expect(await other.ask('backup.restore', restore)).toMatchObject({ missing: 1 });
    const restored = other.restart();
    await restored.unlock();
    expect(await restored.ask('backup.damagedFiles', {})).toEqual([damaged]);
    const { attachments } = await restored.ask('attachment.list', { caseFileId: maya, limit: 10 });
    expect(attachments.map(({ id, there }) => [id === damaged!.attachmentId, there]).sort()).toEqual([
      [false, true],
      [true, false],
    ]);
    await restored.remove();
  });

  it('of which none is whole any more is backed up all the same', async () => {
    spoil(vault, 'missing', 0);
    spoil(vault, 'bent', 0);
    await outcome(backUp(vault, place));
    expect((await without()).missing).toBe(2);
    expect(await judged(place)).toEqual(['complete', 'ok']);
  });

  it('whose disk reads them whole again loses the mark, and the next backup has everything', async () => {
    spoil(vault, 'bent', 0);
    await outcome(backUp(vault, place));
    spoil(vault, 'bent', 0); // the same bit once more
    expect((await backUp(vault, place)).missing).toBe(0);
    expect(await vault.ask('backup.damagedFiles', {})).toEqual([]);
    expect(await judged(place)).toEqual(['complete', 'ok']);
  });

  it('has a backup that an older program does not take for damage, and that lies about nothing that is missing', async () => {
    spoil(vault, 'bent', 0);
    await outcome(backUp(vault, place));
    const { name } = await without();
    const { backup } = JSON.parse(readFileSync(join(place, name, 'manifest.json'), 'utf8')) as {
      backup: Record<string, unknown>;
    };
    expect(backup).toMatchObject({ format: 3, omitted: 1 });
    const left = readdirSync(join(place, name, 'files'))[0]!;
    expect(await judged(spoilt(name, (files) => rmSync(join(files, left))))).toEqual([
      'incomplete',
      'backup-incomplete',
    ]);
  });

  it('names no case to somebody who may not know of it', async () => {
    spoil(vault, 'bent', 0);
    await outcome(backUp(vault, place));
    await vault.signInAs('house-staff');
    expect(await vault.ask('backup.damagedFiles', {})).toMatchObject([{ caseNumber: null }]);
  });
});
