// `npm run e2e [-- vitest arguments]`: sets up, builds and runs the end-to-end tests alone.
import { runEndToEnd } from './end-to-end.mjs';
import { buildApp, prepareMachine } from './setup/machine.mjs';
import { runAsCommand, Stop } from './setup/say.mjs';

await runAsCommand(async () => {
  const machine = await prepareMachine({ withDisplay: true, forTests: true });
  const build = await buildApp(machine);
  if (build.code !== 0) throw new Stop(`The build failed:\n${build.output}`);
  return (await runEndToEnd(machine, process.argv.slice(2))).code;
});
