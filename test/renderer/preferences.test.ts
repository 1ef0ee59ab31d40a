// How the app is looked at outlives a lock: main keeps it, the page begins with it.
import { afterEach, expect, it } from 'vitest';
import { firstPreferences, type Preferences, readPreferences } from '#shared/contract/preferences';
import { keepPreferences, usePreferences } from '../../renderer/preferences.ts';

let stop = (): void => undefined;
afterEach(() => {
  stop();
  usePreferences.setState(firstPreferences);
});

it('begins with what was kept, and hands every change to main', () => {
  const kept: Preferences[] = [];
  const preferences = JSON.stringify({ scheme: 'dark', textSize: 125, namesHidden: true });
  stop = keepPreferences({ preferences, keepPreferences: (wish) => void kept.push(wish) });
  expect(usePreferences.getState()).toMatchObject({ scheme: 'dark', textSize: 125, namesHidden: true });
  usePreferences.getState().change({ textSize: 150 });
  expect(kept).toEqual([{ scheme: 'dark', textSize: 150, namesHidden: true }]);
});

it.each(['', '{', 'null', '{"scheme":"dark"}', '{"scheme":"dark","textSize":99,"namesHidden":false}'])(
  'begins anew with what is not ours: %s',
  (text) => expect(readPreferences(text)).toEqual(firstPreferences),
);
