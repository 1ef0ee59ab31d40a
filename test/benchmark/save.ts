// Saving a case note, to the moment when it is durable and may be called saved.
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { aNote } from '../helpers/casework.ts';
import type { MeasureRow } from './rows.ts';
import { compare, timed } from './side-by-side.ts';
import { wordAt } from './invented-shelter.ts';

const noteText = (round: number): string =>
  Array.from({ length: 60 }, (_, at) => wordAt((round * 31 + at * at) % 800)).join(' ');

/** Writes bytes over the beginning of a file and waits until they are on the disk. */
const writeThrough = (fd: number, bytes: Uint8Array): void => {
  writeSync(fd, bytes, 0, bytes.length, 0);
  fdatasyncSync(fd);
};

export const saveRow: MeasureRow = async (bench) => {
  const { vault, plain, shelter } = await bench.office();
  const fds = ['journal', 'head'].map((name) => openSync(join(bench.folder, name), 'w'));
  const [journal = 0, head = 0] = fds;
  const page = Buffer.alloc(4096, 1);
  const record = Buffer.alloc(128, 1);
  const note = (round: number) =>
    aNote(shelter.cases[(round * 17) % shelter.cases.length]!, {
      body: noteText(round),
      happenedOn: new Date(vault.clock.now).toISOString().slice(0, 10),
    });
  const name = 'caseNote.add';
  const figures = await compare({
    row: 'save',
    what: 'save a case note',
    rounds: 200,
    warmUp: 20,
    ours: { took: (round) => timed(() => vault.ask(name, note(round))) },
    floors: {
      'the same without a key': { took: (round) => plain.ask('timeRequest', { name, request: note(round) }) },
      'its inserts alone, and one fsync': {
        prepare: (round) => plain.ask('rehearse', { name, request: note(round) }),
        took: () => plain.ask('timeInserts', { head: join(bench.folder, 'alone.head') }),
      },
      'two fsyncs of this disk': {
        took: () =>
          timed(() => {
            writeThrough(journal, page);
            writeThrough(head, record);
          }),
      },
    },
  });
  fds.forEach(closeSync);
  return [figures];
};
