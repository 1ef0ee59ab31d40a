// The key files that are at hand. They are found by what they are, on every stick that is plugged in, and tried one after another: no file
// and no answer here says whose it is. Everything is read anew each time, and nothing of it stays in memory but where it lay.
import { basename, dirname } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { type KeyFileReading, readKeyFile } from '../keys/key-file.ts';
import { namesOutside, readOutside } from '../removable/open-outside.ts';
import type { Stick, StickPort } from '../removable/stick-port.ts';
import { whenFileGone, whenStickGone } from './stick-gone.ts';

/** Where a key file lies. */
export interface KeyFilePlace {
  readonly folder: string;
  readonly name: string;
  /** Null where the machine does not tell of its sticks, and for a folder on its own disk. */
  readonly stick: Stick | null;
}

export interface KeyFileAtHand extends KeyFilePlace {
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

export interface AtHand {
  readonly whole: readonly KeyFileAtHand[];
  /** How many began as a key file does and were not whole. */
  readonly damaged: number;
}

/** Key files lie at the top of a stick, under a name that says no more than what they are. */
const NAME = /\.key$/i;
const MOST_STICKS = 8;
const MOST_FILES = 32;
/** Longer than a key file, so that one with something behind it is called damaged. */
const LIMIT = 4_096;
/** Nobody waits at the locked screen for a stick that does not answer. */
const PATIENCE_MS = 3_000;

export class KeyFiles {
  readonly #sticks: StickPort;
  readonly #gone: () => void;
  #chosen: KeyFilePlace | null = null;
  #openedWith: KeyFilePlace | null = null;
  #unfollow: () => void = () => undefined;

  /** `gone` is called when the stick that is followed was taken out. */
  constructor(sticks: StickPort, gone: () => void) {
    this.#sticks = sticks;
    this.#gone = gone;
  }

  get isChosen(): boolean {
    return this.#chosen !== null;
  }

  /** Never throws: a stick that cannot be read holds nothing. */
  async atHand(): Promise<AtHand> {
    const found: Found = { whole: [], damaged: 0 };
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const tooLong = new Promise<void>((resolve) => patience.addEventListener('abort', () => resolve()));
    await Promise.race([this.#look(found), tooLong]);
    return { whole: [...found.whole], damaged: found.damaged };
  }

  /** Points at one that lies elsewhere. Errors: file-not-recognised, file-damaged, those of reading a file outside. */
  async choose(path: string): Promise<void> {
    const place = { folder: dirname(path), name: basename(path) };
    const { state } = await read(place).catch((error: unknown) => {
      throw error instanceof VaultError && error.code === 'file-too-big'
        ? new VaultError('file-not-recognised')
        : error;
    });
    if (state !== 'whole') throw new VaultError(state === 'damaged' ? 'file-damaged' : 'file-not-recognised');
    this.#chosen = { ...place, stick: await this.#sticks.identify(place.folder).catch(() => null) };
  }

  /** Somebody is signed in, with this file or with none. Nothing is followed yet. */
  opened(place: KeyFilePlace | null): void {
    this.#unfollow();
    this.#openedWith = place;
  }

  /** From now on the stick must stay in. Nothing happens for who was signed in without a key file. */
  follow(): void {
    this.#unfollow();
    const place = this.#openedWith;
    if (place === null) return;
    this.#unfollow =
      place.stick === null
        ? whenFileGone({ folder: place.folder, names: [place.name] }, this.#gone)
        : whenStickGone(this.#sticks, place.stick, this.#gone);
  }

  unfollow(): void {
    this.#unfollow();
    this.#unfollow = () => undefined;
  }

  async #look(found: Found): Promise<void> {
    if (this.#chosen !== null) await add(found, this.#chosen);
    const sticks = await this.#sticks.list().catch(() => []);
    for (const stick of sticks.filter(({ mountedAt }) => mountedAt.length > 0).slice(0, MOST_STICKS)) {
      const folder = stick.mountedAt[0] ?? '';
      const names = await namesOutside(folder, (name) => NAME.test(name), MOST_FILES).catch(() => []);
      for (const name of names) {
        const isChosen = this.#chosen?.folder === folder && this.#chosen.name === name;
        if (!isChosen) await add(found, { folder, name, stick });
      }
    }
  }
}

interface Found {
  whole: KeyFileAtHand[];
  damaged: number;
}

async function add(found: Found, place: KeyFilePlace): Promise<void> {
  const reading = await read(place).catch((): KeyFileReading => ({ state: 'other' }));
  if (reading.state === 'damaged') found.damaged += 1;
  if (reading.state === 'whole') found.whole.push({ ...place, secret: reading.secret });
}

async function read({ folder, name }: Pick<KeyFilePlace, 'folder' | 'name'>): Promise<KeyFileReading> {
  return readKeyFile((await readOutside({ folder, names: [name], limit: LIMIT })).content);
}
