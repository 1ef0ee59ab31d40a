// The key by which partner agencies know this shelter. Made with the first package, kept in the encrypted vault, never changed:
// a partner compares its six words once.
import { randomBytes, sign } from 'node:crypto';
import { z } from 'zod';
import type { ReadContext, WriteContext } from '../context.ts';
import { keyFingerprint } from '../keys/fingerprint.ts';
import { privateKey, publicBytes } from '../keys/root-keys.ts';
import { listRecords, recordKind, saveRecord } from '../records/record-kind.ts';
import type { Sender } from './signature.ts';

const ShelterKey = z.strictObject({
  /** Ed25519 seed (RFC 8032), 32 bytes in hex. Inside the encrypted vault only; no operation returns it. */
  seed: z.string().regex(/^[0-9a-f]{64}$/),
});
type ShelterKey = z.output<typeof ShelterKey>;

const keyOf = (body: ShelterKey) => privateKey('ed25519', new Uint8Array(Buffer.from(body.seed, 'hex')));

const shelterKeyKind = recordKind<ShelterKey>({
  kind: 'shelter-key',
  schema: ShelterKey,
  table: 'shelter_key',
  columns: (body) => ({ public_key: publicBytes(keyOf(body)) }),
});

const existing = (context: Pick<ReadContext, 'db'>): ShelterKey | undefined =>
  listRecords(context, shelterKeyKind, '1 = 1')[0]?.body;

function made(context: WriteContext): ShelterKey {
  const body = { seed: randomBytes(32).toString('hex') };
  saveRecord(context, shelterKeyKind, { id: context.newId(), caseFileId: null, body, expectedRevision: 0 });
  return body;
}

/** The six words by which partners know this shelter; null before its key was made. */
export function shelterWords(context: Pick<ReadContext, 'db'>): readonly string[] | null {
  const key = existing(context);
  return key === undefined ? null : keyFingerprint(publicBytes(keyOf(key)));
}

/** Whether packages of this house are signed with this key, given in hex. */
export function isShelterKey(context: Pick<ReadContext, 'db'>, publicKey: string): boolean {
  const key = existing(context);
  return key !== undefined && Buffer.from(publicBytes(keyOf(key))).toString('hex') === publicKey;
}

/** The shelter as the sender of packages; its key is made when there is none yet. */
export function shelterAsSender(context: WriteContext): Sender {
  const key = keyOf(existing(context) ?? made(context));
  const publicKey = publicBytes(key);
  const name = context.db.get<{ name: string }>('SELECT shelter_name AS name FROM vault_state')?.name ?? '';
  return { name, publicKey, keyFingerprint: keyFingerprint(publicKey), sign: (message) => sign(null, message, key) };
}
