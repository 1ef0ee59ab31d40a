import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Where the vault's tests keep their folders: in memory where Linux offers enough of it. No test can see whether a flush reached a
 * disk, and the flushes of thousands of small vaults cost a quarter of the time that the system took.
 */
function tempRoot(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 * 1024 ** 3 ? memory : tmpdir();
}

const page = 'test/renderer/**';
const common = {
  exclude: ['test/end-to-end/**', 'node_modules/**', 'out/**'],
  // Whole paths are clicked through, keys are stretched at their real cost: a computer that is busy with something else needs more
  // than half a minute.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        // One process loads the modules once for many files: loading them took longer than the tests. What a test changes of its
        // process (clock, locale, environment) it puts back.
        test: {
          ...common,
          name: 'vault',
          include: ['test/**/*.test.ts'],
          exclude: [...common.exclude, page],
          isolate: false,
          env: { TMPDIR: tempRoot() },
        },
      },
      {
        test: {
          ...common,
          name: 'page',
          include: [`${page}/*.test.{ts,tsx}`],
          environment: 'jsdom',
          setupFiles: ['test/helpers/jsdom-page.ts'],
          isolate: false,
        },
      },
    ],
  },
});
