// The seam to the machine's sticks: seven operations, nothing else. Above it stands one state machine (stick-desk.ts),
// below it the real machine (linux-sticks.ts, plain-folders.ts); tests put a simulated stick below the same state machine.

export interface Stick {
  /** The device as the system names it now, e.g. `/dev/sdb1`. */
  readonly device: string;
  /** Changes whenever the same device was taken out and put in again, even within a second. */
  readonly insertion: string;
  readonly mountedAt: readonly string[];
  /** File system as the system names it, e.g. `vfat`; null when the stick has none. */
  readonly format: string | null;
  readonly readOnly: boolean;
  readonly bytes: number;
}

export interface Space {
  readonly totalBytes: number;
  readonly freeBytes: number;
  /** The largest single file the format can hold; null when there is no bound worth naming. */
  readonly largestFileBytes: number | null;
}

export interface StickPort {
  /** Every removable stick with its partitions that could hold files. */
  list(): Promise<readonly Stick[]>;
  /** Calls back after any stick came, went, or was mounted elsewhere; returns how to stop. */
  watch(changed: () => void): () => void;
  /** Which stick a folder lies on; null for a folder on a built-in disk. */
  identify(folder: string): Promise<Stick | null>;
  space(folder: string): Promise<Space>;
  /** The same file system is mounted in a second place: flushing one mount may leave the other's pages behind. */
  mountedTwice(folder: string): Promise<boolean>;
  /** Flushes the file system of the folder, or with `everything` all of them. */
  sync(folder: string, everything: boolean): Promise<void>;
  /** Asks the system to let go of the stick, then looks whether it did: a stick that is simply gone was not let go. */
  eject(stick: Stick): Promise<'unmounted' | 'still-in-use' | 'gone'>;
}
