// electronegativity, which looks for settings of Electron that are known to be dangerous. It brings 400 packages, some of them old, so it is no
// part of the project: installed by its own lockfile, without scripts, into the cache, and run without a network (README, "Proofs").
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm, run } from './command.mjs';
import { isRoot, ownCache, projectFolder, readableCaches } from './folders.mjs';
import { say, Stop } from './say.mjs';

const source = join(projectFolder, 'build/electronegativity');
const parts = ['package.json', 'package-lock.json'];
const program = 'node_modules/@doyensec/electronegativity/dist/index.js';

/** The file to run with Node; installed on the first call. */
export async function ensureElectronegativity() {
  const hash = createHash('sha256')
    .update(readFileSync(join(source, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16);
  const name = `electronegativity-${hash}`;
  const found = readableCaches().find((cache) => existsSync(join(cache, name, program)));
  return join(found ? join(found, name) : await install(join(ownCache(), name)), program);
}

/** Complete, or not there: it is put in its place in one step. */
async function install(place) {
  say('Installing electronegativity, once per machine …');
  mkdirSync(ownCache(), { recursive: true });
  const scratch = mkdtempSync(join(ownCache(), 'preparing-'));
  try {
    for (const part of parts) copyFileSync(join(source, part), join(scratch, part));
    const flags = ['--ignore-scripts', '--min-release-age=0', '--prefer-offline', '--no-audit', '--no-fund'];
    const { code, output } = await npm(['ci', ...flags], { cwd: scratch });
    if (code !== 0) throw new Stop(`electronegativity could not be installed:\n${output.slice(-2000)}`);
    if (isRoot) await run('chmod', ['-R', 'a+rX', scratch]);
    rmSync(place, { recursive: true, force: true });
    renameSync(scratch, place);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return place;
}
