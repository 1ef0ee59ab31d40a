// Type-checks every room against its own tsconfig, so that a room sees only what it may see.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const rooms = ['shared', 'electron/vault', 'electron/parser', 'electron/main', 'electron/preload', 'renderer', 'test'];
const tsc = new URL('../node_modules/typescript/bin/tsc', import.meta.url).pathname;
let failed = false;
for (const room of rooms.filter((name) => existsSync(`${name}/tsconfig.json`))) {
  const run = spawnSync(process.execPath, [tsc, '-p', room], { encoding: 'utf8' });
  const noInputs = run.stdout.includes('TS18003');
  if (run.status !== 0 && !noInputs) {
    failed = true;
    process.stdout.write(run.stdout);
  }
}
process.exit(failed ? 1 : 0);
