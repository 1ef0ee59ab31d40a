// The key that others seal to when they send to this house. Made once, kept in the encrypted vault, never changed: whoever has its
// six words compares them once.
import { z } from 'zod';
import { VaultError } from '#shared/contract/errors';
import { AgeRecipient } from '#shared/records/age-recipient';
import { KEY_FILE, type ReceivingKey, type receivingKeyOperations } from '#shared/records/receiving-key';
import type { ReadContext, WriteContext } from '../context.ts';
import { listRecords, recordKind, saveRecord } from '../records/record-kind.ts';
import { writeOutside } from '../removable/write-outside.ts';
import type { Handlers } from '../router.ts';
import { loadAge } from './age.ts';
import type { PackageRoom } from './handlers.ts';
import { recipientFrom } from './recipient.ts';

const KeyPair = z.strictObject({
  /** age's secret line. Inside the encrypted vault only; no operation returns it. */
  identity: z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/),
  recipient: AgeRecipient,
});
type KeyPair = z.output<typeof KeyPair>;

const receivingKeyKind = recordKind<KeyPair>({
  kind: 'receiving-key',
  schema: KeyPair,
  table: 'receiving_key',
  columns: ({ recipient }) => ({ recipient }),
});

const existing = (context: Pick<ReadContext, 'db'>): KeyPair | undefined =>
  listRecords(context, receivingKeyKind, '1 = 1')[0]?.body;

/** age's secret line, to open what others sealed to us; null before the key was made. It never leaves this process. */
export const receivingIdentity = (context: Pick<ReadContext, 'db'>): string | null =>
  existing(context)?.identity ?? null;

export function receivingKeyHandlers({
  desk,
  medium,
}: Pick<PackageRoom, 'desk' | 'medium'>): Handlers<typeof receivingKeyOperations> {
  return {
    get: (context) => {
      const key = existing(context);
      return key === undefined ? null : shown(key);
    },
    make: async (context) => {
      const fresh = await newKey();
      return context.write((write) => shown(existing(write) ?? kept(write, fresh)));
    },
    handOver: async (context, { folder: handle }, control) => {
      const key = context.read(existing);
      if (key === undefined) throw new VaultError('rule-broken', { rule: 'key-none' });
      const folder = context.chosenPath(handle);
      const bytes = keyFile(shown(key));
      const target = { folder, name: KEY_FILE, bytes: bytes.length };
      const saved = await desk
        .save(folder, (watch) => writeOutside(medium, target, once(bytes), watch), {
          signal: control.signal,
          stage: (phase, done) => control.progress({ phase, done }),
        })
        .catch(sayingWhatIsThere);
      return { stick: await saved.letGo() };
    },
  };
}

async function newKey(): Promise<KeyPair> {
  const { generateX25519Identity, identityToRecipient } = await loadAge();
  const identity = await generateX25519Identity();
  return KeyPair.parse({ identity, recipient: await identityToRecipient(identity) });
}

function kept(context: WriteContext, body: KeyPair): KeyPair {
  saveRecord(context, receivingKeyKind, { id: context.newId(), caseFileId: null, body, expectedRevision: 0 });
  return body;
}

const shown = ({ recipient }: KeyPair): ReceivingKey => recipientFrom(recipient);

/** As age's own files of recipients: a line to read, and the key. It says nothing of whose it is. */
const keyFile = ({ recipient, fingerprintWords }: ReceivingKey): Uint8Array =>
  Buffer.from(`# ${fingerprintWords.join(' ')}\n${recipient}\n`, 'utf8');

/** A name that is taken may be another key: it is never written over. */
function sayingWhatIsThere(error: unknown): never {
  const isTaken = error instanceof VaultError && error.code === 'conflict';
  throw isTaken ? new VaultError('rule-broken', { rule: 'key-there' }) : error;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
