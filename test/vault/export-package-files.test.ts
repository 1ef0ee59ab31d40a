// Files of a case in a package: only those that were chosen, under a category she ticked, under names that say nothing; what
// cannot go along stops the package and is never left out in silence.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { PlannedPackage } from '#shared/records/export-package';
import type { ReleaseCategory } from '#shared/records/release-categories';
import { aPdf } from '../helpers/documents.ts';
import { Office } from '../helpers/office.ts';
import { opened, sha256 } from '../helpers/sample-package.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { outcome } from '../helpers/vault.ts';

const LETTER = 'The dental nurse writes: upper left, on the twelfth.';
let office: Office;
let planned: PlannedPackage;
beforeEach(async () => {
  office = await Office.open();
  planned = await office.planned(['NAME', 'HEALTH']);
});
afterEach(() => office.vault.remove());

async function add(content: string | Buffer, title: string, sealed = false, caseFileId = planned.caseFileId) {
  const path = join(tempFolder(), 'chosen.bin');
  writeFileSync(path, content);
  const request = { caseFileId, file: office.vault.grant(path) as never, title, sealed };
  return (await office.vault.ask('attachment.add', request)).attachment;
}
const withFiles = (...files: readonly (readonly [id: RecordId, category: ReleaseCategory])[]): PlannedPackage => ({
  ...planned,
  files: files.map(([attachmentId, category]) => ({ attachmentId, category })),
});

it('the chosen ones go along whole, named in the record, in the log and nowhere else', async () => {
  const pdf = aPdf();
  const letter = await add(LETTER, 'Letter about Finch');
  const scan = await add(pdf, 'Scan of the referral');
  await add('Stays here.', 'Diary');
  const plan = withFiles([letter.id, 'HEALTH'], [scan.id, 'NAME']);
  const { content } = await office.preview(plan);
  expect(content?.files).toEqual([
    {
      name: 'file-1.txt',
      title: 'Letter about Finch',
      category: 'HEALTH',
      bytes: LETTER.length,
      sha256: sha256(LETTER),
    },
    { name: 'file-2.pdf', title: 'Scan of the referral', category: 'NAME', bytes: pdf.length, sha256: sha256(pdf) },
  ]);
  const { fileName } = await office.create(plan);
  await opened(readFileSync(join(office.place, fileName)), { identity: office.identity }, async (found) => {
    expect(found.manifest.files.map(({ name }) => name)).toEqual([
      ...['READ-ME.txt', 'record.html', 'record.pdf', 'record.json', 'reply.json', 'history.txt'],
      ...['file-1.txt', 'file-2.pdf'],
    ]);
    expect(Buffer.from(await found.read('file-1.txt')).toString('utf8')).toBe(LETTER);
    expect(sha256(await found.read('file-2.pdf'))).toBe(sha256(pdf));
    expect(Buffer.from(await found.read('record.html')).toString('utf8')).toContain('Scan of the referral');
    expect(JSON.stringify(found.manifest)).not.toMatch(/Finch|referral|Diary/);
  });
  const [line] = await office.log(plan);
  expect(line?.files).toEqual([
    { attachmentId: letter.id, sha256: sha256(LETTER) },
    { attachmentId: scan.id, sha256: sha256(pdf) },
  ]);
});

it('a file under a category that she did not tick stops at the gate', async () => {
  const letter = await add(LETTER, 'Letter');
  const preview = await office.preview(withFiles([letter.id, 'IMMIGRATION']));
  expect(preview.checks.find(({ check }) => check === 'covers')).toMatchObject({
    reason: 'not-covered',
    notCovered: ['IMMIGRATION'],
  });
  expect(preview.content).toBeNull();
});

it('a sealed one, one that was taken away, one of another case and a damaged one stop the package', async () => {
  const sealed = await add(LETTER, 'Sealed letter', true);
  const gone = await add(LETTER, 'Gone');
  await office.vault.ask('attachment.remove', {
    attachmentId: gone.id,
    basedOn: gone.revision,
    reason: 'She asked for it back',
  });
  const { id: heron } = await office.vault.ask('caseFile.open', { nameUsed: 'Heron' });
  const others = await add(LETTER, 'Of Heron', false, heron);
  expect(await outcome(office.preview(withFiles([sealed.id, 'HEALTH'])))).toBe('rule-broken');
  expect(await outcome(office.preview(withFiles([gone.id, 'HEALTH'])))).toBe('rule-broken');
  expect(await outcome(office.preview(withFiles([others.id, 'HEALTH'])))).toBe('not-found');
});

it('bytes that are no longer what was kept are never sealed: no package, no line', async () => {
  const letter = await add(LETTER, 'Letter');
  const plan = withFiles([letter.id, 'HEALTH']);
  const { contentSha256 } = await office.preview(plan);
  const files = join(office.vault.dataDir, 'Records.vault', 'files');
  for (const name of readdirSync(files)) {
    const bytes = readFileSync(join(files, name));
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(join(files, name), bytes);
  }
  expect(await outcome(office.seal(plan, contentSha256!))).toBe('attachment-damaged');
  expect(await office.log(plan)).toEqual([]);
  expect(readdirSync(office.place)).toEqual([]);
});

it('another file than was read through is another package', async () => {
  const letter = await add(LETTER, 'Letter');
  const { contentSha256 } = await office.preview(planned);
  expect(await outcome(office.seal(withFiles([letter.id, 'HEALTH']), contentSha256!))).toBe('conflict');
});
