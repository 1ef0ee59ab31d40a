// What a person types to open a vault or a backup, as the key room takes it, with the key files that are at hand.
import type { BackupCredential } from '#shared/records/backup';
import type { Credential } from '../keys/unlock.ts';
import type { Session } from '../session.ts';

type Typed = Extract<BackupCredential, { by: 'passphrase' }>;

export async function asCredential(session: Session, typed: BackupCredential): Promise<Credential> {
  switch (typed.by) {
    case 'passphrase':
      return withKeyFiles(session, typed);
    case 'recovery-code':
      return { kind: 'recovery-code', code: typed.recoveryCode };
    case 'trustees':
      return { kind: 'trustees', sheets: typed.sheets };
  }
}

/** Looked for whatever the name is, so that nothing tells which one needs a key file. */
export async function withKeyFiles(
  session: Session,
  { signInName, passphrase }: Omit<Typed, 'by'>,
): Promise<Extract<Credential, { kind: 'passphrase' }>> {
  const { whole } = await session.keyFiles.atHand();
  return { kind: 'passphrase', signInName, passphrase, keyFiles: whole.map(({ secret }) => secret) };
}
