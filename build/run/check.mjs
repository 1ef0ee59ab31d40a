// `npm run check`: format, types, lint, import walls and unit tests, in this checkout, as whoever runs it.
import { runChecks } from './checks.mjs';
import { npm } from './setup/command.mjs';
import { projectFolder } from './setup/folders.mjs';
import { runAsCommand } from './setup/say.mjs';
import { summary } from './steps.mjs';

const npmRun = (script, args, show) => npm(['run', '--silent', script, '--', ...args], { cwd: projectFolder, show });

await runAsCommand(async () => summary(await runChecks(projectFolder, npmRun)));
