// The person chooses a file or folder in the system's own dialog. The path goes to the vault, an opaque handle to the page.
import { randomUUID } from 'node:crypto';
import { basename, extname, isAbsolute } from 'node:path';
import { windowText } from '#shared/text/en/window';
import type { Choice, ChoicePurpose, DropPurpose } from '#shared/contract/bridge';
import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';
import type { VaultProcess } from './vault-process.ts';

const WORKBOOKS = ['xlsx', 'xlsm', 'csv'];
const ATTACHMENTS = ['jpg', 'jpeg', 'png', 'webp', 'pdf', 'txt', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'];

const FOLDER: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] };
const file = (name: string, extensions: string[]): OpenDialogOptions => ({
  properties: ['openFile', 'dontAddToRecent'],
  filters: [{ name, extensions }],
});

const DIALOGS: Readonly<Record<ChoicePurpose, OpenDialogOptions>> = {
  'import-workbook': file(windowText.workbooks, WORKBOOKS),
  'package-folder': FOLDER,
  'backup-folder': FOLDER,
  'restore-folder': FOLDER,
  'reader-folder': FOLDER,
  'table-folder': FOLDER,
  'history-folder': FOLDER,
  'key-folder': FOLDER,
  'key-file-folder': FOLDER,
  'key-file': file(windowText.ownKeyFiles, ['key']),
  'received-package': file(windowText.packageFiles, ['age']),
  'reply-file': file(windowText.replyFiles, ['age']),
  'recipient-file': file(windowText.keyFiles, ['txt', 'pub', 'age']),
  // The vault looks at the content, never at the name, so a file with a wrong name can be chosen as well.
  attachment: {
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: windowText.attachments, extensions: ATTACHMENTS },
      { name: windowText.allFiles, extensions: ['*'] },
    ],
  },
};

async function grant(vault: VaultProcess, path: string, purpose: ChoicePurpose): Promise<Choice> {
  const handle = randomUUID();
  await vault.grant({ handle, path, purpose });
  return { handle, name: basename(path) };
}

/** Opens the dialog; null when the person closes it. */
export async function choose(
  window: BrowserWindow,
  vault: VaultProcess,
  purpose: ChoicePurpose,
): Promise<Choice | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: windowText.choose[purpose],
    buttonLabel: windowText.chooseButton,
    ...DIALOGS[purpose],
  });
  const [path] = filePaths;
  return path === undefined ? null : grant(vault, path, purpose);
}

const DROPPED: Readonly<Record<DropPurpose, readonly string[]>> = {
  'import-workbook': WORKBOOKS,
  attachment: ATTACHMENTS,
};

/** A file dropped on the window must be named like its purpose: a page that lies about the path gains no other kind of file. */
export async function acceptDropped(
  vault: VaultProcess,
  { path, purpose }: { readonly path: string; readonly purpose: DropPurpose },
): Promise<Choice | null> {
  const isNamedSo = isAbsolute(path) && DROPPED[purpose].includes(extname(path).slice(1).toLowerCase());
  return isNamedSo ? grant(vault, path, purpose) : null;
}
