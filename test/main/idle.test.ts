// When nobody is there, and where the window stood when somebody was.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseDataFolder, closeDataFolder } from '../../electron/main/data-folder.ts';
import { Preferences } from '#shared/contract/preferences';
import { readKept, writeKept } from '../../electron/main/kept-file.ts';
import { firstSize, fitsAScreen, readGeometry, writeGeometry } from '../../electron/main/geometry.ts';
import { idleVerdict } from '../../electron/main/idle.ts';
import type { IdleSigns } from '../../electron/main/idle.ts';
import { asksToLock } from '../../electron/main/keys.ts';
import { errorFacts, logLine } from '../../electron/main/log.ts';

const signs = (changes: Partial<IdleSigns>): IdleSigns => ({
  system: 0,
  systemCounts: true,
  window: 0,
  late: 0,
  ...changes,
});

describe('the idle watch', () => {
  it('leaves a person alone who works here or in another program', () => {
    expect(idleVerdict(signs({ system: 600, window: 5 }), 3)).toEqual({ kind: 'present' });
    expect(idleVerdict(signs({ system: 5, window: 600 }), 3)).toEqual({ kind: 'present' });
  });

  it('gives 30 seconds of notice, counted down, and locks at the limit', () => {
    expect(idleVerdict(signs({ system: 149, window: 149 }), 3)).toEqual({ kind: 'present' });
    expect(idleVerdict(signs({ system: 150, window: 150 }), 3)).toEqual({ kind: 'soon', seconds: 30 });
    expect(idleVerdict(signs({ system: 179, window: 179.5 }), 3)).toEqual({ kind: 'soon', seconds: 1 });
    expect(idleVerdict(signs({ system: 180, window: 180 }), 3)).toEqual({ kind: 'lock' });
  });

  it('follows the shelter’s own limit', () => {
    expect(idleVerdict(signs({ system: 61, window: 61 }), 1)).toEqual({ kind: 'lock' });
    expect(idleVerdict(signs({ system: 800, window: 800 }), 15)).toEqual({ kind: 'present' });
  });

  it('trusts its own window where the desktop cannot tell and says 0 for ever', () => {
    expect(idleVerdict(signs({ system: 0, systemCounts: false, window: 200 }), 3)).toEqual({ kind: 'lock' });
  });

  it('locks when the computer slept without saying so', () => {
    expect(idleVerdict(signs({ late: 3600 }), 3)).toEqual({ kind: 'lock' });
    expect(idleVerdict(signs({ late: 10 }), 3)).toEqual({ kind: 'present' });
  });
});

describe('the keyboard', () => {
  const press = { type: 'keyDown', key: 'l', control: true, meta: false, alt: false, shift: false };

  it('locks by Ctrl+L alone, with Caps Lock too', () => {
    expect(asksToLock(press)).toBe(true);
    expect(asksToLock({ ...press, key: 'L' })).toBe(true);
    for (const other of [{ type: 'keyUp' }, { control: false }, { alt: true }, { shift: true }, { key: 'k' }]) {
      expect(asksToLock({ ...press, ...other })).toBe(false);
    }
  });
});

describe('what is kept outside the vault', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'data-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const place = { x: 10, y: 20, width: 800, height: 600, maximized: false };

  it('is where the window stood, readable by its owner alone, written whole', () => {
    const file = join(folder, 'window.json');
    writeGeometry(file, place);
    expect(readGeometry(file)).toEqual(place);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it.each(['', '{', '[]', '{"x":1}', JSON.stringify({ ...place, width: 9 }), JSON.stringify({ ...place, note: 'x' })])(
    'is ignored when it is not what we wrote: %s',
    (text) => {
      writeFileSync(join(folder, 'window.json'), text);
      expect(readGeometry(join(folder, 'window.json'))).toBeUndefined();
    },
  );

  it('is left as it was when it cannot be written, and nobody is locked out for it', () => {
    const file = join(folder, 'window.json');
    writeGeometry(file, place);
    mkdirSync(`${file}.part`);
    expect(() => writeGeometry(file, { ...place, width: 900 })).not.toThrow();
    expect(readGeometry(file)).toEqual(place);
  });

  it('and how the person likes to see it: three choices, and nothing besides', () => {
    const file = join(folder, 'preferences.json');
    const wish = { scheme: 'dark', textSize: 125, namesHidden: true } as const;
    writeKept(file, wish, 'preferences');
    expect(readKept(file, Preferences)).toEqual(wish);
    writeKept(file, { ...wish, note: 'x' }, 'preferences');
    expect(readKept(file, Preferences)).toBeUndefined();
  });

  it('never puts the window where no screen is any more', () => {
    const screen = { x: 0, y: 0, width: 1280, height: 900 };
    expect(fitsAScreen(place, [screen])).toBe(true);
    expect(fitsAScreen({ ...place, x: 2000 }, [screen])).toBe(false);
    expect(fitsAScreen({ ...place, y: 890 }, [screen])).toBe(false);
    expect(fitsAScreen({ ...place, x: 2000 }, [screen, { ...screen, x: 1280 }])).toBe(true);
  });

  it('is no larger than a small laptop has room for, and no larger than the pages need', () => {
    expect(firstSize({ x: 0, y: 0, width: 1366, height: 728 })).toEqual({ width: 1280, height: 728 });
    expect(firstSize({ x: 0, y: 0, width: 2560, height: 1400 })).toEqual({ width: 1280, height: 832 });
  });

  it('lies where a test says, but never where a command line tells a packaged app', () => {
    const args = ['/app', `--data-dir=${folder}/here`, `--clock-file=${folder}/clock`];
    expect(chooseDataFolder('/appdata', args, false)).toMatchObject({
      folder: `${folder}/here`,
      clockFile: `${folder}/clock`,
    });
    expect(chooseDataFolder('/appdata', args, true)).toMatchObject({
      folder: '/appdata/Records',
      clockFile: undefined,
    });
    expect(chooseDataFolder('/appdata', ['--data-dir=relative'], false).folder).toBe('/appdata/Records');
  });

  it('is closed to other accounts even if the folder was open before', () => {
    const data = chooseDataFolder(folder, [], true);
    closeDataFolder(data);
    for (const ours of [data.folder, data.profile]) expect(statSync(ours).mode & 0o077).toBe(0);
  });
});

describe('the log', () => {
  it('takes codes and numbers and drops everything that could be a sentence, a path or a name with a space', () => {
    const line = logLine(
      'vault-exit',
      { exitCode: 9, reason: 'killed', path: '/home/ana', note: 'Ana was here' },
      12.6,
    );
    expect(JSON.parse(line)).toEqual({ at: 13, event: 'vault-exit', exitCode: 9, reason: 'killed' });
  });

  it('knows an error by its class and code, never by its words', () => {
    const error = Object.assign(new RangeError('Ana sleeps in room 4'), { code: 'ENOENT', path: '/home/ana' });
    expect(errorFacts(error)).toEqual({ kind: 'RangeError', code: 'ENOENT' });
    expect(errorFacts('Ana')).toEqual({ kind: 'string' });
  });
});
