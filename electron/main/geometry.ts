// Where the window stood and how large its text was: all that is kept outside the vault, because every lock ends the app.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const pixels = z.number().int().min(-32_768).max(32_767);
const Geometry = z.strictObject({
  x: pixels,
  y: pixels,
  width: pixels.min(320),
  height: pixels.min(240),
  maximized: z.boolean(),
  zoom: z.number().min(0.5).max(3),
});
export type Geometry = z.output<typeof Geometry>;

/** Space that windows may cover on one screen, in device-independent pixels. */
export interface WorkArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const FIRST_SIZE = { width: 1280, height: 832 } as const;

/** The saved geometry, or undefined when there is none or it is not what we wrote. */
export function readGeometry(file: string): Geometry | undefined {
  try {
    return Geometry.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined; // A missing or damaged file only means the default place.
  }
}

/** Replaces the file whole, so that a kill in between leaves the earlier one. */
export function writeGeometry(file: string, geometry: Geometry): void {
  writeFileSync(`${file}.part`, JSON.stringify(geometry), { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

/** Keeps a window reachable: it goes back only if its title bar lies on a screen that still exists. */
export function fitsAScreen(place: Geometry, screens: readonly WorkArea[]): boolean {
  const middle = place.x + place.width / 2;
  return screens.some(
    (area) =>
      middle >= area.x && middle < area.x + area.width && place.y >= area.y && place.y < area.y + area.height - 40,
  );
}
