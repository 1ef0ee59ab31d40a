// What is known of each stick from being put in to being taken out, and the only way to work on one: one action at a time,
// watched to its end. A stick that went away in between is never a success, even when it is back within a second.
import { VaultError } from '#shared/contract/errors';
import type { StopSignal } from '#shared/contract/operation';
import type { StickAfterwards } from '#shared/records/export-package';
import type { Stick, StickPort } from './stick-port.ts';
import type { WriteControl, WriteStage } from './write-outside.ts';

/** `absent` is a stick that is not on the list. */
export type StickPhase =
  | 'present' // plugged in, carries no file system
  | 'mounting' // the desktop has a few seconds to mount it
  | 'unmounted' // has a file system, nobody mounted it
  | 'mounted'
  | WriteStage // writing, flushing, verifying
  | 'unmounting'
  | 'safe' // let go: may be taken out
  | 'gone'; // taken out during work

export interface SeenStick {
  readonly stick: Stick;
  readonly phase: StickPhase;
}

/** How long a desktop may take to mount a stick by itself before we say that it is not mounted. */
const MOUNT_GRACE_MS = 5_000;

interface Entry {
  stick: Stick;
  seenAt: number;
  stage: WriteStage | 'unmounting' | null;
  ended: 'safe' | 'gone' | null;
  /** Of the running action only: nothing of a failed one is left for the next. */
  stop: AbortController | null;
}

const isGone = (entry: Entry): boolean => entry.ended === 'gone';

/** Work that ended well, and how to let go of the stick afterwards. */
export interface Saved<T> {
  readonly value: T;
  letGo(): Promise<StickAfterwards>;
}

export interface SaveControl {
  readonly signal?: StopSignal;
  stage?(stage: WriteStage, done: number): void;
}

export class StickDesk {
  readonly #port: StickPort;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  readonly #stopWatching: () => void;
  #looking: Promise<void> = Promise.resolve();

  constructor(port: StickPort, now: () => number) {
    this.#port = port;
    this.#now = now;
    this.#stopWatching = port.watch(() => void this.look());
  }

  close(): void {
    this.#stopWatching();
    this.#listeners.clear();
  }

  /** Calls back when any stick may have another phase; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Every stick that is plugged in, and those that went away during work until they are back. */
  sticks(): readonly SeenStick[] {
    return [...this.#entries.values()].map((entry) => ({ stick: entry.stick, phase: this.#phase(entry) }));
  }

  /** Looks at the machine once more; looks follow each other, never overlap. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(async () => {
      try {
        this.#take(await this.#port.list());
      } catch {
        // The list is not to be had now; what was known stays, and work on a stick fails by its own errors.
      }
      for (const listener of this.#listeners) listener();
    });
    return this.#looking;
  }

  /**
   * Runs `work` on a folder. On a stick: watched, one action at a time. Errors: already-running, place-not-writable,
   * stick-removed (also when the stick came back), cancelled, and whatever `work` throws.
   */
  async save<T>(
    folder: string,
    work: (control: WriteControl) => Promise<T>,
    control: SaveControl = {},
  ): Promise<Saved<T>> {
    const stick = await this.#port.identify(folder).catch(() => {
      throw new VaultError('stick-removed');
    });
    if (!stick) return { value: await work(control), letGo: () => Promise.resolve('not-a-stick') };
    const entry = await this.#claim(stick);
    const stop = (): void => entry.stop?.abort(new VaultError('cancelled'));
    try {
      control.signal?.addEventListener('abort', stop);
      if (control.signal?.aborted) stop();
      const value = await work(this.#watched(entry, control));
      await this.#sameStick(folder, entry);
      return { value, letGo: () => this.#letGo(entry) };
    } catch (error) {
      await this.look();
      throw isGone(entry) ? new VaultError('stick-removed') : error;
    } finally {
      control.signal?.removeEventListener('abort', stop);
      entry.stage = null;
      entry.stop = null;
    }
  }

  async #claim(stick: Stick): Promise<Entry> {
    await this.look();
    const entry = this.#entries.get(stick.device);
    if (!entry || isGone(entry)) throw new VaultError('stick-removed');
    if (entry.stage !== null) throw new VaultError('already-running');
    if (stick.readOnly) throw new VaultError('place-not-writable');
    entry.stage = 'writing';
    entry.ended = null;
    entry.stop = new AbortController();
    return entry;
  }

  #watched(entry: Entry, control: SaveControl): WriteControl {
    const running = entry.stop ?? new AbortController();
    return {
      signal: running.signal,
      stage: (stage, done) => {
        entry.stage = stage;
        control.stage?.(stage, done);
        for (const listener of this.#listeners) listener();
      },
    };
  }

  /** After the read-back: still the same stick, put in the same once? Both the list and the folder must say so. */
  async #sameStick(folder: string, entry: Entry): Promise<void> {
    await this.look();
    const now = await this.#port.identify(folder).catch(() => null); // gone is the answer, not an error
    if (isGone(entry) || now?.insertion !== entry.stick.insertion) throw new VaultError('stick-removed');
  }

  async #letGo(entry: Entry): Promise<StickAfterwards> {
    if (isGone(entry)) return 'gone-before-safe';
    if (entry.stage !== null) return 'saved-still-in-use';
    entry.stage = 'unmounting';
    const outcome = await this.#port.eject(entry.stick).catch(() => 'still-in-use' as const); // a tool that fails has let go of nothing
    entry.stage = null;
    if (outcome === 'unmounted') entry.ended = 'safe';
    await this.look();
    if (outcome === 'unmounted') return 'safe-to-remove';
    return outcome === 'gone' || isGone(entry) ? 'gone-before-safe' : 'saved-still-in-use';
  }

  #take(list: readonly Stick[]): void {
    const found = new Map(list.map((stick) => [stick.device, stick]));
    for (const [device, entry] of this.#entries) {
      const now = found.get(device);
      if (now?.insertion === entry.stick.insertion) this.#keep(entry, now);
      else this.#lose(device, entry);
    }
    for (const stick of list) {
      const known = this.#entries.get(stick.device);
      if (!known || isGone(known)) this.#entries.set(stick.device, this.#fresh(stick));
    }
  }

  #keep(entry: Entry, now: Stick): void {
    entry.stick = now;
    if (entry.ended === 'safe' && now.mountedAt.length > 0) entry.ended = null; // opened again by the person
  }

  /** Only a stick that went away during work is remembered, until the next look after that work ended. */
  #lose(device: string, entry: Entry): void {
    if (entry.stage === null) {
      this.#entries.delete(device);
      return;
    }
    entry.ended = 'gone';
    entry.stop?.abort(new VaultError('stick-removed'));
  }

  #fresh(stick: Stick): Entry {
    return { stick, seenAt: this.#now(), stage: null, ended: null, stop: null };
  }

  #phase(entry: Entry): StickPhase {
    if (entry.ended !== null) return entry.ended;
    if (entry.stage !== null) return entry.stage;
    if (entry.stick.mountedAt.length > 0) return 'mounted';
    if (entry.stick.format === null) return 'present';
    return this.#now() - entry.seenAt < MOUNT_GRACE_MS ? 'mounting' : 'unmounted';
  }
}
