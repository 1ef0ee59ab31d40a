// `npm start`: set up what is missing, build, open the app. Without a screen the demo runs on a screen of our own.
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playDemo } from './play-demo.mjs';
import { hasDisplay, lendDisplay } from './setup/display.mjs';
import { prepareMachine, requireBuild, startApp } from './setup/machine.mjs';
import { endFamily, lastOfFamily } from './setup/process-family.mjs';
import { runAsCommand, say } from './setup/say.mjs';

await runAsCommand(async () => {
  const screen = hasDisplay();
  if (!screen) say('No screen here: the demo is played on a screen of our own.');
  const machine = await prepareMachine({ withDisplay: !screen, forTests: !screen });
  await requireBuild(machine);
  return screen ? openApp(machine) : playDemo(machine, mkdtempSync(join(tmpdir(), 'safehold-demo-')));
});

async function openApp(machine) {
  const display = lendDisplay(machine);
  const [name, value] = ['SAFEHOLD_RUN', randomUUID()];
  const mark = `${name}=${value}`;
  process.on('SIGINT', () => endFamily(mark));
  const onlyWayland = process.env.WAYLAND_DISPLAY && !process.env.DISPLAY;
  const app = startApp(machine, onlyWayland ? ['--ozone-platform=wayland'] : [], { ...display.env, [name]: value });
  const { code } = await app.ended;
  await lastOfFamily(mark);
  display.stop();
  return code;
}
