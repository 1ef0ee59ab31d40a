// Notices that a stick was taken out, or, where the machine tells nothing of its sticks, that a file on one is no longer there.
import type { OutsideFile } from '../removable/open-outside.ts';
import { sizeOutside } from '../removable/open-outside.ts';
import type { Stick, StickPort } from '../removable/stick-port.ts';

const LOOK_EVERY_MS = 1_000;
/** A stick that is slow once is not gone. */
const MISSES = 2;

/** Calls back once when this stick is out, also when it is back within a second. Letting go of it is not taking it out. Returns how to stop. */
export function whenStickGone(
  sticks: Pick<StickPort, 'list' | 'watch'>,
  { device, insertion }: Pick<Stick, 'device' | 'insertion'>,
  gone: () => void,
): () => void {
  let isWatching = true;
  const look = async (): Promise<void> => {
    const list = await sticks.list().catch(() => null);
    if (!isWatching) return;
    if (list === null) {
      setTimeout(() => void look(), LOOK_EVERY_MS).unref(); // not to be had now: no other change may come
      return;
    }
    if (list.some((stick) => stick.device === device && stick.insertion === insertion)) return;
    stop();
    gone();
  };
  const stopWatching = sticks.watch(() => void look());
  const stop = (): void => {
    isWatching = false;
    stopWatching();
  };
  void look();
  return stop;
}

/** The same for a file on a medium that the machine does not tell of. */
export function whenFileGone(file: Pick<OutsideFile, 'folder' | 'names'>, gone: () => void): () => void {
  let missed = 0;
  const look = async (): Promise<void> => {
    const size = await sizeOutside(file).catch(() => null);
    missed = size === null ? missed + 1 : 0;
    if (missed === MISSES) {
      stop();
      gone();
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  const stop = (): void => clearInterval(timer);
  return stop;
}
