// Takes back what the app gave to the desktop: the selection (X11 publishes it to every program) and, if ours, the clipboard.
// The one file that knows how Electron's clipboard differs between versions.

interface Clearable {
  clear(type?: 'selection' | 'clipboard'): unknown;
}
/** Electron 33 takes the name of the clipboard as an argument; 45 has an object of its own for the selection. */
export interface DesktopClipboard extends Clearable {
  readonly selection?: Clearable;
}

export interface Copied {
  /** The page copied or cut text: the clipboard is ours to clear until the end of this process. */
  note(): void;
  forget(): Promise<void>;
}

export function watchCopied(clipboard: DesktopClipboard): Copied {
  let ours = false;
  return {
    note: () => {
      ours = true;
    },
    forget: async () => {
      const { selection } = clipboard;
      await (selection === undefined ? clipboard.clear('selection') : selection.clear());
      if (ours) await clipboard.clear();
    },
  };
}
