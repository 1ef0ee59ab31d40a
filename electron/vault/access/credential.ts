// What a person types to open a vault or a backup, as the key room takes it.
import type { BackupCredential } from '#shared/records/backup';
import type { Credential } from '../keys/unlock.ts';

export function asCredential(typed: BackupCredential): Credential {
  switch (typed.by) {
    case 'passphrase':
      return { kind: 'passphrase', signInName: typed.signInName, passphrase: typed.passphrase };
    case 'recovery-code':
      return { kind: 'recovery-code', code: typed.recoveryCode };
    case 'trustees':
      return { kind: 'trustees', sheets: typed.sheets };
  }
}
