// A backup copies files that the database of its snapshot names. While it does, nothing that was taken away leaves the folder;
// the bytes go when the backup has ended, or at the next unlock.
import { removeBlob } from './blob-folder.ts';

export interface BlobKeeper {
  /** Removes a file, now or when nobody needs it any more. */
  drop(blob: string): void;
  /** Keeps everything in its place while `work` runs. */
  holding<T>(work: () => Promise<T>): Promise<T>;
  /** Whether a backup is being made. */
  isHeld(): boolean;
}

export function blobKeeper(folder: string): BlobKeeper {
  const dropped: string[] = [];
  let holders = 0;
  const settle = (): void => {
    if (holders === 0) for (const blob of dropped.splice(0)) removeBlob(folder, blob);
  };
  return {
    drop: (blob) => {
      dropped.push(blob);
      settle();
    },
    isHeld: () => holders > 0,
    holding: async (work) => {
      holders += 1;
      try {
        return await work();
      } finally {
        holders -= 1;
        settle();
      }
    },
  };
}
