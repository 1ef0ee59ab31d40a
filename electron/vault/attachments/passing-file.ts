// Watches a document while it passes on its way into the vault, and says at its end whether it kept what its first bytes promised.
// Nothing is unpacked and nothing is held but a few bytes of overlap.
import { VaultError } from '#shared/contract/errors';
import type { AttachmentFormat } from '#shared/records/attachment';
import { isText, type Promised } from './kind-of-file.ts';

export interface Watcher {
  see(chunk: Uint8Array): void;
  /** Throws `file-damaged`, `file-kind-refused`, `file-with-program`. */
  end(): AttachmentFormat;
}

export function watcherOf(promised: Exclude<Promised, 'jpeg' | 'png' | 'webp'>): Watcher {
  if (promised === 'text') return textWatcher();
  if (promised === 'pdf') return pdfWatcher();
  return officeWatcher(promised);
}

function textWatcher(): Watcher {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const read = (chunk?: Uint8Array): void => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new VaultError('file-kind-refused');
    }
  };
  return {
    see: (chunk) => {
      if (!isText(chunk)) throw new VaultError('file-kind-refused');
      read(chunk);
    },
    end: () => {
      read();
      return 'text';
    },
  };
}

const cutOff = (): VaultError => new VaultError('file-damaged', { reason: 'cut-off' });

/** The last bytes that passed. */
function tailOf(length: number) {
  let tail = Buffer.alloc(0);
  return {
    add: (chunk: Uint8Array): void => {
      const last = Buffer.from(chunk.subarray(-length)); // a copy: the buffer of the chunk is used again
      tail = Buffer.concat([tail, last]).subarray(-length);
    },
    includes: (mark: string): boolean => tail.includes(mark, 0, 'latin1'),
  };
}

/** A reader looks for the mark in the last kilobyte, and so do we. */
function pdfWatcher(): Watcher {
  const tail = tailOf(1024);
  return {
    see: tail.add,
    end: () => {
      if (!tail.includes('%%EOF')) throw cutOff();
      return 'pdf';
    },
  };
}

const MAIN_PARTS = { 'word/document.xml': 'docx', 'xl/workbook.xml': 'xlsx', 'ppt/presentation.xml': 'pptx' } as const;
const PROGRAMS = ['vbaProject.bin', 'Basic/script-lc.xml', 'xl/macrosheets/', 'activeX/activeX'] as const;
const NEEDLES = [...Object.keys(MAIN_PARTS), ...PROGRAMS];
const OVERLAP = Math.max(...NEEDLES.map((needle) => needle.length)) - 1;

/** Names stand unpacked in the container, so they are seen as they pass. The directory at the end must be there. */
function officeWatcher(promised: 'office' | 'odt' | 'ods' | 'odp'): Watcher {
  const found = new Set<string>();
  const tail = tailOf(65_557); // the end record with its longest comment
  let before: Uint8Array = new Uint8Array(0);
  return {
    see: (chunk) => {
      tail.add(chunk);
      const window = Buffer.concat([before, chunk]);
      for (const needle of NEEDLES) if (!found.has(needle) && window.includes(needle, 0, 'latin1')) found.add(needle);
      before = Uint8Array.from(window.subarray(-OVERLAP));
    },
    end: () => {
      if (PROGRAMS.some((name) => found.has(name))) throw new VaultError('file-with-program');
      if (!tail.includes('PK\x05\x06')) throw cutOff();
      if (promised !== 'office') return promised;
      const formats = Object.entries(MAIN_PARTS).filter(([name]) => found.has(name));
      const [only] = formats;
      if (only === undefined || formats.length > 1) throw new VaultError('file-kind-refused');
      return only[1];
    },
  };
}
