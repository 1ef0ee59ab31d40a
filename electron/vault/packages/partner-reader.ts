// Hands the reader over: written, flushed and read back like a package, then its hash is written down for the agency.
import { VaultError } from '#shared/contract/errors';
import { type partnerReaderOperations, READER_FILE } from '#shared/records/partner-reader';
import { loadAgency } from '../records/partner-agency.ts';
import { keepReaderCopy, readerCopiesOf } from '../records/reader-copy.ts';
import { inOnePiece, type WriteControl, writeOutside, type WrittenFile } from '../removable/write-outside.ts';
import type { Handlers } from '../router.ts';
import type { PackageRoom } from './handlers.ts';
import { shelterAsSender, shelterWords } from './shelter-key.ts';

export interface ReaderRoom extends Pick<PackageRoom, 'desk' | 'medium'> {
  readonly readerPage: () => Promise<string>;
}

export function partnerReaderHandlers({
  desk,
  medium,
  readerPage,
}: ReaderRoom): Handlers<typeof partnerReaderOperations> {
  return {
    card: (context, { partnerAgencyId }) => {
      loadAgency(context, partnerAgencyId);
      const words = shelterWords(context);
      return { shelterWords: words && [...words], copies: readerCopiesOf(context, partnerAgencyId) };
    },
    handOver: async (context, { partnerAgencyId, folder: handle }, control) => {
      context.read((read) => loadAgency(read, partnerAgencyId));
      const folder = context.chosenPath(handle);
      const page = Buffer.from(await readerPage(), 'utf8');
      const write = (watch: WriteControl): Promise<WrittenFile> =>
        writeOutside(medium, { folder, name: READER_FILE, bytes: page.length }, inOnePiece(page), watch);
      const saved = await desk
        .save(folder, write, { signal: control.signal, stage: (phase, done) => control.progress({ phase, done }) })
        .catch(sayingWhatIsThere);
      const { sha256, bytes } = saved.value;
      const copy = context.write((write) => {
        shelterAsSender(write); // the card names its six words, so the key is made now if it is not there
        return keepReaderCopy(write, { partnerAgencyId, handedOverAt: write.now(), sha256, bytes });
      });
      return { copy, stick: await saved.letGo() };
    },
  };
}

/** A name that is taken is another reader, perhaps not ours: it is never written over. */
function sayingWhatIsThere(error: unknown): never {
  const isTaken = error instanceof VaultError && error.code === 'conflict';
  throw isTaken ? new VaultError('rule-broken', { rule: 'reader-there' }) : error;
}
