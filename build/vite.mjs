// How each process is bundled: plain Vite builds into out/. What stays outside the bundles is exactly
// package.json's "dependencies" (the native modules and age), so that nothing else ships as loose modules.
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { pdfParts } from './pdf-parts.mjs';
import { readerBuild, readerPage } from './reader-page.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const outside = [...Object.keys(dependencies), 'electron', 'original-fs'];
const isOutside = (id) =>
  id.startsWith('node:') ||
  builtinModules.includes(id) ||
  outside.some((name) => id === name || id.startsWith(`${name}/`));

/** The Node of the oldest supported Electron (33: Node 20.18, Chromium 130); valid for the pinned release as well. */
const NODE_TARGET = 'node20.18';
const PAGE_TARGET = 'chrome130';

/** A room with no entry yet is left out: entries are found by existence. */
const present = (entries) => Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(root + file)));

function nodeBuild({ room, entries, format, extension, external = isOutside, plugins = [] }) {
  const input = present(entries);
  if (Object.keys(input).length === 0) return undefined;
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    plugins,
    build: {
      ssr: true,
      target: NODE_TARGET,
      outDir: `${root}out/${room}`,
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, root + file])),
        external,
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `chunks/[name]-[hash].${extension}` },
      },
    },
  };
}

const pageBuild = () =>
  existsSync(`${root}renderer/index.html`)
    ? {
        root: `${root}renderer`,
        base: '/',
        configFile: false,
        logLevel: 'warn',
        plugins: [react()],
        // Replaced in every response by main: each load of the page gets its own nonce.
        html: { cspNonce: '__CSP_NONCE__' },
        build: {
          target: PAGE_TARGET,
          outDir: `${root}out/renderer`,
          emptyOutDir: true,
          minify: true,
          // The policy allows no data: scripts or fonts, and no inline script for the preload polyfill.
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          reportCompressedSize: false,
          chunkSizeWarningLimit: 4096,
        },
      }
    : undefined;

/** The page of a preview: its own script, what draws PDFs beside it, no styles. */
const previewBuild = () => ({
  root: `${root}electron/preview`,
  base: '/',
  configFile: false,
  logLevel: 'warn',
  plugins: [pdfParts(root)],
  build: {
    target: PAGE_TARGET,
    outDir: `${root}out/preview`,
    emptyOutDir: true,
    minify: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096,
  },
});

/** A package by its name, and not a file of ours, an import by `#` or a module that the bundler made up. */
const isPackage = (id) => /^(@?[a-z]|node:)/.test(id);

/** Builds that are no part of the app, made only when they are named: the benchmark runs in plain Node, beside all packages. */
export const extraBuilds = () => [
  [
    'benchmark',
    nodeBuild({
      room: 'benchmark',
      entries: {
        bench: 'test/benchmark/bench.ts',
        floor: 'test/benchmark/floor-process.ts',
        reader: 'test/benchmark/reader-process.ts',
      },
      format: 'es',
      extension: 'js',
      external: isPackage,
    }),
  ],
];

/** Every build that has something to build, by the name of its folder in out/. */
export function builds() {
  const all = {
    main: nodeBuild({ room: 'main', entries: { index: 'electron/main/index.ts' }, format: 'es', extension: 'js' }),
    // A sandboxed preload must be one CommonJS file.
    preload: nodeBuild({
      room: 'preload',
      entries: { index: 'electron/preload/index.ts' },
      format: 'cjs',
      extension: 'cjs',
    }),
    'preload-preview': nodeBuild({
      room: 'preload-preview',
      entries: { index: 'electron/preload/preview.ts' },
      format: 'cjs',
      extension: 'cjs',
    }),
    'preload-press': nodeBuild({
      room: 'preload-press',
      entries: { index: 'electron/preload/press.ts' },
      format: 'cjs',
      extension: 'cjs',
    }),
    preview: previewBuild(),
    vault: nodeBuild({
      room: 'vault',
      entries: { process: 'electron/vault/process.ts', worker: 'electron/vault/worker.ts' },
      plugins: [readerPage(root)],
      format: 'es',
      extension: 'js',
    }),
    parser: nodeBuild({
      room: 'parser',
      entries: { process: 'electron/parser/process.ts' },
      format: 'es',
      extension: 'js',
    }),
    renderer: pageBuild(),
    reader: readerBuild(root),
  };
  return Object.entries(all).filter(([, config]) => config !== undefined);
}
