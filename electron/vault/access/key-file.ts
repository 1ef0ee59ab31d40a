// The acts on one's own key file. It lies on the stick, whole and read back, before the slot asks for it.
import { VaultError } from '#shared/contract/errors';
import type { TaskControl } from '#shared/contract/operation';
import type { StickAfterwards } from '#shared/records/export-package';
import { writeKeyFile } from '../keys/key-file.ts';
import { wipe } from '../keys/wipe.ts';
import { neutralName } from '../removable/neutral-name.ts';
import type { Saved, StickDesk } from '../removable/stick-desk.ts';
import { inOnePiece, writeOutside } from '../removable/write-outside.ts';
import type { Session } from '../session.ts';
import type { KeyFilePlace } from './key-files.ts';
import { rewrapOwn, withOwnSlot } from './own-slot.ts';

export interface OntoStick {
  readonly passphrase: string;
  /** A path. */
  readonly folder: string;
}

/** What the acts need beside the session. */
export interface StickRoom {
  readonly desk: StickDesk;
  readonly control: TaskControl;
}

/**
 * A new key file is needed from now on, and an earlier one no longer. If the slot cannot be changed afterwards, the file stays where it is:
 * it opens nothing, and taking it away could only ever do harm.
 */
export async function makeKeyFile(
  session: Session,
  { passphrase, folder }: OntoStick,
  room: StickRoom,
): Promise<StickAfterwards> {
  const secret = Uint8Array.from(session.settings.tools.randomBytes(32));
  try {
    const saved = await withOwnSlot(session, passphrase, 'keyFile.make', async (proven) => {
      const written = await putOnStick(session, folder, secret, room);
      await rewrapOwn(session, proven, { passphrase, keyFile: secret }, 'keyFile.make');
      return written;
    });
    session.keyFiles.opened(null);
    return await saved.letGo();
  } finally {
    wipe(secret);
  }
}

/** The same key file on one more stick. Throws `rule-broken`: key-file-none, key-file-same-stick. */
export async function copyKeyFile(
  session: Session,
  { passphrase, folder }: OntoStick,
  room: StickRoom,
): Promise<StickAfterwards> {
  const saved = await withOwnSlot(session, passphrase, 'keyFile.copy', async ({ opened, keyFile }) => {
    if (keyFile === null || opened.keyFile === null) throw new VaultError('rule-broken', { rule: 'key-file-none' });
    await refuseSameStick(session, keyFile, folder);
    const written = await putOnStick(session, folder, opened.keyFile, room);
    session.commit({ name: 'keyFile.copy', unlogged: false }, () => undefined);
    return written;
  });
  return saved.letGo();
}

/** The passphrase alone opens again. */
export async function stopKeyFile(session: Session, passphrase: string): Promise<void> {
  await withOwnSlot(session, passphrase, 'keyFile.stop', async (proven) => {
    if (proven.keyFile === null) throw new VaultError('rule-broken', { rule: 'key-file-none' });
    await rewrapOwn(session, proven, { passphrase, keyFile: null }, 'keyFile.stop');
  });
  session.keyFiles.opened(null);
}

/** A stick lost with both copies on it is lost all the same. */
async function refuseSameStick(
  { settings }: Session,
  { stick, folder: from }: KeyFilePlace,
  to: string,
): Promise<void> {
  const target = await settings.sticks.identify(to).catch(() => {
    throw new VaultError('stick-removed');
  });
  const isSame = target === null ? stick === null && from === to : target.device === stick?.device;
  if (isSame) throw new VaultError('rule-broken', { rule: 'key-file-same-stick' });
}

/** At the top of the stick, whatever folder on it was chosen: there it is found by itself. */
async function putOnStick(
  { settings }: Session,
  folder: string,
  secret: Uint8Array,
  { desk, control }: StickRoom,
): Promise<Saved<unknown>> {
  const stick = await settings.sticks.identify(folder).catch(() => null);
  const top = stick?.mountedAt[0] ?? folder;
  const bytes = writeKeyFile(secret);
  const target = { folder: top, name: neutralName('key'), bytes: bytes.length };
  try {
    return await desk.save(top, (watch) => writeOutside(settings.sticks, target, inOnePiece(bytes), watch), {
      signal: control.signal,
      stage: (phase, done) => control.progress({ phase, done }),
    });
  } finally {
    wipe(bytes);
  }
}
