// What must reach the vault before the page dies: every open draft registers its flush here. Lock waits for all of them.
type Flush = () => Promise<unknown>;
const pending = new Set<Flush>();

/** Registers a flush and returns how to take it back. */
export function beforeLock(flush: Flush): () => void {
  pending.add(flush);
  return () => void pending.delete(flush);
}

/** Sends everything that is still unsaved. A flush that cannot be saved does not hold up the others, nor the lock. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...pending].map((flush) => flush()));
}
