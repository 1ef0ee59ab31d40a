import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The demo is one long job in one app; it is run by `npm run demo`, not with the tests.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/end-to-end/demo/*.demo.ts'],
    pool: 'forks',
    maxWorkers: 1,
    retry: 0,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
