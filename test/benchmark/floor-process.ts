// A process of its own for everything that is done without a key: SQLCipher's guard of memory is one switch for a whole process,
// so plain SQLite beside an open vault would pay for it and be no floor. Each act is timed here, where it happens.
import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { ChoiceHandle } from '#shared/ids';
import type { ImportSummary } from '#shared/records/htcds-import';
import { flushNow, hashNow } from '../../electron/vault/removable/whole-file.ts';
import { answerWith } from './acts.ts';
import { fillShelter } from './invented-shelter.ts';
import { settingsIn } from './office-settings.ts';
import { expectPlain, openPlain, replay, type Statement } from './plain-database.ts';
import { openPlainOffice, type PlainOffice } from './plain-office.ts';
import { eachTimed, type Requests, timed } from './side-by-side.ts';

let office: PlainOffice;
let heard: (readonly Statement[])[] = [];
let rehearsed: readonly Statement[] = [];

const FILE_HANDLE = ChoiceHandle.parse('018f0000-0000-7000-8000-0000000000aa');

async function openImport(workbook: string): Promise<string> {
  office.session.grant(FILE_HANDLE, workbook);
  return ((await office.ask('htcdsImport.open', { file: FILE_HANDLE })) as ImportSummary).importId;
}

const writeRehearsed = (): void => office.db.transaction(() => replay(office.db, rehearsed));

/** Everything the floor can be asked for. What is called after a time answers with it, in milliseconds. */
export const acts = {
  /** A new database, with that many cases in it. */
  open: ({ file, now, cases }: { file: string; now: number; cases: number }) => {
    mkdirSync(dirname(file), { recursive: true });
    office = openPlainOffice(file, settingsIn(dirname(file), now));
    if (cases > 0) fillShelter(office.session, cases, now, () => undefined);
    office.db.pragma('wal_checkpoint(TRUNCATE)');
    expectPlain(file, true);
  },
  close: ({ folder }: { folder: string | null }) => {
    office.close();
    if (folder !== null) rmSync(folder, { recursive: true });
  },
  /** Empties its cache. */
  forget: () => {
    office.db.pragma('shrink_memory');
  },
  /** Keeps the statements of each request. */
  listen: async ({ name, requests }: { name: string; requests: readonly object[] }) => {
    heard = [];
    for (const request of requests) heard.push(await office.listen(name, request));
  },
  timeRequest: ({ name, request }: { name: string; request: object }) => timed(() => office.ask(name, request)),
  timeRequests: ({ name, requests }: Requests) => eachTimed(requests, (request) => office.ask(name, request)),
  /** The statements of these requests, by their places in what was listened to. */
  timeStatements: ({ places }: { places: readonly number[] }) =>
    eachTimed(places, (at) => replay(office.db, heard[at % heard.length]!)),
  /** Keeps the inserts of a write that is taken back. */
  rehearse: async ({ name, request }: { name: string; request: object }) => {
    rehearsed = await office.rehearse(name, request);
  },
  /** The inserts of the rehearsal in one transaction, and 128 bytes of another file written through. */
  timeInserts: async ({ head }: { head: string }) => {
    const fd = openSync(head, 'a');
    const took = await timed(() => {
      writeRehearsed();
      writeSync(fd, Buffer.alloc(128));
      fdatasyncSync(fd);
    });
    closeSync(fd);
    office.catchUp();
    return took;
  },
  timeImport: async ({ workbook }: { workbook: string }) => {
    let writing = 0;
    const whole = await timed(async () => {
      const importId = await openImport(workbook);
      writing = await timed(() => office.ask('htcdsImport.commit', { importId }));
    });
    return { whole, writing };
  },
  timeImportedInserts: async ({ workbook }: { workbook: string }) => {
    rehearsed = await office.rehearse('htcdsImport.commit', { importId: await openImport(workbook) });
    return timed(writeRehearsed);
  },
  /** A copy, flushed, checked and hashed. */
  timeBackup: ({ copy }: { copy: string }) =>
    timed(() => {
      office.db.run('VACUUM INTO ?', [copy]);
      flushNow(copy);
      const check = openPlain(copy);
      if (check.pragma('integrity_check') !== 'ok') throw new Error('the plain copy is damaged');
      check.close();
      hashNow(copy);
    }),
};

export type FloorActs = typeof acts;
answerWith(acts);
