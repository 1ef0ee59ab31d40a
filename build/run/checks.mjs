// What `npm run check` consists of. Lint is the longest single-threaded one, so the others run beside it.
import { counted, sideBySide, step } from './steps.mjs';

/**
 * Runs format, types, lint, walls, `alongside` (more steps of that kind) and then the unit tests in `project`.
 * `npmRun(script, args, show)` runs one npm script there and resolves to `{ code, output }`.
 */
export async function runChecks(project, npmRun, alongside = []) {
  const quiet = (name) => () => step(name, () => npmRun(name, [], false));
  const first = await sideBySide(
    [quiet('lint')],
    [quiet('format:check'), quiet('types'), quiet('walls'), ...alongside],
  );
  const unit = await step('unit', () =>
    counted(project, 'out/reports/unit.json', (args) => npmRun('unit', args, true)),
  );
  return [...first, unit];
}
