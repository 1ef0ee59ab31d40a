// The operations of packages from other houses: open one, keep it, read it again. The stick is asked twice: what was read through is
// known again by its hash, so nothing of a package lies here before somebody decided to keep it.
import { dirname } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import type { Request, TaskControl } from '#shared/contract/operation';
import { CaseFileId, RecordId } from '#shared/ids';
import type {
  ReceivedPackage,
  receivedPackageOperations,
  StoredReceivedPackage,
} from '#shared/records/received-package';
import { contentOfTaken } from '../attachments/handlers.ts';
import { takeBack } from '../attachments/blob-folder.ts';
import { blobName } from '../attachments/blob-writer.ts';
import { type TakenIn, takeInFrom } from '../attachments/take-in.ts';
import type { TaskContext, WriteContext } from '../context.ts';
import { keepAttachment } from '../records/attachment.ts';
import { loadCase, openCase } from '../records/case-file.ts';
import { mayOpen } from '../records/case-reach.ts';
import { keepReceived, knownKey, receivedOf, receivedPackage } from '../records/received-package.ts';
import { chosenFile } from '../removable/open-outside.ts';
import { withPrivateFolder } from '../removable/private-folder.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { wordsOfPackage } from './history-words.ts';
import { AuthenticatedPackage, PACKAGE_LIMIT } from './open.ts';
import { isToCurrentKey } from './receiving-key.ts';
import { isShelterKey } from './shelter-key.ts';
import { filesIn, openWithOurs, type Received, receivedFrom, refuseOwnAndKept } from './received.ts';

type OpenRequest = Request<typeof receivedPackageOperations.open>;
type KeepRequest = Request<typeof receivedPackageOperations.keep>;

interface Call<Asked extends OpenRequest> {
  readonly session: Session;
  readonly context: TaskContext;
  readonly request: Asked;
  readonly control: TaskControl;
}

export function receivedPackageHandlers(session: Session): Handlers<typeof receivedPackageOperations> {
  return {
    open: (context, request, control) =>
      opening({ session, context, request, control }, (received) => {
        const { facts, opened } = received;
        const known = context.read((read) => ({
          ...knownKey(read, facts.sender.publicKey),
          toEarlierKey: facts.sealedBy === 'our-key' && !isToCurrentKey(read, opened.manifest.recipients),
        }));
        const canAnswer = received.replyTo !== null;
        return Promise.resolve({ ...facts, files: filesIn(received), ...known, canAnswer });
      }),
    keep: (context, request, control) => {
      const call = { session, context, request, control };
      return opening(call, (received) => keep(call, received));
    },
    list: (context, { caseFileId }) => receivedOf(context, caseFileId),
    get: (context, { receivedPackageId }) => receivedPackage(context, receivedPackageId),
  };
}

/** Opens the chosen file in a private copy that is gone when `use` has ended. */
function opening<T>(call: Call<OpenRequest>, use: (received: Received) => Promise<T>): Promise<T> {
  const { session, context, request, control } = call;
  const path = context.chosenPath(request.file);
  const openWith = context.read((read) => openWithOurs(read, request.openWith));
  const phase = (name: 'reading' | 'checking'): void => control.progress({ phase: name });
  // Beside the vault's own folder: there it is swept at the next start when a killed run left it.
  return withPrivateFolder(dirname(session.settings.place.folder), async (folder) => {
    const source = { ...chosenFile(path, PACKAGE_LIMIT), signal: control.signal, phase };
    const opened = await AuthenticatedPackage.open(source, openWith, folder);
    const isOurs = context.read((read) => isShelterKey(read, opened.manifest.sender.publicKey));
    const words = isOurs ? await wordsOfPackage(opened) : null; // reading a file decrypts the package once more
    context.read((read) => refuseOwnAndKept(read, opened, words));
    return use(await receivedFrom(opened, { path, sealedBy: request.openWith.by }));
  });
}

/** All of it or nothing: files that were taken in are removed again when the records cannot be kept. */
async function keep(call: Call<KeepRequest>, received: Received): Promise<StoredReceivedPackage> {
  if (received.facts.sha256 !== call.request.sha256) throw new VaultError('rule-broken', { rule: 'package-changed' });
  const taken = new Map<string, TakenIn>();
  try {
    for (const { name } of call.request.files) taken.set(name, await takeOne(call, received, name));
    call.control.progress({ phase: 'keeping' });
    return call.context.write((write) => keepAll(write, call.request, { received, taken }));
  } catch (error) {
    const { attachments } = call.session.settings.place;
    const blobs = [...taken.values()].map(({ secrets }) => blobName(secrets.blobId));
    takeBack(attachments, blobs, error);
    throw error;
  }
}

/** By the same road as any attachment. An error says which file it is about: its name in a package says nothing. */
async function takeOne({ session, control }: Call<KeepRequest>, received: Received, name: string): Promise<TakenIn> {
  const file = (received.content.files ?? []).find((one) => one.name === name);
  if (file === undefined) throw new VaultError('not-found');
  const { place, sticks } = session.settings;
  const source = {
    bytes: file.bytes,
    pass: (take: (chunk: Uint8Array) => Promise<void>) => received.opened.pass(name, take, control.signal),
  };
  try {
    return await takeInFrom(source, {
      ...{ blobs: place.attachments, vaultFolder: place.folder, vaultId: session.opened().vault.vaultId },
      ...{
        medium: sticks,
        signal: control.signal,
        phase: (_phase, done) => control.progress({ phase: 'files', done }),
      },
    });
  } catch (error) {
    throw error instanceof VaultError ? new VaultError(error.code, { ...error.facts, file: name }) : error;
  }
}

interface ToKeep {
  readonly received: Received;
  readonly taken: ReadonlyMap<string, TakenIn>;
}

/** In one transaction: the case if it is new, each file, and the package that names them. */
function keepAll(context: WriteContext, request: KeepRequest, { received, taken }: ToKeep): StoredReceivedPackage {
  const id = RecordId.parse(context.newId());
  const caseFileId = caseFor(context, request.into);
  const attachments = new Map(
    request.files.map(({ name, title }) => [
      name,
      keepFile(context, { caseFileId, title, cameWith: id }, taken.get(name)),
    ]),
  );
  const files: ReceivedPackage['files'] = (received.content.files ?? []).map(({ name, title, bytes, sha256 }) => ({
    ...{ name, title, bytes, sha256 },
    attachmentId: attachments.get(name) ?? null,
  }));
  const { wordsCompared } = request;
  const receivedAt = context.now();
  const { facts, replyTo } = received;
  return keepReceived(context, id, { ...facts, caseFileId, receivedAt, wordsCompared, files, replyTo });
}

/** The router has asked already; here once more, because taking in large files takes its time. */
function caseFor(context: WriteContext, into: KeepRequest['into']): CaseFileId {
  if (into.as === 'new') return openCase(context, { nameUsed: into.nameUsed, status: 'INTAKE' }).id;
  if (!mayOpen(context, 'whole', into.caseFileId)) throw new VaultError('not-assigned');
  return CaseFileId.parse(loadCase(context, into.caseFileId).id);
}

function keepFile(
  context: WriteContext,
  of: { readonly caseFileId: CaseFileId; readonly title: string; readonly cameWith: RecordId },
  taken: TakenIn | undefined,
): RecordId {
  if (taken === undefined) throw new VaultError('not-found');
  const told = { ...of, sealed: false, format: taken.format, bytes: taken.written.bytes };
  return RecordId.parse(keepAttachment(context, told, contentOfTaken(taken)).id);
}
