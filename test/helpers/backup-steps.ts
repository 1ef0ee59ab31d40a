// What a backup is opened with in tests; apart from backups.ts because killed processes need it without the test runner.
import type { BackupCredential } from '#shared/records/backup';
import { DIRECTOR } from './vault.ts';

export const BY_PASSPHRASE: BackupCredential = { by: 'passphrase', ...DIRECTOR };
