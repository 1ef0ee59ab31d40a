// What the eye sees of a control, taken from the picture of the window: its border, and the ring around it when it has the
// focus. Computed styles say what was asked for; only pixels say what is there.
import type { Locator, Page } from 'playwright-core';

/** Room around a control for its ring, which lies 2 px away and is 3 px wide. */
const ROOM = 10;

export interface Edge {
  /** The best contrast of a pixel of the border with the ground outside of it (WCAG 1.4.11 asks for 3). */
  readonly border: number;
}
export interface Ring {
  /** Pixels in a row, on the thinner of two sides, that the focus changes by 3:1 or more. */
  readonly width: number;
}

type Lines = readonly (readonly (readonly [number, number, number])[])[];

/** Two lines of pixels, from outside into the middle: from the left, and from above. */
async function lines(page: Page, control: Locator): Promise<Lines> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))));
  const box = (await control.boundingBox())!;
  const clip = { x: box.x - ROOM, y: box.y - ROOM, width: box.width + 2 * ROOM, height: box.height + 2 * ROOM };
  const picture = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  return page.evaluate(
    async ([base64, depth]) => {
      const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      canvas.drawImage(bitmap, 0, 0);
      const at = (x: number, y: number) => {
        const [red = 0, green = 0, blue = 0] = canvas.getImageData(x, y, 1, 1).data;
        return [red, green, blue] as [number, number, number];
      };
      const steps = Array.from({ length: depth }, (_, step) => step);
      const middle = { x: Math.floor(bitmap.width / 2), y: Math.floor(bitmap.height / 2) };
      return [steps.map((step) => at(step, middle.y)), steps.map((step) => at(middle.x, step))];
    },
    [picture.toString('base64'), ROOM + 5] as const,
  );
}

/** Relative luminance and contrast as WCAG 2 defines them. */
const light = ([red, green, blue]: readonly [number, number, number]): number => {
  const part = (value: number) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
};
type Pixel = readonly [number, number, number];
const contrast = (one: Pixel, other: Pixel): number => {
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

export async function edgeOf(page: Page, control: Locator): Promise<Edge> {
  const found = await lines(page, control);
  const side = (line: readonly Pixel[]) =>
    Math.max(...line.slice(ROOM - 1, ROOM + 3).map((pixel) => contrast(pixel, line[0]!)));
  return { border: Math.min(...found.map(side)) };
}

/** `before` is the same control without the focus. */
export async function ringOf(page: Page, control: Locator, focus: () => Promise<unknown>): Promise<Ring> {
  const before = await lines(page, control);
  await focus();
  const after = await lines(page, control);
  const side = (line: readonly Pixel[], at: number) => {
    let longest = 0;
    let run = 0;
    line.forEach((pixel, step) => {
      run = contrast(pixel, before[at]![step]!) >= 3 ? run + 1 : 0;
      longest = Math.max(longest, run);
    });
    return longest;
  };
  return { width: Math.min(...after.map(side)) };
}
