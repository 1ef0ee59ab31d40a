// A person's hands, counted: clicks, and chords or single keys that are not text. Typing of content does not count (interface §5).
import type { Locator, Page } from 'playwright-core';

export interface Counts {
  readonly clicks: number;
  readonly keys: number;
  /** Letters of a search, counted apart: flow F2 has a budget of its own for them. */
  readonly letters: number;
}

export interface CountedHand {
  click(where: Locator): Promise<void>;
  key(chord: string): Promise<void>;
  /** Content: her words, a name, a passphrase. */
  type(text: string): Promise<void>;
  /** Letters that are typed only to find something. */
  search(letters: string): Promise<void>;
  readonly counts: Counts;
}

export function countedHand(page: () => Page): CountedHand {
  const counts = { clicks: 0, keys: 0, letters: 0 };
  return {
    counts,
    click: async (where) => {
      counts.clicks += 1;
      await where.click();
    },
    key: async (chord) => {
      counts.keys += 1;
      await page().keyboard.press(chord);
    },
    type: (text) => page().keyboard.type(text),
    search: async (letters) => {
      counts.letters += letters.length;
      await page().keyboard.type(letters);
    },
  };
}
