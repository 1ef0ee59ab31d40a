// How much a file may ask of us. A bound met is `file-too-big`, said at once; nothing is cut off in silence.
import { VaultError } from '#shared/contract/errors';

const MB = 1_000_000;

export const limits = {
  /** Issue: a 100 MB file gets a clear sentence. It is read into memory once, so that what is checked is what is used. */
  workbookBytes: 100 * MB,
  /** security.md §9. */
  csvBytes: 20 * MB,
  csvCellBytes: 65_536,
  rows: 50_000,
  columns: 300,
  /** Excel itself stops at 32,767 characters, LibreOffice at 65,535. */
  cellCharacters: 65_536,
  sheets: 64,
  zipEntries: 5_000,
  /** 10,000 rows of 84 filled fields are about 70 MB of XML. */
  inflatedBytes: 400 * MB,
  /** What all entries together say they hold; bombs with honest headers end here, before the first byte is inflated. */
  declaredBytes: 2_000 * MB,
  /** Deflate reaches 1,032 : 1; sheets of a real shelter stay under 60 : 1. Checked once this much has come out. */
  ratio: 250,
  ratioFrom: 20 * MB,
  sharedStringCharacters: 64_000_000,
  sharedStrings: 3_000_000,
  /** Workbook parts that are kept whole: the sheet list, relationships, styles. */
  smallPartBytes: 16 * MB,
  xmlDepth: 64,
  /** One tag, comment or run of text. */
  xmlPiece: 1_000_000,
} as const;

/** Throws `file-too-big`; `limit` names the bound for the sentence on screen. */
export function tooBig(
  limit: 'file' | 'rows' | 'columns' | 'cell' | 'unpacked' | 'sheets' | 'entries',
  most: number,
): never {
  throw new VaultError('file-too-big', {
    limit,
    most,
    ...(limit === 'file' || limit === 'unpacked' ? { limitMb: Math.floor(most / MB) } : {}),
  });
}

export const damaged = (reason: string): VaultError => new VaultError('file-damaged', { reason });
