// `npm run demo -- --out DIR`: the main job in the real app, through its real screens, on a screen of our own.
// Leaves pictures, the package, the backup and report.json in DIR; ends with 1 when one computed value is not the expected one.
import { chownSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp, prepareMachine, runNode, withOwnDisplay } from './setup/machine.mjs';
import { runAsCommand, say, Stop } from './setup/say.mjs';

const { values } = parseArgs({ options: { out: { type: 'string' } } });

await runAsCommand(async () => {
  if (values.out === undefined) throw new Stop('Say where to: npm run demo -- --out DIR');
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  const machine = await prepareMachine({ withDisplay: true, forTests: true });
  if (machine.owner) chownSync(out, machine.owner.uid, machine.owner.gid);
  const build = await buildApp(machine);
  if (build.code !== 0) throw new Stop(`The build failed:\n${build.output}`);
  say(`Playing the main job. Pictures and files go to ${out}`);
  const { code } = await withOwnDisplay(machine, (env) =>
    runNode(machine, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.demo.config.ts'], {
      env: { ...env, DEMO_OUT: out },
      show: true,
    }),
  );
  return code;
});
