// Files of a case, through the router with a real encrypted vault: taken in by content, kept under a key of their own, shown with a
// reason when they are sealed, and gone for good when they are taken away.
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId, RecordId } from '#shared/ids';
import type { StoredAttachment } from '#shared/records/attachment';
import { namedContents } from '../../electron/vault/records/attachment.ts';
import { openCase } from '../helpers/casework.ts';
import { aDocx, aLockedDocx, aMacroFile, anOdt, anXlsx, aPdf, aPptx, NOT_KEPT } from '../helpers/documents.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { aPng, phoneJpeg, phoneWebp } from '../helpers/pictures.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

const LETTER = 'Dear Maya,\nthe hearing is on the twelfth of March. Ünïcode stays.';
let vault: TestVault;
let maya: CaseFileId;
let folder: string;

beforeAll(async () => {
  vault = await newVault();
  maya = await openCase(vault);
});
afterAll(() => vault.remove());

const blobsOf = (one: TestVault): string => join(one.dataDir, 'Records.vault', 'files');
const blobNames = (one: TestVault = vault): string[] =>
  existsSync(blobsOf(one)) ? readdirSync(blobsOf(one)).sort() : [];

async function add(content: string | Buffer, change: { name?: string; title?: string; sealed?: boolean } = {}) {
  folder = tempFolder();
  const path = join(folder, change.name ?? 'file.bin');
  writeFileSync(path, content);
  const request = { caseFileId: maya, file: vault.grant(path), title: 'Court letter', sealed: false, ...change };
  const { name: _name, ...rest } = { name: '', ...request };
  return (await vault.ask('attachment.add', rest)).attachment;
}
const list = async (): Promise<readonly StoredAttachment[]> =>
  (await vault.ask('attachment.list', { caseFileId: maya })).attachments;
const remove = ({ id, revision }: StoredAttachment) =>
  vault.ask('attachment.remove', { attachmentId: id, basedOn: revision, reason: 'She asked for it back' });
const rule = async (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'ok',
    (error: unknown) => (error instanceof VaultError ? (error.facts['rule'] ?? error.code) : error),
  );

describe('a file of a case', () => {
  it.each([
    ['a JPEG', phoneJpeg(), 'jpeg'],
    ['a PNG', aPng(), 'png'],
    ['a WebP', phoneWebp(), 'webp'],
    ['a PDF', aPdf(), 'pdf'],
    ['a text', LETTER, 'text'],
    ['a Word file', aDocx, 'docx'],
    ['a spreadsheet', anXlsx, 'xlsx'],
    ['slides', aPptx, 'pptx'],
    ['an OpenDocument text', anOdt, 'odt'],
  ] as const)('%s is known by its content, whatever it is called', async (_what, content, format) => {
    const kept = await add(content, { name: 'holiday.exe' });
    expect(kept).toMatchObject({ format, title: 'Court letter', there: true, removed: null, addedBy: { name: 'Ana' } });
    expect((await list())[0]).toEqual(kept);
    await remove(kept);
  });

  it.each(Object.entries(NOT_KEPT))(
    '%s is refused, named like a picture or not, and leaves nothing',
    async (_what, content) => {
      const before = [blobNames(), await list()];
      expect(await outcome(add(content, { name: 'photo.jpg' }))).toBe('file-kind-refused');
      expect([blobNames(), await list()]).toEqual(before);
    },
  );

  it.each([
    ['nothing', Buffer.alloc(0), 'file-empty'],
    ['a JPEG that was cut off', phoneJpeg().subarray(0, 700), 'file-damaged'],
    ['a PNG that was cut off', aPng().subarray(0, 60), 'file-damaged'],
    ['a WebP that was cut off', phoneWebp().subarray(0, 200), 'file-damaged'],
    ['a PDF that was cut off', aPdf().subarray(0, 300), 'file-damaged'],
    ['a Word file that was cut off', aDocx.subarray(0, 100), 'file-damaged'],
    ['a PNG of a hundred million points', aPng({ header: { width: 10_000, height: 10_000 } }), 'file-too-big'],
    ['a Word file with a macro', aMacroFile, 'file-with-program'],
    ['a Word file under a password', aLockedDocx, 'file-encrypted'],
    ['a WebP that moves', phoneWebp({ moves: true }), 'file-kind-refused'],
  ] as const)('%s is refused with its own sentence', async (_what, content, code) => {
    expect(await outcome(add(content))).toBe(code);
    expect(blobNames()).toEqual([]);
  });

  it('a pipe, a link and a file that is gone are not read', async () => {
    const gone = vault.grant(join(tempFolder(), 'gone.txt'));
    expect(
      await outcome(vault.ask('attachment.add', { caseFileId: maya, file: gone, title: 'x', sealed: false })),
    ).toBe('file-gone');
  });

  it('lies under a neutral name, and neither name nor content stands anywhere in the folder of the vault', async () => {
    const kept = await add(LETTER, { name: 'maya-passport.txt', title: 'Letter of the court in Lisbon' });
    expect(blobNames()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    const files = readdirSync(join(vault.dataDir, 'Records.vault'), { recursive: true, withFileTypes: true });
    const bytes = files.filter((one) => one.isFile()).map((one) => readFileSync(join(one.parentPath, one.name)));
    for (const words of ['hearing', 'maya-passport', 'Lisbon']) {
      expect(bytes.some((each) => each.includes(words) || each.includes(Buffer.from(words, 'utf16le')))).toBe(false);
    }
    expect(await vault.ask('attachment.readText', { attachmentId: kept.id })).toEqual({
      title: 'Letter of the court in Lisbon',
      text: LETTER,
      whole: true,
    });
    await remove(kept);
  });

  it('shows the beginning of a long text, and says that it is only that', async () => {
    const kept = await add('ä'.repeat(200_001));
    const shown = await vault.ask('attachment.readText', { attachmentId: kept.id });
    expect(shown.whole).toBe(false);
    expect(shown.text).toBe('ä'.repeat(131_072));
    await remove(kept);
  });

  it('gets another title; two screens do not overwrite each other', async () => {
    const kept = await add(LETTER);
    const named = await vault.ask('attachment.rename', { attachmentId: kept.id, basedOn: 1, title: 'Summons' });
    expect(named).toMatchObject({ title: 'Summons', revision: 2, bytes: kept.bytes });
    const late = vault.ask('attachment.rename', { attachmentId: kept.id, basedOn: 1, title: 'Other' });
    expect(await outcome(late)).toBe('conflict');
    await remove(named);
  });
});

describe('taking a file away', () => {
  it('destroys key, title and bytes, and keeps who did it, when, and why', async () => {
    const kept = await add(LETTER, { title: 'Letter of the court' });
    const [blob = ''] = blobNames();
    const aside = join(folder, blob);
    copyFileSync(join(blobsOf(vault), blob), aside); // somebody kept a copy of the encrypted file
    const gone = await remove(kept);
    expect(gone).toMatchObject({
      title: null,
      there: false,
      removed: { reason: 'She asked for it back' },
      revision: 2,
    });
    expect(blobNames()).toEqual([]);
    expect(await rule(vault.ask('attachment.readText', { attachmentId: kept.id }))).toBe('attachment-removed');
    expect(await rule(remove(gone))).toBe('attachment-removed');
    vault.vault.close();
    const left = await lookInside(vault.dataDir, (inside) => ({
      contents: namedContents(inside).length,
      titles: inside.db.all("SELECT 1 FROM revision WHERE body LIKE '%Letter of the court\"%'").length,
    }));
    expect(left).toEqual({ contents: 0, titles: 0 });
    await vault.unlock();
    copyFileSync(aside, join(blobsOf(vault), blob)); // and puts it back
    expect(await rule(vault.ask('attachment.readText', { attachmentId: kept.id }))).toBe('attachment-removed');
  });

  it('what a killed run left in the folder goes at the next unlock, and nothing that is not ours', async () => {
    const kept = await add(LETTER);
    const ours = ['a'.repeat(32), `${'b'.repeat(32)}.part`];
    for (const name of [...ours, 'notes.txt']) writeFileSync(join(blobsOf(vault), name), 'left');
    vault = vault.restart();
    await vault.unlock();
    expect(blobNames()).toHaveLength(2);
    expect(blobNames()).toContain('notes.txt');
    expect((await vault.ask('attachment.readText', { attachmentId: kept.id })).text).toBe(LETTER);
    await remove(kept);
  });
});

describe('domain §0: a sealed file (T4)', () => {
  let sealed: StoredAttachment;
  const open = (attachmentId: RecordId) =>
    vault.ask('attachment.openSealedText', { attachmentId, reason: 'The lawyer asked for the date' });

  it('shows no title in the list, and opens only with a reason, which stays', async () => {
    sealed = await add(LETTER, { title: 'Where she lives now', sealed: true });
    expect(sealed.title).toBe(null);
    expect(await rule(vault.ask('attachment.readText', { attachmentId: sealed.id }))).toBe('attachment-sealed');
    expect(await outcome(vault.ask('attachment.openSealedText', { attachmentId: sealed.id, reason: '' }))).toBe(
      'invalid-request',
    );
    await vault.ask('caseAssignment.setOpensSealed', await herList(true));
    expect(await open(sealed.id)).toMatchObject({ title: 'Where she lives now', text: LETTER });
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(entries[0]).toMatchObject({ event: 'sealed-file-opened', words: '' });
    expect(JSON.stringify(entries)).not.toContain('Where she lives');
  });

  it('does not open to a colleague who is not on the list, not even with break-glass', async () => {
    await vault.ask('caseAssignment.setOpensSealed', await herList(false));
    expect(await outcome(open(sealed.id))).toBe('not-assigned');
    const rename = { attachmentId: sealed.id, basedOn: 1, title: 'Other' };
    expect(await rule(vault.ask('attachment.rename', rename))).toBe('attachment-sealed');
  });

  it('its title is in no search', async () => {
    const found = await vault.ask('caseFile.search', { query: 'lives now' });
    expect(JSON.stringify(found)).not.toContain('lives');
  });
});

/** Whether the director is on the list of the case. */
async function herList(opensSealed: boolean) {
  const { now } = await vault.ask('caseAssignment.team', { caseFileId: maya });
  return { caseFileId: maya, staffMemberId: now[0]!.person.id, opensSealed };
}
