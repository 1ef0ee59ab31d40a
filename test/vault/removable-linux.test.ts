// What the real port understands of a Linux machine: the kernel's mount table, lsblk's list, this machine's own disk.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dropCachedPages } from '../../electron/vault/removable/drop-cached-pages.ts';
import { linuxSticks, sticksIn, watchText } from '../../electron/vault/removable/linux-sticks.ts';
import { mountHolding, parseMountInfo, placesOf } from '../../electron/vault/removable/mount-table.ts';
import { plainFolders } from '../../electron/vault/removable/plain-folders.ts';
import { sticksOfMachine } from '../../electron/vault/removable/sticks-of-machine.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const MOUNTINFO = String.raw`22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro
97 22 8:17 / /media/ana/BLUE\040STICK rw,nosuid,nodev shared:50 - vfat /dev/sdb1 rw,uid=1000
98 22 8:17 / /mnt/again rw,nosuid - vfat /dev/sdb1 rw,uid=1000
99 22 8:33 / /media/ana/locked ro,nosuid - exfat /dev/sdc1 rw
100 22 8:49 / /media/ana/switch rw - ext4 /dev/sdd1 ro
a line of another shape
`;
const mounts = parseMountInfo(MOUNTINFO);

const LSBLK = JSON.stringify({
  blockdevices: [
    {
      path: '/dev/sda',
      'maj:min': '8:0',
      type: 'disk',
      fstype: null,
      size: 256060514304,
      ro: false,
      hotplug: false,
      tran: 'sata',
      children: [
        {
          path: '/dev/sda2',
          'maj:min': '8:2',
          type: 'part',
          fstype: 'ext4',
          size: 255000000000,
          ro: false,
          hotplug: false,
          tran: null,
        },
      ],
    },
    {
      path: '/dev/sdb',
      'maj:min': '8:16',
      type: 'disk',
      fstype: null,
      size: 8004304896,
      ro: false,
      hotplug: true,
      tran: 'usb',
      children: [
        {
          path: '/dev/sdb1',
          'maj:min': '8:17',
          type: 'part',
          fstype: 'vfat',
          size: 8003256320,
          ro: false,
          hotplug: true,
          tran: null,
        },
      ],
    },
    {
      path: '/dev/sdc',
      'maj:min': '8:32',
      type: 'disk',
      fstype: null,
      size: '4002152448',
      ro: '0',
      hotplug: '1',
      tran: 'usb',
      children: [
        {
          path: '/dev/sdc1',
          'maj:min': '8:33',
          type: 'part',
          fstype: 'exfat',
          size: '4001103872',
          ro: '0',
          hotplug: '1',
          tran: null,
        },
      ],
    },
    {
      path: '/dev/sde',
      'maj:min': '8:64',
      type: 'disk',
      fstype: null,
      size: 1000,
      ro: false,
      hotplug: true,
      tran: 'usb',
    },
    {
      path: '/dev/sr0',
      'maj:min': '11:0',
      type: 'rom',
      fstype: null,
      size: 1000,
      ro: true,
      hotplug: true,
      tran: 'sata',
    },
  ],
});

test('the mount table: escapes, read-only by mount or by file system, places of one device', () => {
  expect(mounts).toHaveLength(5);
  expect(mounts[1]).toEqual({
    mountId: 97,
    deviceNumber: '8:17',
    root: '/',
    mountPoint: '/media/ana/BLUE STICK',
    format: 'vfat',
    readOnly: false,
  });
  expect(mounts.map((mount) => mount.readOnly)).toEqual([false, false, false, true, true]);
  expect(placesOf(mounts, '8:17')).toEqual(['/media/ana/BLUE STICK', '/mnt/again']);
});

test('a folder belongs to the nearest mount above it, never to one with the same beginning', () => {
  const holding = (path: string) => mountHolding(mounts, path)?.mountPoint;
  expect(holding('/media/ana/BLUE STICK/packages')).toBe('/media/ana/BLUE STICK');
  expect(holding('/media/ana/BLUE STICK')).toBe('/media/ana/BLUE STICK');
  expect(holding('/media/ana/BLUE STICKER')).toBe('/');
  expect(holding('/home/ana')).toBe('/');
});

test('sticks are what comes and goes; built-in disks and drives for discs are not', async () => {
  const found = await sticksIn(LSBLK, mounts);
  expect(found.map((stick) => ({ ...stick, insertion: undefined }))).toEqual([
    {
      device: '/dev/sdb1',
      mountedAt: ['/media/ana/BLUE STICK', '/mnt/again'],
      format: 'vfat',
      readOnly: false,
      bytes: 8003256320,
    },
    { device: '/dev/sdc1', mountedAt: ['/media/ana/locked'], format: 'exfat', readOnly: true, bytes: 4001103872 },
    { device: '/dev/sde', mountedAt: [], format: null, readOnly: false, bytes: 1000 },
  ]);
});

test('on this machine: room is counted, flushing works, a temporary folder is no stick', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'deeper'));
  const port = linuxSticks();
  const space = await port.space(folder);
  expect(space.totalBytes).toBeGreaterThan(space.freeBytes);
  expect(space.freeBytes).toBeGreaterThan(0);
  expect(await port.identify(join(folder, 'deeper'))).toBeNull();
  expect(typeof (await port.mountedTwice(folder))).toBe('boolean');
  await port.sync(folder, false);
  await expect(port.sync(join(folder, 'nowhere'), false)).rejects.toMatchObject({ code: 'stick-removed' });
  expect(Array.isArray(await port.list())).toBe(true);
});

test('a stick that is not there was not let go, it is gone', async () => {
  const absent = { device: '/dev/sdzz1', insertion: '1', mountedAt: [], format: 'vfat', readOnly: false, bytes: 1 };
  expect(await linuxSticks().eject(absent)).toBe('gone');
});

test('watching tells of each change once, survives a look that fails, and stops when told to', async () => {
  let text = 'a';
  let calls = 0;
  const settled = () => new Promise((resolve) => setTimeout(resolve, 40));
  const stop = watchText(
    () => (text === 'fails' ? Promise.reject(new Error('unreadable')) : Promise.resolve(text)),
    5,
    () => calls++,
  );
  await settled();
  expect(calls).toBe(0);
  for (const next of ['b', 'fails', 'c']) {
    text = next;
    await settled();
  }
  expect(calls).toBe(2);
  stop();
  text = 'd';
  await settled();
  expect(calls).toBe(2);
});

test('cached pages are dropped with the system’s own tool, or not at all', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'file'), Buffer.alloc(100_000));
  expect(await dropCachedPages(join(folder, 'file'))).toBe(true);
  expect(await dropCachedPages(join(folder, 'nothing'))).toBe(false);
  expect(readdirSync(folder)).toEqual(['file']);
});

test('other systems get folders without knowledge of sticks, and never the word "safe"', async () => {
  const port = plainFolders();
  const folder = tempFolder();
  expect(await port.list()).toEqual([]);
  expect(await port.identify(folder)).toBeNull();
  expect((await port.space(folder)).freeBytes).toBeGreaterThan(0);
  expect(
    await port.eject({ device: 'E:', insertion: '1', mountedAt: ['E:'], format: null, readOnly: false, bytes: 1 }),
  ).toBe('still-in-use');
  expect(Object.keys(sticksOfMachine('linux'))).toEqual(Object.keys(sticksOfMachine('win32')));
});
