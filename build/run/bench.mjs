// `npm run bench [-- --cases N] [--only save,search]`: the costs of the daily work, each beside its floor in the same run.
import { prepareMachine, requireBuild, runNode, withOwnDisplay } from './setup/machine.mjs';
import { runAsCommand } from './setup/say.mjs';

await runAsCommand(async () => {
  const machine = await prepareMachine({ withDisplay: true, forTests: true });
  await requireBuild(machine);
  await requireBuild(machine, ['benchmark']);
  const { code } = await withOwnDisplay(machine, (env) =>
    runNode(machine, ['out/benchmark/bench.js', ...process.argv.slice(2)], { env, show: true }),
  );
  return code;
});
