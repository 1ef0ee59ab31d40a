// `npm run demo -- --out DIR`: the main job in the real app, through its real screens, on a screen of our own.
// Leaves pictures, the package, the backup and report.json in DIR; ends with 1 when one computed value is not the expected one.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { playDemo } from './play-demo.mjs';
import { prepareMachine, requireBuild } from './setup/machine.mjs';
import { runAsCommand, Stop } from './setup/say.mjs';

const { values } = parseArgs({ options: { out: { type: 'string' } } });

await runAsCommand(async () => {
  if (values.out === undefined) throw new Stop('Say where to: npm run demo -- --out DIR');
  const machine = await prepareMachine({ withDisplay: true, forTests: true });
  await requireBuild(machine);
  return playDemo(machine, resolve(values.out));
});
