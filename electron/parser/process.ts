// The parser: a process of its own, without keys, that reads one file of unknown origin and ends. It says what it read
// to the vault alone, and logs nothing. Works under Electron's utilityProcess and under Node's child_process.fork.
import { VaultError } from '#shared/contract/errors';
import { BATCHES_IN_FLIGHT, type FromParser, type ParsedRow, ToParser } from '#shared/htcds/parser-protocol';
import { readImportFile } from './read-file.ts';

/** The vault's end of the line, whichever way this process was started. */
interface Line {
  say(message: FromParser): void;
  hear(listener: (message: unknown) => void): void;
  end(): void;
}

interface ElectronPort {
  postMessage(message: unknown): void;
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ElectronPort[] }) => void,
  ): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
}
interface ElectronProcess {
  readonly parentPort?: ElectronPort;
}

const BATCH_ROWS = 100;
const BATCH_CHARACTERS = 1_000_000;

/** Gathers rows into batches and waits when too many are on their way. */
class Batches {
  readonly #line: Line;
  #rows: string[] = [];
  #characters = 0;
  #mayGo = BATCHES_IN_FLIGHT;
  #wake: (() => void) | null = null;

  constructor(line: Line) {
    this.#line = line;
  }

  more(): void {
    this.#mayGo += 1;
    this.#wake?.();
  }

  async add(rows: readonly ParsedRow[]): Promise<void> {
    for (const row of rows) {
      const json = JSON.stringify(row);
      this.#rows.push(json);
      this.#characters += json.length;
      if (this.#rows.length >= BATCH_ROWS || this.#characters >= BATCH_CHARACTERS) await this.flush();
    }
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    while (this.#mayGo === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#mayGo -= 1;
    this.#line.say({ type: 'rows', rows: this.#rows });
    this.#rows = [];
    this.#characters = 0;
  }
}

function serve(line: Line): void {
  const batches = new Batches(line);
  line.hear((data) => {
    const message = ToParser.safeParse(data);
    if (!message.success || message.data.type === 'stop') line.end();
    else if (message.data.type === 'more') batches.more();
    else void read(line, batches, message.data.path, message.data.today);
  });
}

async function read(line: Line, batches: Batches, path: string, today: string): Promise<void> {
  let told = 0;
  const progress = (done: number): void => {
    if (done - told < 0.01) return;
    told = done;
    line.say({ type: 'progress', done });
  };
  try {
    const summary = await readImportFile(path, today, { people: (rows) => batches.add(rows), progress });
    await batches.flush();
    line.say({ type: 'done', ...summary });
  } catch (error) {
    // Anything unforeseen that a file brings about is that file's fault: it is told as damaged, without its message.
    const { code, facts } =
      error instanceof VaultError ? error : new VaultError('file-damaged', { reason: 'unforeseen' });
    line.say({ type: 'failed', code, facts });
  }
}

function electronLine(port: ElectronPort): Line {
  port.on('close', () => process.exit(0));
  return {
    say: (message) => port.postMessage(message),
    hear: (listener) => {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
    end: () => process.exit(0),
  };
}

function nodeLine(): Line {
  process.on('disconnect', () => process.exit(0));
  return {
    say: (message) => process.send?.(message),
    hear: (listener) => process.on('message', listener),
    end: () => process.exit(0),
  };
}

const { parentPort } = process as ElectronProcess;
if (parentPort === undefined) serve(nodeLine());
else parentPort.on('message', ({ ports: [port] }) => port !== undefined && serve(electronLine(port)));
