// `npm run e2e [-- vitest arguments]`: sets up, builds and runs the end-to-end tests alone.
import { runEndToEnd } from './end-to-end.mjs';
import { prepareMachine, requireBuild } from './setup/machine.mjs';
import { runAsCommand } from './setup/say.mjs';

await runAsCommand(async () => {
  const machine = await prepareMachine({ withDisplay: true, forTests: true });
  await requireBuild(machine);
  return (await runEndToEnd(machine, process.argv.slice(2))).code;
});
