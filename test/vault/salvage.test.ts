// A damaged vault: what can be read goes into a new one, the newest backup fills in the rest, and what is missing is listed by case, kind
// and day. The damage is real: pages zeroed, the header gone, the log cut, the roots of tables hit.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseFileId, ChoiceHandle, RecordId } from '#shared/ids';
import { DAY } from '#shared/time';
import { forgetEntries } from '../../electron/vault/audit/forget-entries.ts';
import { backUp, copyOf, everyNameIn } from '../helpers/backups.ts';
import { aNote, openCase } from '../helpers/casework.ts';
import {
  type AtHand,
  damagedCopy,
  inVault,
  leavesOf,
  look,
  pagesOf,
  removeIfThere,
  rootOf,
  salvage,
  zeroPages,
} from '../helpers/damage.ts';
import { addMira, erase } from '../helpers/erasing.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { databaseOf, everythingRead } from '../helpers/tampered-vault.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';
import { workADay } from '../helpers/work-in-vault.ts';

let vault: TestVault;
let names: string[];
let backup: AtHand;
let bodies: ReadonlyMap<string, string>;
const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };

/** Every saved state by its record and number, as it stands in a closed vault. */
const bodiesIn = async (dataDir: string): Promise<ReadonlyMap<string, string>> =>
  lookInside(
    dataDir,
    ({ db }) =>
      new Map(
        db
          .all<{ id: string; revision: number; body: string }>(
            "SELECT record_id AS id, revision, body FROM revision WHERE body IS NOT NULL AND record_kind <> 'salvage'",
          )
          .map(({ id, revision, body }) => [`${id} ${revision}`, body]),
      ),
  );

beforeAll(async () => {
  vault = await newVault('2026-11-20T09:00');
  await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
  for (let day = 1; day <= 3; day += 1) await workADay(vault, day, 14);
  const noted = await openCase(vault, 'Noted');
  for (let at = 0; at < 40; at += 1)
    await vault.ask('caseNote.add', aNote(noted, { body: `Call ${at}. ${'She had tea by the window. '.repeat(20)}` }));
  vault.clock.advance(60_000);
  const folder = `${vault.dataDir}-backups`;
  mkdirSync(folder);
  backup = { folder, name: (await backUp(vault, folder)).name };
  names = await everyNameIn(vault);
  vault.vault.close();
  bodies = await bodiesIn(vault.dataDir);
}, 120_000);
afterAll(async () => {
  rmSync(backup.folder, { recursive: true });
  await vault.remove();
});

/** Signs in to what a salvage left, proves it, and answers what is missing and which names are there. */
async function morning(saved: TestVault) {
  await saved.unlock();
  await saved.ask('session.checkVault', {});
  const found = { names: await everyNameIn(saved), reports: await saved.ask('salvage.missing', {}) };
  saved.vault.close();
  return { ...found, bodies: await bodiesIn(saved.dataDir) };
}

describe('pages zeroed here and there', () => {
  it('without a backup: nothing that could be read is lost, and every saved state that is gone is in the list', async () => {
    const pages = pagesOf(vault.dataDir);
    const tries = proofSize({ test: 10, full: 60 });
    const spread = Array.from({ length: tries }, (_, at) => 2 + Math.floor(((pages - 2) * at) / tries));
    const bodyLeaves = await leavesOf(vault.dataDir, 'bodies');
    const leaves = [...bodyLeaves, ...(await leavesOf(vault.dataDir, 'entries'))];
    const seen = { damaged: 0, lost: 0, whole: 0 };
    for (const page of [...spread, ...leaves.slice(0, proofSize({ test: 6, full: 60 })).map(({ page }) => page)]) {
      const broken = damagedCopy(vault, (dataDir) => zeroPages(dataDir, page));
      if ((await outcome(broken.unlock())) === 'ok') {
        broken.vault.close();
        continue;
      }
      seen.damaged += 1;
      tellControl('G26', { 'not opened': 1 });
      const { saved } = await salvage(broken);
      const after = await morning(saved);
      const [report] = after.reports;
      const gone = [...bodies.keys()].filter((key) => !after.bodies.has(key));
      for (const [key, body] of bodies) if (after.bodies.has(key)) expect(after.bodies.get(key)).toBe(body);
      const told = report!.lines.length + report!.gaps.length;
      if (gone.length > 0) {
        seen.lost += 1;
        expect(told, `page ${page}`).toBeGreaterThan(0);
      } else seen.whole += 1;
      // No more than stood on that page, or went on in it.
      const leaf = bodyLeaves.find((one) => one.page === page);
      const most = leaf === undefined ? 1 : leaf.to - leaf.from + 1;
      expect(gone.length, `page ${page}`).toBeLessThanOrEqual(most);
      tellFound('G26', {
        'damaged vaults': 1,
        'lost although they could be read': Math.max(0, gone.length - most),
        'lost without a word': gone.length > 0 && told === 0 ? gone.length : 0,
      });
      // Every case is still there, under its name or, where its words are gone, under its number.
      expect(after.names).toHaveLength(names.length);
    }
    expect(seen.damaged).toBeGreaterThan(tries / 3);
    expect([seen.lost, seen.whole].every((count) => count > 0)).toBe(true);
  }, 240_000);

  it('with the backup of this evening: every word and every line of the history is there, and nothing is missing', async () => {
    const pages = pagesOf(vault.dataDir);
    const many = Array.from({ length: 12 }, (_, at) => 2 + Math.floor(((pages - 2) * at) / 12));
    const broken = damagedCopy(vault, (dataDir) => zeroPages(dataDir, ...many));
    expect(await outcome(broken.unlock())).toBe('vault-damaged');
    const { found, saved } = await salvage(broken, backup);
    expect(found.missing).toEqual({ whole: 0, newest: 0, earlier: 0, apart: 0, file: 0 });
    // What was written after the backup began is its own end, which only the vault knew.
    expect(found.historyLines).toBeLessThanOrEqual(3);
    const after = await morning(saved);
    expect(after.names).toEqual(names);
    const missing = [...bodies].filter(([key, body]) => after.bodies.get(key) !== body).length;
    expect(missing).toBeLessThanOrEqual(1);
    tellFound('G26', { 'lost with a backup of the evening': Math.max(0, missing - 1) });
  }, 120_000);

  it('the control: without a salvage nobody opens it, and nothing else brings the words of today back', async () => {
    const root = await rootOf(vault.dataDir, 'revision');
    const broken = damagedCopy(vault, (dataDir) => zeroPages(dataDir, root));
    expect(await outcome(broken.unlock())).toBe('vault-damaged');
    expect(await outcome(broken.unlock(JO))).toBe('vault-damaged');
    expect(await outcome(everythingRead(broken.dataDir))).not.toBe('ok');
  });
});

describe('the places that lead to everything else', () => {
  it('the roots of the two tables that hold everything', async () => {
    for (const table of ['revision', 'audit_entry', 'sqlite_master']) {
      const root = table === 'sqlite_master' ? 1 : await rootOf(vault.dataDir, table);
      const broken = damagedCopy(vault, (dataDir) => zeroPages(dataDir, root));
      expect(await outcome(broken.unlock()), table).toBe('vault-damaged');
      const { found, saved } = await salvage(broken);
      expect(found.missing.whole, table).toBe(0);
      const after = await morning(saved);
      expect(after.names, table).toEqual(names);
      expect(after.bodies, table).toEqual(bodies);
    }
  }, 120_000);

  it('the first page with the salt in it: the copy of the salt opens the rest', async () => {
    const broken = damagedCopy(vault, (dataDir) => zeroPages(dataDir, 1));
    const { saved } = await salvage(broken);
    expect((await morning(saved)).bodies).toEqual(bodies);
  }, 60_000);

  it('both copies of the salt: nothing can be read here, and a backup brings everything', async () => {
    const damage = (dataDir: string): void => {
      zeroPages(dataDir, 1);
      rmSync(inVault(dataDir, 'records.salt'));
    };
    expect(await outcome(salvage(damagedCopy(vault, damage)))).toBe('salvage-nothing');
    const { saved } = await salvage(damagedCopy(vault, damage), backup);
    expect((await morning(saved)).names).toEqual(names);
  }, 60_000);

  it('the head record: a director goes on, and nobody else', async () => {
    const broken = damagedCopy(vault, (dataDir) => writeFileSync(inVault(dataDir, 'vault.head'), 'gone'));
    rmSync(join(broken.dataDir, 'Records.seen'));
    expect(await outcome(broken.unlock())).toBe('vault-rolled-back');
    expect(await outcome(salvage(broken, null, { by: 'passphrase', ...JO }))).toBe('salvage-director');
    const { saved } = await salvage(broken);
    expect((await morning(saved)).bodies).toEqual(bodies);
  }, 60_000);

  it('the row that says which vault this is, and the secrets of the ways in', async () => {
    const pages = [await rootOf(vault.dataDir, 'vault_state'), await rootOf(vault.dataDir, 'slot_secret')];
    const broken = damagedCopy(vault, (dataDir) => zeroPages(dataDir, ...pages));
    const { found, saved } = await salvage(broken);
    expect(found.parts.toSorted()).toEqual(['house', 'ways-in']);
    await saved.unlock(JO); // everybody signs in as before, and brings back what a new key needs of her
    saved.vault.close();
    await saved.unlock();
    const sam = { name: 'Sam', role: 'house-staff' as const, signInName: 'sam', passphrase: passphraseOf('sam') };
    const { id } = await saved.ask('staffMember.add', sam);
    await saved.ask('staffMember.disable', { id });
    expect((await saved.ask('staffMember.key', {})).due).toBe(false);
    await saved.unlock(JO).catch(() => undefined);
    saved.vault.close();
    await saved.unlock(JO);
    saved.vault.close();
  }, 60_000);
});

describe('the log of a killed vault', () => {
  it('bent in the middle: what lies behind the bend is read all the same, where SQLite alone drops it', async () => {
    const next = vaultOn(copyOf(vault.dataDir), vault.clock);
    await next.unlock();
    await workADay(next, 9, 6);
    const later = await everyNameIn(next);
    const crashed = copyOf(next.dataDir);
    next.vault.close();
    const log = inVault(crashed, 'records.db-wal');
    const bytes = readFileSync(log);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(log, bytes);
    const broken = vaultOn(crashed, vault.clock);
    expect(await outcome(broken.unlock())).toMatch(/^vault-(commits-missing|damaged)$/);
    const { saved } = await salvage(broken);
    const after = await morning(saved);
    expect(after.names).toHaveLength(later.length); // one page is gone, and what stood on it and nowhere else
    expect(after.names.filter((name) => later.includes(name)).length).toBeGreaterThan(names.length);
  }, 60_000);

  it('cut: what was saved last is missing, its number is said, and only a director goes on', async () => {
    const next = vaultOn(copyOf(vault.dataDir), vault.clock);
    await next.unlock();
    await workADay(next, 9, 6);
    const crashed = copyOf(next.dataDir);
    next.vault.close();
    const log = inVault(crashed, 'records.db-wal');
    writeFileSync(log, readFileSync(log).subarray(0, 40_000));
    const broken = vaultOn(crashed, vault.clock);
    expect(await outcome(broken.unlock())).toBe('vault-commits-missing');
    expect(await outcome(salvage(broken, null, { by: 'passphrase', ...JO }))).toBe('salvage-director');
    const { found, saved } = await salvage(broken);
    expect(found.savesLost).toBeGreaterThan(0);
    expect(found.directorNeeded).toBe(true);
    const after = await morning(saved);
    expect(after.names).toEqual(expect.arrayContaining(names));
    expect(after.reports[0]!.savesLost).toBe(found.savesLost);
  }, 60_000);
});

describe('what a salvage never does', () => {
  it('changes the damaged files: they are kept aside, read-only, byte for byte', async () => {
    const broken = damagedCopy(vault, (dataDir) => zeroPages(dataDir, 5, 9));
    await outcome(broken.unlock());
    const before = readFileSync(databaseOf(broken.dataDir));
    await look(broken);
    expect(readdirSync(broken.dataDir).filter((name) => /restoring|checking/.test(name))).toEqual([]);
    expect(readFileSync(databaseOf(broken.dataDir)).equals(before)).toBe(true);
    const { saved } = await salvage(broken);
    expect((await saved.ask('session.status', {})).state).toBe('locked');
    const kept = readdirSync(saved.dataDir).find((name) => name.startsWith('Records.vault.kept-'))!;
    const file = join(saved.dataDir, kept, 'records.db');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o400);
    saved.vault.close();
  }, 60_000);

  it('opens for a wrong passphrase, for somebody who was removed, or while somebody is signed in', async () => {
    const broken = damagedCopy(vault, (dataDir) => zeroPages(dataDir, 5));
    expect(await outcome(look(broken, null, { by: 'passphrase', signInName: 'ana', passphrase: 'wrong' }))).toBe(
      'wrong-passphrase',
    );
    const whole = vaultOn(copyOf(vault.dataDir), vault.clock);
    await whole.unlock();
    expect(await outcome(look(whole))).toBe('conflict');
    whole.vault.close();
  });

  it('brings back what was erased, from an old page or from a backup of before', async () => {
    const own = await newVault('2026-11-20T09:00');
    await addMira(own);
    const place = tempFolder();
    const [gone, stays] = [await openCase(own, 'Gone'), await openCase(own, 'Stays')] as [CaseFileId, CaseFileId];
    for (const caseFileId of [gone, stays]) await own.ask('caseNote.add', aNote(caseFileId, { body: 'A long talk.' }));
    const { name } = await backUp(own, place);
    await erase(own, [gone], 'WISH');
    await openCase(own, 'After');
    own.vault.close();
    const root = await rootOf(own.dataDir, 'revision');
    zeroPages(own.dataDir, root);
    const { saved } = await salvage(own, { folder: place, name });
    await saved.unlock();
    expect(await everyNameIn(saved)).toEqual(['After', 'Stays']);
    await saved.ask('session.checkVault', {});
    await saved.remove();
  }, 60_000);
});

describe('files of cases', () => {
  it('whole ones are taken along, a damaged one comes out of the backup, and what neither has is in the list', async () => {
    const own = await newVault('2026-11-20T09:00');
    const maya = await openCase(own);
    const add = async (content: string): Promise<string> => {
      const path = join(tempFolder(), 'letter.txt');
      writeFileSync(path, content);
      const request = { caseFileId: maya, file: ChoiceHandle.parse(own.grant(path)), title: 'Letter', sealed: false };
      return (await own.ask('attachment.add', request)).attachment.id;
    };
    const old = await add('The old letter.');
    const place = tempFolder();
    const { name } = await backUp(own, place);
    own.clock.advance(60_000);
    const fresh = await add('The new letter.');
    const whole = await add('Another letter.');
    own.vault.close();
    const blobs = await lookInside(own.dataDir, ({ db }) =>
      db.all<{ id: string; blob: string }>('SELECT attachment_id AS id, blob FROM attachment_content'),
    );
    for (const { id, blob } of blobs.filter((one) => one.id !== whole))
      writeFileSync(inVault(own.dataDir, join('files', blob)), id === old ? 'bent' : '');
    zeroPages(own.dataDir, await rootOf(own.dataDir, 'revision'));
    const { found, saved } = await salvage(own, { folder: place, name });
    expect(found.missing.file).toBe(1);
    await saved.unlock();
    const textOf = async (attachmentId: string): Promise<string> =>
      (await saved.ask('attachment.readText', { attachmentId: RecordId.parse(attachmentId) })).text;
    expect(await textOf(old)).toBe('The old letter.');
    expect(await textOf(whole)).toBe('Another letter.');
    expect(await outcome(textOf(fresh))).toBe('attachment-damaged');
    const [report] = await saved.ask('salvage.missing', {});
    const { caseNumber } = await saved.ask('caseFile.get', { caseFileId: maya });
    expect(report!.lines).toMatchObject([{ kind: 'attachment', caseNumber, loss: 'file' }]);
    await saved.remove();
  }, 60_000);
});

describe('a vault of two keys', () => {
  let own: TestVault;
  let before: AtHand;
  beforeEach(async () => {
    own = await newVault('2026-11-20T09:00');
    const { id } = await own.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
    await addMira(own);
    const gone = await openCase(own, 'Gone');
    await openCase(own, 'Heron');
    const folder = tempFolder();
    before = { folder, name: (await backUp(own, folder)).name };
    own.clock.advance(60_000);
    await own.ask('staffMember.disable', { id });
    await erase(own, [gone], 'WISH');
    await openCase(own, 'Maple');
    own.vault.close();
  });
  afterEach(() => own.vault.close());

  it('keeps both, and whoever was removed stays out', async () => {
    zeroPages(own.dataDir, await rootOf(own.dataDir, 'revision'));
    const { found, saved } = await salvage(own);
    expect(found.missing.whole).toBe(0);
    expect(await outcome(saved.unlock(JO))).toBe('wrong-passphrase');
    await saved.unlock();
    expect((await saved.ask('session.checkVault', {})).records['case-file']).toBe(2);
    expect(await everyNameIn(saved)).toEqual(['Maple', 'Heron']);
    await saved.remove();
  }, 60_000);

  it('opens also when the first key is lost: a backup of its day brings it back, and without one its entries are made anew', async () => {
    zeroPages(own.dataDir, await rootOf(own.dataDir, 'epoch_key'));
    const alone = damagedCopy(own, () => undefined);
    for (const [broken, backupOfThen] of [
      [own, before],
      [alone, null],
    ] as const) {
      const { saved } = await salvage(broken, backupOfThen);
      await saved.unlock();
      await saved.ask('session.checkVault', {});
      expect(await everyNameIn(saved)).toEqual(['Maple', 'Heron']);
      await saved.remove();
    }
  }, 60_000);
});

describe('a vault whose old lines of History were let go', () => {
  it('is saved with what is left of them, and says anew how many they are where some are lost', async () => {
    const broken = damagedCopy(vault, () => undefined);
    await lookInside(broken.dataDir, (own) =>
      own.commit(() => {
        // An act of long ago that is about no record.
        for (let at = 0; at < 3; at += 1)
          own.chain.append(own.db, { at: 1_000 + at, staffId: null, action: 'print.list', detail: '' });
        const said = forgetEntries(own.db, 10_000);
        own.chain.append(own.db, { at: vault.clock.now, staffId: null, action: 'retention.run', detail: said });
      }),
    );
    for (const what of ['bodies', 'entries'] as const) {
      const copy = damagedCopy(broken, () => undefined);
      const leaves = await leavesOf(copy.dataDir, what);
      zeroPages(copy.dataDir, leaves.at(what === 'entries' ? -1 : 0)!.page);
      const { saved } = await salvage(copy);
      const after = await morning(saved);
      expect(after.names).toHaveLength(names.length);
    }
  }, 60_000);
});

describe('a case of which no word is left', () => {
  it('keeps its number and its name, what was written about it stands, and it is in the list', async () => {
    const own = await newVault('2026-11-20T09:00');
    const heron = await openCase(own, 'Heron');
    for (let at = 0; at < 30; at += 1) {
      await own.ask('caseNote.add', aNote(heron, { body: `Call ${at}. ${'Tea by the window. '.repeat(60)}` }));
    }
    const { caseNumber } = await own.ask('caseFile.get', { caseFileId: heron });
    own.vault.close();
    const [first] = await leavesOf(own.dataDir, 'bodies');
    zeroPages(own.dataDir, first!.page);
    const { found, saved } = await salvage(own);
    expect(found.missing.whole).toBeGreaterThan(0);
    await saved.unlock();
    expect(await saved.ask('caseFile.get', { caseFileId: heron })).toMatchObject({ caseNumber, nameUsed: 'Heron' });
    const [report] = await saved.ask('salvage.missing', {});
    expect(report!.lines).toContainEqual(expect.objectContaining({ kind: 'case-file', caseNumber, loss: 'whole' }));
    const { lines } = report!;
    expect(JSON.stringify(lines)).not.toContain('Heron');
    const counted = await saved.ask('session.checkVault', {});
    const lost = lines.filter(({ kind, loss }) => kind === 'case-note' && loss === 'whole').length;
    expect(counted.records['case-note']).toBe(30 - lost);
    expect((await saved.ask('today.get', {})).missing).toBe(lines.length);
    await saved.signInAs('house-staff');
    expect(await outcome(saved.ask('salvage.missing', {}))).toBe('not-allowed');
    saved.vault.close();
    await saved.unlock();
    await saved.remove();
  }, 60_000);
});

describe('a vault that came out of a salvage', () => {
  let saved: TestVault;
  afterEach(() => saved.vault.close());

  it('notices what is changed in its history as before, on both sides of a gap', async () => {
    const pages = await pagesOfAGap();
    ({ saved } = await salvage(damagedCopy(vault, (dataDir) => zeroPages(dataDir, ...pages))));
    const { reports } = await morning(saved);
    const [gap] = reports[0]!.gaps;
    expect(gap).toBeDefined();
    for (const seq of [gap!.from - 1, gap!.to + 1, gap!.to + 2]) {
      const copy = copyOf(saved.dataDir);
      await lookInside(copy, ({ db }) => {
        db.exec('DROP TRIGGER audit_entry_is_final');
        db.run("UPDATE audit_entry SET detail = 'bent' WHERE seq = ?", [seq]);
      });
      expect(await outcome(vaultOn(copy, vault.clock).unlock()), `entry ${seq}`).toBe('vault-damaged');
    }
    // A further entry that is taken away is no part of what was said to be missing.
    const copy = copyOf(saved.dataDir);
    await lookInside(copy, ({ db }) => {
      db.exec('DROP TRIGGER audit_entry_stays');
      db.exec('PRAGMA foreign_keys = OFF');
      db.run('DELETE FROM audit_entry WHERE seq = ?', [gap!.to + 2]);
    });
    expect(await outcome(vaultOn(copy, vault.clock).unlock())).toBe('vault-damaged');
  }, 60_000);

  it('is backed up, tested and restored like any other, and salvaged again', async () => {
    const pages = await pagesOfAGap();
    ({ saved } = await salvage(damagedCopy(vault, (dataDir) => zeroPages(dataDir, ...pages))));
    await saved.unlock();
    vault.clock.advance(DAY);
    const place = tempFolder();
    const { name } = await backUp(saved, place);
    const chosenOne = { folder: saved.grant(place), name, credential: { by: 'passphrase' as const, ...DIRECTOR } };
    expect((await saved.ask('backup.drill', chosenOne)).checks).toContain('chain');
    saved.vault.close();
    zeroPages(saved.dataDir, await rootOf(saved.dataDir, 'revision'));
    const twice = await salvage(saved.restart(), { folder: place, name });
    saved = twice.saved;
    expect((await morning(saved)).reports).toHaveLength(2);
  }, 90_000);

  it('numbers its saves on, so that an older state put back by hand is still noticed', async () => {
    const broken = damagedCopy(vault, (dataDir) => zeroPages(dataDir, 5));
    ({ saved } = await salvage(broken));
    await saved.unlock();
    await openCase(saved, 'Later');
    saved.vault.close();
    const copy = copyOf(saved.dataDir);
    rmSync(inVault(copy, 'records.db'));
    writeFileSync(inVault(copy, 'records.db'), readFileSync(databaseOf(vault.dataDir)));
    removeIfThere(inVault(copy, 'records.db-wal'));
    expect(await outcome(vaultOn(copy, vault.clock).unlock())).toMatch(/^vault-/);
  }, 60_000);
});

/** Pages that hold entries in the middle of the chain, and all the bodies of those entries: with both gone, nothing tells of them. */
async function pagesOfAGap(): Promise<number[]> {
  const entries = await leavesOf(vault.dataDir, 'entries');
  const { page, from, to } = entries[Math.floor(entries.length / 2)]!;
  const bodies = (await leavesOf(vault.dataDir, 'bodies')).filter((leaf) => leaf.from <= to && leaf.to >= from);
  return [page, ...bodies.map((leaf) => leaf.page)];
}
