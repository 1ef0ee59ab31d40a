// The reader for partner agencies: one page that opens packages without this program. It is handed over once, apart from every
// package, so that nobody can slip in another one on a stick; its hash stands on the agency's card.
import { z } from 'zod';
import { outreachReaders, outreachWorkers, read, task } from '../contract/operation.ts';
import { ChoiceHandle, RecordId } from '../ids.ts';
import { Instant } from '../time.ts';
import { StickAfterwards } from './export-package.ts';
import { FingerprintWords, PartnerAgencyId } from './partner-agency.ts';
import { RevisionMark } from './revision-mark.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const ReaderCopy = z.strictObject({
  partnerAgencyId: PartnerAgencyId,
  handedOverAt: Instant,
  sha256: Sha256,
  bytes: z.int().positive(),
});
export type ReaderCopy = z.output<typeof ReaderCopy>;

export const StoredReaderCopy = z.strictObject({ ...ReaderCopy.shape, ...RevisionMark.shape, id: RecordId });
export type StoredReaderCopy = z.output<typeof StoredReaderCopy>;

/** The name under which it is written. */
export const READER_FILE = 'reader.html';

/** What the card of an agency says of us, and of the reader it has. */
export const ReaderCard = z.strictObject({
  /** The six words of the key that packages are signed with; null before it was made. */
  shelterWords: FingerprintWords.nullable(),
  /** Newest first. */
  copies: z.array(StoredReaderCopy),
});
export type ReaderCard = z.output<typeof ReaderCard>;

/** A file of that name lies there already: whose it is cannot be known, so it is left alone. */
export type ReaderRefusal = 'reader-there';

export const partnerReaderOperations = {
  card: read(outreachReaders, z.strictObject({ partnerAgencyId: PartnerAgencyId }), ReaderCard),
  /** Writes it into a chosen folder, reads it back, and writes down its hash. Errors: rule-broken {rule: ReaderRefusal}, those of sticks and files. */
  handOver: task(
    outreachWorkers,
    ['partnerReader'],
    z.strictObject({ partnerAgencyId: PartnerAgencyId, folder: ChoiceHandle }),
    z.strictObject({ copy: StoredReaderCopy, stick: StickAfterwards }),
  ),
};
