// The reader of partner agencies in Chromium, from the stick: no network, strict policy, and the round trip of an answer.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tellFound } from '../helpers/proof.ts';
import { openPlainWindow } from './driver/plain-window.ts';
import { readerTests } from './driver/reader-tests.ts';
import { appFolder } from './driver/runtime.ts';

it('is at most 250 KB', () => {
  const { size } = statSync(join(appFolder(), 'out/reader/reader.html'));
  tellFound('G9', { KB: size / 1000 });
  expect(size).toBeLessThanOrEqual(250_000);
});

readerTests(async (home) => {
  const window = await openPlainWindow(home);
  return { ...window, asked: () => window.askedFor() };
});
