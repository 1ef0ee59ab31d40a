// The vault's line to a parser process. Untrusted files are opened there, never here: what comes back is checked and bounded,
// and a parser that says anything else, dies, or falls silent is given up.
import { VaultError } from '#shared/contract/errors';
import type { StopSignal } from '#shared/contract/operation';
import { FromParser, type ToParser } from '#shared/htcds/parser-protocol';
import type { Line, StartLine } from '../line-from-main.ts';

export type ParserLine = Line<ToParser>;
/** How a parser is started: by main in the app, by a fork in tests. */
export type StartParser = StartLine<ToParser>;

export type Parsed = Extract<FromParser, { type: 'done' }>;

export interface Reading {
  readonly path: string;
  readonly today: string;
  readonly signal: StopSignal;
  /** Rows as JSON text, each at most 16 million characters; throws to give up. */
  rows(rows: readonly string[]): void;
  progress(done: number): void;
}

/** A parser works or it ends: this long without a word is neither. */
const SILENT_MS = 60_000;

/**
 * Has one file read. Errors: what the parser says of the file, `cancelled`, and `file-damaged` for a parser that died,
 * fell silent or spoke nonsense.
 */
export async function readWithParser(start: StartParser, reading: Reading): Promise<Parsed> {
  if (reading.signal.aborted) throw new VaultError('cancelled');
  const line = await start();
  let silent: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => undefined;
  try {
    return await new Promise<Parsed>((resolve, reject) => {
      const lost = (reason: string): void => reject(new VaultError('file-damaged', { reason }));
      const wait = (): void => {
        clearTimeout(silent);
        silent = setTimeout(() => lost('parser-silent'), SILENT_MS);
      };
      stop = () => reject(new VaultError('cancelled'));
      reading.signal.addEventListener('abort', stop);
      const hear = (data: unknown): void => {
        wait();
        try {
          hearOne(line, reading, data, { resolve, reject });
        } catch (error) {
          reject(error instanceof Error ? error : new VaultError('internal'));
        }
      };
      line.listen(hear, () => lost('parser-ended'));
      wait();
      line.say({ type: 'read', path: reading.path, today: reading.today });
    });
  } finally {
    clearTimeout(silent);
    reading.signal.removeEventListener('abort', stop);
    line.close();
  }
}

interface Ending {
  resolve(parsed: Parsed): void;
  reject(error: VaultError): void;
}

function hearOne(line: ParserLine, reading: Reading, data: unknown, end: Ending): void {
  const heard = FromParser.safeParse(data);
  if (!heard.success) throw new VaultError('file-damaged', { reason: 'parser-nonsense' });
  const message = heard.data;
  switch (message.type) {
    case 'progress':
      reading.progress(message.done);
      break;
    case 'rows':
      reading.rows(message.rows);
      line.say({ type: 'more' });
      break;
    case 'done':
      end.resolve(message);
      break;
    case 'failed':
      end.reject(new VaultError(message.code, message.facts));
  }
}
