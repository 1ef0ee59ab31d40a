// The keys that others seal to when they send to this house, kept in the encrypted vault. The newest is given away; an earlier one
// goes on opening what is under way until a director ends it, and then its secret half is gone.
import { z } from 'zod';
import { VaultError } from '#shared/contract/errors';
import { AgeRecipient } from '#shared/records/age-recipient';
import { KEY_FILE, type OurKeys, type ReceivingKey, type receivingKeyOperations } from '#shared/records/receiving-key';
import { Instant } from '#shared/time';
import type { ReadContext, WriteContext } from '../context.ts';
import { eraseBodies, listRecords, recordKind, saveRecord, type Stored } from '../records/record-kind.ts';
import { inOnePiece, writeOutside } from '../removable/write-outside.ts';
import type { Handlers } from '../router.ts';
import { loadAge } from './age.ts';
import type { PackageRoom } from './handlers.ts';
import { recipientFrom } from './recipient.ts';

const KeyPair = z.strictObject({
  /** age's secret line. Inside the encrypted vault only; no operation returns it. Null once the key has ended. */
  identity: z
    .string()
    .regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/)
    .nullable(),
  recipient: AgeRecipient,
  madeAt: Instant.default(0),
  endedAt: Instant.nullable().default(null),
});
type KeyPair = z.output<typeof KeyPair>;

const receivingKeyKind = recordKind<KeyPair>({
  kind: 'receiving-key',
  schema: KeyPair,
  table: 'receiving_key',
  columns: ({ recipient, madeAt, endedAt }) => ({ recipient, made_at: madeAt, ended_at: endedAt }),
});

/** Newest first: the first is the one that is given away. */
const everyKey = (context: Pick<ReadContext, 'db'>): Stored<KeyPair>[] =>
  listRecords(context, receivingKeyKind, '1 = 1 ORDER BY t.made_at DESC, t.id DESC');

/** age's secret lines, to open what others sealed to us, newest first; none before a key was made. They never leave this process. */
export const receivingIdentities = (context: Pick<ReadContext, 'db'>): readonly string[] =>
  everyKey(context).flatMap(({ body: { identity } }) => (identity === null ? [] : [identity]));

/** Whether the key that is given away now is among these recipients; an earlier one means that the sender has not heard of it. */
export const isToCurrentKey = (context: Pick<ReadContext, 'db'>, recipients: readonly string[]): boolean =>
  recipients.some((recipient) => recipient === everyKey(context)[0]?.body.recipient);

export function receivingKeyHandlers({
  desk,
  medium,
}: Pick<PackageRoom, 'desk' | 'medium'>): Handlers<typeof receivingKeyOperations> {
  return {
    get: (context) => ourKeys(context),
    make: async (context) => {
      const fresh = await newKey();
      return context.write((write) => ourKeys(write) ?? withNew(write, fresh));
    },
    change: async (context, { replaces }) => {
      const fresh = await newKey();
      return context.write((write) => {
        if (everyKey(write)[0]?.body.recipient !== replaces) throw new VaultError('conflict');
        return withNew(write, fresh);
      });
    },
    end: (context, { recipient }) => end(context, recipient),
    handOver: async (context, { folder: handle }, control) => {
      const key = context.read(ourKeys);
      if (key === null) throw new VaultError('rule-broken', { rule: 'key-none' });
      const folder = context.chosenPath(handle);
      const bytes = keyFile(key);
      const target = { folder, name: KEY_FILE, bytes: bytes.length };
      const saved = await desk
        .save(folder, (watch) => writeOutside(medium, target, inOnePiece(bytes), watch), {
          signal: control.signal,
          stage: (phase, done) => control.progress({ phase, done }),
        })
        .catch(sayingWhatIsThere);
      return { stick: await saved.letGo() };
    },
  };
}

type Fresh = Pick<KeyPair, 'identity' | 'recipient'>;

async function newKey(): Promise<Fresh> {
  const { generateX25519Identity, identityToRecipient } = await loadAge();
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

function withNew(context: WriteContext, fresh: Fresh): OurKeys {
  // A clock that went back must not leave the new key behind the old one.
  const madeAt = Math.max(context.now(), 1 + Math.max(0, ...everyKey(context).map(({ body }) => body.madeAt)));
  const body: KeyPair = { ...fresh, madeAt, endedAt: null };
  saveRecord(context, receivingKeyKind, { id: context.newId(), caseFileId: null, body, expectedRevision: 0 });
  return known(ourKeys(context));
}

/** What the key was stays; what opened packages with it is emptied out of every state that was saved. */
function end(context: WriteContext, recipient: string): OurKeys {
  const [current, ...earlier] = everyKey(context);
  if (current?.body.recipient === recipient) throw new VaultError('rule-broken', { rule: 'key-current' });
  const found = earlier.find(({ body }) => body.recipient === recipient && body.endedAt === null);
  if (found === undefined) throw new VaultError('not-found');
  const { id, revision } = found;
  const body: KeyPair = { ...found.body, identity: null, endedAt: context.now() };
  saveRecord(context, receivingKeyKind, { id, caseFileId: null, body, expectedRevision: revision });
  eraseBodies(context, receivingKeyKind, id, revision);
  return known(ourKeys(context));
}

function ourKeys(context: Pick<ReadContext, 'db'>): OurKeys | null {
  const [current, ...earlier] = everyKey(context).map(({ body }) => body);
  if (current === undefined) return null;
  return { ...shown(current), earlier: earlier.map((one) => ({ ...shown(one), endedAt: one.endedAt })) };
}

function known(keys: OurKeys | null): OurKeys {
  if (keys === null) throw new VaultError('internal');
  return keys;
}

const shown = ({ recipient, madeAt }: KeyPair): ReceivingKey => ({
  ...recipientFrom(recipient),
  madeAt: madeAt === 0 ? null : madeAt,
});

/** As age's own files of recipients: a line to read, and the key. It says nothing of whose it is. */
const keyFile = ({ recipient, fingerprintWords }: OurKeys): Uint8Array =>
  Buffer.from(`# ${fingerprintWords.join(' ')}\n${recipient}\n`, 'utf8');

/** A name that is taken may be another key: it is never written over. */
function sayingWhatIsThere(error: unknown): never {
  const isTaken = error instanceof VaultError && error.code === 'conflict';
  throw isTaken ? new VaultError('rule-broken', { rule: 'key-there' }) : error;
}
