// How the program's files are judged, and which words they give.
import { describe, expect, it } from 'vitest';
import { compareHashes, hashOfHashes, networkVerdict } from '../../electron/main/program-verdict.ts';

const listed = { program: 'a1', 'resources/app.asar': 'b2', 'locales/en-US.pak': 'c3' };

describe('the files of the program', () => {
  it('are the same when each is there as it was listed, and nothing else is', () => {
    expect(compareHashes(listed, { ...listed })).toEqual({ same: 3, changed: 0, missing: 0, added: 0 });
  });

  it('are counted by what became of them', () => {
    const found = { program: 'a1', 'resources/app.asar': 'other', 'libgtk-3.so.0': 'd4' };
    expect(compareHashes(listed, found)).toEqual({ same: 1, changed: 1, missing: 1, added: 1 });
  });

  it('take no name of a property that every object has for a file', () => {
    expect(compareHashes({ constructor: 'a1' }, {})).toEqual({ same: 0, changed: 0, missing: 1, added: 0 });
  });

  it('give one hash whatever their order, and another as soon as a name or a file differs', () => {
    const turned = Object.fromEntries(Object.entries(listed).reverse());
    expect(hashOfHashes(turned)).toBe(hashOfHashes(listed));
    const others = [{ ...listed, program: 'a2' }, { ...listed, more: 'a1' }, { program2: 'a1' }].map(hashOfHashes);
    expect(new Set([hashOfHashes(listed), ...others]).size).toBe(4);
  });
});

describe('the network', () => {
  it.each([
    ['linux', ['lo'], 'denied'],
    ['linux', ['lo', 'eth0'], 'not-denied'],
    ['linux', ['lo', 'wlan0', 'docker0'], 'not-denied'],
    ['win32', [], 'not-known'],
    ['darwin', [], 'not-known'],
  ])('is judged on %s with %j as %s', (platform, devices, verdict) => {
    expect(networkVerdict(platform, devices)).toBe(verdict);
  });
});
