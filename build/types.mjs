// Type-checks every room against its own tsconfig, so that a room sees only what it may see; the rooms that see Electron
// twice, because the app runs on the pinned release and on the development runtime, whose declarations differ. The compiler
// is TypeScript 7, which is native (README, "Two compilers").
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './run/setup/folders.mjs';
import { developmentElectronTypes } from './run/setup/electron-types.mjs';

const rooms = [
  'test',
  'renderer',
  'electron/vault',
  'electron/main',
  'electron/preload',
  'electron/parser',
  'electron/preview',
  'shared',
];
const roomsWithElectron = ['electron/main', 'electron/preload'];
const tsc = join(projectFolder, 'node_modules/typescript-7/bin/tsc');
const folder = join(projectFolder, 'out/types');
mkdirSync(folder, { recursive: true });

const again = roomsWithElectron.map(configWith(await developmentElectronTypes()));
const waiting = [
  ...rooms.map((room) => ({ name: room, config: join(projectFolder, room, 'tsconfig.json') })),
  ...again,
];
const results = (await Promise.all([worker(), worker()])).flat();
process.stdout.write(results.map(({ name, output }) => (output ? `${name}:\n${output}` : '')).join(''));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

/** Writes a tsconfig that checks a room against the given electron.d.ts instead of the installed one. */
function configWith(declarations) {
  return (room) => {
    const name = `${room} on the development runtime`;
    const config = join(folder, `${room.replace('/', '-')}-development.json`);
    const compilerOptions = { types: ['node'], paths: { electron: [declarations], 'electron/*': [declarations] } };
    const include = [join(projectFolder, room), declarations];
    writeFileSync(
      config,
      JSON.stringify({ extends: join(projectFolder, room, 'tsconfig.json'), compilerOptions, include }),
    );
    return { name, config };
  };
}

async function worker() {
  const done = [];
  for (let job = waiting.shift(); job; job = waiting.shift()) done.push(await check(job));
  return done;
}

/** Runs the compiler on one config; what it learnt is kept in out/types, so that a second run is quick.
 *  One thread: two rooms run at once, and several checkers in one do the same work over again. */
function check({ name, config }) {
  const memory = join(folder, `${name.replaceAll(/\W+/g, '-')}.tsbuildinfo`);
  const child = spawn(process.execPath, [
    tsc,
    '-p',
    config,
    '--singleThreaded',
    '--incremental',
    '--tsBuildInfoFile',
    memory,
  ]);
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const output = Buffer.concat(chunks).toString('utf8');
      // A room that nobody has moved into yet.
      const empty = output.includes('TS18003');
      resolve({ name, ok: code === 0 || empty, output: empty ? '' : output });
    });
  });
}
