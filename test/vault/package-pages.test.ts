// The sheets (PDF) that go along in every package: of exactly the lines that were cleared, made in a press that holds nothing, and saying
// nothing of who made them. Without them no package leaves, and what she takes back while they are made stops it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ToPress } from '#shared/contract/press';
import { ChoiceHandle } from '#shared/ids';
import type { PlannedPackage } from '#shared/records/export-package';
import { withoutInfo } from '../../electron/vault/packages/pdf-info.ts';
import type { StartPress } from '../../electron/vault/packages/press-line.ts';
import { recordJson } from '../../electron/vault/packages/readable.ts';
import { aNeed } from '../helpers/casework.ts';
import { Office } from '../helpers/office.ts';
import { pdfOfPages } from '../helpers/pdfs.ts';
import { MAKER, madePdf } from '../helpers/press.ts';
import { fileToPack, opened, samplePlan, sealedBytes, sha256 } from '../helpers/sample-package.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { outcome } from '../helpers/vault.ts';

const printed = (pdf: Uint8Array) => ({ type: 'printed', pdf: new Uint8Array(pdf) });

/** What the press was given, how it answers, what happens meanwhile, and how often its line was closed. */
let given: string[] = [];
let answer: unknown = printed(madePdf());
let meanwhile: () => unknown = () => undefined;
let closed = 0;
const press: StartPress = () => {
  let hear: (message: unknown) => void = () => undefined;
  let gone: () => void = () => undefined;
  const work = async (html: string): Promise<void> => {
    given.push(html);
    await meanwhile();
    if (answer === 'dies') gone();
    else hear(answer);
  };
  return Promise.resolve({
    say: ({ html }: ToPress) => void work(html),
    listen: (onMessage: (message: unknown) => void, onClosed: () => void) => {
      hear = onMessage;
      gone = onClosed;
    },
    close: () => {
      closed += 1;
    },
  });
};

let office: Office;
let planned: PlannedPackage;
beforeEach(async () => {
  [given, answer, meanwhile, closed] = [[], printed(madePdf()), () => undefined, 0];
  office = await Office.open(undefined, undefined, { startPress: press });
  planned = await office.planned(['NAME', 'HEALTH']);
});
afterEach(() => office.vault.remove());

const filesOf = <T>(fileName: string, use: Parameters<typeof opened<T>>[2]) =>
  opened(readFileSync(join(office.place, fileName)), { identity: office.identity }, use);
const bodyOf = (html: string): string => /<body>[\s\S]*<\/body>/.exec(html)![0];
const titleOf = (html: string): string => /<title>(.*)<\/title>/.exec(html)![1]!;

describe('the sheets of a package', () => {
  it('lie beside the page, signed for in the manifest, and nothing in them says who made them or when', async () => {
    const { fileName } = await office.create(planned);
    await filesOf(fileName, async (found) => {
      expect(found.manifest.files.map(({ name }) => name).slice(0, 4)).toEqual([
        'READ-ME.txt',
        'record.html',
        'record.pdf',
        'record.json',
      ]);
      const pdf = Buffer.from(await found.read('record.pdf'));
      const listed = found.manifest.files.find(({ name }) => name === 'record.pdf');
      expect(listed).toEqual({ name: 'record.pdf', type: 'application/pdf', size: pdf.length, sha256: sha256(pdf) });
      expect(pdf.toString('latin1')).toMatch(/^%PDF-1\.\d[\s\S]*%%EOF\n$/);
      expect(pdf.toString('latin1')).not.toMatch(/Mozilla|Skia|Use until|D:2026/);
      const note = Buffer.from(await found.read('READ-ME.txt')).toString('utf8');
      expect(note).toContain('record.pdf is the record in pages, to read and to print.');
    });
  });

  it('carry the same lines as the page, and below each until when they may be used', async () => {
    const { fileName } = await office.create(planned);
    await filesOf(fileName, async (found) => {
      const page = Buffer.from(await found.read('record.html')).toString('utf8');
      expect(bodyOf(given[0]!)).toBe(bodyOf(page));
      expect(bodyOf(page)).toContain('My tooth, upper left');
      // Main prints what the page is called below each sheet; a browser prints the margins that the page itself asks for.
      expect(titleOf(given[0]!)).toBe('Use until 31 May 2026. Not to be passed on.');
      expect(titleOf(page)).toBe('Record');
      expect([given[0]!.includes('@bottom-left'), page.includes('@bottom-left')]).toEqual([false, true]);
    });
  });

  it('are made once, in a press of their own that is closed', async () => {
    await office.create(planned);
    expect([given.length, closed]).toEqual([1, 1]);
  });
});

describe('no package leaves without its sheets', () => {
  const bare = madePdf('<<>>', '');
  it.each([
    ['dies', 'dies'],
    ['says that it could not', { type: 'not-printed' }],
    ['says something of its own', { type: 'open', path: '/etc/passwd' }],
    ['gives words for a PDF', { type: 'printed', pdf: '%PDF-1.4' }],
    ['gives something else than a PDF', printed(Buffer.from('<!doctype html>'))],
    ['gives a PDF whose maker cannot be found', printed(bare)],
    ['gives a PDF with a stream about its maker', printed(madePdf(MAKER, '/Info 6 0 R/Metadata 5 0 R'))],
  ])('when the press %s', async (_what, said) => {
    answer = said;
    expect(await outcome(office.create(planned))).toBe('pages-not-made');
    expect(closed).toBe(1);
    expect(readdirSync(office.place)).toEqual([]);
    expect(await office.log(planned)).toEqual([]);
    answer = printed(madePdf());
    expect(await outcome(office.create(planned))).toBe('ok');
  });

  it('when she stops it', async () => {
    const stopping = new AbortController();
    meanwhile = () => new Promise(() => stopping.abort());
    const { contentSha256: hash } = await office.preview(planned);
    const request = {
      ...{ ...planned, contentSha256: hash!, sealedTo: await office.everyKey(planned.partnerAgencyId) },
      folder: office.vault.grant(office.place),
    };
    const attempt = office.vault.ask('exportPackage.create', request, { signal: stopping.signal });
    expect(await outcome(attempt)).toBe('cancelled');
    expect([closed, readdirSync(office.place)]).toEqual([1, []]);
  });

  it('when the permission was taken back while they were made', async () => {
    meanwhile = () => office.vault.ask('release.revoke', { releaseId: planned.releaseId, how: 'ORAL' });
    expect(await outcome(office.create(planned))).toBe('release-blocked');
    expect(readdirSync(office.place)).toEqual([]);
  });

  it('when something was written down while they were made', async () => {
    const need = { ...aNeed(planned.caseFileId), domain: 'HEALTH' as const, code: 'DENTAL_PAIN' as const };
    meanwhile = () => office.vault.ask('need.add', { ...need, title: 'My other tooth' });
    expect(await outcome(office.create(planned))).toBe('conflict');
    expect(readdirSync(office.place)).toEqual([]);
  });
});

describe('a package of another house', () => {
  const receive = async (recipient: string, names: readonly string[]) => {
    const { content } = await office.preview(planned);
    const files = [
      fileToPack('record.json', recordJson(content!), 'application/json'),
      fileToPack('record.pdf', pdfOfPages(['Record']), 'application/pdf'),
    ].filter(({ name }) => names.includes(name));
    const plan = samplePlan(files, { recipients: [recipient] });
    const path = join(tempFolder(), 'r-package.age');
    writeFileSync(path, await sealedBytes({ ...plan, purpose: content!.purpose, usableUntil: content!.usableUntil }));
    const file = ChoiceHandle.parse(office.vault.grant(path));
    return office.vault.ask('receivedPackage.open', { file, openWith: { by: 'our-key' } });
  };

  it('is read with its sheets and without, as those of before have none', async () => {
    const { recipient } = await office.vault.ask('receivingKey.make', {});
    const before = await receive(recipient, ['record.json']);
    const now = await receive(recipient, ['record.json', 'record.pdf']);
    expect(before.sections).toEqual(now.sections);
    expect(before.files.map(({ name }) => name)).toEqual(['record.json']);
    expect(now.files.map(({ name, mayCome }) => [name, mayCome])).toEqual([
      ['record.json', false],
      ['record.pdf', false],
    ]);
  });
});

describe('what a PDF says of its maker', () => {
  it('is emptied in its place, so that every other byte is where it was', () => {
    const pdf = madePdf();
    const clean = Buffer.from(withoutInfo(pdf)!);
    expect(clean).toHaveLength(pdf.length);
    const at = pdf.indexOf('<</Title');
    const end = pdf.indexOf('>>', at);
    expect(clean.subarray(0, at + 2).equals(pdf.subarray(0, at + 2))).toBe(true);
    expect(clean.subarray(end).equals(pdf.subarray(end))).toBe(true);
    expect(
      clean
        .subarray(at + 2, end)
        .toString('latin1')
        .trim(),
    ).toBe('');
  });

  it('is left alone in what was handed in, and refused where it is not known how it was built', () => {
    const pdf = madePdf();
    const before = sha256(pdf);
    withoutInfo(pdf);
    expect(sha256(pdf)).toBe(before);
    for (const unknown of [pdfOfPages(['Record']), madePdf(MAKER, '/Info 9 0 R'), Buffer.from('%PDF-1.4')])
      expect(withoutInfo(unknown)).toBeNull();
  });
});
