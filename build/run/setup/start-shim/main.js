// Stands in for Electron's default app in the development runtime, so that `electron <folder>` starts that folder's app.
// ESM with a top-level await: Electron waits for it before "ready", so privileged schemes are still registered in time.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  process.stderr.write('usage: electron <app folder>\n');
  app.exit(2);
} else {
  const folder = resolve(given);
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version ?? '0.0.0');
  app.setAppPath(folder);
  app.setDesktopName?.(description.desktopName ?? `${app.name}.desktop`);
  await import(pathToFileURL(join(folder, description.main ?? 'index.js')).href);
}
