// `record.json` of a package of unknown origin: the lines that the sender let go, read as strictly as they are written. What this
// program does not know is not passed over, because what is kept must be what was sent.
import { z } from 'zod';
import { VaultError } from '../contract/errors.ts';
import { ReleasedContent } from '../records/package.ts';
import { canonicalJson, isDeeperThan } from './canonical-json.ts';

export const RECORD_FILE = 'record.json';
/** The name and version of its shape; FORMATS.md §13 describes it. */
export const RECORD_FORMAT = 'cv/record/1';
/** Several times the longest record that a house has made; in bytes. The format alone would allow more than memory holds. */
export const RECEIVED_RECORD_LIMIT = 8 << 20;
const DEPTH = 8;

const ReceivedRecord = z.strictObject({ format: z.literal(RECORD_FORMAT), ...ReleasedContent.shape });

const damaged = (): VaultError => new VaultError('file-damaged', { reason: 'record' });

/**
 * Throws `package-newer` for a later format, and for words and fields that a later sender may have added; `file-damaged`
 * {reason: record} for anything else but the one spelling.
 */
export function readReceivedRecord(text: string): ReleasedContent {
  if (isDeeperThan(DEPTH, text)) throw damaged();
  const json = parseJson(text);
  const parsed = ReceivedRecord.safeParse(json);
  if (!parsed.success) throw isNewer(json, parsed.error) ? new VaultError('package-newer') : damaged();
  if (canonicalJson(parsed.data) !== text) throw damaged();
  const { format, ...content } = parsed.data;
  return content;
}

const FROM_LATER = ['unrecognized_keys', 'invalid_value', 'invalid_key'];

/** Everything that is not understood is a name or a word of a list, in a record of this family. */
const isNewer = (json: unknown, error: z.ZodError): boolean =>
  typeof json === 'object' &&
  json !== null &&
  'format' in json &&
  typeof json.format === 'string' &&
  /^cv\/record\/[1-9]\d*$/.test(json.format) &&
  error.issues.every(({ code }) => FROM_LATER.includes(code));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged();
  }
}
