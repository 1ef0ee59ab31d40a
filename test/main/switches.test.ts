// The command line: what is refused, what is taken away, what is always on; and how a page is built.
import { describe, expect, it } from 'vitest';
import { pagePreferences } from '../../electron/main/page-preferences.ts';
import { closeAirGap, refusedSwitch, stripSwitches } from '../../electron/main/switches.ts';
import type { CommandLine } from '../../electron/main/switches.ts';

/** Behaves as Electron's: appending keeps the value that is there last. */
function commandLine(given: Record<string, string> = {}): CommandLine & { readonly switches: Map<string, string> } {
  const switches = new Map(Object.entries(given));
  return {
    switches,
    hasSwitch: (name) => switches.has(name),
    appendSwitch: (name, value = '') => void switches.set(name, value),
    removeSwitch: (name) => void switches.delete(name),
  };
}

describe('the command line', () => {
  it.each(['no-sandbox', 'disable-setuid-sandbox', 'disable-dev-shm-usage', 'single-process', 'disable-web-security'])(
    'refuses a start with --%s',
    (name) => {
      expect(refusedSwitch(commandLine({ [name]: '' }))).toBe(name);
    },
  );

  it('starts without any of them', () => {
    expect(refusedSwitch(commandLine({ 'data-dir': '/tmp/x' }))).toBeUndefined();
  });

  it.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'js-flags',
    'load-extension',
    'log-net-log',
    'gpu-launcher',
  ])('loses --%s in a packaged app', (name) => {
    const line = commandLine({ [name]: '9222', lang: 'ar' });
    stripSwitches(line);
    expect([...line.switches.keys()]).toEqual(['lang']);
  });

  it('always resolves no name, uses no proxy that exists and not even loopback without it', () => {
    const line = commandLine({ 'host-resolver-rules': 'MAP * 10.0.0.1', 'proxy-server': 'http://10.0.0.1:8080' });
    closeAirGap(line);
    expect(line.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect(line.switches.get('proxy-server')).toBe('socks5://127.0.0.1:9');
    expect(line.switches.get('proxy-bypass-list')).toBe('<-loopback>');
    for (const name of ['disable-background-networking', 'disable-component-update', 'no-pings', 'disable-breakpad']) {
      expect(line.switches.has(name), name).toBe(true);
    }
  });
});

describe('a page', () => {
  it('has its walls up and every way out closed', () => {
    const { sandbox, contextIsolation, webSecurity, disableDialogs, ...rest } = pagePreferences;
    expect({ sandbox, contextIsolation, webSecurity, disableDialogs }).toEqual({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      disableDialogs: true,
    });
    expect(Object.entries(rest).filter(([, value]) => (value as unknown) === true)).toEqual([]);
    expect(rest).toMatchObject({
      devTools: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      v8CacheOptions: 'none',
    });
  });
});
