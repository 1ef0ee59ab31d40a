// How this person likes to see the app. In memory only; the vault keeps it per staff member once she is signed in.
import { z } from 'zod';
import { create } from 'zustand';

export const Scheme = z.enum(['auto', 'light', 'dark']);
export type Scheme = z.output<typeof Scheme>;
export const textSizes = [100, 110, 125, 140, 150] as const;
export type TextSize = (typeof textSizes)[number];

export interface Preferences {
  readonly scheme: Scheme;
  /** Percent. */
  readonly textSize: TextSize;
  /** Aliases are replaced by numbers on screen, for when somebody may look over the shoulder. */
  readonly namesHidden: boolean;
}

interface PreferenceStore extends Preferences {
  readonly change: (wish: Partial<Preferences>) => void;
}

export const usePreferences = create<PreferenceStore>((set) => ({
  scheme: 'auto',
  textSize: 100,
  namesHidden: false,
  change: (wish) => set(wish),
}));

/** The next size up (1) or down (-1); stays at the ends. */
export function stepTextSize(size: TextSize, step: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(size) + step] ?? size;
}
