// Erased is gone from the files, not only from the answers: database, log and attachments are read without the product's code and
// searched byte by byte. The chain still fits, and knows a body that was erased from one that was lost.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { effLargeWordlist } from '#shared/keys/eff-large-wordlist';
import { floorCost, productTools } from '../../electron/vault/keys/kdf.ts';
import { verifyChain } from '../../electron/vault/audit/chain.ts';
import { takeOut } from '../../electron/vault/records/erased-case.ts';
import { aNote, openCase } from '../helpers/casework.ts';
import { addMira, canariesIn, caseFullOfCanaries, erase } from '../helpers/erasing.ts';
import { type FilledIds, fillVault } from '../helpers/filled-vault.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { bytesOutside, outsideReader } from '../helpers/outside-reader.ts';
import { buildParser } from '../helpers/parser-process.ts';
import { DIRECTOR, newVault, outcome, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';

const filesOf = ({ dataDir }: TestVault): string[] => {
  const folder = join(dataDir, 'Records.vault', 'files');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('a case that is erased', () => {
  let vault: TestVault;
  let hers: CaseFileId;
  beforeEach(async () => {
    vault = await newVault('2026-11-20T09:00');
    await addMira(vault);
    const other = await openCase(vault, 'Heron');
    await vault.ask('caseNote.add', aNote(other, { body: 'Heron stays here' }));
    hers = await caseFullOfCanaries(vault);
  });
  afterEach(() => vault.remove());

  it('is in no page of the database, in no frame of the log, in no file; another case is', async () => {
    // The control: before, this way of looking finds what it looks for, in the pages and in the log.
    expect(canariesIn(bytesOutside(vault.dataDir, DIRECTOR))).toEqual(
      expect.arrayContaining(['zebrafinch', 'quillwort']),
    );
    expect(filesOf(vault)).toHaveLength(1);
    await erase(vault, [hers], 'WISH');
    const after = bytesOutside(vault.dataDir, DIRECTOR);
    expect(canariesIn(after)).toEqual([]);
    expect(after.includes('Heron stays here')).toBe(true);
    expect(filesOf(vault)).toEqual([]);
    await vault.ask('session.checkVault', {});
    expect((await vault.ask('wordSearch.find', { query: 'quillwort' })).hits).toEqual([]);
  });

  it('the control: taken out of the tables alone, words are still found in the files', async () => {
    const context = { now: () => 1, newId: () => '018f0000-0000-7000-8000-00000000abcd', action: 'backup.restore' };
    vault.vault.close();
    const found = await lookInside(vault.dataDir, (inside) => {
      const staffMember = { id: null };
      inside.commit(() => takeOut({ ...context, db: inside.db, chain: inside.chain, staffMember }, hers));
      return canariesIn(bytesOutside(vault.dataDir, DIRECTOR));
    });
    expect(found).not.toEqual([]);
    // The next unlock finishes what was cut off there.
    await vault.unlock();
    expect(canariesIn(bytesOutside(vault.dataDir, DIRECTOR))).toEqual([]);
    expect(filesOf(vault)).toEqual([]);
  });

  it('is still in the chain by its hashes, and the chain still fits after the next unlock', async () => {
    const before = await vault.ask('session.checkVault', {});
    await erase(vault, [hers], 'WISH');
    const { entries, erased } = await vault.ask('session.checkVault', {});
    expect(entries).toBeGreaterThan(before.entries);
    expect(erased).toBeGreaterThan(20);
    vault.vault.close();
    await vault.unlock();
    expect((await vault.ask('session.checkVault', {})).erased).toBe(erased);
  });

  it('leaves no draft, no opening and no list from which it could be named', async () => {
    await erase(vault, [hers], 'WISH');
    vault.vault.close();
    const reader = outsideReader(vault.dataDir, DIRECTOR);
    const tables = reader.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
    const naming = tables
      .map(({ name }) => name)
      // The chain, and the place of each hash in it, keep numbers of records; they name nobody.
      .filter((name) => name !== 'audit_entry')
      .filter((name) =>
        JSON.stringify(
          reader.rows(name === 'revision' ? 'SELECT body FROM revision' : `SELECT * FROM "${name}"`),
        ).includes(hers),
      );
    reader.close();
    expect(naming).toEqual([]);
    await vault.unlock();
  });
});

describe('what the chain makes of a body that is not there', () => {
  let vault: TestVault;
  beforeEach(async () => {
    vault = await newVault('2026-11-20T09:00');
    await addMira(vault);
  });
  afterEach(() => vault.remove());

  /** The verdict on a vault whose bodies were changed by somebody who has the key and no entry to show for it. */
  const verdict = (sql: string, values: readonly string[]): Promise<string> =>
    lookInside(vault.dataDir, (inside) => {
      const undo = new Error('undo');
      let found = 'ok';
      try {
        inside.db.transaction(() => {
          for (const { name } of inside.db.all<{ name: string }>(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'revision'",
          ))
            inside.db.exec(`DROP TRIGGER ${name}`);
          inside.db.run(sql, values);
          try {
            verifyChain(inside.db, () => inside.keys.auditMac);
          } catch (error) {
            found = (error as { code: string }).code;
          }
          throw undo;
        });
      } catch (error) {
        if (error !== undo) throw error;
      }
      return found;
    });

  it('without an entry that says it was erased it is damage', async () => {
    const maya = await openCase(vault);
    const { id } = await vault.ask('caseNote.add', aNote(maya));
    vault.vault.close();
    expect(await verdict('UPDATE revision SET body = body WHERE record_id = ?', [id])).toBe('ok');
    expect(await verdict('UPDATE revision SET body = NULL WHERE record_id = ?', [id])).toBe('vault-damaged');
    await vault.unlock();
  });

  it('and half of an erased case is damage: one body that came back is noticed', async () => {
    const maya = await openCase(vault);
    await vault.ask('caseNote.add', aNote(maya));
    const body = await lookBody(maya);
    await erase(vault, [maya], 'WISH');
    vault.vault.close();
    expect(await verdict('UPDATE revision SET body = body WHERE record_id = ?', [maya])).toBe('ok');
    expect(await verdict('UPDATE revision SET body = ? WHERE record_id = ? AND revision = 1', [body, maya])).toBe(
      'vault-damaged',
    );
    await vault.unlock();
  });

  async function lookBody(id: string): Promise<string> {
    vault.vault.close();
    const body = await lookInside(
      vault.dataDir,
      (inside) => inside.db.get<{ body: string }>('SELECT body FROM revision WHERE record_id = ?', [id])!.body,
    );
    await vault.unlock();
    return body;
  }
});

describe('a case with a record of every kind', () => {
  let vault: TestVault;
  let ids: FilledIds;
  const folders: string[] = [];
  const folder = (name: string): string => {
    const path = mkdtempSync(join(tmpdir(), `records-${name}-`));
    folders.push(path);
    return path;
  };
  beforeAll(async () => {
    const [dataDir, sticks] = [folder('vault'), folder('sticks')];
    const parser = await buildParser();
    ids = await fillVault(dataDir, sticks, parser.entry);
    parser.remove();
    const tools = { ...productTools, policy: { ...productTools.policy, maxMemoryKiB: floorCost.memoryKiB } };
    vault = vaultOn(dataDir, testClock('2026-05-03T09:00'), { tools });
    await vault.unlock();
    await addMira(vault);
  }, 180_000);
  afterAll(async () => {
    await vault.remove();
    for (const path of folders) rmSync(path, { recursive: true, force: true });
  });

  interface BodyRow {
    case_file_id: string | null;
    record_kind: string;
    body: string | null;
  }
  interface HouseBody {
    readonly affected: readonly { readonly caseFileId: string }[];
    readonly lines: readonly { readonly caseFileId: string | null }[];
  }

  /** Every text that stands in a body of hers and in no other body: what nobody else said. */
  function onlyHers(): readonly string[] {
    const reader = outsideReader(vault.dataDir, DIRECTOR);
    const bodies = reader.rows<BodyRow>(
      'SELECT e.case_file_id, e.record_kind, r.body FROM revision r JOIN audit_entry e ON e.seq = r.audit_seq WHERE r.body IS NOT NULL',
    );
    reader.close();
    const isHers = ({ case_file_id, body }: BodyRow): boolean =>
      case_file_id === ids.caseFileId || (case_file_id === null && (body ?? '').includes(ids.caseFileId));
    const others = bodies
      .filter((row) => !isHers(row))
      .map(({ body }) => body ?? '')
      .join('\n');
    // Of what is the house's, hers is what it says of her alone.
    const ofHer = ({ record_kind, body }: BodyRow): unknown => {
      const whole = JSON.parse(body ?? 'null') as unknown;
      const { affected, lines } = whole as HouseBody;
      const isOfHer = ({ caseFileId }: { caseFileId: string | null }): boolean => caseFileId === ids.caseFileId;
      if (record_kind === 'breach') return affected.filter(isOfHer);
      if (record_kind === 'hand-over') return lines.filter(isOfHer);
      return record_kind === 'incident' ? [] : whole;
    };
    const texts = bodies.filter(isHers).flatMap((row) => textsIn(ofHer(row)));
    return [...new Set(texts)].filter((text) => !others.includes(text));
  }

  /** Texts long enough to be somebody's; codes, numbers, days and the words that stand for a key say nothing of a person. */
  function textsIn(value: unknown): string[] {
    if (typeof value === 'string') return isCode(value) || value.length < 6 ? [] : [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.values(value).flatMap(textsIn);
  }

  const isCode = (value: string): boolean =>
    /^[A-Z_\d-]*$|^[\da-f-]{32,}$|^\d{4}-/.test(value) || effLargeWordlist.includes(value);

  it('none of her words is anywhere, and the vault holds together', async () => {
    vault.vault.close();
    const hers = onlyHers();
    const before = bytesOutside(vault.dataDir, DIRECTOR);
    expect(hers.length).toBeGreaterThan(80);
    expect(hers.filter((text) => before.includes(JSON.stringify(text).slice(1, -1))).length).toBeGreaterThan(50);
    await vault.unlock();
    await erase(vault, [ids.caseFileId], 'WISH');
    const after = bytesOutside(vault.dataDir, DIRECTOR);
    expect(hers.filter((text) => after.includes(text) || after.includes(JSON.stringify(text).slice(1, -1)))).toEqual(
      [],
    );
    await vault.ask('session.checkVault', {});
    expect(await outcome(vault.ask('today.get', {}))).toBe('ok');
    expect(
      await outcome(vault.ask('calendar.agenda', { from: '2026-05-01', to: '2026-06-30', whose: 'all', zone: 'UTC' })),
    ).toBe('ok');
    expect(await outcome(vault.ask('caseFile.list', { show: 'all' }))).toBe('ok');
  }, 60_000);
});
