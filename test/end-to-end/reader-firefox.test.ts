// The reader of partner agencies in Firefox, from the stick: the same as in Chromium.
import { describe, it } from 'vitest';
import { hasFirefox, startFirefox } from './driver/firefox.ts';
import { readerTests } from './driver/reader-tests.ts';

if (hasFirefox)
  describe('in Firefox', () => {
    readerTests(async (home) => {
      const firefox = await startFirefox(home);
      return { ...firefox, asked: () => Promise.resolve(firefox.askedFor) };
    });
  });
else it.skip('not looked at: firefox-esr is not installed here (root: apt-get install firefox-esr)', () => undefined);
