// The backup operations, joined to the acts of this room. Most of them work before anyone is signed in: whoever needs a backup
// may have nothing else left.
import { basename, dirname } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import type { TaskControl } from '#shared/contract/operation';
import { RecordId } from '#shared/ids';
import type {
  BackupCredential,
  BackupName,
  backupOperations,
  BackupPhase,
  CreatedBackup,
  DrillReport,
  RecognisedBackup,
} from '#shared/records/backup';
import { asCredential } from '../access/credential.ts';
import { withWaiting } from '../access/unlock.ts';
import { asStoredBlob, findDamaged } from '../attachments/blob-copy.ts';
import type { BlobKeeper } from '../attachments/blob-keeper.ts';
import type { TaskContext } from '../context.ts';
import type { ErasedList } from '../erasure/erased-list.ts';
import { keepOn } from '../erasure/kept-list.ts';
import { noteRemoved } from '../erasure/holders.ts';
import { listWithinReach } from '../erasure/lists-within-reach.ts';
import { keepListBeside, listNow } from '../erasure/settle.ts';
import { namedContents } from '../records/attachment.ts';
import { damagedFor, markDamaged, markedDamaged } from '../records/damaged-file.ts';
import { knownBackups, noteBegun, noteFailed, noteVerified, placeKnownBy } from '../records/backup.ts';
import { ruleNow } from '../records/backup-rule.ts';
import { withPrivateFolder } from '../removable/private-folder.ts';
import type { StickDesk } from '../removable/stick-desk.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { AuthenticatedBackup } from './authenticated-backup.ts';
import { belongsTo, findBackups, isOwn, warningsIn } from './backup-folder.ts';
import { historyOf } from './backup-history.ts';
import { clearOlder } from './clear-older.ts';
import { buildBackup } from './create-backup.ts';
import { localVault } from './local-vault.ts';
import { proveBlobs } from './backup-attachments.ts';
import { bytesOfBackup } from './manifest.ts';
import { proveBackup } from './prove-backup.ts';
import { namesOfReturned, returnedSlots } from './returned-people.ts';
import { finishRestore, isRestoreWaiting, keepOldVault, waitingRestore } from './restore-marker.ts';
import { prepareRestore } from './restore.ts';

interface Chosen {
  readonly folder: string;
  readonly name: BackupName;
  readonly credential: BackupCredential;
}

interface WithLists {
  readonly lists: readonly string[];
}

export function backupHandlers(
  session: Session,
  desk: StickDesk,
  keeper: BlobKeeper,
): Handlers<typeof backupOperations> {
  let running: string | null = null;
  return {
    create: async (context, { folder, withoutDamaged = false }, control) => {
      const id = context.newId();
      running = id;
      try {
        const creation = { context, control, id, folder: context.chosenPath(folder), withoutDamaged };
        return await keeper.holding(() => createAndNote(session, desk, creation));
      } finally {
        running = null;
      }
    },
    list: (context) => knownBackups(context, running),
    damagedFiles: (context) => damagedFor(context),
    inspect: (_context, { folder }) => findBackups(session.chosenPath(folder), localVault(session)),
    recognise: (_context, chosen) =>
      withBackup(session, chosen, async (backup) => {
        const { place, tools } = session.settings;
        const returned = await namesOfReturned(backup, await returnedSlots(backup, place, tools), place);
        return { ...recognised(session, backup, await listFor(session, backup, chosen)), returned };
      }),
    drill: (context, chosen, control) => drillAndNote(session, context, chosen, control),
    restore: (_context, chosen, control) => {
      if (running !== null) throw new VaultError('already-running');
      return restore(session, chosen, control);
    },
    restoreState: () => ({ waiting: waitingRestore(session.settings.place) }),
    continueRestore: async () => {
      await finishRestore(session.settings.place);
      return {};
    },
    keepOld: async () => {
      if (!isRestoreWaiting(session.settings.place)) throw new VaultError('not-found');
      keepOldVault(session.settings.place);
      return Promise.resolve({});
    },
  };
}

interface Creation {
  readonly context: TaskContext;
  readonly control: TaskControl;
  readonly id: string;
  readonly folder: string;
  readonly withoutDamaged: boolean;
}

/** Begin and end stand in the chain with the same id, so that a backup that was cut off is known at the next unlock. */
async function createAndNote(session: Session, desk: StickDesk, creation: Creation): Promise<CreatedBackup> {
  const { context, id } = creation;
  context.write((write) => noteBegun(write, id));
  try {
    return await create(session, desk, creation);
  } catch (error) {
    if (session.isOpen())
      context.write((write) => noteFailed(write, id, error instanceof VaultError ? error.code : 'internal'));
    throw error;
  }
}

/**
 * Reads every file, marks those that are not what was kept, and says which ones the backup goes without. Throws `attachment-damaged`
 * when one of them was not marked before: nobody can have been asked about it.
 */
async function filesLeftOut(
  session: Session,
  { context, control, withoutDamaged }: Creation,
): Promise<ReadonlySet<string>> {
  const { vault } = session.opened();
  const before = context.read(markedDamaged);
  const blobs = namedContents(vault).map(asStoredBlob);
  const found = await findDamaged(vault.place.attachments, blobs, {
    signal: control.signal,
    seen: (share) => report(control, 'checking-files', share),
  });
  if (found.size > 0 || before.size > 0) context.write((write) => markDamaged(write, found));
  const isAgreed = withoutDamaged && [...found].every((id) => before.has(id));
  if (found.size > 0 && !isAgreed) throw new VaultError('attachment-damaged', { count: found.size });
  return found;
}

async function create(session: Session, desk: StickDesk, creation: Creation): Promise<CreatedBackup> {
  const { context, control, id, folder } = creation;
  const { settings } = session;
  const { vault } = session.opened();
  const without = await filesLeftOut(session, creation);
  const earlier = (await findBackups(folder, localVault(session))).filter(isOwn);
  const warned = warningsIn(earlier, vault.commitSeq());
  const place = context.read((read) => placeKnownBy(read, earlier));
  const { clearsOlder } = context.read(ruleNow);
  const saved = await desk.save(
    folder,
    async (watched) => {
      // The list goes first: whatever lies on this medium then has one beside it that is as new.
      keepListBeside(session);
      await keepOn(settings.sticks, folder, vault, listNow(session));
      const built = await buildBackup(folder, {
        vault,
        medium: settings.sticks,
        heavyWork: settings.heavyWork,
        appVersion: settings.appVersion,
        now: () => context.now(),
        today: () => context.today(),
        signal: watched.signal,
        without,
        phase: (phase, done) => {
          watched.stage?.(stageOf[phase], done ?? 0);
          report(control, phase, done);
        },
      });
      // What is damaged here may be whole in an older one; what does not fit this history is for somebody to look at.
      const isSound = built.made.missing === 0 && warned.newerBackup === null && warned.otherHistory === null;
      const gone = clearsOlder && isSound ? await clearOlder(settings.sticks, folder, earlier, built.made) : [];
      return { ...built, gone };
    },
    { signal: control.signal },
  );
  const { readFromMedium, gone } = saved.value;
  const made = { ...saved.value.made, medium: basename(folder).slice(0, 255), place };
  context.write((write) => {
    noteVerified(write, id, made);
    gone.forEach((one) => noteRemoved(write, one));
  });
  const stick = await saved.letGo();
  return { ...made, id: RecordId.parse(id), stick, readFromMedium, ...warned, cleared: gone.length };
}

const stageOf = {
  'checking-files': 'writing',
  'checking-space': 'writing',
  copying: 'writing',
  flushing: 'flushing',
  verifying: 'verifying',
  finishing: 'verifying',
} as const satisfies Record<BackupPhase, string>;

const report = (control: TaskControl, phase: string, done: number | undefined): void =>
  control.progress(done === undefined ? { phase } : { phase, done });

/** Opens a backup for one piece of work; its keys are gone afterwards. */
async function withBackup<T>(
  session: Session,
  chosen: Chosen,
  work: (backup: AuthenticatedBackup) => Promise<T>,
): Promise<T> {
  const place = { folder: session.chosenPath(chosen.folder), name: chosen.name };
  const backup = await withWaiting(session, async () =>
    AuthenticatedBackup.open(place, await asCredential(session, chosen.credential), session.settings.tools),
  );
  try {
    return await work(backup);
  } finally {
    backup.forget();
  }
}

const listFor = (session: Session, backup: AuthenticatedBackup, { lists }: WithLists): Promise<ErasedList | null> =>
  listWithinReach(
    backup,
    session.settings.place,
    lists.map((handle) => session.chosenPath(handle)),
  );

function recognised(
  session: Session,
  { place, facts, label }: AuthenticatedBackup,
  list: ErasedList | null,
): RecognisedBackup {
  const local = localVault(session);
  const isOurs = belongsTo(facts.vaultId, local) === 'this-vault';
  return {
    returned: [],
    erasedListAt: list?.writtenAt ?? null,
    name: place.name,
    shelterName: label.shelterName,
    createdAt: facts.createdAt,
    commitSeq: facts.commitSeq,
    bytes: bytesOfBackup(facts),
    records: label.records,
    missing: facts.omitted ?? 0,
    belongsTo: belongsTo(facts.vaultId, local),
    history: isOurs && local.db !== null ? historyOf(local.db, facts, label.newestEntryAt) : 'not-compared',
  };
}

/** A drill that found something is worth remembering as much as one that did not. */
async function drillAndNote(
  session: Session,
  context: TaskContext,
  chosen: Chosen,
  control: TaskControl,
): Promise<DrillReport> {
  try {
    const found = await withBackup(session, chosen, (backup) => drill(session, backup, control));
    context.write((write) => write.note('passed'));
    return found;
  } catch (error) {
    if (session.isOpen())
      context.write((write) => write.note(`failed:${error instanceof VaultError ? error.code : 'internal'}`));
    throw error;
  }
}

/** Read-only and in a private place beside the vault, encrypted there as everywhere, gone whatever happens. */
async function drill({ settings }: Session, backup: AuthenticatedBackup, control: TaskControl): Promise<DrillReport> {
  const phase = (name: string, done?: number): void => report(control, name, done);
  const proven = await withPrivateFolder(dirname(settings.place.folder), (room) =>
    proveBackup(backup, room, { heavyWork: settings.heavyWork, signal: control.signal, phase }),
  );
  const { entries, revisions, records, snapshot } = proven.chain;
  await proveBlobs(backup.place, proven.present, null, {
    signal: control.signal,
    seen: (share) => phase('verifying', share),
  });
  return {
    name: backup.place.name,
    shelterName: backup.label.shelterName,
    createdAt: backup.facts.createdAt,
    newestEntryAt: snapshot.newestEntryAt,
    records,
    entries,
    revisions,
    bytes: bytesOfBackup(backup.facts),
    missing: [...proven.missing],
    checks: ['files', 'pages', 'structure', 'chain', 'records'],
  };
}

/** Old vault and session stay as they are until the new one is built and proven; then both are left and a fresh start is asked for. */
async function restore(
  session: Session,
  chosen: Chosen & WithLists & { readonly replaceOther: boolean; readonly withoutList: boolean },
  control: TaskControl,
): Promise<RecognisedBackup> {
  const { settings } = session;
  return withBackup(session, chosen, async (backup) => {
    const list = await listFor(session, backup, chosen);
    const answer = recognised(session, backup, list);
    if (answer.belongsTo === 'another-vault' && !chosen.replaceOther) throw new VaultError('backup-other-vault');
    if (list === null && !chosen.withoutList) throw new VaultError('erased-list-missing');
    await prepareRestore(backup, {
      place: settings.place,
      medium: settings.sticks,
      heavyWork: settings.heavyWork,
      clock: settings,
      signal: control.signal,
      erased: list ?? { entries: [], parts: [] },
      returned: await returnedSlots(backup, settings.place, settings.tools),
      tools: settings.tools,
      leave: () => session.leave(),
      phase: (phase, done) => report(control, phase, done),
    });
    settings.restart();
    return answer;
  });
}
