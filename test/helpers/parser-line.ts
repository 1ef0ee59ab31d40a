// One parser process for many files, with the memory that main gives it. A process that ends is a crash; the next file has a fresh one.
import { type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { FromParser, type ParsedRow } from '#shared/htcds/parser-protocol';
import { VaultError } from '#shared/contract/errors';
import { type BuiltParser, startParser } from './parser-process.ts';

export class ParserLine {
  readonly #built: BuiltParser;
  #child: ChildProcess | null = null;
  #spent = 0;

  constructor(built: BuiltParser) {
    this.#built = built;
  }

  /** The people of a file. Throws what the parser says of it; an error that is not typed when it crashed over it. */
  read(path: string): Promise<ParsedRow[]> {
    const child = (this.#child ??= startParser(this.#built));
    const rows: ParsedRow[] = [];
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        child.off('message', hear).off('exit', ended);
        end();
      };
      const ended = (): void => {
        this.#child = null;
        settle(() => reject(new Error('the parser ended')));
      };
      const hear = (data: unknown): void => {
        const message = FromParser.parse(data);
        if (message.type === 'rows') {
          rows.push(...message.rows.map((row) => JSON.parse(row) as ParsedRow));
          child.send({ type: 'more' });
        } else if (message.type === 'done') settle(() => resolve(rows));
        else if (message.type === 'failed') settle(() => reject(refusal(message)));
      };
      child.on('message', hear).once('exit', ended);
      child.send({ type: 'read', path, today: '2026-11-23' });
    });
  }

  /** Processor time of all its processes so far; the clock of /proc ticks 100 times a second. */
  seconds(): number {
    const path = `/proc/${this.#child?.pid ?? 0}/stat`;
    if (!existsSync(path)) return this.#spent;
    const fields = readFileSync(path, 'utf8')
      .replace(/^.*\) /u, '')
      .split(' ');
    this.#spent = (Number(fields[11]) + Number(fields[12])) / 100;
    return this.#spent;
  }

  close(): void {
    this.#child?.removeAllListeners('exit').kill('SIGKILL');
  }
}

/** What was not foreseen is told as damage in the product; here it counts as a crash. */
const refusal = ({ code, facts }: Extract<FromParser, { type: 'failed' }>): Error =>
  facts['reason'] === 'unforeseen' ? new Error('unforeseen') : new VaultError(code, facts);
