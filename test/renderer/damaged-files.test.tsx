import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { firstRule } from '#shared/records/backup-rule';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';

const HANDLE = '01920000-0000-4000-8000-00000000000c';
const day = Date.UTC(2026, 2, 12, 12);
const damaged = [
  { attachmentId: '01920000-0000-7000-8000-0000003f9ab1', addedAt: day, caseNumber: '2026-0007' },
  { attachmentId: '01920000-0000-7000-8000-0000003f9ab2', addedAt: day, caseNumber: null },
];
const made = {
  id: ids.heron,
  name: 'backup-2026-11-24-9',
  medium: 'Blue stick',
  commitSeq: 9,
  createdAt: day,
  verifiedAt: day,
  bytes: 2_100_000,
  databaseSha256: '0'.repeat(64),
  records: {},
  entries: 9,
  missing: 2,
};
const madeNow = { ...made, readFromMedium: true, newerBackup: null, stick: 'safe-to-remove' };

/** A vault that refuses a backup until it is told to go on without what is damaged. */
const answering = () =>
  fakeTransport({
    'session.status': () => signedIn,
    'backup.list': () => ({
      backups: [{ ...made, madeBy: ids.ana }],
      lastBackupAt: null,
      lastDrillAt: null,
      unfinishedSince: null,
    }),
    'backupRule.get': () => ({ ...firstRule, revision: 0 }),
    'backup.damagedFiles': () => damaged,
    'backup.create': ({ withoutDamaged }: { withoutDamaged?: boolean }) => {
      if (withoutDamaged !== true) throw new Refusal('attachment-damaged', { count: 2 });
      return madeNow;
    },
  });

async function tryToBackUp(transport: ReturnType<typeof answering>) {
  const bridge = fakeBridge({ choose: () => Promise.resolve({ handle: HANDLE, name: 'Blue stick' }) });
  const { user } = openScreen(transport, '/safekeeping/backups', bridge);
  await user.click(await screen.findByRole('button', { name: 'Choose the stick or folder' }));
  await user.click(screen.getByRole('button', { name: 'Start' }));
  return { user, asked: within(await screen.findByRole('alert')) };
}

describe('a backup of records with damaged files', () => {
  it('asks first, names each by case and day and none by title, and goes on when told so', async () => {
    const transport = answering();
    const { user, asked } = await tryToBackUp(transport);
    expect(asked.getByText('2 files can no longer be read as they were kept.')).toBeVisible();
    expect(asked.getByText('Case 2026-0007, file 3f9ab1')).toBeVisible();
    expect(asked.getByText('A file of a case that is not open to you')).toBeVisible();
    expect(asked.getAllByText('kept 12 March 2026')).toHaveLength(2);
    expect(await wcagViolations()).toEqual([]);
    await user.click(asked.getByRole('button', { name: 'Back up without these 2 files' }));
    expect(await screen.findByText('Your backup opens. All but 2 files can be read.')).toBeVisible();
    expect(screen.getByText(/^2 files were damaged when this backup was made/)).toBeVisible();
    expect(transport.callsOf('backup.create')).toEqual([
      { folder: HANDLE, withoutDamaged: false },
      { folder: HANDLE, withoutDamaged: true },
    ]);
  });

  it('is not made when the person leaves it, and the copies say what they lack', async () => {
    const transport = answering();
    const { user, asked } = await tryToBackUp(transport);
    await user.click(asked.getByRole('button', { name: 'Make no backup now' }));
    expect(screen.getByRole('button', { name: 'Start' })).toBeEnabled();
    expect(screen.getByText('Saved and checked, without 2 damaged files')).toBeVisible();
    expect(within(screen.getByRole('list', { name: 'Damaged files' })).getAllByRole('listitem')).toHaveLength(2);
    expect(transport.callsOf('backup.create')).toHaveLength(1);
  });
});
