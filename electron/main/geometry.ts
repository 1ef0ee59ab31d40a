// Where the window stood: kept outside the vault, because every lock ends the app.
import { z } from 'zod';
import { readKept, writeKept } from './kept-file.ts';

const pixels = z.number().int().min(-32_768).max(32_767);
const Geometry = z.strictObject({
  x: pixels,
  y: pixels,
  width: pixels.min(320),
  height: pixels.min(240),
  maximized: z.boolean(),
});
export type Geometry = z.output<typeof Geometry>;

/** Space that windows may cover on one screen, in device-independent pixels. */
export interface WorkArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a window is the first time: as much as the pages were drawn for, and no more than the screen has. */
export const firstSize = ({ width, height }: WorkArea): { width: number; height: number } => ({
  width: Math.min(1280, width),
  height: Math.min(832, height),
});

export const readGeometry = (file: string): Geometry | undefined => readKept(file, Geometry);
export const writeGeometry = (file: string, geometry: Geometry): void => writeKept(file, geometry, 'geometry');

/** Keeps a window reachable: it goes back only if its title bar lies on a screen that still exists. */
export function fitsAScreen(place: Geometry, screens: readonly WorkArea[]): boolean {
  const middle = place.x + place.width / 2;
  return screens.some(
    (area) =>
      middle >= area.x && middle < area.x + area.width && place.y >= area.y && place.y < area.y + area.height - 40,
  );
}
