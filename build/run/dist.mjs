// `npm run dist [-- --release] [-- targets]`: sets up, builds and packs the app into release/ (build/installer/README.md).
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './setup/folders.mjs';
import { prepareMachine, requireBuild, runNode } from './setup/machine.mjs';
import { runAsCommand } from './setup/say.mjs';

await runAsCommand(async () => {
  const machine = await prepareMachine({ withDisplay: false });
  await requireBuild(machine);
  const { code } = await runNode(machine, ['build/installer/make.mjs', ...process.argv.slice(2)], { show: true });
  if (code === 0 && machine.project !== projectFolder) takeHome(machine);
  return code;
});

/** Root works in a copy, which the next run clears. */
function takeHome({ project }) {
  const home = join(projectFolder, 'release');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  cpSync(join(project, 'release'), home, { recursive: true });
}
