// A real encrypted vault in a temp folder, spoken to through the router as the page would. Clock and ids are ours.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseFileId } from '#shared/ids';
import type { AppContract } from '#shared/contract/index';
import { VaultError } from '#shared/contract/errors';
import type { Operation, RequestInput, Response, Role, TaskControl } from '#shared/contract/operation';
import type { StartPreview } from '../../electron/vault/attachments/preview-line.ts';
import type { StartParser } from '../../electron/vault/import/parser-port.ts';
import type { StartPress } from '../../electron/vault/packages/press-line.ts';
import type { KeyTools } from '../../electron/vault/keys/kdf.ts';
import { tellFound } from './proof.ts';
import { passphraseOf } from './passphrases.ts';
import { quickKeyTools } from './quick-keys.ts';
import { quickPress } from './press.ts';
import { type HeavyWork, inThisThread } from '../../electron/vault/backup/heavy-work.ts';
import { plainFolders } from '../../electron/vault/removable/plain-folders.ts';
import type { StickPort } from '../../electron/vault/removable/stick-port.ts';
import { createVault, type Vault } from '../../electron/vault/vault.ts';
import { vaultFolder } from '../../electron/vault/vault-folder.ts';

type Names<C> = {
  [G in keyof C & string]: { [N in keyof C[G] & string]: `${G}.${N}` }[keyof C[G] & string];
}[keyof C & string];
export type OperationName = Names<AppContract>;
type OperationOf<N extends string> = N extends `${infer G}.${infer O}`
  ? G extends keyof AppContract
    ? O extends keyof AppContract[G]
      ? AppContract[G][O]
      : never
    : never
  : never;
export type InputOf<N extends OperationName> = OperationOf<N> extends Operation ? RequestInput<OperationOf<N>> : never;
export type OutputOf<N extends OperationName> = OperationOf<N> extends Operation ? Response<OperationOf<N>> : never;

export const DIRECTOR = { signInName: 'ana', passphrase: passphraseOf('ana') };

export interface TestClock {
  now: number;
  /** Sets the clock to a time in UTC, e.g. '2026-03-02T21:40'. */
  set(utc: string): void;
  advance(ms: number): void;
}

export interface TestVault {
  readonly dataDir: string;
  readonly clock: TestClock;
  readonly vault: Vault;
  /** How often a fresh start was asked for. */
  restarts: number;
  /** How often the lock was asked for, because a stick was taken out. */
  locksAsked: number;
  /** Asks as the page does. Throws VaultError with the code of the answer. */
  ask<N extends OperationName>(name: N, request: InputOf<N>, control?: Partial<TaskControl>): Promise<OutputOf<N>>;
  /** The raw answer, for requests that do not fit the contract. */
  raw(name: string, request: unknown): Promise<Awaited<ReturnType<Vault['handle']>>>;
  grant(path: string): string;
  /** Forgets everything, as a lock does, and starts a new vault process on the same folder. */
  restart(): TestVault;
  unlock(who?: { signInName: string; passphrase: string }): Promise<void>;
  /** Adds a colleague, lets her work on these cases, and signs her in. */
  signInAs(role: Role, ...worksOn: CaseFileId[]): Promise<void>;
  /** After every test: the chain, the facts and the index still agree; then the folder goes. */
  remove(): Promise<void>;
}

/** What of the machine a test wants otherwise: simulated sticks, real threads. */
export interface VaultOptions {
  readonly sticks?: StickPort;
  readonly heavyWork?: HeavyWork;
  readonly startParser?: StartParser;
  readonly startPreview?: StartPreview;
  readonly startPress?: StartPress;
  /** Keys at another cost than the quick one. */
  readonly tools?: KeyTools;
  readonly readerPage?: () => Promise<string>;
  readonly totalMemoryBytes?: number;
  /** Of a second house beside the first. */
  readonly shelterName?: string;
  /** Every new id passes through here, to make one that cannot be kept. */
  readonly newId?: (id: string) => string;
}

export const noControl: TaskControl = { signal: new AbortController().signal, progress: () => undefined };

/** Counts on through every vault of a test file: two vaults on one folder must never make the same id. */
let ids = 0;

/** What a test left open is closed before its process ends: a database that goes with the process ends it badly. */
const open = new Set<{ close(): void }>();
process.once('exit', () => open.forEach((vault) => vault.close()));

/** A vault process on a folder; nothing exists in it yet. */
export function vaultOn(dataDir: string, clock: TestClock = testClock(), options: VaultOptions = {}): TestVault {
  const vault = createVault({
    place: vaultFolder(dataDir),
    tools: options.tools ?? quickKeyTools(),
    now: () => clock.now,
    today: () => new Date(clock.now).toISOString().slice(0, 10),
    newId: () => (options.newId ?? ((id: string) => id))(fixedId(clock.now, (ids += 1))),
    elapsed: () => performance.now(),
    totalMemoryBytes: options.totalMemoryBytes ?? 8 * 1024 ** 3,
    sticks: options.sticks ?? plainFolders(),
    heavyWork: options.heavyWork ?? inThisThread,
    startParser: options.startParser ?? (() => Promise.reject(new Error('this test starts no parser'))),
    startPreview: options.startPreview ?? (() => Promise.reject(new Error('this test starts no preview'))),
    startPress: options.startPress ?? quickPress,
    readerPage: options.readerPage ?? (() => Promise.resolve('<!doctype html><title>Reader</title>')),
    appVersion: '0.0.0-test',
    restart: () => {
      self.restarts += 1;
    },
    keyFileGone: () => {
      self.locksAsked += 1;
    },
    log: (line) => {
      if (process.env['SHOW_BUGS'] !== undefined) console.error(line);
    },
  });
  open.add(vault);
  const raw: TestVault['raw'] = (name, request) => vault.handle(name, request, noControl);
  const self: TestVault = {
    dataDir,
    clock,
    vault,
    restarts: 0,
    locksAsked: 0,
    raw,
    ask: async (name, request, control) => {
      const result = await vault.handle(name, request, { ...noControl, ...control });
      if (!result.ok) throw new VaultError(result.error.code, result.error.facts);
      return result.value as never;
    },
    grant: (path) => {
      const handle = fixedId(clock.now, (ids += 1));
      vault.grant({ handle, path, purpose: 'backup-folder' });
      return handle;
    },
    restart: () => {
      vault.close();
      return vaultOn(dataDir, clock, options);
    },
    unlock: async (who = DIRECTOR) => {
      await self.ask('session.unlock', who);
    },
    signInAs: async (role, ...worksOn) => {
      const signInName = `${role}-${(ids += 1)}`;
      const passphrase = passphraseOf(role);
      const { id } = await self.ask('staffMember.add', { name: `Test ${role}`, signInName, role, passphrase });
      for (const caseFileId of worksOn) await self.ask('caseAssignment.assign', { caseFileId, staffMemberId: id });
      vault.close();
      await self.unlock({ signInName, passphrase });
    },
    remove: async () => {
      const checked = await vault.handle('session.checkVault', {}, noControl);
      const mayLook = checked.ok || ['vault-locked', 'not-allowed'].includes(checked.error.code);
      vault.close();
      open.delete(vault);
      rmSync(dataDir, { recursive: true, force: true });
      tellFound('G25', { 'vaults looked at': checked.ok ? 1 : 0, orphans: mayLook ? 0 : 1 });
      if (!mayLook) throw new Error(`the vault did not hold together: ${JSON.stringify(checked)}`);
    },
  };
  return self;
}

/** A new vault, first run done, director signed in. */
export async function newVault(start = '2026-03-02T21:40', options: VaultOptions = {}): Promise<TestVault> {
  const clock = testClock(start);
  const vault = vaultOn(mkdtempSync(join(tmpdir(), 'safehold-')), clock, options);
  const { shelterName = 'Willow House' } = options;
  await vault.ask('session.createVault', { shelterName, directorName: 'Ana', ...DIRECTOR });
  return vault;
}

export function testClock(start = '2026-03-02T21:40'): TestClock {
  const clock: TestClock = {
    now: Date.parse(`${start}Z`),
    set: (utc) => {
      clock.now = Date.parse(`${utc}Z`);
    },
    advance: (ms) => {
      clock.now += ms;
    },
  };
  return clock;
}

/** Ids that sort by time and count, and are valid UUIDs. */
export function fixedId(now: number, count: number): string {
  const time = now.toString(16).padStart(12, '0');
  const tail = count.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`;
}

/** The code an attempt ends with, or 'ok'. */
export async function outcome(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'ok';
  } catch (error) {
    return error instanceof VaultError ? error.code : String(error);
  }
}

/** The rule that an attempt broke, else the code it ended with, or 'ok'. */
export async function ruleOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'ok';
  } catch (error) {
    if (!(error instanceof VaultError)) return String(error);
    return String(error.facts['rule'] ?? error.code);
  }
}
