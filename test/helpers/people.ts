// Invented people and ids for screen tests.
import { nothingAsked } from '#shared/records/backup-days';

export const ids = {
  ana: '01920000-0000-7000-8000-000000000001',
  heron: '01920000-0000-7000-8000-0000000000a0',
  maple: '01920000-0000-7000-8000-0000000000a1',
} as const;

/** A director whose set-up is complete. */
export const signedIn = {
  state: 'unlocked',
  person: { id: ids.ana, name: 'Ana', role: 'director' },
  shelterName: 'The Lantern',
  setup: { recoveryConfirmed: true, firstBackup: true },
  lockAfterMinutes: 3,
  lastBackupAt: null,
  backups: nothingAsked,
  now: Date.now(),
} as const;
