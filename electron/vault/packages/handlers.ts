// The operations of export packages: preview, make, list. Nothing reaches the seal that the gate did not clear in the same breath,
// and no package is left on a medium without its line in the disclosure log.
import { randomBytes } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import type { Request, TaskControl } from '#shared/contract/operation';
import { RecordId } from '#shared/ids';
import { normalisePassphrase } from '#shared/keys/passphrase';
import type {
  CreatedPackage,
  Disclosure,
  exportPackageOperations,
  SealedFor,
  SealedTo,
} from '#shared/records/export-package';
import type { ReleasedContent } from '#shared/records/package';
import { type PartnerAgency, pinnedKeys, type PinnedRecipient } from '#shared/records/partner-agency';
import type { TaskContext } from '../context.ts';
import { requireStrongPassphrase } from '../keys/passphrase-strength.ts';
import { generatePassphrase } from '../keys/passphrase-words.ts';
import type { BlobKeeper } from '../attachments/blob-keeper.ts';
import { disclosuresOf, recordDisclosure } from '../records/disclosure.ts';
import { keepReplyKey, type NewReplyKey } from '../records/package-reply.ts';
import { useUp } from '../records/release.ts';
import { begunOutside } from '../records/unfinished-file.ts';
import { removeOutside } from '../removable/remove-outside.ts';
import type { StickDesk } from '../removable/stick-desk.ts';
import type { Medium } from '../removable/write-outside.ts';
import type { Handlers } from '../router.ts';
import type { FileToPack } from './cvx1.ts';
import { judge, type Judged, requireCleared } from './gate.ts';
import { pdfOf, type StartPress } from './press-line.ts';
import { historyWords } from './history-words.ts';
import { readableFiles, recordPage } from './readable.ts';
import { type FileRoom, filesToPack } from './released-files.ts';
import { newReplyKey } from './reply.ts';
import {
  packageFileName,
  type PackagePlan,
  randomCaseReference,
  sealPackage,
  type SealedPackage,
  type SealFor,
} from './seal.ts';
import { shelterAsSender } from './shelter-key.ts';

type CreateRequest = Request<typeof exportPackageOperations.create>;

export interface PackageRoom {
  readonly desk: StickDesk;
  readonly medium: Medium;
  /** Asked for when a package is made: the vault is open then. */
  readonly files: () => FileRoom;
  readonly keeper: BlobKeeper;
  readonly startPress: StartPress;
}

export function exportPackageHandlers(room: PackageRoom): Handlers<typeof exportPackageOperations> {
  return {
    preview: (context, planned) => judge(context, planned).preview,
    suggestPassphrase: () => ({ passphrase: generatePassphrase(randomBytes) }),
    create: (context, request, control) =>
      createAndNote(room, { context, control, request, id: context.newId(), fileName: packageFileName() }),
    list: (context, { caseFileId }) => disclosuresOf(context, caseFileId),
  };
}

interface Creation {
  readonly context: TaskContext;
  readonly control: TaskControl;
  readonly request: CreateRequest;
  /** Of the disclosure; begin and end stand in the chain under it. */
  readonly id: string;
  readonly fileName: string;
}

/** A package that was begun and did not end is told by its name at the next unlock. */
function createAndNote(room: PackageRoom, creation: Creation): Promise<CreatedPackage> {
  const { context, request, id: recordId, fileName } = creation;
  const file = { caseFileId: request.caseFileId, recordId, fileName };
  // A file that is taken away meanwhile is still read to its end.
  return begunOutside(context, file, () => room.keeper.holding(() => create(room, creation)));
}

/** What may leave now, and is what was read through. Throws as `requireCleared`. */
function cleared(context: TaskContext, request: CreateRequest) {
  const judged = context.read((read) => judge(read, request));
  return { judged, content: requireCleared(judged, request.contentSha256) };
}

async function create(room: PackageRoom, creation: Creation): Promise<CreatedPackage> {
  const { context, control, request } = creation;
  const folder = context.chosenPath(request.folder);
  const pdf = await pdfOf(room.startPress, recordPage(cleared(context, request).content), control.signal);
  // Once more, in the same breath as it is sealed: making the pages took a moment, in which she may have taken it back.
  const { judged, content } = cleared(context, request);
  const replyKey = await newReplyKey();
  const plan = planOf(context, {
    files: context.read((read) => filesToPack(read, room.files(), request)),
    request,
    judged,
    content,
    pdf,
    replyKey,
    sealFor: await sealFor(context, judged.agency, request.sealedTo),
  });
  const saved = await room.desk.save(
    folder,
    async (watch) => {
      const sealed = await sealPackage(plan, { folder, medium: room.medium, fileName: creation.fileName }, watch);
      return logged(folder, sealed, () => log(creation, { judged, plan, sealed, replyKey }));
    },
    { signal: control.signal, stage: (phase, done) => control.progress({ phase, done }) },
  );
  return answer(creation, { judged, sealed: saved.value, stick: await saved.letGo() });
}

/** A package whose line cannot be kept (vault full, damaged) must not stay on the medium. */
async function logged(folder: string, sealed: SealedPackage, log: () => void): Promise<SealedPackage> {
  try {
    log();
    return sealed;
  } catch (error) {
    await removeOutside(folder, sealed.fileName);
    throw error;
  }
}

/** To the keys that were ticked, or to a passphrase that stands as many guesses as that of a vault. */
async function sealFor(context: TaskContext, agency: PartnerAgency, sealedTo: SealedTo): Promise<SealFor> {
  if (sealedTo.by === 'pinned-key') {
    if (agency.recipient === null) throw new VaultError('bad-recipient', { reason: 'none-pinned' });
    return { recipients: chosenKeys(agency, sealedTo).map(({ recipient }) => recipient) };
  }
  const shelter = context.read(
    ({ db }) => db.get<{ name: string }>('SELECT shelter_name AS name FROM vault_state')?.name ?? '',
  );
  // age takes a passphrase letter for letter: what two people say to each other must come out the same on both sides.
  const passphrase = normalisePassphrase(sealedTo.passphrase);
  await requireStrongPassphrase(passphrase, [shelter, agency.name]);
  return { passphrase };
}

/** In the order in which they were pinned. A key that was ticked and is pinned no longer stops the package: somebody changed it meanwhile. */
function chosenKeys(agency: PartnerAgency, sealedTo: SealedTo): readonly PinnedRecipient[] {
  if (sealedTo.by === 'passphrase') return [];
  const chosen = pinnedKeys(agency).filter(({ recipient }) => sealedTo.recipients.includes(recipient));
  if (chosen.length !== new Set(sealedTo.recipients).size)
    throw new VaultError('rule-broken', { rule: 'agency-keys-changed' });
  return chosen;
}

interface Planning {
  readonly files: readonly FileToPack[];
  readonly request: CreateRequest;
  readonly judged: Judged;
  readonly content: ReleasedContent;
  readonly pdf: Uint8Array;
  readonly replyKey: NewReplyKey;
  readonly sealFor: SealFor;
}

function planOf(context: TaskContext, planning: Planning): PackagePlan {
  const { files, request, judged, content, pdf, replyKey, sealFor } = planning;
  const sender = context.write(shelterAsSender);
  const { categories } = request;
  const history = context.read(({ db }) => historyWords(db));
  const packedWith = { pdf, fingerprint: sender.keyFingerprint, replyTo: replyKey.to, categories, history };
  return {
    sender,
    sealFor,
    caseReference: randomCaseReference(),
    releaseReference: request.releaseId,
    createdAt: context.now(),
    purpose: content.purpose,
    usableUntil: content.usableUntil,
    files: [...readableFiles(content, packedWith), ...files],
    omissions: judged.preview.omissions,
  };
}

interface Outcome {
  readonly judged: Judged;
  readonly plan: PackagePlan;
  readonly sealed: SealedPackage;
  readonly replyKey: NewReplyKey;
}

/** Which files went along, for the log. */
function sentFiles({ files = [] }: CreateRequest, { preview }: Judged): Pick<Disclosure, 'files'> {
  const sent = preview.content?.files ?? [];
  const lines = files.map(({ attachmentId }, index) => ({ attachmentId, sha256: sent[index]?.sha256 ?? '' }));
  return lines.length === 0 ? {} : { files: lines };
}

/** Whose keys open it, for the answer and for the log. */
const sealedForOf = ({ agency }: Judged, sealedTo: SealedTo): SealedFor[] =>
  chosenKeys(agency, sealedTo).map(({ name, fingerprintWords }) => ({ name, fingerprintWords }));

/** The line of the log, and the end of a single-use release, in one transaction. */
function log({ context, request, id }: Creation, { judged, plan, sealed, replyKey }: Outcome): void {
  const sealedFor = sealedForOf(judged, request.sealedTo);
  context.write((write) => {
    recordDisclosure(write, id, {
      caseFileId: request.caseFileId,
      sentAt: plan.createdAt,
      sentBy: { id: write.staffMember.id, name: write.staffMember.name },
      partnerAgencyId: request.partnerAgencyId,
      recipientName: judged.preview.content?.recipientName ?? '',
      purpose: plan.purpose,
      categories: [...new Set([...request.categories, ...(request.files ?? []).map(({ category }) => category)])],
      basis: { kind: 'RELEASE', releaseId: request.releaseId },
      usableUntil: plan.usableUntil,
      caseReference: plan.caseReference,
      fileName: sealed.fileName,
      bytes: sealed.bytes,
      packageSha256: sealed.sha256,
      contentSha256: request.contentSha256,
      sealedTo: request.sealedTo.by,
      ...(sealedFor.length === 0 ? {} : { sealedFor }),
      omissions: [...plan.omissions],
      ...sentFiles(request, judged),
      // Her own signed permission is how she was told; other bases (domain §14) record it apart.
      survivorTold: { told: true, how: 'RELEASE' },
    });
    const { caseFileId } = request;
    keepReplyKey(write, replyKey, { caseFileId, disclosureId: id, packageId: sealed.packageId });
    useUp(write, request.releaseId);
  });
}

interface Made {
  readonly judged: Judged;
  readonly sealed: SealedPackage;
  readonly stick: CreatedPackage['stick'];
}

const answer = ({ request, id }: Creation, { judged, sealed, stick }: Made): CreatedPackage => ({
  disclosureId: RecordId.parse(id),
  fileName: sealed.fileName,
  sha256: sealed.sha256,
  bytes: sealed.bytes,
  sealedFor: sealedForOf(judged, request.sealedTo),
  verified: sealed.verified,
  stick,
});
