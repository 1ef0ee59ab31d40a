// A copy of the checkout that the ordinary user owns. Root's checkout may be unreadable (/root) or unwritable for that
// user, who has to build, cache and report into it; links and bind mounts keep exactly those rights, a copy does not.
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run, start } from './command.mjs';
import { machineCache, projectFolder } from './folders.mjs';
import { packagesStamp } from './packages.mjs';
import { say, Stop } from './say.mjs';

const notSource = ['node_modules', 'out', 'release', '.git'];

/** Copies the checkout for `user` (sources each time, packages when they changed); resolves to the copy's folder. */
export async function stageFor(user) {
  const hash = createHash('sha256').update(projectFolder).digest('hex').slice(0, 10);
  const room = join(machineCache, 'staging', `${basename(projectFolder)}-${hash}-${user.name}`);
  const project = join(room, 'project');
  ownedFolder(project, user);
  await clear(project, user);
  await copy(projectFolder, project, user, notSource);
  await stagePackages(project, user);
  await stageNeighbour(room, user);
  return project;
}

function ownedFolder(folder, user) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  chownSync(folder, user.uid, user.gid);
}

/** Removes, as the user, what an earlier copy left; keeps the installed packages and the build. */
async function clear(project, user) {
  const kept = ['node_modules', 'out'].flatMap((name) => ['!', '-name', name]);
  await asUser(
    user,
    'find',
    ['.', '-mindepth', '1', '-maxdepth', '1', ...kept, '-exec', 'rm', '-rf', '{}', '+'],
    project,
  );
}

async function stagePackages(project, user) {
  const stamp = createHash('sha256').update(packagesStamp()).update(officialVersion()).digest('hex');
  const stampFile = join(project, 'node_modules/.staged');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say(`Copying the packages for the user ${user.name} …`);
  await asUser(user, 'rm', ['-rf', 'node_modules'], project);
  await asUser(user, 'mkdir', ['node_modules'], project);
  await copy(join(projectFolder, 'node_modules'), join(project, 'node_modules'), user, ['.vite', '.vitest', '.cache']);
  await asUser(user, 'sh', ['-c', `printf %s ${stamp} > node_modules/.staged`], project);
}

function officialVersion() {
  const file = join(projectFolder, 'node_modules/electron/dist/version');
  return existsSync(file) ? readFileSync(file) : '';
}

/** Tests read the standard's own workbooks from a folder beside the checkout, where there is one. */
async function stageNeighbour(room, user) {
  const data = join(dirname(projectFolder), 'shared/data');
  if (!existsSync(data)) return;
  const copyOfData = join(room, 'shared/data');
  rmSync(copyOfData, { recursive: true, force: true });
  ownedFolder(copyOfData, user);
  await copy(realpathSync(data), copyOfData, user, []);
}

/** Root reads, the user writes: whatever the rights of the source, the copy is the user's own. */
async function copy(from, to, user, leftOut) {
  const excluded = leftOut.map((name) => `--exclude=./${name}`);
  const reader = start('tar', ['-C', from, ...excluded, '--mode=u+rwX', '-cf', '-', '.'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const writer = start('tar', ['-C', to, '--no-same-owner', '-xf', '-'], {
    owner: { uid: user.uid, gid: user.gid },
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  await pipeline(reader.child.stdout, writer.child.stdin).catch(() => undefined);
  const codes = await Promise.all([reader.ended, writer.ended]);
  if (codes.some(({ code }) => code !== 0)) throw new Stop(`Could not copy ${from} to ${to}.`);
}

async function asUser(user, program, args, cwd) {
  const { code, output } = await run(program, args, { cwd, owner: { uid: user.uid, gid: user.gid } });
  if (code !== 0) throw new Stop(`${program} failed in ${cwd}: ${output}`);
}
