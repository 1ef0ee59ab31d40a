// What the lockfile may contain, and under which licences: everything that is installed comes from the registry, by
// hash, and may be passed on under the AGPL.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project } from './planted-house.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}
interface Manifest {
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(project, path), 'utf8'));
const lock = readJson('package-lock.json') as { packages: Record<string, Locked> };
const manifest = readJson('package.json') as Manifest;
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

// SPDX names that may be shipped with, or used to build, an AGPL-3.0-only program.
const allowed = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'MPL-2.0', 'Unlicense', 'CC0-1.0'],
  ...['BlueOak-1.0.0', 'Python-2.0', 'LGPL-2.1-or-later', 'LGPL-3.0-or-later', 'AGPL-3.0-only', 'OFL-1.1', 'WTFPL'],
  ...['CC-BY-3.0', 'CC-BY-4.0', 'Zlib'],
]);

/** Whether an SPDX expression leaves a choice that is allowed: one of an OR, all of an AND. */
function mayBeUsed(expression: string): boolean {
  const text = expression.replace(/^\((.*)\)$/, '$1');
  if (text.includes(' OR ')) return text.split(' OR ').some(mayBeUsed);
  if (text.includes(' AND ')) return text.split(' AND ').every(mayBeUsed);
  return allowed.has(text);
}

function licenceOf(path: string): string {
  const { license, licenses } = readJson(`${path}/package.json`) as Manifest;
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type ?? '').join(' OR ') ?? 'none stated';
}

describe('the packages', () => {
  it('are locked by hash and named by no host', () => {
    const astray = locked.filter(([, entry]) => entry.resolved !== undefined || entry.link === true);
    expect(astray.map(([path]) => path)).toEqual([]);
    const unhashed = locked.filter(([, entry]) => !/^sha512-/.test(entry.integrity ?? ''));
    expect(unhashed.map(([path]) => path)).toEqual([]);
  });

  it('are asked for by exact version, never by a git or file address', () => {
    const asked = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(asked.filter(([, version]) => !/^(npm:[a-z-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(asked.length).toBeGreaterThan(20);
  });

  it('ship as loose modules only where they must: the two native ones and age', () => {
    expect(Object.keys(manifest.dependencies ?? {}).sort()).toEqual([
      '@node-rs/argon2',
      '@signalapp/sqlcipher',
      'age-encryption',
    ]);
  });

  it('have licences that the AGPL can live with', () => {
    const installed = locked.map(([path]) => path).filter((path) => existsSync(join(project, path, 'package.json')));
    expect(installed.length).toBeGreaterThan(100);
    const refused = installed
      .map((path) => `${path}: ${licenceOf(path)}`)
      .filter((line) => !mayBeUsed(line.split(': ')[1] ?? ''));
    expect(refused).toEqual([]);
  });

  it('run no install scripts', () => {
    const settings = readFileSync(join(project, '.npmrc'), 'utf8');
    expect(settings).toContain('ignore-scripts=true');
    expect(settings).not.toMatch(/registry\s*=|_auth/);
  });
});
