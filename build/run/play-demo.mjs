// Plays the demo on a prepared machine with a built app: the main job, through the app's real screens.
import { chownSync, mkdirSync } from 'node:fs';
import { runNode, withOwnDisplay } from './setup/machine.mjs';
import { say } from './setup/say.mjs';

/** Leaves pictures, the package, the backup and report.json in `out`; resolves to the exit code. */
export async function playDemo(machine, out) {
  mkdirSync(out, { recursive: true });
  if (machine.owner) chownSync(out, machine.owner.uid, machine.owner.gid);
  say(`Playing the main job. Pictures and files go to ${out}`);
  const { code } = await withOwnDisplay(machine, (env) =>
    runNode(machine, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.demo.config.ts'], {
      env: { ...env, DEMO_OUT: out },
      show: true,
    }),
  );
  return code;
}
