// Answering a package of another house: sealed to the key that came with it, with the code that only a reader of that package can
// make, written and read back like a package of our own. No answer is left on a medium without its line here.
import { createHmac, randomBytes } from 'node:crypto';
import { VaultError } from '#shared/contract/errors';
import type { Request, TaskControl } from '#shared/contract/operation';
import type { CaseFileId, RecordId } from '#shared/ids';
import { wellFormed } from '#shared/packages/canonical-json';
import { replyText, type ReplyTo, type ReplyWords, signedReply } from '#shared/packages/reply';
import type { AnswerRefusal, SentReply, sentReplyOperations, StoredSentReply } from '#shared/records/sent-reply';
import type { TaskContext } from '../context.ts';
import { receivedWithReply } from '../records/received-package.ts';
import { requireUnrestricted } from '../records/rights-request.ts';
import { answersTo, keepSentReply } from '../records/sent-reply.ts';
import { begunOutside } from '../records/unfinished-file.ts';
import { removeOutside } from '../removable/remove-outside.ts';
import { inOnePiece, type WriteControl, writeOutside } from '../removable/write-outside.ts';
import type { Handlers } from '../router.ts';
import { loadAge } from './age.ts';
import type { PackageRoom } from './handlers.ts';
import { midnightOf, packageFileName } from './seal.ts';

type WriteRequest = Request<typeof sentReplyOperations.write>;
type Room = Pick<PackageRoom, 'desk' | 'medium'>;

export function sentReplyHandlers(room: Room): Handlers<typeof sentReplyOperations> {
  return {
    write: (context, request, control) => write(room, { context, request, control }),
    list: (context, { receivedPackageId }) => answersTo(context, receivedPackageId),
  };
}

interface Call {
  readonly context: TaskContext;
  readonly request: WriteRequest;
  readonly control: TaskControl;
}

async function write({ desk, medium }: Room, { context, request, control }: Call) {
  const folder = context.chosenPath(request.folder);
  const answer = answerFor(context, request);
  const [id, name] = [context.newId(), packageFileName()];
  const bytes = await sealed(answer.to, answer.words);
  const target = { folder, name, bytes: bytes.length, modifiedAt: midnightOf(context.now()) };
  const seal = async (watch: WriteControl): Promise<StoredSentReply> => {
    const { sha256 } = await writeOutside(medium, target, inOnePiece(bytes), watch);
    try {
      return context.write((write) => keepSentReply(write, id, bodyOf(context, answer, { ...target, sha256 })));
    } catch (error) {
      await removeOutside(folder, target.name);
      throw error;
    }
  };
  const file = { caseFileId: answer.caseFileId, recordId: id, fileName: name };
  const saved = await begunOutside(context, file, () =>
    desk.save(folder, seal, {
      signal: control.signal,
      stage: (phase, done) => control.progress({ phase, done }),
    }),
  );
  return { reply: saved.value, stick: await saved.letGo() };
}

interface Answer {
  readonly caseFileId: CaseFileId;
  readonly receivedPackageId: RecordId;
  readonly recipientName: string;
  readonly to: ReplyTo;
  readonly words: ReplyWords;
}

const refuse = (rule: AnswerRefusal): never => {
  throw new VaultError('rule-broken', { rule });
};

/** Throws rule-broken before anything is sealed. */
function answerFor(context: TaskContext, { receivedPackageId, answer, note, asked }: WriteRequest): Answer {
  const { caseFileId, sender, packageId, replyTo } = context.read((read) => {
    const found = receivedWithReply(read, receivedPackageId);
    requireUnrestricted(read, found.caseFileId);
    return found;
  });
  const to = replyTo ?? refuse('answer-none');
  if (!asked) refuse('answer-not-asked');
  const replyId = randomBytes(16).toString('hex');
  const answeredOn = context.today();
  const words: ReplyWords = { format: 'cv/reply/1', packageId, replyId, answer, answeredOn, note: wellFormed(note) };
  return { caseFileId, receivedPackageId, recipientName: sender.name, to, words };
}

async function sealed(to: ReplyTo, words: ReplyWords): Promise<Uint8Array> {
  const mac = createHmac('sha256', Buffer.from(to.secret, 'hex')).update(signedReply(words), 'utf8').digest('hex');
  const encrypter = new (await loadAge()).Encrypter();
  encrypter.addRecipient(to.recipient);
  return encrypter.encrypt(replyText(words, mac));
}

function bodyOf(
  context: TaskContext,
  { caseFileId, receivedPackageId, recipientName, words }: Answer,
  file: { readonly name: string; readonly sha256: string },
): SentReply {
  const { answer, answeredOn, note, replyId: replyNumber } = words;
  const what = { answer, answeredOn, note, replyNumber, sentAt: context.now() };
  return {
    ...{ caseFileId, receivedPackageId, recipientName },
    ...{ ...what, fileName: file.name, sha256: file.sha256 },
  };
}
