import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';

const HANDLE = '01920000-0000-4000-8000-00000000000c';
const day = Date.UTC(2026, 2, 12, 12);
const name = 'backup-2026-03-12-9';
const made = {
  ...{ id: ids.heron, name, medium: 'Blue stick', commitSeq: 9, createdAt: day, verifiedAt: day, bytes: 2_100_000 },
  ...{ databaseSha256: '0'.repeat(64), records: {}, entries: 9, missing: 0, readFromMedium: true },
  stick: 'safe-to-remove',
};
const none = { backups: [], lastBackupAt: null, lastDrillAt: null, unfinishedSince: null };

async function makeOne(warned: object): Promise<void> {
  const transport = fakeTransport({
    'session.status': () => signedIn,
    'backup.list': () => none,
    'backup.damagedFiles': () => [],
    'backup.create': () => ({ ...made, newerBackup: null, otherHistory: null, ...warned }),
  });
  const bridge = fakeBridge({ choose: () => Promise.resolve({ handle: HANDLE, name: 'Blue stick' }) });
  const { user } = openScreen(transport, '/safekeeping/backups', bridge);
  await user.click(await screen.findByRole('button', { name: 'Choose the stick or folder' }));
  await user.click(screen.getByRole('button', { name: 'Start' }));
  await screen.findByText('Your backup opens. Everything in it can be read.');
}

describe('a backup beside older ones', () => {
  it('says of none that its history is another when each fits', async () => {
    await makeOne({});
    expect(screen.queryByText(/^The history here is not the one/)).toBeNull();
    expect(screen.queryByText(/knows more than these records/)).toBeNull();
  });

  it('names the one whose history is not the one here, and the one that knows more', async () => {
    await makeOne({
      otherHistory: { name, createdAt: day },
      newerBackup: { name, createdAt: day, commitsAhead: 3 },
    });
    expect(screen.getByText(/^The history here is not the one of the backup of .*12/)).toBeVisible();
    expect(screen.getByText(/^The backup of .*12.* knows more than these records/)).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });
});
