// The one thing main does by keyboard: lock. The size of the text is the page's own, and there is no application menu, so
// nothing else enlarges the window.

export interface KeyPress {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** Ctrl+L locks even when the page itself no longer answers. */
export function asksToLock(press: KeyPress): boolean {
  const plain = press.control !== press.meta && !press.alt && !press.shift;
  return press.type === 'keyDown' && plain && press.key.toLowerCase() === 'l';
}
