// How this person likes to see the app, and the way to main, which keeps it for the next start.
import { create } from 'zustand';
import type { Bridge } from '#shared/contract/bridge';
import {
  firstPreferences,
  type Preferences,
  readPreferences,
  type TextSize,
  textSizes,
} from '#shared/contract/preferences';

interface PreferenceStore extends Preferences {
  /** Those of the person signed in; before, the computer's. */
  readonly isOwn: boolean;
  readonly change: (wish: Partial<Preferences>) => void;
}

export const usePreferences = create<PreferenceStore>((set) => ({
  ...firstPreferences,
  isOwn: false,
  change: (wish) => set(wish),
}));

/** Begins with what main kept from the start before, and hands it every change. Before the first paint. */
export function keepPreferences(bridge: Pick<Bridge, 'preferences' | 'keepPreferences'>): () => void {
  usePreferences.setState(readPreferences(bridge.preferences));
  return usePreferences.subscribe(({ scheme, textSize, namesHidden }) =>
    bridge.keepPreferences({ scheme, textSize, namesHidden }),
  );
}

/** The next size up (1) or down (-1); stays at the ends. */
export function stepTextSize(size: TextSize, step: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(size) + step] ?? size;
}
