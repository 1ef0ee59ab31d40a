// The closed list of things that can go wrong on purpose. Every code has one sentence in shared/text/<language>/errors.ts.
// Anything not on this list is a bug and reaches the screen as `internal` with a reference number and nothing else.
import { z } from 'zod';

export const ErrorCode = z.enum([
  // the wire
  'invalid-request',
  'not-allowed',
  'not-assigned',
  'internal',
  'cancelled',
  'already-running',
  // the vault
  'vault-locked',
  'vault-missing',
  'vault-exists',
  'vault-open-elsewhere',
  'vault-damaged',
  'vault-from-the-future',
  'vault-rolled-back',
  'vault-commits-missing',
  'history-changed',
  'history-other',
  'slots-damaged',
  'slots-rolled-back',
  'slots-policy',
  // people and keys
  'wrong-passphrase',
  'unlock-wait',
  'passphrase-too-weak',
  'recovery-code-mistyped',
  'recovery-code-unknown',
  'share-mistyped',
  'shares-same',
  'shares-mixed',
  'shares-unknown',
  'staff-disabled',
  'last-director',
  'name-taken',
  // records
  'not-found',
  'conflict',
  'rule-broken',
  // files and sticks
  'file-damaged',
  'file-encrypted',
  'file-empty',
  'file-too-big',
  'file-not-recognised',
  'file-kind-refused',
  'file-with-program',
  'attachment-damaged',
  'picture-not-drawn',
  'page-not-drawn',
  'pdf-locked',
  'pdf-too-big',
  'drawing-stopped',
  'pages-not-made',
  'file-gone',
  'file-not-readable',
  'not-a-regular-file',
  'place-not-writable',
  'disk-full',
  'disk-failing',
  'file-too-big-for-format',
  'stick-too-small',
  'stick-removed',
  'verify-failed',
  // sharing
  'release-blocked',
  'wrong-key',
  'signature-wrong',
  'package-newer',
  'reply-not-ours',
  'reply-forged',
  'reply-other-package',
  'reply-seen',
  'bad-recipient',
  // backups
  'backup-damaged',
  'backup-incomplete',
  'backup-other-vault',
  'restore-waiting',
  'erased-list-missing',
  'salvage-nothing',
  'salvage-director',
]);
export type ErrorCode = z.output<typeof ErrorCode>;

/** Extra facts a sentence may need. Numbers and fixed words only: never a person's data, a path or a key. */
export const ErrorFacts = z.record(z.string().max(40), z.union([z.number(), z.boolean(), z.string().max(80)]));
export type ErrorFacts = z.output<typeof ErrorFacts>;

export const WireError = z.strictObject({
  code: ErrorCode,
  facts: ErrorFacts.optional(),
  reference: z.string().max(16).optional(),
});
export type WireError = z.output<typeof WireError>;

/** The one exception a handler throws for an expected failure. The message is the code alone, so that no log can leak. */
export class VaultError extends Error {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;
  constructor(code: ErrorCode, facts: ErrorFacts = {}) {
    super(code);
    this.name = 'VaultError';
    this.code = code;
    this.facts = facts;
  }
}
