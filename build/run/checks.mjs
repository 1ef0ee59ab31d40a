// What `npm run check` consists of, as two lists side by side. Lint and the page's tests are the longest of each.
import { counted, sideBySide, step } from './steps.mjs';

/**
 * Runs format, types, lint, walls, `alongside` (more steps of that kind) and the unit tests of both projects in `project`.
 * `npmRun(script, args, show)` runs one npm script there and resolves to `{ code, output }`.
 */
export function runChecks(project, npmRun, alongside = []) {
  const quiet = (name) => () => step(name, () => npmRun(name, [], false));
  const unit = (name, workers) => () =>
    step(`unit tests, ${name}`, () =>
      counted(project, `out/reports/unit-${name}.json`, (args) =>
        npmRun('unit', ['--project', name, `--maxWorkers=${workers}`, ...args], true),
      ),
    );
  return sideBySide(
    // A third for the vault's, which often wait for the disk or for a process that they started.
    [quiet('lint'), unit('vault', 3)],
    [quiet('format:check'), quiet('types'), quiet('walls'), ...alongside, unit('page', 2)],
  );
}
