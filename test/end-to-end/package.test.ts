// The package that leaves the real app: its sheets are made by Chromium in a page that nobody sees, of all that was cleared and in every
// script, and say nothing of who made them. When they cannot be made, nothing is written.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RecordId } from '#shared/ids';
import { agencyDetails, aNeed, aRelease, onPaper } from '../helpers/casework.ts';
import { opened } from '../helpers/sample-package.ts';
import { ANA, makeHouse, type SmallHouse } from '../helpers/small-house.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { comeIn, find, type Office, openOffice } from './demo/office.ts';
import { askTheGate, handOver } from './demo/sharing.ts';
import { eventually } from './driver/app.ts';
import { readSheets } from './driver/sheets.ts';
import { filesWith } from './driver/traces.ts';
import { WALLS } from './driver/walls.ts';

const PURPOSE = 'Booking a first visit';
const ARABIC = 'سترة دافئة';
const CYRILLIC = 'Тёплые ботинки';
let office: Office;
let identity: string;
beforeAll(async () => {
  identity = await generateX25519Identity();
  office = await openOffice('2026-05-04T09:00', undefined, (home) =>
    makeHouse(home.dataDir, '2026-05-02T18:00', (house) => somebodyWithManyNeeds(house)),
  );
  page().setDefaultTimeout(15_000);
  await comeIn(office, ANA);
}, 120_000);
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});
const page = () => office.page();
const pagesOpen = (): Promise<number> => office.app.inMain(({ webContents }) => webContents.getAllWebContents().length);

/** More than fits on one sheet, and a permission for it. */
async function somebodyWithManyNeeds(house: SmallHouse): Promise<void> {
  const { vault } = house;
  const caseFileId = await house.open('Maya', ANA);
  for (const title of [ARABIC, CYRILLIC, 'A </dd><b>winter</b> coat & “good” shoes'])
    await vault.ask('need.add', { ...aNeed(caseFileId), title });
  for (let count = 1; count <= 60; count += 1)
    await vault.ask('need.add', { ...aNeed(caseFileId), title: `Thing number ${count}, ${'warm and dry '.repeat(8)}` });
  const details = agencyDetails('Clinic A');
  const { id: agencyId, revision } = await vault.ask('partnerAgency.save', { basedOn: 0, details });
  const recipient = await identityToRecipient(identity);
  const key = { recipient, name: 'Rosa', wordsCompared: true };
  await vault.ask('partnerAgency.pinRecipient', { id: agencyId, basedOn: revision, ...key });
  const terms = { startsOn: '2026-05-01', expiresOn: '2026-05-31', categories: ['NAME' as const, 'NEEDS' as const] };
  const release = aRelease(caseFileId, { purpose: PURPOSE, partnerAgencyId: RecordId.parse(agencyId), ...terms });
  const drafted = await vault.ask('release.draft', { basedOn: 0, release });
  const signature = onPaper('2026-05-01');
  await vault.ask('release.sign', { releaseId: drafted.id, basedOn: drafted.revision, signature });
}

/** Notes the next page that opens in main; with `kill`, ends its process as soon as it stands there. */
const watchPress = (kill: boolean): Promise<void> =>
  office.app.inMain(({ app, session }, isKilled) => {
    app.once('web-contents-created', (_event, contents) => {
      contents.once('did-finish-load', () => {
        const inside = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        (globalThis as Record<string, unknown>)['seenPress'] = {
          url: contents.getURL(),
          preferences: JSON.parse(JSON.stringify(inside.getLastWebPreferences())) as unknown,
          ownSession: contents.session !== session.fromPartition('records'),
          stored: contents.session.storagePath,
        };
        if (isKilled) contents.forcefullyCrashRenderer();
      });
    });
  }, kill);

async function share(folder: string): Promise<void> {
  await find(page(), 'may');
  expect(await askTheGate(page(), PURPOSE, ['Name used', 'Needs'])).toBe('may leave');
  await handOver(office, folder);
}

it('holds sheets of every line, numbered, with the last day on each, for any reader of PDFs', async () => {
  const folder = office.home.folder('package');
  await watchPress(false);
  await share(folder);
  expect(await office.app.inMain(() => (globalThis as Record<string, unknown>)['seenPress'])).toMatchObject({
    url: 'app://press/index.html',
    preferences: WALLS,
    ownSession: true,
    stored: null,
  });
  const [name] = readdirSync(folder);
  const files = await opened(readFileSync(join(folder, name!)), { identity }, async (found) => ({
    pdf: await found.read('record.pdf'),
    html: Buffer.from(await found.read('record.html')).toString('utf8'),
    names: found.manifest.files.map((file) => file.name),
  }));
  expect(files.names.slice(0, 3)).toEqual(['READ-ME.txt', 'record.html', 'record.pdf']);
  const { texts, info, fonts } = readSheets(files.pdf, tempFolder());
  expect(texts.length).toBeGreaterThan(2);
  texts.forEach((sheet, index) => {
    expect(sheet).toContain(`Page ${index + 1} of ${texts.length}`);
    expect(sheet).toContain('Use until 31 May 2026. Not to be passed on.');
  });
  const all = texts.join('\n');
  for (const line of ['Record', 'Clinic A', PURPOSE, '“Maya”', CYRILLIC, 'A </dd><b>winter</b> coat & “good” shoes'])
    expect(all).toContain(line);
  for (const word of ARABIC.split(' ')) expect(all).toContain(word);
  for (let count = 1; count <= 60; count += 1) expect(all).toContain(`Thing number ${count},`);
  for (const told of ['Title', 'Author', 'Creator', 'Producer', 'CreationDate', 'ModDate'])
    expect(info.get(told) ?? '', told).toBe('');
  expect(info.get('Pages')).toBe(String(texts.length));
  expect(info.get('Page size')).toMatch(/A4/);
  expect(info.get('Tagged')).toBe('yes');
  expect([info.get('JavaScript'), info.get('Form'), info.get('Encrypted')]).toEqual(['no', 'none', 'no']);
  expect(fonts.length).toBeGreaterThan(1);
  expect(fonts.filter(([, isEmbedded]) => !isEmbedded)).toEqual([]);
});

it('leaves no PDF and no page of it behind, on the disk or open', async () => {
  await eventually('the press is gone', async () => ((await pagesOpen()) === 1 ? true : undefined));
  const { hits, files } = filesWith(office.home.root, ['%PDF-1.', CYRILLIC]);
  expect(files.length).toBeGreaterThan(5);
  expect(hits).toEqual([]);
});

it('is not written when its sheets cannot be made: a sentence, and the records stay open', async () => {
  const folder = office.home.folder('never');
  await watchPress(true);
  await find(page(), 'may');
  await askTheGate(page(), PURPOSE, ['Name used', 'Needs']);
  await page().getByRole('button', { name: 'Read it through' }).click();
  await page().getByRole('button', { name: 'It is right, go on' }).click();
  await office.app.answerNextDialog(folder);
  await page().getByRole('button', { name: 'Choose the stick or a folder' }).click();
  const write = page().getByRole('button', { name: 'Seal it and write it' });
  await write.click();
  await page().getByText('The pages that go along (the PDF) could not be made.').waitFor();
  await page().getByText('Nothing was written, and nothing has left this computer.').waitFor();
  expect(readdirSync(folder)).toEqual([]);
  expect(await page().getByRole('navigation', { name: 'Main' }).isVisible()).toBe(true);
  await write.click();
  await page().getByText('Written, read back and compared.').first().waitFor({ timeout: 60_000 });
  expect(readdirSync(folder)).toHaveLength(1);
});
