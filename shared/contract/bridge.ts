// What main, preload, page and vault say to each other outside the contract: the life of the app, never a record.
// Main learns no record, the page learns no path: a chosen file travels as an opaque handle that main grants to the vault.
import type { Preferences } from './preferences.ts';
import type { ProgramFacts } from './program.ts';

/** Why a file or folder is being chosen; decides the dialog's words and filter. */
export const choicePurposes = [
  'import-workbook',
  'package-folder',
  'backup-folder',
  'restore-folder',
  'recipient-file',
  'reply-file',
  'reader-folder',
  'table-folder',
  'history-folder',
  'key-folder',
  'key-file-folder',
  'key-file',
  'received-package',
  'attachment',
] as const;
export type ChoicePurpose = (typeof choicePurposes)[number];
/** What a file that was let go of on the window may be for. */
export const dropPurposes = ['import-workbook', 'attachment'] as const satisfies readonly ChoicePurpose[];
export type DropPurpose = (typeof dropPurposes)[number];

export interface Choice {
  readonly handle: string;
  /** Last part of the path, shown so that the person sees what was chosen. */
  readonly name: string;
}

/** main → vault */
export type MainToVault =
  | { readonly type: 'connect' } // carries the page's port; an earlier port is closed
  | { readonly type: 'grant'; readonly handle: string; readonly path: string; readonly purpose: ChoicePurpose }
  | { readonly type: 'parser'; readonly id: number } // carries a port to a fresh parser process
  | { readonly type: 'preview'; readonly id: number } // carries a port to a fresh preview
  | { readonly type: 'press'; readonly id: number } // carries a port to a fresh press
  | { readonly type: 'close' }; // checkpoint, zero keys, exit 0
/** vault → main */
export type VaultToMain =
  | { readonly type: 'ready' }
  | { readonly type: 'granted'; readonly handle: string } // only now may the page use the handle
  | { readonly type: 'parser-wanted'; readonly id: number } // one process per file read; it ends when its port closes
  | { readonly type: 'preview-wanted'; readonly id: number } // one preview per picture
  | { readonly type: 'preview-done'; readonly id: number } // its process may end
  | { readonly type: 'press-wanted'; readonly id: number } // one press per PDF
  | { readonly type: 'press-done'; readonly id: number }
  | { readonly type: 'lock-after'; readonly minutes: number } // the idle setting, known once unlocked
  | { readonly type: 'key-file-gone' } // the stick that the person signed in needs was taken out: lock
  | { readonly type: 'restart' }; // a restore was claimed: start again in restore mode

/** What the preload offers the page as `window.records`. Nothing here knows an operation by name. */
export interface Bridge {
  /** The page's listener is in place: send the port. */
  readonly ready: () => void;
  /** The first screen is painted (used by the benchmark). */
  readonly painted: () => void;
  /** Forget everything and start again at the neutral screen. */
  readonly lock: () => void;
  readonly choose: (purpose: ChoicePurpose) => Promise<Choice | null>;
  /** A file dropped on the window becomes a choice too. */
  readonly dropped: (file: unknown, purpose: DropPurpose) => Promise<Choice | null>;
  /** What program this is, compared anew each time; null when that failed. */
  readonly program: () => Promise<ProgramFacts | null>;
  readonly platform: string;
  /** How the app was last looked at, as main kept it: `readPreferences` reads it. */
  readonly preferences: string;
  readonly keepPreferences: (preferences: Preferences) => void;
  /** Main asks the page to flush drafts; the page answers by calling `flushed`. */
  readonly onFlush: (listener: () => void) => void;
  readonly flushed: () => void;
  /** Main says: idle, the screen will lock in this many seconds; 0 means the person is back. */
  readonly onLockSoon: (listener: (seconds: number) => void) => void;
}

/** The message with which the preload hands the port to the page. */
export const PORT_MESSAGE = 'records-port';

/** Before the kept preferences, in the page process's own arguments. */
export const PREFERENCES_FLAG = '--records-preferences=';

/** Every channel between preload and main. There are no others. */
export const channel = {
  ready: 'records:ready',
  painted: 'records:painted',
  lock: 'records:lock',
  choose: 'records:choose',
  dropped: 'records:dropped',
  program: 'records:program',
  copied: 'records:copied',
  flushed: 'records:flushed',
  preferences: 'records:preferences',
  port: 'records:port',
  flush: 'records:flush',
  lockSoon: 'records:lock-soon',
} as const;
