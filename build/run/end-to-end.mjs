// The end-to-end tests: the built app in the real Electron, on a screen of our own, as an ordinary user.
import { runNode, withOwnDisplay } from './setup/machine.mjs';

const vitest = 'node_modules/vitest/vitest.mjs';

/** Runs test/end-to-end on a prepared machine with a built app; `args` go to vitest, `options` to the run. Resolves to `{ code, output }`. */
export function runEndToEnd(machine, args = [], options = {}) {
  return withOwnDisplay(machine, (env) =>
    runNode(machine, [vitest, 'run', '--config', 'build/vitest.e2e.config.ts', ...args], {
      env,
      show: true,
      ...options,
    }),
  );
}
