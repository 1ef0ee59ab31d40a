// Product code as plain Node runs it: bundled once for all test files of a process, because Node 20 starts no thread and no process
// from TypeScript. Only what needs a real thread or a real kill uses this; everything else runs from the sources.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { dependencies: object };
const outside = Object.keys(dependencies);
const isOutside = (id: string): boolean =>
  id.startsWith('node:') ||
  builtinModules.includes(id) ||
  outside.some((name) => id === name || id.startsWith(`${name}/`));

let bundled: Promise<string> | undefined;

/**
 * The folder of `worker.js` (the vault's thread), `vault-process.js` (test/helpers/vault-process.ts) and `fault-process.js`, made once
 * per process.
 */
export const bundleVault = (): Promise<string> => (bundled ??= bundle('test-vault', []));

/** For a control: the same without one line of the product, which must be there to be left out. */
export const bundleWithout = (line: string): Promise<string> => bundle('test-weakened', [leftOut(line)]);

function leftOut(line: string): Plugin {
  let found = 0;
  return {
    name: 'left-out',
    enforce: 'pre', // before types are taken out, which writes the line anew
    transform: (code) => {
      if (!code.includes(line)) return null;
      found += 1;
      return code.replace(line, '');
    },
    buildEnd: () => {
      if (found === 0) throw new Error('the product has no such line');
    },
  };
}

async function bundle(name: string, plugins: Plugin[]): Promise<string> {
  const outDir = `${root}out/${name}-${process.env['VITEST_POOL_ID'] ?? 0}`; // of this worker: two build at the same time
  await build({
    root,
    configFile: false,
    plugins,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          worker: `${root}electron/vault/worker.ts`,
          'vault-process': `${root}test/helpers/vault-process.ts`,
          'fault-process': `${root}test/helpers/fault-process.ts`,
        },
        external: isOutside,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return outDir;
}
