// The end-to-end tests: the built app in the real Electron, on a screen of our own, as an ordinary user.
import { runNode, withOwnDisplays } from './setup/machine.mjs';

const vitest = 'node_modules/vitest/vitest.mjs';
/** As many as test files run at a time (vitest.e2e.config.ts). With three, apps on two cores became too slow for what types blindly. */
const SCREENS = 2;

/**
 * Runs test/end-to-end on a prepared machine with a built app; `args` go to vitest, `screens` is how many files run at a time, the rest
 * goes to the run. Resolves to `{ code, output }`.
 */
export function runEndToEnd(machine, args = [], { env = {}, screens: count = SCREENS, ...options } = {}) {
  return withOwnDisplays(machine, count, (screens) =>
    runNode(machine, [vitest, 'run', '--config', 'build/vitest.e2e.config.ts', ...args], {
      env: { ...env, SAFEHOLD_SCREENS: JSON.stringify(screens) },
      show: true,
      ...options,
    }),
  );
}
