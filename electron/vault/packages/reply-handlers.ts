// The operations of replies: read one, keep it, list those of a case.
import { VaultError } from '#shared/contract/errors';
import { CaseFileId, RecordId } from '#shared/ids';
import type { packageReplyOperations, ReplyPreview, StoredPackageReply } from '#shared/records/package-reply';
import type { TaskContext, WriteContext } from '../context.ts';
import { mayOpen } from '../records/case-reach.ts';
import { disclosureKind } from '../records/disclosure.ts';
import { keepReply, refuseSeen, repliesOf, replyKeys } from '../records/package-reply.ts';
import { loadRecord } from '../records/record-kind.ts';
import { moveReferralOn } from '../records/referral-answer.ts';
import type { Handlers } from '../router.ts';
import { openReply, type OpenedReply } from './reply.ts';

export const packageReplyHandlers: Handlers<typeof packageReplyOperations> = {
  read: async (context, request) => preview(context, await openFor(context, request)),
  keep: async (context, request) => {
    const opened = await openFor(context, request);
    if (opened.sha256 !== request.sha256) throw new VaultError('conflict');
    return context.write((write) => keep(write, opened));
  },
  list: (context, { caseFileId }) => repliesOf(context, caseFileId),
};

interface Chosen {
  readonly file: string;
  readonly caseFileId?: string | undefined;
}

/** Opens an answer, and makes sure that it belongs where it is brought in and to somebody who works on that case. */
async function openFor(context: TaskContext, { file, caseFileId }: Chosen): Promise<OpenedReply> {
  const opened = await openReply(context.chosenPath(file), context.read(replyKeys));
  const { key, words } = opened;
  if (caseFileId !== undefined && caseFileId !== key.caseFileId) throw new VaultError('reply-other-package');
  context.read((read) => {
    if (!mayOpen(read, 'whole', key.caseFileId)) throw new VaultError('not-assigned');
    refuseSeen(read, words.replyId);
  });
  return opened;
}

function preview(context: TaskContext, { key, words, sha256 }: OpenedReply): ReplyPreview {
  const { body } = context.read((read) => loadRecord(read, disclosureKind, key.disclosureId));
  return {
    caseFileId: CaseFileId.parse(key.caseFileId),
    disclosureId: RecordId.parse(key.disclosureId),
    answer: words.answer,
    answeredOn: words.answeredOn,
    note: words.note,
    recipientName: body.recipientName,
    purpose: body.purpose,
    sentAt: body.sentAt,
    sha256,
  };
}

/** With it the referral that the package went out for, if there is one, comes to its next state. */
function keep(context: WriteContext, { key, words }: OpenedReply): StoredPackageReply {
  const { basis } = loadRecord(context, disclosureKind, key.disclosureId).body;
  const { caseFileId } = key;
  const kept = keepReply(context, {
    caseFileId: CaseFileId.parse(caseFileId),
    disclosureId: RecordId.parse(key.disclosureId),
    answer: words.answer,
    answeredOn: words.answeredOn,
    note: words.note,
    receivedAt: context.now(),
    packageId: key.packageId,
    replyNumber: words.replyId,
  });
  if (basis.kind === 'RELEASE') {
    moveReferralOn(context, { caseFileId, releaseId: basis.releaseId, answer: words.answer });
  }
  return kept;
}
