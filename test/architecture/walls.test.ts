// Every wall between the rooms is tried: a file that breaks it is planted, and the wall must fire on that very file.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namesOfWalls, PlantedHouse, type Plant, type Room } from './planted-house.ts';

interface Breach extends Plant {
  readonly fires: string;
}

const breach = (fires: string, file: string, text: string): Breach => ({ fires, file, text: `${text}\n` });
const take = (from: string): string => `import { innocent } from '${from}';\nexport const taken = innocent;`;

const imports: readonly Breach[] = [
  breach('no-cycles', 'shared/cycle-a.ts', `import type { B } from './cycle-b.ts';\nexport type A = B | 1;`),
  breach('no-unknown-imports', 'renderer/unknown.ts', take('./nowhere.ts')),
  breach('shared-is-a-leaf', 'shared/climbs.ts', take('../electron/vault/innocent.ts')),
  breach('shared-only-zod', 'shared/packages.ts', `import dayjs from 'dayjs';\nexport const day = dayjs;`),
  breach('shared-only-zod', 'shared/node.ts', `import { join } from 'node:path';\nexport const path = join;`),
  breach('renderer-sees-only-shared', 'renderer/reaches.ts', take('../electron/vault/innocent.ts')),
  breach(
    'renderer-sees-only-shared',
    'renderer/electron.ts',
    `import type { App } from 'electron';\nexport type A = App;`,
  ),
  breach('renderer-no-node', 'renderer/node.ts', `import { join } from 'node:path';\nexport const path = join;`),
  breach('electron-never-renderer', 'electron/main/page.ts', take('../../renderer/innocent.ts')),
  breach('main-and-preload-not-vault', 'electron/main/vault.ts', take('../vault/innocent.ts')),
  breach('main-and-preload-not-vault', 'electron/preload/parser.ts', take('../parser/innocent.ts')),
  breach('preload-and-main-are-two-rooms', 'electron/preload/main.ts', take('../main/innocent.ts')),
  breach('vault-is-plain-node', 'electron/vault/main.ts', take('../main/innocent.ts')),
  breach('vault-is-plain-node', 'electron/vault/app.ts', `import type { App } from 'electron';\nexport type A = App;`),
  breach('vault-never-reaches-electron', 'electron/vault/through.ts', take('./between.ts')),
  breach(
    'vault-is-plain-node',
    'electron/vault/between.ts',
    `import { app } from 'electron';\nexport const innocent = app;`,
  ),
  breach('parser-holds-no-keys', 'electron/parser/through.ts', take('./between.ts')),
  breach(
    'parser-holds-no-keys',
    'electron/parser/between.ts',
    take('../vault/keys/seal.ts').replace('taken', 'innocent'),
  ),
  breach('preview-holds-nothing', 'electron/preview/vault.ts', take('../vault/innocent.ts')),
  breach(
    'only-the-database-room-knows-the-binding',
    'electron/vault/records/binding.ts',
    `import { Database } from '@signalapp/sqlcipher';\nexport const binding = Database;`,
  ),
  breach('keys-are-a-leaf', 'electron/vault/keys/climbs.ts', take('../innocent.ts')),
  breach('records-do-not-import-keys', 'electron/vault/records/keys.ts', take('../keys/seal.ts')),
  breach('awareness-reaches-no-case', 'electron/vault/advocacy/reaches.ts', take('./between.ts')),
  breach(
    'awareness-reaches-no-case',
    'electron/vault/advocacy/between.ts',
    take('../records/case-file.ts').replace('taken', 'innocent'),
  ),
  breach('only-process-starts-the-vault', 'electron/vault/starts.ts', take('./process.ts')),
  breach(
    'no-network-modules',
    'electron/vault/network.ts',
    `import { get } from 'node:https';\nexport const ask = get;`,
  ),
  breach(
    'no-network-modules',
    'electron/main/network.ts',
    `import { connect } from 'net';\nexport const ask = connect;`,
  ),
  breach('features-do-not-import-each-other', 'renderer/features/needs/list.ts', take('../intake/form.ts')),
  breach('reader-stands-alone', 'renderer/reader/part.ts', take('../innocent.ts')),
  breach('nobody-imports-the-reader', 'renderer/takes-reader.ts', take('./reader/part.ts')),
  breach('parts-do-not-import-features', 'renderer/ui/part.ts', take('../features/intake/form.ts')),
  breach('product-never-imports-tests', 'electron/vault/tested.ts', take('../../test/innocent.ts')),
  breach('product-never-imports-simulators', 'electron/vault/removable/composed.ts', take('./simulated-stick.ts')),
];
const otherHalf: Plant = {
  file: 'shared/cycle-b.ts',
  text: `import type { A } from './cycle-a.ts';\nexport type B = A | 2;\n`,
};
const scenery: readonly Plant[] = [
  'electron/vault/keys/seal.ts',
  'electron/vault/process.ts',
  'electron/vault/records/case-file.ts',
  'electron/vault/removable/simulated-stick.ts',
  'renderer/features/intake/form.ts',
].map((file) => ({ file, text: 'export const innocent = 1;\n' }));
const lawful: readonly Plant[] = [
  { file: 'shared/lawful.ts', text: `import { z } from 'zod';\nexport const Name = z.string();\n` },
  { file: 'renderer/lawful.ts', text: `${take('#shared/innocent')}\n` },
  { file: 'renderer/features/intake/lawful.ts', text: `${take('./form.ts')}\n` },
  { file: 'electron/main/lawful.ts', text: `import { app } from 'electron';\nexport const name = app.name;\n` },
  { file: 'electron/vault/backup/lawful.ts', text: `${take('../keys/seal.ts')}\n` },
];

describe('import walls', () => {
  let house: PlantedHouse;
  let found: Map<string, Set<string>>;
  beforeAll(async () => {
    house = new PlantedHouse([...imports, otherHalf, ...scenery, ...lawful]);
    found = await house.walls();
  }, 180_000);
  afterAll(() => house.remove());

  it.each(imports)('$fires stops $file', ({ fires, file }) => {
    expect([...(found.get(file) ?? [])]).toContain(fires);
  });

  it.each([...lawful, ...scenery])('nothing stops $file', ({ file }) => {
    expect([...(found.get(file) ?? [])]).toEqual([]);
  });

  it('leaves no wall untried', () => {
    const tried = new Set(imports.map(({ fires }) => fires));
    expect(namesOfWalls().filter((name) => !tried.has(name))).toEqual([]);
  });
});

// What a room cannot see does not compile there. TS2304, TS2584, TS2591: no such name; TS2307, TS2591: no such module.
const unseen: readonly (Breach & { readonly room: Room })[] = [
  { room: 'shared', ...breach('TS2584', 'shared/dom.ts', 'export const title = document.title;') },
  { room: 'shared', ...breach('TS2591', 'shared/process.ts', 'export const here = process.cwd();') },
  {
    room: 'shared',
    ...breach('TS2591', 'shared/module.ts', `import { join } from 'node:path';\nexport const path = join;`),
  },
  { room: 'electron/vault', ...breach('TS2584', 'electron/vault/dom.ts', 'export const title = document.title;') },
  {
    room: 'electron/vault',
    ...breach('TS2339', 'electron/vault/electron.ts', 'export const port = process.parentPort;'),
  },
  { room: 'electron/parser', ...breach('TS2584', 'electron/parser/dom.ts', 'export const title = document.title;') },
  { room: 'renderer', ...breach('TS2591', 'renderer/process.ts', 'export const here = process.cwd();') },
  {
    room: 'renderer',
    ...breach('TS2591', 'renderer/module.ts', `import { join } from 'node:path';\nexport const p = join;`),
  },
  { room: 'shared', ...breach('TS2322', 'shared/strict.ts', 'export const name: string = null;') },
  { room: 'shared', ...breach('TS2532', 'shared/unchecked.ts', 'export const n = (a: string[]) => a[0].length;') },
  {
    room: 'shared',
    ...breach('TS2375', 'shared/exact.ts', 'export const o: { a?: number } = { a: undefined };'),
  },
  { room: 'shared', ...breach('TS1294', 'shared/erasable.ts', 'export enum Colour {\n  red,\n}') },
  {
    room: 'shared',
    ...breach('TS1484', 'shared/verbatim.ts', `import { Later } from './later.ts';\nexport const later: Later = 1;`),
  },
];
const later: Plant = { file: 'shared/later.ts', text: 'export type Later = 1;\n' };

describe('compiler walls', () => {
  let house: PlantedHouse;
  const found = new Map<string, Set<string>>();
  beforeAll(async () => {
    house = new PlantedHouse([...unseen, later]);
    for (const room of new Set(unseen.map(({ room: name }) => name))) {
      for (const [file, codes] of await house.types(room)) found.set(file, codes);
    }
  }, 180_000);
  afterAll(() => house.remove());

  it.each(unseen)('$file does not compile ($fires)', ({ fires, file }) => {
    expect([...(found.get(file) ?? [])]).toContain(fires);
  });

  it('compiles everything else', () => {
    expect([...found.keys()].sort()).toEqual(unseen.map(({ file }) => file).sort());
  });
});
