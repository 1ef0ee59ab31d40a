// A screen of our own, for machines that have none and for tests, which must not depend on anybody's desktop.
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './command.mjs';
import { Stop } from './say.mjs';

/** True when the environment names a screen that is there. */
export function hasDisplay(env = process.env) {
  if (env.WAYLAND_DISPLAY) return true;
  const local = /^:(\d+)/.exec(env.DISPLAY ?? '');
  return local ? existsSync(`/tmp/.X11-unix/X${local[1]}`) : Boolean(env.DISPLAY);
}

/**
 * Starts Xvfb as `machine.owner` on a number it picks itself, open only to who holds its key.
 * Resolves to `{ env: { DISPLAY, XAUTHORITY }, stop() }`.
 */
export async function startDisplay({ owner, env }) {
  const folder = mkdtempSync(join(tmpdir(), 'safehold-display-'));
  const XAUTHORITY = join(folder, 'authority');
  writeFileSync(XAUTHORITY, authority(randomBytes(16)), { mode: 0o600 });
  if (owner) for (const path of [folder, XAUTHORITY]) chownSync(path, owner.uid, owner.gid);
  // Without `-noreset` Xvfb starts over when its last client leaves, and drops whoever comes in that moment (measured: 40 of
  // 143 clients beside two that came and went): the app after a lock would now and then find no screen.
  const screen = ['-screen', '0', '1366x768x24', '-noreset'];
  const access = ['-nolisten', 'tcp', '-auth', XAUTHORITY, '-displayfd', '3'];
  const server = start('Xvfb', [...screen, ...access], { env, owner, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const stop = async () => {
    server.end();
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const number = await Promise.race([firstLine(server.child.stdio[3]), server.ended.then(() => undefined)]);
  if (number === undefined) throw new Stop(`Xvfb did not start: ${await rest(server.child.stderr)}`);
  server.child.stderr.resume();
  return { env: { DISPLAY: `:${number}`, XAUTHORITY }, stop };
}

/** One entry of an X authority file (Xau library): any host, any display, MIT-MAGIC-COOKIE-1, 16 random bytes. */
function authority(cookie) {
  const counted = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  const name = Buffer.from('MIT-MAGIC-COOKIE-1');
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    counted(Buffer.alloc(0)),
    counted(Buffer.alloc(0)),
    counted(name),
    counted(cookie),
  ]);
}

function firstLine(stream) {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
}

async function rest(stream) {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text.trim();
}

/**
 * The person's own screen, for an app that runs as `machine.owner` while root started it: the key file is copied, for
 * that user alone. Resolves to `{ env, stop() }`; for an ordinary user nothing is needed.
 */
export function lendDisplay({ owner }) {
  const key = process.env.XAUTHORITY ?? join(homedir(), '.Xauthority');
  if (!owner || !existsSync(key)) return { env: {}, stop: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'safehold-display-'));
  const XAUTHORITY = join(folder, 'authority');
  copyFileSync(key, XAUTHORITY);
  chmodSync(XAUTHORITY, 0o600);
  for (const path of [folder, XAUTHORITY]) chownSync(path, owner.uid, owner.gid);
  return { env: { XAUTHORITY }, stop: () => rmSync(folder, { recursive: true, force: true }) };
}
