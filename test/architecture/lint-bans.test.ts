// Every ban of build/oxlint.config.js is tried: a file that breaks it is planted, and its rule must fire on that file.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlantedHouse, type Plant } from './planted-house.ts';

interface Breach extends Plant {
  readonly fires: string;
}

let planted = 0;
/** A file of its own in `folder` with this text. */
const breach = (fires: string, folder: string, text: string): Breach => {
  planted += 1;
  return { fires, file: `${folder}/planted-${planted}.ts`, text: `${text}\n` };
};
const everyForm = (object: string, name: string): readonly string[] => [
  `export const taken = (${object} as never as Record<string, () => void>).${name};`,
  `export const taken = (${object} as never as Record<string, () => void>)['${name}'];`,
  `export const taken = (${object} as never as Record<string, () => void>)[\`${name}\`];`,
  `export const { ${name} } = ${object} as never as Record<string, () => void>;`,
  `export const { ${name}: other } = ${object} as never as Record<string, () => void>;`,
  `export const { '${name}': other } = ${object} as never as Record<string, () => void>;`,
];
const database = `interface Db { get(sql: string): unknown; all(sql: string): unknown[]; prepare(sql: string): unknown }
declare const db: Db;
declare const name: string;`;
const syntax = 'house/no-restricted-syntax';
const imports = 'eslint/no-restricted-imports';

const breaches: readonly Breach[] = [
  // Nothing opens outside the app, however it is spelled.
  ...everyForm('globalThis', 'openExternal').map((text) => breach(syntax, 'electron/main', text)),
  breach(syntax, 'electron/vault', everyForm('globalThis', 'openExternal')[1] ?? ''),
  breach(syntax, 'renderer', everyForm('globalThis', 'openExternal')[3] ?? ''),
  breach(syntax, 'test', everyForm('globalThis', 'openExternal')[4] ?? ''),
  breach(syntax, 'electron/main', `declare const shell: { openPath(path: string): void };\nshell.openPath('/');`),
  breach(imports, 'electron/main', `import { shell } from 'electron';\nexport const taken = shell;`),
  breach(imports, 'electron/main', `import { net as wire } from 'electron';\nexport const taken = wire;`),
  breach(imports, 'electron/main', `import * as parts from 'electron';\nexport const taken = parts;`),
  // No network, and nothing kept outside the vault.
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'localStorage', 'sessionStorage', 'indexedDB'].map(
    (name) => breach('eslint/no-restricted-globals', 'renderer', `export const taken = ${name};`),
  ),
  breach(syntax, 'renderer', 'export const taken = window.localStorage;'),
  breach(syntax, 'renderer', `export const taken = globalThis['fetch'];`),
  breach(syntax, 'renderer', 'export const { sessionStorage: kept } = window;'),
  breach(syntax, 'renderer', `navigator.sendBeacon('/');`),
  breach(syntax, 'renderer', `document.cookie = 'a=b';`),
  breach('eslint/no-restricted-globals', 'electron/main', `export const taken = fetch('http://example.invalid');`),
  breach(imports, 'electron/vault', `import { get } from 'node:http';\nexport const taken = get;`),
  breach(imports, 'electron/main', `import { connect } from 'tls';\nexport const taken = connect;`),
  breach(imports, 'electron/parser', `import { lookup } from 'node:dns/promises';\nexport const taken = lookup;`),
  // The page.
  breach(syntax, 'renderer', `document.body.innerHTML = '<b>';`),
  breach(syntax, 'renderer', `window.open('about:blank');`),
  // Clock and chance are given.
  breach('eslint/no-restricted-properties', 'electron/vault/records', 'export const now = Date.now();'),
  breach('eslint/no-restricted-properties', 'shared', `export const now = Date['now']();`),
  breach('eslint/no-restricted-properties', 'electron/vault/records', 'export const dice = Math.random();'),
  breach('eslint/no-restricted-properties', 'electron/vault/keys', 'export const { random } = Math;'),
  breach('eslint/no-restricted-properties', 'renderer', 'export const dice = Math.random();'),
  breach(syntax, 'electron/vault/records', 'export const now = new Date();'),
  breach(syntax, 'shared', 'export const now = Date();'),
  // SQL is constant, and prepared in one room.
  breach('house/sql-is-constant', 'electron/vault/records', `${database}\ndb.get(\`SELECT \${name}\`);`),
  breach('house/sql-is-constant', 'electron/vault/records', `${database}\ndb.all('SELECT ' + name);`),
  breach(
    'house/sql-is-constant',
    'electron/vault/audit',
    `${database}\nconst sql = \`SELECT \${name}\`;\ndb.get(sql);`,
  ),
  breach('house/sql-is-constant', 'electron/vault/backup', `${database}\ndb['all'](name);`),
  breach(syntax, 'electron/vault/records', `${database}\ndb.prepare('SELECT 1');`),
  breach(syntax, 'electron/vault/backup', `${database}\ndb['prepare']('SELECT 1');`),
  // Who knows which part of the outside.
  breach(syntax, 'electron/vault', `export const taken = (process as never as { parentPort: number }).parentPort;`),
  breach(syntax, 'electron/vault/records', `export const { parentPort } = process as never as { parentPort: number };`),
  breach(imports, 'electron/main', `import { ipcMain } from 'electron';\nexport const taken = ipcMain;`),
  breach(imports, 'electron/preload', `import { ipcRenderer } from 'electron';\nexport const taken = ipcRenderer;`),
  breach(
    imports,
    'electron/vault/records',
    `import { readFileSync } from 'node:fs';\nexport const taken = readFileSync;`,
  ),
  breach(imports, 'electron/vault/packages', `import { open } from 'node:fs/promises';\nexport const taken = open;`),
  breach(imports, 'electron/parser', `import fs from 'fs';\nexport const taken = fs;`),
  breach(imports, 'electron/main', `import { readFile } from 'node:fs/promises';\nexport const taken = readFile;`),
  breach(
    imports,
    'electron/vault/backup',
    `import { execFile } from 'node:child_process';\nexport const taken = execFile;`,
  ),
  breach(
    imports,
    'electron/vault/records',
    `import { innocent } from '../../main/innocent.ts';\nexport const a = innocent;`,
  ),
  // Habits that leak or hide.
  breach('eslint/no-console', 'electron/vault', `console.log('a name');`),
  breach('eslint/no-eval', 'renderer', `eval('1');`),
  breach('typescript/no-floating-promises', 'shared', 'Promise.resolve(1);'),
  breach('typescript/await-thenable', 'electron/vault', 'export const go = async () => {\n  await 1;\n};'),
  breach(
    'typescript/no-misused-promises',
    'electron/main',
    `[1].forEach(async () => {\n  await Promise.resolve();\n});`,
  ),
  breach('typescript/no-unsafe-return', 'electron/preview', `export const go = (): string => JSON.parse('');`),
  breach(
    'typescript/no-deprecated',
    'renderer',
    '/** @deprecated use another */\nexport const old = (): void => undefined;\nold();',
  ),
  breach('typescript/no-explicit-any', 'shared', 'export const any = (value: any) => value;'),
  breach(
    'house/result-is-used',
    'renderer',
    `declare const save: () => Promise<{ ok: true } | { ok: false; error: string }>;\nexport const go = async () => {\n  await save();\n};`,
  ),
  // React's rules, and those of its compiler.
  breach(
    'react-hooks/rules-of-hooks',
    'renderer',
    `import { useState } from 'react';\nexport const useIt = (on: boolean) => (on ? useState(1) : undefined);`,
  ),
  breach(
    'react-hooks/exhaustive-deps',
    'renderer',
    `import { useMemo } from 'react';\nexport const useIt = (a: number) => useMemo(() => a + 1, []);`,
  ),
  breach(
    'react/set-state-in-render',
    'renderer',
    `import { useState } from 'react';\nexport const useIt = () => {\n  const [a, setA] = useState(1);\n  setA(2);\n  return a;\n};`,
  ),
  breach(
    'react/refs',
    'renderer',
    `import { useRef } from 'react';\nexport const useIt = () => {\n  const a = useRef(1);\n  return a.current;\n};`,
  ),
  breach(
    'react/immutability',
    'renderer',
    `import { useState } from 'react';\nexport const useIt = () => {\n  const [a] = useState({ b: 1 });\n  a.b = 2;\n  return a;\n};`,
  ),
  breach('house/disable-with-reason', 'shared', '// eslint-disable-next-line no-console\nexport const quiet = 1;'),
];

const lawful: readonly Plant[] = [
  {
    file: 'electron/vault/records/constant-sql.ts',
    text: `${database}\nconst columns = 'a, b';\ndb.get(\`SELECT \${columns} FROM t\`);\ndb.all('SELECT a ' + 'FROM t');\nexport const used = name;\n`,
  },
  {
    file: 'electron/vault/records/map-and-pattern.ts',
    text: `export const a = new Map([['b', 1]]).get(String(process.pid));\nexport const b = /x/.exec(String(a));\n`,
  },
  {
    file: 'electron/vault/process.ts',
    text: `export const now = Date.now();\nexport const port = (process as never as { parentPort: number }).parentPort;\n`,
  },
  {
    file: 'electron/vault/removable/reads.ts',
    text: `export { open } from 'node:fs/promises';\nexport { execFile } from 'node:child_process';\n`,
  },
  {
    file: 'electron/vault/packages/types-only.ts',
    text: `import type { FileHandle } from 'node:fs/promises';\nexport type Opened = FileHandle;\n`,
  },
  {
    file: 'electron/main/page-messages.ts',
    text: `import { ipcMain } from 'electron';\nexport const messages = ipcMain;\n`,
  },
  {
    file: 'electron/preload/index.ts',
    text: `import { ipcRenderer } from 'electron';\nexport const messages = ipcRenderer;\n`,
  },
  { file: 'renderer/own-name.ts', text: `export const open = (panel: { open: boolean }): boolean => panel.open;\n` },
  {
    file: 'renderer/looks.ts',
    text: `declare const save: () => Promise<{ ok: true } | { ok: false; error: string }>;\nexport const go = async (): Promise<boolean> => (await save()).ok;\n`,
  },
];

describe('lint bans', () => {
  let house: PlantedHouse;
  let found: Map<string, Set<string>>;
  beforeAll(async () => {
    house = new PlantedHouse([...breaches, ...lawful]);
    found = await house.lint();
  }, 180_000);
  afterAll(() => house.remove());

  it.each(breaches)('$fires stops: $text', ({ fires, file }) => {
    expect([...(found.get(file) ?? [])]).toContain(fires);
  });

  it.each(lawful)('nothing stops $file', ({ file }) => {
    expect([...(found.get(file) ?? [])]).toEqual([]);
  });
});
