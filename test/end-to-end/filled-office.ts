// The office at work that several test files begin with. It is filled once in each process and copied, so that each file has
// one of its own without waiting for it.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FILLED_UNTIL, type FilledIds, fillVault } from '../helpers/filled-vault.ts';
import { DIRECTOR } from '../helpers/vault.ts';
import { type Office, openOffice } from './demo/office.ts';
import type { Home } from './driver/home.ts';
import { openPath } from './driver/place.ts';
import { appFolder } from './driver/runtime.ts';

interface Filled {
  readonly data: string;
  readonly sticks: string;
  readonly ids: FilledIds;
}
let filled: Promise<Filled> | undefined;

async function fill(): Promise<Filled> {
  const folder = mkdtempSync(join(tmpdir(), 'filled-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [data, sticks] = [join(folder, 'data'), join(folder, 'sticks')];
  for (const each of [data, sticks]) mkdirSync(each, { mode: 0o700 });
  return { data, sticks, ids: await fillVault(data, sticks, join(appFolder(), 'out/parser/process.js')) };
}

/**
 * Opens the filled office, locked, at the end of its story; the caller stops its app and removes its home.
 * `furnish` adds to its folders before the app starts.
 */
export async function openFilledOffice(
  furnish: (home: Home, ids: FilledIds) => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly office: Office; readonly ids: FilledIds }> {
  const { data, sticks, ids } = await (filled ??= fill());
  const office = await openOffice(FILLED_UNTIL, undefined, async (home) => {
    cpSync(data, home.dataDir, { recursive: true });
    cpSync(sticks, home.folder('sticks'), { recursive: true });
    await furnish(home, ids);
  });
  office.passphrase = DIRECTOR.passphrase;
  return { office, ids };
}

/** Opens the records and goes to the files of the case that has some. */
export async function openItsFiles(office: Office, { caseFileId }: FilledIds): Promise<void> {
  await office.unlock();
  await openPath(office.page(), `/cases/${caseFileId}/files`);
}
