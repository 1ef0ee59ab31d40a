// What a stick can do to a backup: every way of being incomplete, damaged, mixed up or somebody else's has its own answer,
// and none of them is ever restored or called good.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openManifest, readManifest } from '../../electron/vault/backup/manifest.ts';
import { VaultError } from '#shared/contract/errors';
import {
  anotherComputer,
  backUp,
  bend,
  BY_PASSPHRASE,
  chosen,
  copyOf,
  everythingIn,
  openCases,
} from '../helpers/backups.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

// Long enough that random bytes never spell it: three letters turn up by chance in a few megabytes of ciphertext.
const ALIAS = 'Zephyrquill';

let vault: TestVault;
let place: string;
let name: string;
beforeEach(async () => {
  vault = await newVault('2026-11-23T20:10');
  place = tempFolder();
  await openCases(vault, [ALIAS, 'Heron']);
  ({ name } = await backUp(vault, place));
});
afterEach(() => vault.remove());

const drill = (folder: string) => outcome(vault.ask('backup.drill', chosen(vault, folder, name)));
const stateOf = async (folder: string) =>
  (await vault.ask('backup.inspect', { folder: vault.grant(folder) }))[0]?.state;
const spoilt = (change: (folder: string) => void): string => {
  const copy = copyOf(place);
  change(join(copy, name));
  return copy;
};

describe('the control', () => {
  it('an untouched copy passes the drill', async () => {
    expect(await drill(copyOf(place))).toBe('ok');
  });
});

describe('a damaged backup', () => {
  it.each([
    ['a byte in the middle of the database', 9_000],
    ['a byte of the salt', 3],
    ['the last byte of the database', -1],
  ])('fails the drill with its own code: %s', async (_what, at) => {
    expect(await drill(spoilt((folder) => bend(join(folder, 'records.db'), at)))).toBe('backup-damaged');
    tellControl('G10', { 'damaged ones refused': 1 });
  });

  it('is noticed when the database was cut or grew', async () => {
    const cut = spoilt((folder) => truncateSync(join(folder, 'records.db'), 8_192));
    expect([await stateOf(cut), await drill(cut)]).toEqual(['incomplete', 'backup-damaged']);
    const grown = spoilt((folder) => writeFileSync(join(folder, 'records.db'), Buffer.alloc(4_096), { flag: 'a' }));
    expect([await stateOf(grown), await drill(grown)]).toEqual(['incomplete', 'backup-damaged']);
  });

  it.each(['manifest.json', 'slots.bin', 'records.db'])('is incomplete without %s', async (file) => {
    const folder = spoilt((backup) => rmSync(join(backup, file)));
    expect([await stateOf(folder), await drill(folder)]).toEqual(['incomplete', 'backup-incomplete']);
  });

  it('has no byte in its manifest or slots that can change unnoticed', async () => {
    for (const file of ['manifest.json', 'slots.bin']) {
      const { length } = readFileSync(join(place, name, file));
      for (let at = 0; at < length; at += 37) {
        const verdict = await outcome(
          vault.ask(
            'backup.recognise',
            chosen(
              vault,
              spoilt((folder) => bend(join(folder, file), at)),
              name,
            ),
          ),
        );
        expect(verdict, `${file} byte ${at}`).toMatch(/^backup-(damaged|incomplete)$/);
        tellFound('G5', { 'other changes': 1, accepted: verdict === 'ok' ? 1 : 0 });
      }
    }
  });

  it('has no bit in its manifest that can change unnoticed by whoever has the key', async () => {
    vault.vault.close();
    const vaultKey = await lookInside(vault.dataDir, (inside) => Uint8Array.from(inside.vaultKey));
    const manifest = readFileSync(join(place, name, 'manifest.json'));
    const verdict = (bytes: Uint8Array): string => {
      try {
        openManifest(readManifest(bytes), vaultKey);
        return 'accepted';
      } catch (error) {
        return error instanceof VaultError ? error.code : 'untyped';
      }
    };
    expect(verdict(manifest)).toBe('accepted');
    tellControl('G5', { accepted: 1 });
    const flipped = (bit: number): Uint8Array => {
      const bytes = Uint8Array.from(manifest);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      return bytes;
    };
    const verdicts = Array.from({ length: manifest.length * 8 }, (_, bit) => verdict(flipped(bit)));
    const count = (wanted: string): number => verdicts.filter((one) => one === wanted).length;
    tellFound('G5', { 'bits flipped': verdicts.length, accepted: count('accepted'), untyped: count('untyped') });
    expect(new Set(verdicts)).toEqual(new Set(['backup-damaged']));
    await vault.unlock();
  });
});

describe('a backup that was put together from two', () => {
  it('is refused: manifest, slots or database of another backup of this vault', async () => {
    await openCases(vault, ['Ines']);
    await vault.ask('session.makeRecoveryCode', {});
    const later = await backUp(vault, place);
    for (const file of ['manifest.json', 'slots.bin', 'records.db']) {
      const mixed = spoilt((folder) => cpSync(join(place, later.name, file), join(folder, file)));
      expect(await drill(mixed), file).toBe('backup-damaged');
    }
  });

  it('is refused: manifest, slots or database of another vault with the same passphrase', async () => {
    const neighbour = await newVault('2026-11-23T20:10');
    const elsewhere = tempFolder();
    const theirs = await backUp(neighbour, elsewhere);
    for (const file of ['manifest.json', 'slots.bin', 'records.db']) {
      const mixed = spoilt((folder) => cpSync(join(elsewhere, theirs.name, file), join(folder, file)));
      expect(await drill(mixed), file).toBe('backup-damaged');
    }
    await neighbour.remove();
  });

  it('is refused with a manifest that someone without the key wrote and summed up correctly', async () => {
    const forged = spoilt((folder) => {
      const file = join(folder, 'manifest.json');
      const whole = readFileSync(file, 'utf8');
      const text = /^\{"backup":(.*),"mac":/s.exec(whole)?.[1] ?? '';
      const changed = text.replace(/"createdAt":\d+/, '"createdAt":1');
      expect(changed).not.toBe(text);
      const sum = (of: string) => createHash('sha256').update(of).digest('hex');
      writeFileSync(file, whole.replace(text, changed).replace(sum(text), sum(changed)));
    });
    expect(await stateOf(forged)).toBe('damaged'); // our own key is at hand here: someone is signed in
    const other = anotherComputer(vault);
    const seen = await other.ask('backup.inspect', { folder: other.grant(forged) });
    expect(seen[0]?.state).toBe('complete'); // nobody can tell without a key…
    expect(await outcome(other.ask('backup.recognise', chosen(other, forged, name)))).toBe('backup-damaged'); // …and anyone with one
  });
});

describe('a folder of backups', () => {
  it('never offers what was not finished', async () => {
    const folder = copyOf(place);
    renameSync(join(folder, name), join(folder, `${name}.part`));
    expect(await vault.ask('backup.inspect', { folder: vault.grant(folder) })).toEqual([]);
    expect((await vault.raw('backup.drill', { ...chosen(vault, folder, `${name}.part`) })).ok).toBe(false);
  });

  it('tells a stranger neither the shelter nor how many records there are', async () => {
    const other = anotherComputer(vault);
    const [found] = await other.ask('backup.inspect', { folder: other.grant(place) });
    expect(found).toMatchObject({
      state: 'complete',
      name,
      belongsTo: 'no-vault-here',
      shelterName: null,
      records: null,
    });
    for (const file of everythingIn(place).filter((path) => path.includes('.'))) {
      const bytes = readFileSync(join(place, file)).toString('latin1');
      for (const secret of ['Willow House', ALIAS, 'case-file'])
        expect(bytes.includes(secret), `${secret} in ${file}`).toBe(false);
    }
  });

  it('shows the shelter and the counts of its own backups to whoever is signed in, and of any to whoever has a passphrase', async () => {
    const [own] = await vault.ask('backup.inspect', { folder: vault.grant(place) });
    expect(own).toMatchObject({ belongsTo: 'this-vault', shelterName: 'Willow House', records: { 'case-file': 2 } });
    const other = anotherComputer(vault);
    const seen = await other.ask('backup.recognise', chosen(other, place, name));
    expect(seen).toMatchObject({
      shelterName: 'Willow House',
      records: { 'case-file': 2 },
      belongsTo: 'no-vault-here',
    });
  });

  it('keeps apart what belongs to another vault', async () => {
    const neighbour = await newVault('2026-11-23T20:10');
    const [theirs] = await neighbour.ask('backup.inspect', { folder: neighbour.grant(place) });
    expect(theirs).toMatchObject({ belongsTo: 'another-vault', shelterName: null });
    const over = { ...chosen(neighbour, place, name), replaceOther: false };
    expect(await outcome(neighbour.ask('backup.restore', over))).toBe('backup-other-vault');
    expect(neighbour.restarts).toBe(0);
    await neighbour.remove();
  });

  it('is not led astray by links or folders in place of files', async () => {
    const linked = spoilt((folder) => {
      rmSync(join(folder, 'records.db'));
      symlinkSync(join(place, name, 'records.db'), join(folder, 'records.db'));
    });
    expect(await drill(linked)).toBe('backup-damaged');
    const folderForFile = spoilt((folder) => {
      rmSync(join(folder, 'manifest.json'));
      mkdirSync(join(folder, 'manifest.json'));
    });
    expect(await drill(folderForFile)).toBe('backup-damaged');
    const whole = tempFolder();
    symlinkSync(join(place, name), join(whole, name));
    expect(await drill(whole)).toBe('backup-damaged');
  });
});

describe('the credential', () => {
  it('is refused with the sentence of the locked screen when it is wrong', async () => {
    const wrong = { ...BY_PASSPHRASE, passphrase: 'not the passphrase at all' };
    expect(await outcome(vault.ask('backup.recognise', chosen(vault, place, name, wrong)))).toBe('wrong-passphrase');
    const mistyped = { by: 'recovery-code', recoveryCode: '0000-0000-0000-0000-0000-0000-0001' } as const;
    expect(await outcome(vault.ask('backup.recognise', chosen(vault, place, name, mistyped)))).toBe(
      'recovery-code-mistyped',
    );
  });

  it('cannot be guessed faster at a backup than at the door', async () => {
    const wrong = { ...BY_PASSPHRASE, passphrase: 'not the passphrase at all' };
    const guess = () => outcome(vault.ask('backup.recognise', chosen(vault, place, name, wrong)));
    expect([await guess(), await guess(), await guess()]).toEqual(Array(3).fill('wrong-passphrase'));
    expect(await guess()).toBe('unlock-wait');
    expect(await outcome(vault.restart().unlock())).toBe('unlock-wait');
  });
});
