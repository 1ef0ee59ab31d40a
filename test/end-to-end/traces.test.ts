// What a night's work leaves on the disk outside the encryption, and on the wire: nothing. The app runs
// under strace all the while. security.md G12, runtime.md §6, §7.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOffice, firstBackup, keepTheWayBack, makeVault } from './demo/first-run.ts';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { find, type Office, openOffice, tab } from './demo/office.ts';
import { addAgency, askTheGate, handOver, prepareAndSign } from './demo/sharing.ts';
import type { Home } from './driver/home.ts';
import { listen } from './driver/listener.ts';
import { hasUserNamespaces, NO_NAMESPACES } from './driver/namespaces.ts';
import { filesWith } from './driver/traces.ts';
import { leavingCalls, networkCalls, takenAddresses, watchingTheWire } from './driver/wire.ts';

const ALIAS = 'Zephyrquill';
const NOTE = 'quokkalantern marmalade observatory';
const CONTROL = 'a control that must be found';
const wireOf = ({ root }: Home): string => join(root, 'run', 'wire');
let office: Office;
beforeAll(async () => {
  office = await openOffice('2026-03-02T20:30', (home) => (hasUserNamespaces ? watchingTheWire(wireOf(home)) : []));
});
afterAll(async () => {
  await office.app.stop();
  office.home.remove();
});

it('leaves no word of a record and no passphrase in any file', async () => {
  const page = () => office.page();
  await describeOffice(office);
  await makeVault(office);
  await keepTheWayBack(office);
  await firstBackup(office, office.home.folder('backup'));
  await page().keyboard.press('Control+n');
  await page().getByLabel('What would this person like to be called here?').waitFor();
  await page().keyboard.type(ALIAS);
  await page().keyboard.press('Enter');
  await tab(page(), 'Notes and timeline');
  await page().getByLabel('own words').fill(NOTE);
  await page().getByRole('button', { name: 'Keep the note' }).click();
  await page()
    .getByRole('heading', { name: /^Note, / })
    .waitFor();
  await page().locator('#note-body').fill(`${NOTE}, and a draft`);
  await page().locator('.save-saved').waitFor();
  await backUp(office);
  await sendAPackage(office);
  // The page, the vault and main are gone and have written what they ever will.
  await office.lock();

  const secrets = [ALIAS, NOTE, office.passphrase, office.recoveryCode];
  expect(secrets.every((secret) => secret.length > 8)).toBe(true);
  const { hits, files } = filesWith(office.home.root, secrets);
  const within = (folder: string) => files.filter((file) => file.startsWith(`${folder}/`)).length;
  const looked = { packages: within('package'), backups: within('backup') };
  tellFound('G12', { 'files read': files.length, ...looked, 'files with a word': hits.length });
  expect(hits).toEqual([]);
  expect(within('data')).toBeGreaterThan(1);
  expect(looked.backups).toBeGreaterThan(1);
  expect(looked.packages).toBe(1);
}, 180_000);

it('called no internet address all that time, neither before nor after the lock', ({ skip }) => {
  skip(!hasUserNamespaces, NO_NAMESPACES);
  const wire = wireOf(office.home);
  const [calls, binds] = [leavingCalls(wire), ownBinds(wire)];
  tellFound('G11', { 'internet calls': calls.length, 'internet binds': binds.length });
  expect(calls).toEqual([]);
  expect(binds).toEqual([]);
  // It was watched all along: the new process after the lock is in the account, and so is its way to the screen.
  expect(networkCalls(wire).some((line) => line.startsWith(`${office.app.pid} `))).toBe(true);
  expect(networkCalls(wire).filter((line) => /connect\(.*AF_UNIX/.test(line)).length).toBeGreaterThan(1);
});

it('would have counted one call to this very computer', async () => {
  const listener = await listen();
  const folder = mkdtempSync(join(tmpdir(), 'wire-'));
  const [strace, ...args] = watchingTheWire(join(folder, 'wire'));
  const call = `require('net').connect(${listener.port}, '127.0.0.1').on('connect', () => process.exit(0))`;
  await promisify(execFile)(strace!, [...args, process.execPath, '-e', call]);
  const calls = leavingCalls(join(folder, 'wire'));
  await listener.close();
  rmSync(folder, { recursive: true });
  expect(calls).toEqual([expect.stringContaining(`htons(${listener.port})`)]);
  tellControl('G11', { counted: calls.length });
});

it('would have found them in any of the ways in which they could lie there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'control-'));
  const ways = {
    utf8: Buffer.from(`before ${CONTROL} after`),
    utf16: Buffer.from(`.${CONTROL}`, 'utf16le'),
    base64a: Buffer.from(Buffer.from(CONTROL).toString('base64')),
    base64b: Buffer.from(Buffer.from(`x${CONTROL}y`).toString('base64')),
    base64c: Buffer.from(Buffer.from(`xx${CONTROL}yy`).toString('base64')),
    gzip: Buffer.concat([Buffer.from('before'), gzipSync(`before ${CONTROL} after`), Buffer.from('after')]),
    without: Buffer.from('a control that must be'),
  };
  for (const [name, content] of Object.entries(ways)) writeFileSync(join(folder, name), content);
  const { hits } = filesWith(folder, [CONTROL]);
  rmSync(folder, { recursive: true });
  expect(hits.sort()).toEqual(['base64a', 'base64b', 'base64c', 'gzip', 'utf16', 'utf8']);
  tellControl('G12', { found: hits.length });
});

/** The two that the driver of these tests asks for (main's inspector and the pages' debugger) are not the app's. */
const ownBinds = (wire: string): string[] => takenAddresses(wire).filter((line) => !line.includes('127.0.0.1'));

async function sendAPackage(office: Office): Promise<void> {
  const page = office.page();
  const purpose = 'A first visit';
  await addAgency(page, 'Clinic A', await identityToRecipient(await generateX25519Identity()));
  await find(page, ALIAS.slice(0, 4));
  await prepareAndSign(page, 'Clinic A', purpose, ['Name used']);
  expect(await askTheGate(page, purpose, ['Name used'])).toBe('may leave');
  await handOver(office, office.home.folder('package'));
}

async function backUp({ app, home, page }: Office): Promise<void> {
  await page().getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Safekeeping' }).click();
  await page().getByRole('link', { name: 'Backups' }).first().click();
  await app.answerNextDialog(join(home.root, 'backup'));
  await page().getByRole('button', { name: 'Choose the stick or folder' }).click();
  await page().getByRole('button', { name: 'Start', exact: true }).click();
  await page().getByText('Your backup opens. Everything in it can be read.').first().waitFor({ timeout: 60_000 });
}
