// A house of the same rooms and rules as ours, made for one test run, in which single files break a rule on purpose.
// It stands in out/, inside the project, so that packages are found and no tool of the real house looks at it.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../..', import.meta.url));
const rules = [
  'package.json',
  '.oxlint.config.js',
  'build/oxlint.config.js',
  'build/lint.mjs',
  'build/lint',
  'build/walls.cjs',
  'build/types',
  'build/tsconfig.base.json',
  'build/tsconfig.lint.json',
  'build/tsconfig.walls.json',
];
const rooms = [
  'shared',
  'renderer',
  'test',
  'electron/main',
  'electron/preload',
  'electron/vault',
  'electron/parser',
  'electron/preview',
] as const;
export type Room = (typeof rooms)[number];

export interface Plant {
  readonly file: string;
  readonly text: string;
}

export class PlantedHouse {
  readonly folder: string;

  constructor(plants: readonly Plant[]) {
    mkdirSync(join(project, 'out'), { recursive: true });
    this.folder = mkdtempSync(join(project, 'out/planted-'));
    // oxlint passes over what git ignores, and ours ignores out/: the planted house is a repository of its own.
    mkdirSync(join(this.folder, '.git'));
    for (const path of [...rules, ...rooms.map((room) => `${room}/tsconfig.json`)]) {
      cpSync(join(project, path), join(this.folder, path), { recursive: true });
    }
    for (const room of rooms) this.#write({ file: `${room}/innocent.ts`, text: 'export const innocent = 1;\n' });
    for (const plant of plants) this.#write(plant);
  }

  #write({ file, text }: Plant): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Names of the walls that each file runs into, by dependency-cruiser. */
  async walls(): Promise<Map<string, Set<string>>> {
    const output = await this.#tool('dependency-cruiser/bin/dependency-cruise.mjs', [
      '--config',
      'build/walls.cjs',
      '--output-type',
      'json',
      ...['electron', 'renderer', 'shared', 'test'],
    ]);
    const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    return grouped(summary.violations.map(({ from, rule }) => [from, rule.name]));
  }

  /** Names of the lint rules that each file breaks, by the one command that the real house is linted with. */
  async lint(): Promise<Map<string, Set<string>>> {
    const output = await this.#run(join(this.folder, 'build/lint.mjs'), ['--format=unix']);
    const found = [...output.matchAll(/^(\S+?):\d+:\d+: .*\[(?:Error|Warning)\/(\S+)\]$/gm)];
    return grouped(
      found.map(([, file = '', rule = '']): [string, string] => [file, rule.replace(/^(.*)\((.*)\)$/, '$1/$2')]),
    );
  }

  /** Codes of the compiler errors in each file of a room. */
  async types(room: Room): Promise<Map<string, Set<string>>> {
    const output = await this.#tool('typescript-7/bin/tsc', ['-p', room, '--pretty', 'false']);
    const found = [...output.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+)/gm)];
    return grouped(found.map(([, file = '', code = '']): [string, string] => [file, code]));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs a tool of the project in the planted house; a tool that finds something exits with an error, as it should. */
  #tool(path: string, args: readonly string[]): Promise<string> {
    return this.#run(join(project, 'node_modules', path), args);
  }

  #run(script: string, args: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const options = { cwd: this.folder, maxBuffer: 64 * 1024 * 1024 };
      execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
        if (stdout !== '') resolve(stdout);
        else reject(new Error(`${script} said nothing: ${stderr}`, { cause: error }));
      });
    });
  }
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [file, name] of pairs) groups.set(file, (groups.get(file) ?? new Set()).add(name));
  return groups;
}

/** The names of all walls in build/walls.cjs. */
export function namesOfWalls(): string[] {
  const text = readFileSync(join(project, 'build/walls.cjs'), 'utf8');
  return [...text.matchAll(/wall\(\s*'([a-z-]+)'/g)].map(([, name = '']) => name);
}
