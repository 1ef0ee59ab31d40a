// Chromium's sandbox needs user namespaces, or else its helper program owned by root with the set-user-id bit.
// There is no third way here: the app is never started with --no-sandbox.
import { chmodSync, chownSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.mjs';
import { isRoot } from './folders.mjs';
import { say, Stop } from './say.mjs';

/** Makes sure that `user` (or the present one) can start `electron` sandboxed, or throws Stop with what to do. */
export async function ensureSandbox(electron, user) {
  if (process.platform !== 'linux') return;
  const helper = join(dirname(electron), 'chrome-sandbox');
  const owner = user && { uid: user.uid, gid: user.gid };
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true'], { owner });
  if (code === 0 || isSetUp(helper)) return;
  const line = `chown root:root ${helper} && chmod 4755 ${helper}`;
  if (!isRoot)
    throw new Stop(`User namespaces are switched off here. Please run, then start again:\n  sudo sh -c '${line}'`);
  say(`User namespaces are switched off here: ${line}`);
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
}

function isSetUp(helper) {
  const { uid, mode } = statSync(helper);
  return uid === 0 && (mode & 0o4755) === 0o4755;
}
