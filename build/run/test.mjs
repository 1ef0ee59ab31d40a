// `npm test`: set up what is missing, then everything: checks, unit and vault tests, build, end-to-end tests.
import { runChecks } from './checks.mjs';
import { runEndToEnd } from './end-to-end.mjs';
import { npm } from './setup/command.mjs';
import { buildApp, prepareMachine } from './setup/machine.mjs';
import { runAsCommand } from './setup/say.mjs';
import { counted, step, summary } from './steps.mjs';

// A step that hangs is ended. The longest takes 9 minutes on two cores that are free, and 13 on two that have other work.
const longestStep = 20 * 60_000;

await runAsCommand(async () => {
  const results = [];
  let machine;
  results.push(
    await step('set-up', async () => {
      machine = await prepareMachine({ withDisplay: true, forTests: true });
      return { code: 0, output: '' };
    }),
  );
  if (!machine) return summary(results);
  const build = () => step('build', () => buildApp(machine));
  results.push(...(await runChecks(machine.project, npmRunOn(machine), [build])));
  results.push(await step('end-to-end', () => counted(machine.project, 'out/reports/e2e.json', endToEnd)));
  return summary(results);

  function endToEnd(args) {
    return runEndToEnd(machine, args, { milliseconds: longestStep });
  }
});

function npmRunOn({ project: cwd, owner, env }) {
  return (script, args, show) =>
    npm(['run', '--silent', script, '--', ...args], { cwd, owner, env, show, milliseconds: longestStep });
}
