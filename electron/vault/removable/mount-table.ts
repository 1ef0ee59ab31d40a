// Reads the kernel's own list of mounts (proc(5), mountinfo). Pure text in, values out.

export interface Mount {
  /** Number the kernel gave this mounting; another one after the stick was put in again. */
  readonly mountId: number;
  /** `major:minor` of the device, as lsblk prints it. */
  readonly deviceNumber: string;
  /** The part of the file system that is mounted; `/` is all of it. */
  readonly root: string;
  readonly mountPoint: string;
  readonly format: string;
  readonly readOnly: boolean;
}

/** Octal escapes of spaces, tabs, newlines and backslashes in mountinfo. */
const unescapePath = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

function parseLine(line: string): Mount | null {
  const [before, after] = line.split(' - ');
  const fields = before?.split(' ') ?? [];
  const [mountId, , deviceNumber, root, mountPoint, options] = fields;
  const [format, , superOptions] = after?.split(' ') ?? [];
  if (!mountId || !deviceNumber || !root || !mountPoint || !format) return null;
  const isReadOnly = (list: string | undefined): boolean => (list ?? '').split(',').includes('ro');
  return {
    mountId: Number(mountId),
    deviceNumber,
    root: unescapePath(root),
    mountPoint: unescapePath(mountPoint),
    format,
    readOnly: isReadOnly(options) || isReadOnly(superOptions),
  };
}

/** Every mount, in the kernel's order; lines of an unknown shape are left out. */
export const parseMountInfo = (text: string): readonly Mount[] =>
  text
    .split('\n')
    .map(parseLine)
    .filter((mount) => mount !== null);

/** The mount that holds `path` (absolute, links resolved): the longest mount point above it, the last one if two are equal. */
export function mountHolding(mounts: readonly Mount[], path: string): Mount | null {
  const holds = (point: string): boolean => point === '/' || path === point || path.startsWith(`${point}/`);
  let best: Mount | null = null;
  for (const mount of mounts) {
    if (holds(mount.mountPoint) && (best === null || mount.mountPoint.length >= best.mountPoint.length)) best = mount;
  }
  return best;
}

/** Every place where a device is mounted, each once. */
export const placesOf = (mounts: readonly Mount[], deviceNumber: string): readonly string[] => [
  ...new Set(mounts.filter((mount) => mount.deviceNumber === deviceNumber).map((mount) => mount.mountPoint)),
];
