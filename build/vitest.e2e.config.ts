import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// One app at a time on a screen, and no second chances: a test that fails now and then is a fault to be found.
const screens = (JSON.parse(process.env['SAFEHOLD_SCREENS'] ?? '[]') as unknown[]).length;
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/end-to-end/**/*.test.ts'],
    pool: 'forks',
    // A process loads the modules once for all its files: for each of them it takes seconds.
    isolate: false,
    maxWorkers: screens,
    setupFiles: 'test/end-to-end/driver/screen.ts',
    retry: 0,
    // A story takes 50 seconds on a computer that has other work; what does not come is given up after 15 (`setDefaultTimeout`).
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
