// The product's own handlers on a plain database ("the same without a key"), and the statements that these sent to it, kept so
// that somebody can send nothing but them ("the statements alone").
import type { Contract, Result } from '#shared/contract/operation';
import { caseFileOperations } from '#shared/records/case-file';
import { caseNoteOperations } from '#shared/records/case-note';
import { htcdsImportOperations } from '#shared/records/htcds-import';
import { todayOperations } from '#shared/records/today';
import { wordSearchOperations } from '#shared/records/word-search';
import { migrate } from '../../electron/vault/database/migrate.ts';
import type { Connection, SqlValues } from '../../electron/vault/database/sql.ts';
import { caseFileHandlers } from '../../electron/vault/records/case-file.ts';
import { caseNoteHandlers } from '../../electron/vault/records/case-note.ts';
import { htcdsImportHandlers } from '../../electron/vault/records/htcds-import.ts';
import { todayHandlers } from '../../electron/vault/records/today.ts';
import { wordSearchHandlers } from '../../electron/vault/records/word-search.ts';
import { createRouter } from '../../electron/vault/router.ts';
import { createSession, type Session, type SessionSettings } from '../../electron/vault/session.ts';
import { noControl } from '../helpers/vault.ts';
import { openPlain, type Statement } from './plain-database.ts';
import { director, plainVault } from './plain-vault.ts';

export interface PlainOffice {
  readonly db: Connection;
  readonly session: Session;
  /** Asks the product's handlers; throws when they refuse. */
  ask(name: string, request: unknown): Promise<unknown>;
  /** Asks, and keeps what was sent to the database. */
  listen(name: string, request: unknown): Promise<readonly Statement[]>;
  /** Asks for a write and takes it back at its end: its statements can then be written by somebody else. */
  rehearse(name: string, request: unknown): Promise<readonly Statement[]>;
  /** After somebody else has written: the chain goes on from there. */
  catchUp(): void;
  close(): void;
}

const contract = {
  caseFile: caseFileOperations,
  caseNote: caseNoteOperations,
  htcdsImport: htcdsImportOperations,
  today: todayOperations,
  wordSearch: wordSearchOperations,
} satisfies Contract;

/** An office with one director on a new plain database, `file`; its head record lies beside it. */
export function openPlainOffice(file: string, settings: SessionSettings): PlainOffice {
  const real = openPlain(file);
  migrate(real);
  const heard: Statement[] = [];
  const state = { isListening: false, isRehearsal: false };
  const note = (how: Statement['how'], sql: string, values: SqlValues = []): void => {
    if (state.isListening) heard.push({ how, sql, values });
  };
  const db: Connection = {
    ...real,
    get: (sql, values) => (note('get', sql, values), real.get(sql, values)),
    all: (sql, values) => (note('all', sql, values), real.all(sql, values)),
    run: (sql, values) => (note('run', sql, values), real.run(sql, values)),
  };
  const vault = plainVault(db, settings, `${file}.head`, () => state.isRehearsal);
  const session = createSession(settings);
  session.enter({ vault, person: director(vault, settings), signer: null, keyholder: null });
  const route = createRouter(
    contract,
    {
      caseFile: caseFileHandlers,
      caseNote: caseNoteHandlers,
      htcdsImport: htcdsImportHandlers(settings.startParser),
      today: todayHandlers,
      wordSearch: wordSearchHandlers,
    },
    session,
  );
  const listenTo = async (name: string, request: unknown): Promise<Result<unknown>> => {
    heard.length = 0;
    state.isListening = true;
    const result = await route(name, request, noControl);
    state.isListening = false;
    return result;
  };
  return {
    db,
    session,
    ask: async (name, request) => valueOf(await route(name, request, noControl)),
    listen: async (name, request) => {
      valueOf(await listenTo(name, request));
      return [...heard];
    },
    rehearse: async (name, request) => {
      state.isRehearsal = true;
      const result = await listenTo(name, request);
      state.isRehearsal = false;
      if (result.ok || result.error.code !== 'cancelled') throw new Error('a rehearsal did not end as one');
      return heard.filter(({ how }) => how === 'run');
    },
    catchUp: () => vault.chain.reload(db),
    close: () => vault.close(),
  };
}

function valueOf(result: Result<unknown>): unknown {
  if (!result.ok) throw new Error(`the floor refused: ${result.error.code}`);
  return result.value;
}
