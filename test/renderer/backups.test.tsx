// How often and where backups are made: copies place by place, the rule that a director keeps, and what Today asks for.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { nothingAsked } from '#shared/records/backup-days';
import { firstRule } from '#shared/records/backup-rule';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';

const HANDLE = '01920000-0000-4000-8000-00000000000c';
const day = Date.UTC(2026, 2, 12, 12);
const made = (id: string, medium: string, place: string | null, createdAt = day) => ({
  id,
  name: 'backup-2026-11-24-9',
  medium,
  place,
  commitSeq: 9,
  createdAt,
  verifiedAt: createdAt,
  bytes: 2_100_000,
  databaseSha256: '0'.repeat(64),
  records: {},
  entries: 9,
});
const copies = [
  { ...made(ids.maple, 'Blue stick', ids.heron), madeBy: ids.ana },
  { ...made(ids.ana, 'Red stick', null, day - 1_000), madeBy: ids.ana },
  { ...made(ids.heron, 'Blue stick', null, day - 2_000), madeBy: ids.ana },
];

const answering = ({ session = {}, cleared = 0 }: { session?: object; cleared?: number } = {}) =>
  fakeTransport({
    'session.status': () => ({ ...signedIn, ...session }),
    'backup.list': () => ({ backups: copies, lastBackupAt: day, lastDrillAt: null, unfinishedSince: null }),
    'backup.damagedFiles': () => [],
    'backup.create': () => ({
      ...made(ids.maple, 'Blue stick', null),
      readFromMedium: true,
      newerBackup: null,
      stick: 'safe-to-remove',
      cleared,
    }),
    'backupRule.get': () => ({ ...firstRule, revision: 0 }),
    'backupRule.save': ({ basedOn: _basedOn, ...rule }: { basedOn: number }) => ({ ...rule, revision: 1 }),
  });
const page = '/safekeeping/backups';

describe('the copies', () => {
  it('are shown place by place, and say when all of a month lie in one', async () => {
    openScreen(answering({ session: { backups: { ...nothingAsked, inOnePlace: true } } }), page);
    const blue = await screen.findByRole('list', { name: 'On “Blue stick”' });
    expect(within(blue).getAllByRole('listitem')).toHaveLength(2);
    expect(within(screen.getByRole('list', { name: 'On “Red stick”' })).getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByText(/^All copies of the last month lie in one place/)).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('say how many older ones went once a new one was read back', async () => {
    const bridge = fakeBridge({ choose: () => Promise.resolve({ handle: HANDLE, name: 'Blue stick' }) });
    const { user } = openScreen(answering({ cleared: 3 }), page, bridge);
    await user.click(await screen.findByRole('button', { name: 'Choose the stick or folder' }));
    await user.click(screen.getByRole('button', { name: 'Start' }));
    expect(await screen.findByText('3 older copies were cleared away there.')).toBeVisible();
  });
});

describe('the rule', () => {
  it('is kept by a director, who reads what will go before she keeps it', async () => {
    const transport = answering();
    const { user } = openScreen(transport, page);
    await user.selectOptions(await screen.findByLabelText('How often'), 'Asked for every day');
    expect(screen.getByText(/keeps the newest of 7 days, of 5 weeks and of 12 months/)).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Clear older copies away' }));
    expect(screen.getByText('Every copy stays until somebody clears it away.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep this rule' }));
    await waitFor(() => expect(transport.callsOf('backupRule.save')).toHaveLength(1));
    expect(transport.callsOf('backupRule.save')[0]).toEqual({
      askAfterDays: 1,
      places: 2,
      clearsOlder: false,
      basedOn: 0,
    });
  });

  it('is read by a case worker, and not hers to change', async () => {
    openScreen(answering({ session: { person: { ...signedIn.person, role: 'case-manager' } } }), page);
    expect(await screen.findByText(/^Asked for every 7 days\. Two places, one of them elsewhere\./)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Keep this rule' })).toBeNull();
  });
});
