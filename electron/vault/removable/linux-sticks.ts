// The real sticks of a Linux machine: lsblk(8) for what is plugged in, the kernel's mount table for where it is,
// sync(1) to flush, udisksctl(1) or umount(8) to let go. Nothing is ever mounted or formatted by us.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, realpath, statfs } from 'node:fs/promises';
import { z } from 'zod';
import { VaultError } from '#shared/contract/errors';
import { runQuietly } from './drop-cached-pages.ts';
import { type Mount, mountHolding, parseMountInfo, placesOf } from './mount-table.ts';
import type { Space, Stick, StickPort } from './stick-port.ts';

const LSBLK = '/usr/bin/lsblk';
const SYNC = '/usr/bin/sync';
const UDISKS = '/usr/bin/udisksctl';
const UMOUNT = '/usr/bin/umount';
/** statfs(2): MSDOS_SUPER_MAGIC; FAT holds files up to 4 GiB less one byte. */
const FAT = 0x4d44;
const LARGEST_ON_FAT = 2 ** 32 - 1;
const FLUSH_LIMIT_MS = 10 * 60_000;
const LOOK_EVERY_MS = 500;

interface Device {
  path: string;
  'maj:min': string;
  type: string;
  fstype: string | null;
  size: number | string | null;
  ro: boolean | string;
  hotplug: boolean | string;
  tran: string | null;
  children?: Device[] | undefined;
}
const yes = (value: boolean | string): boolean => value === true || value === '1';
const Device: z.ZodType<Device> = z.lazy(() =>
  z.object({
    path: z.string(),
    'maj:min': z.string(),
    type: z.string(),
    fstype: z.string().nullable(),
    size: z.union([z.number(), z.string()]).nullable(),
    ro: z.union([z.boolean(), z.string()]),
    hotplug: z.union([z.boolean(), z.string()]),
    tran: z.string().nullable(),
    children: z.array(Device).optional(),
  }),
);
const Listing = z.object({ blockdevices: z.array(Device) });

const lsblk = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const args = ['-J', '-b', '-o', 'PATH,MAJ:MIN,TYPE,FSTYPE,SIZE,RO,HOTPLUG,TRAN'];
    execFile(LSBLK, args, { env: { LC_ALL: 'C' }, timeout: 10_000 }, (error, stdout) => {
      if (error) reject(new Error('lsblk did not answer'));
      else resolve(stdout);
    });
  });

/** A disk that comes and goes: USB, or anything the kernel calls hot-pluggable that is not a built-in bus. */
const comesAndGoes = (disk: Device): boolean =>
  disk.type === 'disk' && (disk.tran === 'usb' || (yes(disk.hotplug) && disk.tran !== 'sata'));

/** Where files could be: the partitions, or the disk itself when it carries a file system without a table. */
const places = (disk: Device): readonly Device[] => (disk.children?.length ? disk.children : [disk]);

/** The kernel counts every disk that ever appeared (since 5.15): a stick put back within a second has a new number. */
const sequenceOf = (deviceNumber: string): Promise<string> =>
  readFile(`/sys/dev/block/${deviceNumber}/diskseq`, 'utf8')
    .catch(() => readFile(`/sys/dev/block/${deviceNumber}/../diskseq`, 'utf8'))
    .then((text) => text.trim())
    .catch(() => '0'); // older kernel: the mount number alone tells insertions apart

async function asStick(place: Device, mounts: readonly Mount[]): Promise<Stick> {
  const number = place['maj:min'];
  return {
    device: place.path,
    insertion: await sequenceOf(number),
    mountedAt: placesOf(mounts, number),
    format: place.fstype,
    readOnly: yes(place.ro) || mounts.some((mount) => mount.deviceNumber === number && mount.readOnly),
    bytes: Number(place.size ?? 0),
  };
}

/** Sticks in the output of `lsblk -J -b`; exported so that recorded outputs of other machines can be read in tests. */
export async function sticksIn(lsblkJson: string, mounts: readonly Mount[]): Promise<readonly Stick[]> {
  const listing = Listing.parse(JSON.parse(lsblkJson));
  const found = listing.blockdevices.filter(comesAndGoes).flatMap(places);
  return Promise.all(found.map((place) => asStick(place, mounts)));
}

const readMounts = async (): Promise<readonly Mount[]> =>
  parseMountInfo(await readFile('/proc/self/mountinfo', 'utf8'));

async function list(): Promise<readonly Stick[]> {
  if (!existsSync(LSBLK)) return [];
  return sticksIn(await lsblk(), await readMounts());
}

async function mountOf(folder: string): Promise<{ mount: Mount | null; mounts: readonly Mount[] }> {
  const mounts = await readMounts();
  return { mount: mountHolding(mounts, await realpath(folder)), mounts };
}

async function identify(folder: string): Promise<Stick | null> {
  const { mount } = await mountOf(folder);
  if (!mount) return null;
  const sticks = await list();
  return sticks.find((stick) => stick.mountedAt.includes(mount.mountPoint)) ?? null;
}

async function space(folder: string): Promise<Space> {
  const found = await statfs(folder);
  return {
    totalBytes: found.blocks * found.bsize,
    freeBytes: found.bavail * found.bsize,
    largestFileBytes: found.type === FAT ? LARGEST_ON_FAT : null,
  };
}

async function mountedTwice(folder: string): Promise<boolean> {
  const { mount, mounts } = await mountOf(folder);
  return (
    mount !== null &&
    new Set(mounts.filter((m) => m.deviceNumber === mount.deviceNumber).map((m) => m.mountPoint)).size > 1
  );
}

async function sync(folder: string, everything: boolean): Promise<void> {
  if (!existsSync(SYNC)) return; // fsync of file and folder has been done by the caller
  const flushed = await runQuietly(SYNC, everything ? [] : ['-f', folder], FLUSH_LIMIT_MS);
  if (!flushed) throw new VaultError('stick-removed');
}

/** Calls back when a text that is read again and again has changed; returns how to stop. */
export function watchText(read: () => Promise<string>, everyMs: number, changed: () => void): () => void {
  let before: string | null = null;
  const look = async (): Promise<void> => {
    const now = await read();
    if (before !== null && now !== before) changed();
    before = now;
  };
  const timer = setInterval(() => void look().catch(() => undefined), everyMs); // a missed look is made up by the next
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

/** Two small kernel files every half second; lsblk runs only for those who ask afterwards. */
const watch = (changed: () => void): (() => void) =>
  watchText(
    async () => (await readFile('/proc/partitions', 'utf8')) + (await readFile('/proc/self/mountinfo', 'utf8')),
    LOOK_EVERY_MS,
    changed,
  );

/** Unmounts as the desktop would. The exit code is not believed: the machine is looked at afterwards. */
async function eject(stick: Stick): Promise<'unmounted' | 'still-in-use' | 'gone'> {
  if (existsSync(UDISKS))
    await runQuietly(UDISKS, ['unmount', '-b', stick.device, '--no-user-interaction'], FLUSH_LIMIT_MS);
  const after = await again(stick);
  for (const point of after?.mountedAt ?? []) await runQuietly(UMOUNT, ['--', point], FLUSH_LIMIT_MS);
  const last = await again(stick);
  if (!last) return 'gone';
  return last.mountedAt.length === 0 ? 'unmounted' : 'still-in-use';
}

const again = async (stick: Stick): Promise<Stick | undefined> =>
  (await list()).find((other) => other.device === stick.device && other.insertion === stick.insertion);

/** The sticks of this Linux machine. */
export const linuxSticks = (): StickPort => ({ list, watch, identify, space, mountedTwice, sync, eject });
