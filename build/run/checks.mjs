// What `npm run check` consists of, as two lists side by side. Lint and the page's tests are the longest of each.
import { counted, sideBySide, step } from './steps.mjs';

/**
 * Runs format, types, lint, walls, `alongside` (more steps of that kind) and the unit tests of both projects in `project`.
 * `npmRun(script, args, show)` runs one npm script there and resolves to `{ code, output }`.
 */
export function runChecks(project, npmRun, alongside = []) {
  const quiet = (name) => () => step(name, () => npmRun(name, [], false));
  const unit = (name) => () =>
    step(`unit tests, ${name}`, () =>
      counted(project, `out/reports/unit-${name}.json`, (args) => npmRun('unit', ['--project', name, ...args], true)),
    );
  return sideBySide(
    [quiet('lint'), unit('vault')],
    [quiet('format:check'), quiet('types'), quiet('walls'), ...alongside, unit('page')],
  );
}
