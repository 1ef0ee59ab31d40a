// The two things main does by keyboard: lock, and change the text size (no application menu, so not Chromium either).

const SMALLEST = 0.5;
const LARGEST = 3;
const STEP = 1.1;

export interface KeyPress {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** The text size after a key press, or undefined when the key has nothing to do with it. 1 is the normal size. */
export function zoomAfter(press: KeyPress, current: number): number | undefined {
  if (press.type !== 'keyDown' || press.alt || !(press.control || press.meta)) return undefined;
  if (press.key === '0') return 1;
  if (press.key === '+' || press.key === '=') return Math.min(LARGEST, current * STEP);
  if (press.key === '-') return Math.max(SMALLEST, current / STEP);
  return undefined;
}

/** Ctrl+L locks even when the page itself no longer answers. */
export function asksToLock(press: KeyPress): boolean {
  const plain = press.control !== press.meta && !press.alt && !press.shift;
  return press.type === 'keyDown' && plain && press.key.toLowerCase() === 'l';
}
