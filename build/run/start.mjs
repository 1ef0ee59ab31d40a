// `npm start`: set up what is missing, build, open the app. Without a screen the demo runs on a screen of our own.
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasDisplay, lendDisplay } from './setup/display.mjs';
import { buildApp, prepareMachine, runNode, startApp, withOwnDisplay } from './setup/machine.mjs';
import { endFamily, lastOfFamily } from './setup/process-family.mjs';
import { runAsCommand, say, Stop } from './setup/say.mjs';

await runAsCommand(async () => {
  const screen = hasDisplay();
  const machine = await prepareMachine({ withDisplay: !screen, forTests: false });
  const build = await buildApp(machine);
  if (build.code !== 0) throw new Stop(`The build failed:\n${build.output}`);
  return screen ? openApp(machine) : withOwnDisplay(machine, (env) => showWithoutScreen(machine, env));
});

async function openApp(machine) {
  const display = lendDisplay(machine);
  const mark = `SAFEHOLD_RUN=${randomUUID()}`;
  process.on('SIGINT', () => endFamily(mark));
  const onlyWayland = process.env.WAYLAND_DISPLAY && !process.env.DISPLAY;
  const app = startApp(machine, onlyWayland ? ['--ozone-platform=wayland'] : [], {
    ...display.env,
    ...Object.fromEntries([mark.split('=')]),
  });
  const { code } = await app.ended;
  await lastOfFamily(mark);
  display.stop();
  return code;
}

async function showWithoutScreen(machine, env) {
  const out = mkdtempSync(join(tmpdir(), 'safehold-demo-'));
  if (machine.owner) chownSync(out, machine.owner.uid, machine.owner.gid);
  if (!existsSync(join(machine.project, 'build/run/demo.mjs'))) return openForFiveSeconds(machine, env);
  say(`No screen here: playing the demo on a screen of our own. Its pictures and files go to ${out}`);
  const { code } = await runNode(machine, ['build/run/demo.mjs', '--out', out], { env, show: true });
  return code;
}

async function openForFiveSeconds(machine, env) {
  say('No screen here: opening the app on a screen of our own for 5 seconds.');
  const app = startApp(machine, [], env);
  const early = await Promise.race([app.ended, wait(5_000)]);
  if (early) return early.code || 1;
  app.end();
  await app.ended;
  say('It ran.');
  return 0;
}
