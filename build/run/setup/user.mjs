// The ordinary user behind a root start. Chromium refuses to run sandboxed as root, and we never run it unsandboxed.
import { run } from './command.mjs';
import { isRoot } from './folders.mjs';
import { say, Stop } from './say.mjs';

const made = 'safehold';
// Not under /home: a checkout is often called /home/safehold.
const madeHome = '/var/lib/safehold';

/** Who runs the app and the tests when root starts them: `{ name, uid, gid, home }`; undefined for an ordinary user. */
export async function ensureOrdinaryUser() {
  if (!isRoot) return undefined;
  const sudoer = process.env.SUDO_USER && (await find(process.env.SUDO_USER));
  if (sudoer && sudoer.uid !== 0) return sudoer;
  return (await find(made)) ?? (await create());
}

async function find(name) {
  const { code, output } = await run('getent', ['passwd', name]);
  const [found, , uid, gid, , home] = output.trim().split(':');
  return code === 0 && found === name ? { name, uid: Number(uid), gid: Number(gid), home } : undefined;
}

async function create() {
  say(`Adding the user ${made}: started by root, the app and its tests run as an ordinary user.`);
  const options = ['--create-home', '--home-dir', madeHome, '--shell', '/usr/sbin/nologin', '--user-group'];
  const { output } = await run('useradd', [...options, made]);
  const user = await find(made);
  if (!user || user.uid === 0) throw new Stop(`Could not add the user ${made}: ${output}`);
  return user;
}
