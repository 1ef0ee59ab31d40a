// Makes the golden vault of a version that is about to be released: node test/golden-vaults/make.mjs 0002
// To try it, a folder to make it in comes second.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const [number = '', place = fileURLToPath(new URL('.', import.meta.url))] = process.argv.slice(2);
const folder = join(place, number);
if (!/^\d{4}$/.test(number)) throw new Error('Say which: four digits, one more than the newest folder here.');
if (existsSync(folder)) throw new Error(`${number} is there already, and a golden vault is never made anew.`);

const root = fileURLToPath(new URL('../..', import.meta.url));
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { makeGoldenVault } = await server.ssrLoadModule('/test/helpers/golden-content.ts');
  await makeGoldenVault(folder);
} catch (error) {
  rmSync(folder, { recursive: true, force: true });
  throw error;
} finally {
  await server.close();
}
