// How a person likes to see the app. It says nothing about anybody: her own is kept in the vault, and main keeps the last one
// beside the window's place, because the locked screen is to look right before anyone is known.
import { z } from 'zod';

export const Scheme = z.enum(['auto', 'light', 'dark']);
export type Scheme = z.output<typeof Scheme>;

/** Percent, smallest first; up to twice the size (WCAG 1.4.4). */
export const textSizes = [100, 110, 125, 140, 150, 175, 200] as const;
export type TextSize = (typeof textSizes)[number];

export const Preferences = z.strictObject({
  scheme: Scheme,
  textSize: z.literal(textSizes),
  /** Aliases are replaced by numbers on screen, for when somebody may look over the shoulder. */
  namesHidden: z.boolean(),
});
export type Preferences = z.output<typeof Preferences>;

export const firstPreferences: Preferences = { scheme: 'auto', textSize: 100, namesHidden: false };

/** From the text that main hands to its page; anything that is not what we wrote means the first ones. */
export function readPreferences(text: string): Preferences {
  try {
    return Preferences.parse(JSON.parse(text));
  } catch {
    return firstPreferences;
  }
}
