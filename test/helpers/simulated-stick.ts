// Sticks without hardware, below the same state machine as the real ones: put in, pulled, slow, full, read-only, failing
// per operation. Contents are real files in a real folder, so that everything above the port runs unchanged.
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import type { Space, Stick, StickPort } from '../../electron/vault/removable/stick-port.ts';
import { errnoError } from './failing-disk.ts';
import { tempFolder } from './temp-folder.ts';

type Operation = Exclude<keyof StickPort, 'watch'>;

interface Contents {
  readonly name: string;
  insertion: number;
  inserted: boolean;
  mounted: boolean;
  mountedAlso: string | null;
  format: string | null;
  readOnly: boolean;
  bytes: number;
  largestFileBytes: number | null;
  held: boolean;
}

export interface StickOptions {
  readonly format?: string | null;
  readonly readOnly?: boolean;
  readonly bytes?: number;
  readonly largestFileBytes?: number | null;
  /** False: plugged in, but the desktop has not mounted it. */
  readonly mounted?: boolean;
}

/** Folders outside the simulation lie on the computer's own disk, with room to spare. */
const BUILT_IN_DISK: Space = { totalBytes: 1e12, freeBytes: 1e11, largestFileBytes: null };

export class SimulatedSticks implements StickPort {
  readonly root: string;
  readonly calls: { operation: Operation; detail: unknown }[] = [];
  readonly #sticks = new Map<string, Contents>();
  readonly #listeners = new Set<() => void>();
  readonly #faults = new Map<Operation, { errno: string; always: boolean }>();
  readonly #before = new Map<Operation, () => void>();
  readonly #delays = new Map<Operation, number>();
  #insertions = 0;

  /** `root` is a new folder, removed after the test that is running, unless given. */
  constructor(root: string = tempFolder()) {
    this.root = root;
  }

  /** Puts a stick in for the first time; returns the folder where it is mounted. */
  insert(name: string, options: StickOptions = {}): string {
    this.#sticks.set(name, {
      name,
      insertion: ++this.#insertions,
      inserted: true,
      mounted: false,
      mountedAlso: null,
      format: options.format === undefined ? 'vfat' : options.format,
      readOnly: options.readOnly ?? false,
      bytes: options.bytes ?? 8e9,
      largestFileBytes: options.largestFileBytes ?? null,
      held: false,
    });
    mkdirSync(this.contentsOf(name), { recursive: true });
    if (options.mounted ?? true) this.mount(name);
    this.#tell();
    return join(this.root, name);
  }

  mount(name: string): void {
    const stick = this.#sticks.get(name)!;
    if (stick.format === null) return;
    renameSync(this.contentsOf(name), join(this.root, name));
    stick.mounted = true;
    this.#tell();
  }

  /** Pulled without asking: the folder is gone under whoever works in it. */
  pull(name: string): void {
    const stick = this.#sticks.get(name)!;
    this.#unmount(stick);
    stick.inserted = false;
    this.#tell();
  }

  /** The same stick again; the desktop mounts it at the same place. */
  putBack(name: string): void {
    const stick = this.#sticks.get(name)!;
    stick.inserted = true;
    stick.insertion = ++this.#insertions;
    this.mount(name);
  }

  mountASecondTime(name: string, at: string): void {
    this.#sticks.get(name)!.mountedAlso = at;
  }

  /** Another program has a file open on it: it cannot be unmounted. */
  hold(name: string, held: boolean): void {
    this.#sticks.get(name)!.held = held;
  }

  failNext(operation: Operation, errno: string): void {
    this.#faults.set(operation, { errno, always: false });
  }
  failAlways(operation: Operation, errno: string): void {
    this.#faults.set(operation, { errno, always: true });
  }
  clearFaults(): void {
    this.#faults.clear();
  }
  slow(operation: Operation, milliseconds: number): void {
    this.#delays.set(operation, milliseconds);
  }
  /** Runs once, just before the next call of that operation does its work. */
  justBefore(operation: Operation, act: () => void): void {
    this.#before.set(operation, act);
  }

  /** Where the files are while the stick is not mounted; for looking at what was really written. */
  contentsOf(name: string): string {
    return join(this.root, `.${name}`);
  }

  list(): Promise<readonly Stick[]> {
    return this.#run('list', null, () => this.#inserted().map((stick) => this.#seen(stick)));
  }

  watch(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  identify(folder: string): Promise<Stick | null> {
    return this.#run('identify', folder, () => {
      if (!existsSync(folder)) throw errnoError('ENOENT');
      const stick = this.#holding(folder);
      return stick ? this.#seen(stick) : null;
    });
  }

  space(folder: string): Promise<Space> {
    return this.#run('space', folder, () => {
      if (!folder.startsWith(this.root)) return BUILT_IN_DISK;
      const stick = this.#holding(folder);
      if (!stick) throw errnoError('ENOENT');
      const used = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
      return { totalBytes: stick.bytes, freeBytes: stick.bytes - used, largestFileBytes: stick.largestFileBytes };
    });
  }

  mountedTwice(folder: string): Promise<boolean> {
    return this.#run('mountedTwice', folder, () => this.#holding(folder)?.mountedAlso != null);
  }

  sync(folder: string, everything: boolean): Promise<void> {
    return this.#run('sync', { folder, everything }, () => {
      if (!existsSync(folder)) throw errnoError('ENOENT');
    });
  }

  eject(stick: Stick): Promise<'unmounted' | 'still-in-use' | 'gone'> {
    return this.#run('eject', stick.device, () => {
      const found = this.#inserted().find((other) => this.#seen(other).device === stick.device);
      if (found?.insertion.toString() !== stick.insertion) return 'gone';
      if (found.held) return 'still-in-use';
      this.#unmount(found);
      return 'unmounted';
    });
  }

  async #run<T>(operation: Operation, detail: unknown, work: () => T): Promise<T> {
    this.calls.push({ operation, detail });
    const delay = this.#delays.get(operation);
    if (delay !== undefined) await wait(delay);
    const act = this.#before.get(operation);
    this.#before.delete(operation);
    act?.();
    const fault = this.#faults.get(operation);
    if (fault && !fault.always) this.#faults.delete(operation);
    if (fault) throw errnoError(fault.errno);
    return work();
  }

  #inserted(): Contents[] {
    return [...this.#sticks.values()].filter((stick) => stick.inserted);
  }

  #holding(folder: string): Contents | undefined {
    return this.#inserted().find((stick) => stick.mounted && folder.startsWith(join(this.root, stick.name)));
  }

  #seen(stick: Contents): Stick {
    const mountedAt = stick.mounted
      ? [join(this.root, stick.name), ...(stick.mountedAlso ? [stick.mountedAlso] : [])]
      : [];
    return {
      device: `/dev/simulated-${stick.name}`,
      insertion: stick.insertion.toString(),
      mountedAt,
      format: stick.format,
      readOnly: stick.readOnly,
      bytes: stick.bytes,
    };
  }

  #unmount(stick: Contents): void {
    if (stick.mounted) renameSync(join(this.root, stick.name), this.contentsOf(stick.name));
    stick.mounted = false;
    stick.mountedAlso = null;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
