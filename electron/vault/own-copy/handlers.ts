// Giving a person her own record: read together, on paper, on a stick. Every way ends her request and stands in the disclosure log,
// and none of them is closed by a restriction, because it is she who asks.
import { VaultError } from '#shared/contract/errors';
import type { HtcdsAnswers } from '#shared/records/htcds-record';
import { RecordId } from '#shared/ids';
import { normalisePassphrase } from '#shared/keys/passphrase';
import type { CreatedPackage } from '#shared/records/export-package';
import {
  type CopyScope,
  type HandedWay,
  type Mask,
  type MaskReason,
  OwnCopy,
  type ownCopyOperations,
  type OwnLine,
  type OwnRecord,
  type StoredOwnCopy,
} from '#shared/records/own-copy';
import type { RightsRequest } from '#shared/records/rights-request';
import { settleRefusal } from '#shared/records/rights-rules';
import { ownCopyText } from '#shared/text/en/own-copy';
import type { ReadContext, WriteContext } from '../context.ts';
import { requireStrongPassphrase } from '../keys/passphrase-strength.ts';
import type { FileToPack } from '../packages/cvx1.ts';
import { pdfOf, type StartPress } from '../packages/press-line.ts';
import { packageFileName, type PackagePlan, randomCaseReference, sealPackage } from '../packages/seal.ts';
import { shelterAsSender } from '../packages/shelter-key.ts';
import { caseRef } from '../records/case-ref.ts';
import { recordOtherDisclosure } from '../records/disclosure-log.ts';
import { htcdsRecordKind } from '../records/htcds-record.ts';
import { partsOf } from '../records/one-record.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from '../records/record-kind.ts';
import { obey, revisionMark } from '../records/revision-mark.ts';
import { rightsRequestKind, settleByGiving } from '../records/rights-request.ts';
import { begunOutside } from '../records/unfinished-file.ts';
import { removeOutside } from '../removable/remove-outside.ts';
import type { StickDesk } from '../removable/stick-desk.ts';
import type { Medium } from '../removable/write-outside.ts';
import type { Handlers } from '../router.ts';
import { copyFiles, copyJson, copyPage, type CopyFile, type Given, sha256Of } from './copy-files.ts';
import { codedLineId, gatherOwn } from './gather.ts';

export const ownCopyKind = recordKind<OwnCopy>({
  kind: 'own-copy',
  schema: OwnCopy,
  table: 'own_copy',
  columns: (body) => ({ case_file_id: body.caseFileId, request_id: body.requestId, handed_on: body.handedOn }),
});

export interface CopyRoom {
  readonly desk: StickDesk;
  readonly medium: Medium;
  readonly startPress: StartPress;
}

export function ownCopyHandlers({ desk, medium, startPress }: CopyRoom): Handlers<typeof ownCopyOperations> {
  return {
    read: (context, { caseFileId, scope }) => {
      caseRef(context, caseFileId);
      return gatherOwn(context, caseFileId, scope);
    },
    hand: (context, { way, ...asked }) => {
      const { given, scope } = cleared(context, asked);
      return keep(context, { ...asked, scope, way, given, sha256: sha256Of(copyJson(given)), id: context.newId() });
    },
    save: async (context, { passphrase: typed, folder: chosen, ...asked }, control): Promise<CreatedPackage> => {
      const folder = context.chosenPath(chosen);
      const passphrase = normalisePassphrase(typed);
      await requireStrongPassphrase(passphrase, []);
      const read = () => context.read((reader) => cleared(reader, asked));
      const pdf = await pdfOf(startPress, copyPage(read().given, 'sheets'), control.signal);
      // Once more: making the sheets took a moment, in which something may have been written.
      const { given, scope, people } = read();
      const id = RecordId.parse(context.newId());
      const files = copyFiles({ given, people, today: context.today(), pdf });
      const plan = planOf(files, { id, passphrase, sender: context.write(shelterAsSender), at: context.now() });
      const file = { caseFileId: asked.caseFileId, recordId: id, fileName: packageFileName() };
      const saved = await begunOutside(context, file, () =>
        desk.save(
          folder,
          async (watch) => {
            const sealed = await sealPackage(plan, { folder, medium, fileName: file.fileName }, watch);
            try {
              context.write((write) =>
                keep(write, { ...asked, scope, way: 'STICK', given, sha256: sealed.sha256, id }),
              );
            } catch (error) {
              // A copy whose line cannot be kept must not stay on the medium.
              await removeOutside(folder, sealed.fileName);
              throw error;
            }
            return sealed;
          },
          { signal: control.signal, stage: (phase, done) => control.progress({ phase, done }) },
        ),
      );
      const { fileName, sha256, bytes, verified } = saved.value;
      return { disclosureId: id, fileName, sha256, bytes, sealedFor: [], verified, stick: await saved.letGo() };
    },
    list: (context, { caseFileId }) => {
      caseRef(context, caseFileId);
      return listRecords(context, ownCopyKind, 't.case_file_id = ? ORDER BY t.revision_seq DESC', [caseFileId]).map(
        (stored) => shown(context, stored),
      );
    },
  };
}

interface Asked {
  readonly caseFileId: OwnCopy['caseFileId'];
  readonly requestId: OwnCopy['requestId'];
  readonly sha256: string;
  readonly masks: readonly Mask[];
}

/** What may be given, or why not: the request is one for it, somebody checked who asks, and it is what was read through. */
function cleared(context: ReadContext, { caseFileId, requestId, sha256, masks }: Asked) {
  const request = loadRecord(context, rightsRequestKind, requestId).body;
  if (request.caseFileId !== caseFileId) throw new VaultError('not-found');
  const scope = scopeOf(request);
  obey(givingRefusal(request, context.today()));
  const record = gatherOwn(context, caseFileId, scope);
  if (record.sha256 !== sha256) throw new VaultError('conflict');
  const reasons: Reasons = new Map(masks.map(({ lineId, reason }) => [lineId, reason]));
  const ids = new Set(record.sections.flatMap((section) => section.lines.map(({ id }) => id)));
  if (masks.some(({ lineId }) => !ids.has(lineId))) throw new VaultError('conflict');
  const given = givenOf(record, reasons);
  obey(given.sections.length === 0 ? 'copy-empty' : null);
  return { given, scope, people: peopleOf(context, caseFileId, reasons) };
}

type Reasons = ReadonlyMap<string, MaskReason>;

const asGiven = ({ suggested: _, ...line }: OwnLine): OwnLine => line;

const givenOf = ({ sections, omissions }: OwnRecord, reasons: Reasons): Given => ({
  sections: sections
    .map((section) => ({ ...section, lines: section.lines.filter(({ id }) => !reasons.has(id)).map(asGiven) }))
    .filter(({ lines }) => lines.length > 0),
  masked: sections
    .flatMap(({ lines }) => lines)
    .flatMap(({ id, label }) => {
      const reason = reasons.get(id);
      return reason === undefined ? [] : [{ label, reason }];
    }),
  omissions,
});

/** Her workbook rows; a field whose line is masked has an empty cell. */
function peopleOf(context: ReadContext, caseFileId: string, reasons: Reasons): HtcdsAnswers[] {
  const cases = [caseFileId, ...partsOf(context, caseFileId).map((part) => part.caseFileId)];
  return cases.flatMap((one) =>
    listRecords(context, htcdsRecordKind, 't.case_file_id = ? ORDER BY t.id', [one]).map(({ id, body }) =>
      Object.fromEntries(Object.entries(body.answers).filter(([field]) => !reasons.has(codedLineId(id, field)))),
    ),
  );
}

const KINDS: readonly RightsRequest['kind'][] = ['ACCESS', 'COPY', 'PORTABILITY'];
const scopeOf = ({ kind }: RightsRequest): CopyScope => (kind === 'PORTABILITY' ? 'GIVEN' : 'WHOLE');

/** A request that ended with a yes can be given again, on paper after the stick. */
function givingRefusal(request: RightsRequest, today: string) {
  if (!KINDS.includes(request.kind)) return 'right-kind';
  const { outcome } = request;
  if (outcome !== null) return outcome.end === 'DONE' || outcome.end === 'PARTLY' ? null : 'right-settled';
  const asGiven = { end: 'DONE' as const, on: today, codes: [], words: '', partlyOffered: false, reviewOn: null };
  return settleRefusal(request, asGiven, false);
}

interface Handed extends Asked {
  readonly id: string;
  readonly way: HandedWay;
  readonly scope: CopyScope;
  readonly given: Given;
}

/** The copy, the end of the request and the line of the log, in one transaction. */
function keep(context: WriteContext, { caseFileId, requestId, way, scope, given, sha256, id }: Handed): StoredOwnCopy {
  const body: OwnCopy = {
    caseFileId,
    requestId,
    scope,
    way,
    handedOn: context.today(),
    lines: given.sections.reduce((sum, { lines }) => sum + lines.length, 0),
    masked: [...given.masked],
    documentSha256: sha256,
  };
  settleByGiving(context, requestId, given.masked.length === 0 ? 'DONE' : 'PARTLY', ownCopyText.way(way));
  recordOtherDisclosure(context, {
    caseFileId,
    way: 'OWN_COPY',
    sentOn: context.today(),
    recipientName: ownCopyText.recipient,
    partnerAgencyId: null,
    purpose: ownCopyText.purpose,
    categories: [...new Set(given.sections.map(({ category }) => category))],
    what: ownCopyText.way(way),
    basis: { kind: 'SURVIVOR_COPY', reference: requestId },
    survivorTold: { told: true, how: ownCopyText.purpose },
    steps: '',
    documentSha256: sha256,
    unmatched: [],
  });
  return shown(context, saveRecord(context, ownCopyKind, { id, caseFileId, body, expectedRevision: 0 }));
}

const shown = (context: Pick<ReadContext, 'db'>, stored: Stored<OwnCopy>): StoredOwnCopy => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});

/** Her own copy has no last day. */
const NO_LAST_DAY = '9999-12-31';

interface Sealing {
  readonly id: string;
  readonly passphrase: string;
  readonly sender: PackagePlan['sender'];
  readonly at: number;
}

const planOf = (files: readonly CopyFile[], { id, passphrase, sender, at }: Sealing): PackagePlan => ({
  sender,
  sealFor: { passphrase },
  caseReference: randomCaseReference(),
  releaseReference: id,
  createdAt: at,
  purpose: ownCopyText.purpose,
  usableUntil: NO_LAST_DAY,
  files: files.map(packed),
  omissions: [],
});

function packed({ name, type, bytes }: CopyFile): FileToPack {
  async function* content(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  }
  return { name, type, size: bytes.length, sha256: sha256Of(bytes), content };
}
