// Who can do what to the history: each row of the table in SECURITY.md, also those in which nothing helps, so that what is claimed stays
// honest. Ben is a director with a passphrase of his own, so he has the vault key; besides he has a database tool.
import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { type CaseFileId, RecordId } from '#shared/ids';
import { readSlotCopies } from '../../electron/vault/access/slot-file.ts';
import { anchorWords, entryOfWords, matchesAnchor } from '../../electron/vault/audit/anchors.ts';
import type { EntryRow } from '../../electron/vault/audit/chain.ts';
import { sayAnew } from '../../electron/vault/audit/forget-entries.ts';
import { openDatabase } from '../../electron/vault/database/open.ts';
import { openSlots } from '../../electron/vault/keys/unlock.ts';
import { vaultFolder } from '../../electron/vault/vault-folder.ts';
import { backUp, chosen, copyOf } from '../helpers/backups.ts';
import { aNote, openCase } from '../helpers/casework.ts';
import { salvage } from '../helpers/damage.ts';
import { type Tool, withKeyAndTool } from '../helpers/key-and-tool.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { Office } from '../helpers/office.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { quickKeyTools } from '../helpers/quick-keys.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { databaseOf } from '../helpers/tampered-vault.ts';
import { DIRECTOR, newVault, ruleOf, type TestVault, vaultOn } from '../helpers/vault.ts';

const BEN = { signInName: 'ben', passphrase: passphraseOf('ben') };
const BENS_OWN = passphraseOf('ben himself');

let house: TestVault;
let maya: CaseFileId;
/** The folder of the stick with Ana's backup. */
const stick = mkdtempSync(join(tmpdir(), 'safehold-stick-'));
/** The whole folder of before that. */
const yesterday = mkdtempSync(join(tmpdir(), 'safehold-yesterday-'));
/** Slots of the day on which Ana gave Ben his first passphrase. */
let firstSlots: ReturnType<typeof readSlotCopies>;
let bensId = '';
let rows: EntryRow[] = [];
/** The newest entry that the backup knows. */
let anchored = 0;
let slip: readonly string[] = [];

const print = (vault: TestVault) =>
  vault.ask('printLog.add', {
    caseFileId: maya,
    sheet: 'NEEDS_LIST',
    lines: 4,
    withName: false,
    shredOn: '2026-04-02',
  });

async function goesOn(vault: TestVault, who: { signInName: string; passphrase: string }): Promise<TestVault> {
  vault.clock.advance(3_600_000);
  const next = vault.restart();
  await next.unlock(who);
  await next.ask('caseNote.add', aNote(maya));
  await print(next);
  return next;
}

beforeAll(async () => {
  house = await newVault('2026-03-03T10:00');
  maya = await openCase(house);
  const ben = await house.ask('staffMember.add', { name: 'Ben', role: 'director', ...BEN });
  bensId = ben.id;
  await house.ask('caseAssignment.assign', { caseFileId: maya, staffMemberId: ben.id });
  firstSlots = readSlotCopies(vaultFolder(house.dataDir));
  await print(house);
  house = await goesOn(house, BEN);
  await house.ask('session.changePassphrase', { current: BEN.passphrase, next: BENS_OWN });
  house.vault.close();
  cpSync(house.dataDir, yesterday, { recursive: true });
  await house.unlock();
  house = await goesOn(house, DIRECTOR);
  await backUp(house, stick);
  house = await goesOn(house, { ...BEN, passphrase: BENS_OWN });
  house.vault.close();
  await lookInside(house.dataDir, ({ db }) => {
    rows = db.all<EntryRow>('SELECT * FROM audit_entry ORDER BY seq');
    anchored = rows.findLast(({ action, staff_id: by }) => action === 'backup.create' && by !== bensId)?.seq ?? 0;
    slip = anchorWords(db, anchored) ?? [];
  });
}, 120_000);
afterAll(async () => {
  await house.unlock();
  await house.remove();
  for (const folder of [stick, yesterday]) rmSync(folder, { recursive: true, force: true });
});

const byBen = (row: EntryRow): boolean => row.staff_id === bensId;
const seqOf = (action: string, isBens: boolean): number =>
  rows.find((row) => row.action === action && byBen(row) === isBens && row.seq > 1)?.seq ?? 0;

/** What Ben did to a copy of the house, and what Ana is told when she comes in. */
async function attacked(work: (tool: Tool) => void): Promise<TestVault> {
  const dataDir = copyOf(house.dataDir);
  await withKeyAndTool(dataDir, { ...BEN, passphrase: BENS_OWN }, work);
  return vaultOn(dataDir, house.clock);
}

async function toldTo(vault: TestVault): Promise<string> {
  try {
    await vault.unlock();
    return 'opens';
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    return [error.code, error.facts['reason']].filter((word) => word !== undefined).join(' ');
  }
}

/** Ana puts her stick in and makes a new backup. */
async function stickSays(vault: TestVault): Promise<{ made: boolean; looked: (string | undefined)[] }> {
  const found = await vault.ask('backup.inspect', { folder: vault.grant(stick) });
  const { otherHistory, newerBackup } = await backUp(vault, copyOf(stick));
  const looked = found.map((one) => (one.state === 'complete' ? one.history : undefined));
  return { made: otherHistory !== null || newerBackup !== null, looked };
}

async function noticed(work: (tool: Tool) => void): Promise<string> {
  const vault = await attacked(work);
  try {
    const told = await toldTo(vault);
    tellFound('G27', { attacks: 1, 'went through': told === 'opens' ? 1 : 0 });
    return told;
  } finally {
    vault.vault.close();
  }
}

describe('the control', () => {
  it('untouched, the records open, every signature holds, and the stick fits', async () => {
    const vault = await attacked(() => undefined);
    expect(await toldTo(vault)).toBe('opens');
    const { signatures } = await vault.ask('session.checkVault', {});
    expect(signatures).toBeGreaterThan(12);
    expect(await stickSays(vault)).toEqual({ made: false, looked: ['same'] });
    tellControl('G27', { opened: 1 });
    vault.vault.close();
  });

  it('made anew without any change, the chain is the same chain', async () => {
    const vault = await attacked((tool) => tool.rechain(1, true));
    expect(await toldTo(vault)).toBe('opens');
    tellControl('G27', { opened: 1 });
    vault.vault.close();
  });
});

describe('an outsider with the files and no key', () => {
  it('reads and writes nothing; an older state of everything is told by the stick', async () => {
    expect(() => openDatabase(databaseOf(house.dataDir), randomBytes(32))).toThrow('vault-damaged');
    const dataDir = copyOf(house.dataDir);
    const bytes = readFileSync(databaseOf(dataDir));
    expect(bytes.includes('printLog.add')).toBe(false);
    // Put back with everything beside it, nothing on the computer knows better.
    const older = vaultOn(copyOf(yesterday), house.clock);
    expect(await toldTo(older)).toBe('opens');
    const { made, looked } = await stickSays(older);
    tellFound('G27', { attacks: 1, 'went through': made ? 0 : 1 });
    expect([made, looked]).toEqual([true, ['newer']]);
    older.vault.close();
  });
});

describe('somebody who works here, through the program', () => {
  it('changes no entry, no signature and no key: there is no operation for it, and the tables refuse it', async () => {
    const refused = await lookInside(copyOf(house.dataDir), ({ db }) =>
      [
        "UPDATE audit_entry SET detail = 'x' WHERE seq = 3",
        'DELETE FROM audit_entry WHERE seq = 3',
        'UPDATE audit_signature SET signature = zeroblob(64)',
        'DELETE FROM audit_signature',
        'UPDATE staff_key SET pub_ed = zeroblob(32)',
        'DELETE FROM staff_key',
      ].map((sql) => {
        try {
          db.run(sql, []);
          return 'went through';
        } catch (error) {
          return String(error).includes('immutable') ? 'refused' : String(error);
        }
      }),
    );
    expect(new Set(refused)).toEqual(new Set(['refused']));
  });
});

describe('somebody who works here, with the vault key and a database tool', () => {
  it('who edits an entry and leaves its MAC breaks the chain', async () => {
    expect(await noticed((tool) => tool.edit(seqOf('printLog.add', false), { detail: 'x' }))).toBe(
      'vault-damaged chain',
    );
  });

  it('who makes the MACs anew breaks the signatures of others, whichever entry it was', async () => {
    // Everything before the last entry that Ana signed: hers and his, signed and not.
    const before = rows.filter(({ seq }) => seq < anchored).map(({ seq }) => seq);
    const many = proofSize({ test: 6, full: before.length });
    const picked = before.filter(
      (_, at) => Math.floor((at * many) / before.length) !== Math.floor(((at - 1) * many) / before.length),
    );
    for (const seq of picked.length === 0 ? before : picked) {
      const told = await noticed((tool) => {
        tool.edit(seq, { at: 1 + (rows[seq - 1]?.at ?? 0) });
        tool.rechain(seq, true);
      });
      expect(told).toMatch(/^history-changed (signature-wrong|key)$/);
    }
  }, 300_000);

  it('who takes a signature away, puts her own under it or moves one is told apart', async () => {
    const seq = seqOf('printLog.add', false);
    const row = rows[seq - 1]!;
    expect(await noticed(({ db }) => db.run('DELETE FROM audit_signature WHERE seq = ?', [seq]))).toBe(
      'history-changed signature-missing',
    );
    expect(await noticed((tool) => tool.sign(row))).toBe('history-changed signature-of-another');
    const other = seqOf('staffMember.add', false);
    const moved = await noticed(({ db }) =>
      db.run(
        'UPDATE audit_signature SET signature = (SELECT signature FROM audit_signature WHERE seq = ?) WHERE seq = ?',
        [other, seq],
      ),
    );
    expect(moved).toBe('history-changed signature-wrong');
  });

  it('who writes an act of a colleague is told apart, with or without a signature of his own', async () => {
    const anas = rows[0]!.staff_id;
    expect(await noticed((tool) => void tool.add({ action: 'printLog.add', staff_id: anas }))).toBe(
      'history-changed signature-missing',
    );
    expect(await noticed((tool) => tool.sign(tool.add({ action: 'printLog.add', staff_id: anas })))).toBe(
      'history-changed signature-of-another',
    );
    expect(await noticed((tool) => void tool.add({ action: 'printLog.add', staff_id: null }))).toBe(
      'history-changed signature-missing',
    );
  });

  it('who puts a key of his own in under a colleague’s name is told apart', async () => {
    const anas = rows[0]!.record_id;
    const putIn = (by: string | null) => (tool: Tool) => {
      // Another pair than the one that is known of him.
      const hex = Buffer.alloc(32, 7).toString('hex');
      const row = tool.add({ action: 'signing.key', staff_id: by, record_id: anas, detail: `key:user:${hex}` });
      tool.db.run('INSERT INTO staff_key VALUES (?, ?, ?)', [row.seq, anas, Buffer.from(hex, 'hex')]);
      if (by !== null) tool.sign(row);
    };
    expect(await noticed(putIn(bensId))).toBe('history-changed key');
    expect(await noticed(putIn(null))).toBe('history-changed signature-missing');
    const changed = await noticed(({ db, publicKey }) =>
      db.run('UPDATE staff_key SET pub_ed = ? WHERE staff_id = ?', [
        Buffer.from(publicKey).map((byte) => byte ^ 1),
        anas,
      ]),
    );
    expect(changed).toBe('history-changed key');
  });

  it('who takes an entry out of the middle breaks the signatures behind it', async () => {
    const seq = seqOf('session.unlock', true);
    const told = await noticed((tool) => {
      tool.db.run('DELETE FROM audit_signature WHERE seq = ?', [seq]);
      tool.edit(seq, { action: 'caseFile.list', detail: 'denied' });
      tool.rechain(seq, true);
    });
    expect(told).toBe('history-changed signature-wrong');
  });

  it('NOT noticed by itself: who takes out everything that ever was signed. Every anchor outside says it', async () => {
    const vault = await attacked((tool) => {
      tool.db.exec(
        "DELETE FROM audit_signature; DELETE FROM staff_key; UPDATE audit_entry SET action = 'x' WHERE action LIKE 'signing.%'",
      );
      tool.rechain(1);
    });
    expect(await toldTo(vault)).toBe('opens');
    expect(await stickSays(vault)).toEqual({ made: true, looked: ['other'] });
    await vault.ask('session.checkVault', {});
    tellControl('G27', { 'limits met': 1 });
    vault.vault.close();
    await lookInside(vault.dataDir, ({ db }) => {
      expect(matchesAnchor(db, anchored, slip)).toBe('differs');
      expect(entryOfWords(db, slip)).toBeNull();
    });
    await lookInside(
      house.dataDir,
      ({ db }) => {
        expect(
          matchesAnchor(
            db,
            anchored,
            slip.map((word) => ` ${word.toUpperCase()}`),
          ),
        ).toBe('fits');
        expect(matchesAnchor(db, 1_000_000, slip)).toBe('missing');
        expect(entryOfWords(db, slip)).toBe(anchored);
      },
      { ...BEN, passphrase: BENS_OWN },
    );
  });
});

describe('the way out when it was noticed', () => {
  it('is a salvage, which keeps the records and says for good which acts nobody stands behind', async () => {
    const seq = seqOf('printLog.add', false);
    const forged = await attacked((tool) => tool.sign(rows[seq - 1]!));
    expect(await toldTo(forged)).toBe('history-changed signature-of-another');
    const { saved } = await salvage(forged);
    expect(await toldTo(saved)).toBe('opens');
    await saved.ask('session.checkVault', {});
    saved.vault.close();
    const said = await lookInside(saved.dataDir, ({ db }) =>
      db.get<{ body: string }>("SELECT body FROM revision WHERE record_id = 'salvage'"),
    );
    expect((JSON.parse(said!.body) as { signaturesLost: number[] }).signaturesLost).toEqual([seq]);
  });
});

describe('an admin who cuts off the end', () => {
  it('before the last anchor: the stick says it', async () => {
    const vault = await attacked((tool) => tool.cutBehind(seqOf('session.changePassphrase', true)));
    // Nothing that is left contradicts itself: cut off is what nobody has signed after.
    expect(await toldTo(vault)).toBe('opens');
    const { made, looked } = await stickSays(vault);
    tellFound('G27', { attacks: 1, 'went through': made ? 0 : 1 });
    expect([made, looked]).toEqual([true, ['other']]);
    vault.vault.close();
  });

  it('NOT noticed: after the last anchor, with nothing outside that is newer', async () => {
    const vault = await attacked((tool) => tool.cutBehind(anchored));
    expect(await toldTo(vault)).toBe('opens');
    expect(await stickSays(vault)).toEqual({ made: false, looked: ['same'] });
    tellControl('G27', { 'limits met': 1 });
    vault.vault.close();
  });
});

describe('an admin who writes an act of the past in his own name', () => {
  it('before a colleague’s signature or an anchor: noticed', async () => {
    const told = await noticed((tool) => {
      const after = seqOf('session.changePassphrase', true);
      tool.putIn(after, { action: 'caseFile.list', detail: 'denied', at: rows[after - 1]!.at });
    });
    expect(told).toMatch(/^history-changed /);
  });

  it('NOT noticed: after the last of them', async () => {
    const long = rows[1]!.at;
    const vault = await attacked((tool) => tool.sign(tool.add({ action: 'printLog.add', at: long })));
    expect(await toldTo(vault)).toBe('opens');
    expect(await stickSays(vault)).toEqual({ made: false, looked: ['same'] });
    tellControl('G27', { 'limits met': 1 });
    vault.vault.close();
  });
});

describe('an admin who uses a rule of the house as a cover', () => {
  it('who empties a line as the six years do is named by the line that must say so; what stood there is gone', async () => {
    const seq = seqOf('printLog.add', false);
    const emptied = (isSaid: boolean) => (tool: Tool) => {
      const { db } = tool;
      db.run('DELETE FROM audit_signature WHERE seq = ?', [seq]);
      db.run('DELETE FROM print WHERE revision_seq = ?', [seq]);
      db.run('DELETE FROM revision WHERE audit_seq = ?', [seq]);
      const nothing = { staff_id: null, record_kind: null, record_id: null, revision: null, case_file_id: null };
      tool.edit(seq, { at: 0, action: '', detail: '', body_hash: null, ...nothing });
      const detail = sayAnew(db) ?? '';
      const said = tool.add({ action: 'retention.run', detail });
      if (isSaid) tool.sign(said);
      expect(tool.rows().at(-1)?.detail).toMatch(/^forgotten:1:/);
    };
    expect(await noticed(emptied(false))).toBe('history-changed signature-missing');
    const vault = await attacked(emptied(true));
    expect(await toldTo(vault)).toBe('opens');
    tellControl('G27', { 'limits met': 1 });
    vault.vault.close();
  });

  it('who writes in nobody’s name that an older state was brought back is told as that, for everybody to read', async () => {
    const vault = await attacked((tool) => {
      tool.db.exec(
        "DELETE FROM audit_signature; DELETE FROM staff_key; UPDATE audit_entry SET action = 'x' WHERE action LIKE 'signing.%'",
      );
      tool.rechain(1);
      tool.add({ action: 'backup.restore', staff_id: null, detail: 'from:1' });
    });
    expect(await toldTo(vault)).toBe('opens');
    expect(await stickSays(vault)).toEqual({ made: false, looked: ['left-behind'] });
    tellControl('G27', { 'limits met': 1 });
    vault.vault.close();
  });
});

describe('what nothing in the vault can help against', () => {
  it('NOT noticed: a patched program signs what it likes while she is signed in, and says that all is well', async () => {
    const vault = await attacked(() => undefined);
    vault.vault.close();
    // Ana’s passphrase was typed into it: from then on it is her pen.
    await withKeyAndTool(vault.dataDir, DIRECTOR, (tool) => tool.sign(tool.add({ action: 'printLog.add' })));
    const again = vaultOn(vault.dataDir, house.clock);
    expect(await toldTo(again)).toBe('opens');
    tellControl('G27', { 'limits met': 1 });
    again.vault.close();
  });

  it('NOT noticed: whoever set a colleague’s first passphrase and kept the key file of that day has her pen', async () => {
    const { opened } = await openSlots(firstSlots, { kind: 'passphrase', ...BEN }, quickKeyTools());
    const today = await openSlots(
      readSlotCopies(vaultFolder(house.dataDir)),
      { kind: 'passphrase', ...BEN, passphrase: BENS_OWN },
      quickKeyTools(),
    );
    expect(opened.keySlot.publicEd).toEqual(today.opened.keySlot.publicEd);
    tellControl('G27', { 'limits met': 1 });
  });
});

describe('a director who gives a colleague a new passphrase, with the tool or without', () => {
  it('NOT noticed: has her pen from then on; that it was given is a line with that director’s signature', async () => {
    const anas = rows[0]!.record_id;
    const given = (by: string) => (tool: Tool) => {
      const hex = Buffer.alloc(32, 7).toString('hex');
      tool.sign(tool.add({ action: 'staffMember.givePassphrase', staff_id: by, record_id: anas, detail: 'begun' }));
      const row = tool.add({ action: 'signing.key', staff_id: by, record_id: anas, detail: `key:user:${hex}` });
      tool.db.run('INSERT INTO staff_key VALUES (?, ?, ?)', [row.seq, anas, Buffer.from(hex, 'hex')]);
      tool.sign(row);
    };
    expect(await toldTo(await attacked(given(bensId)))).toBe('opens');
    tellControl('G27', { 'limits met': 1 });
  });
});

describe('a stranger with a list of the history and no key at all', () => {
  // As electron/vault/audit/README.md says it, with nothing of the program.
  interface Exported {
    readonly fields: readonly (string | number | null)[];
    readonly mac: string;
    readonly signature: string | null;
    readonly keySeq: number | null;
  }
  const exported = (dataDir: string): Promise<{ readonly vaultId: string; readonly entries: Exported[] }> =>
    lookInside(
      dataDir,
      ({ db, vaultId }) => ({
        vaultId: Buffer.from(vaultId).toString('hex'),
        entries: db
          .all<EntryRow & { signature: Uint8Array | null; key_seq: number | null }>(
            `SELECT e.seq, e.at, e.epoch, e.staff_id, e.action, e.record_kind, e.record_id, e.revision, e.case_file_id, e.body_hash,
               e.detail, e.mac, s.signature AS signature, s.key_seq AS key_seq
             FROM audit_entry e LEFT JOIN audit_signature s ON s.seq = e.seq ORDER BY e.seq`,
          )
          .map(({ mac, signature, key_seq: keySeq, ...row }) => ({
            fields: Object.values(row).map((value) =>
              value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
            ),
            mac: Buffer.from(mac).toString('hex'),
            signature: signature === null ? null : Buffer.from(signature).toString('hex'),
            keySeq,
          })),
      }),
      { ...BEN, passphrase: BENS_OWN },
    );

  function signedBy(list: Awaited<ReturnType<typeof exported>>, entry: Exported): boolean {
    const made = list.entries.find(({ fields }) => fields[0] === entry.keySeq);
    const hex = String(made?.fields[10]).split(':')[2] ?? '';
    const isHers = made?.fields[6] === entry.fields[3];
    const message = Buffer.concat([
      Buffer.from('cv/audit-sign/1'),
      Buffer.from(list.vaultId, 'hex'),
      Buffer.from(entry.mac, 'hex'),
      Buffer.from(JSON.stringify(entry.fields)),
    ]);
    const der = Buffer.from(`302a300506032b6570032100${hex}`, 'hex');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return isHers && verify(null, message, key, Buffer.from(entry.signature ?? '', 'hex'));
  }

  it('tells who did each act of weight, and that a changed line is not what was signed', async () => {
    const list = await exported(copyOf(house.dataDir));
    const signed = list.entries.filter(({ signature }) => signature !== null);
    expect(signed.length).toBeGreaterThan(12);
    expect(signed.map((entry) => signedBy(list, entry))).toEqual(signed.map(() => true));
    const changed = signed.map((entry) => ({ ...entry, fields: entry.fields.with(10, 'x') }));
    expect(changed.filter((entry) => signedBy(list, entry))).toEqual([]);
  });
});

describe('a backup that is met', () => {
  it('of a state that was left behind by a restore is no other history: the chain itself says so', async () => {
    const dataDir = copyOf(house.dataDir);
    const here = vaultOn(dataDir, house.clock);
    await here.unlock();
    const folder = tempFolder();
    const { name } = await backUp(here, folder);
    const { name: first } = (await here.ask('backup.inspect', { folder: here.grant(stick) }))[0]!;
    house.clock.advance(60_000);
    await here.ask('backup.restore', {
      ...chosen(here, stick, first),
      replaceOther: false,
      lists: [],
      withoutList: true,
    });
    const back = here.restart();
    await back.unlock();
    const found = await back.ask('backup.inspect', { folder: back.grant(folder) });
    expect(found).toMatchObject([{ name, history: 'left-behind' }]);
    expect(await stickSays(back)).toMatchObject({ looked: ['same'] });
    back.vault.close();
  });
});

describe('a package that comes back', () => {
  it('of this house is refused as its own; when the history was made anew since, with a sentence of its own', async () => {
    const office = await Office.open();
    const { recipient } = await office.vault.ask('receivingKey.make', {});
    const planned = await office.planned(['NEEDS']);
    const agency = await office.vault.ask('partnerAgency.get', { id: RecordId.parse(planned.partnerAgencyId) });
    // Sealed to this house as well, so that it opens here.
    await office.vault.ask('partnerAgency.pinRecipient', {
      ...{
        id: agency.id,
        basedOn: agency.revision,
        recipient,
        name: 'Here',
        wordsCompared: true,
        typedName: 'Clinic A',
      },
    });
    const { fileName } = await office.create(planned);
    const metAgain = (): Promise<string> =>
      ruleOf(
        office.vault.ask('receivedPackage.open', {
          file: office.vault.grant(join(office.place, fileName)),
          openWith: { by: 'our-key' },
        }),
      );
    expect(await metAgain()).toBe('package-own');
    office.vault.vault.close();
    await withKeyAndTool(office.vault.dataDir, DIRECTOR, (tool) => {
      const first = tool.rows().find(({ action }) => action === 'caseFile.open')?.seq ?? 0;
      tool.edit(first, { detail: 'x' });
      tool.rechain(first, true);
    });
    await office.vault.unlock();
    expect(await metAgain()).toBe('history-other');
    await office.vault.remove();
  });
});
