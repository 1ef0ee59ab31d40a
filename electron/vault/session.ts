// Locked or unlocked: the only owner of the open vault. Everything a handler is given comes from here.
import { VaultError } from '#shared/contract/errors';
import { CaseFileId } from '#shared/ids';
import { compartmentFor, type Keyholder } from './access/compartment-ring.ts';
import type { Signer } from './audit/signing.ts';
import { KeyFiles } from './access/key-files.ts';
import type { Clock, ReadContext, SignedIn, TaskContext, WriteContext } from './context.ts';
import type { StartPreview } from './attachments/preview-line.ts';
import type { HeavyWork } from './backup/heavy-work.ts';
import type { StartParser } from './import/parser-port.ts';
import type { KeyTools } from './keys/kdf.ts';
import type { OpenVault } from './open-vault.ts';
import type { StartPress } from './packages/press-line.ts';
import { closedCase } from './records/case-reach.ts';
import type { StickPort } from './removable/stick-port.ts';
import type { Door } from './router.ts';
import type { VaultFolder } from './vault-folder.ts';

/** Where log lines go: codes, classes and numbers only. */
export type Log = (line: { readonly event: string; readonly reference?: string; readonly detail?: string }) => void;

export interface SessionSettings extends Clock {
  readonly place: VaultFolder;
  readonly tools: KeyTools;
  readonly log: Log;
  /** Free and total memory, for calibrating the passphrase cost. */
  readonly totalMemoryBytes: number;
  /** Monotonic milliseconds. */
  elapsed(): number;
  /** The sticks and disks of this machine. */
  readonly sticks: StickPort;
  /** Where copies and checks of a whole vault run. */
  readonly heavyWork: HeavyWork;
  /** A fresh process without keys for one untrusted file. */
  readonly startParser: StartParser;
  /** A fresh process without keys for drawing one picture. */
  readonly startPreview: StartPreview;
  /** A fresh process without keys for making one page of ours into a PDF. */
  readonly startPress: StartPress;
  /** The page that partner agencies open packages with; read only when somebody is handed one. */
  readonly readerPage: () => Promise<string>;
  /** Written into backups, so that a later program knows who made them. */
  readonly appVersion: string;
  /** Asks for a fresh start: a restore was claimed and is carried out with no vault open. */
  restart(): void;
  /** The stick with the key file of the person signed in was taken out: asks for the lock. */
  keyFileGone(): void;
}

export interface Opened {
  readonly vault: OpenVault;
  readonly person: SignedIn;
  /** Signs entries of weight as this person; gone with the session. Null only where nothing is signed (measuring without keys). */
  readonly signer: Signer | null;
  /** Opens what is sealed to her alone. Null when she came in with the recovery code. */
  readonly keyholder: Keyholder | null;
}

export interface Session extends Door {
  readonly settings: SessionSettings;
  /** What lies on the sticks that may be needed beside a passphrase. */
  readonly keyFiles: KeyFiles;
  /** Throws `vault-locked`. */
  opened(): Opened;
  isOpen(): boolean;
  /** Long work that is going on, the one that asks included. */
  tasksRunning(): number;
  enter(opened: Opened): void;
  /** Checkpoints, forgets the keys, closes the files. */
  leave(): void;
  /** A file or folder the person chose in a dialog; main is the only one who can grant it. */
  grant(handle: string, path: string): void;
  /** The path behind a handle. Throws `file-gone` for one that main never granted. */
  chosenPath(handle: string): string;
}

export function createSession(settings: SessionSettings): Session {
  let current: Opened | null = null;
  let tasks = 0;
  const choices = new Map<string, string>();
  const keyFiles = new KeyFiles(settings.sticks, () => {
    if (current !== null) settings.keyFileGone();
  });

  const opened = (): Opened => {
    if (current === null) throw new VaultError('vault-locked');
    return current;
  };
  const chosenPath = (handle: string): string => {
    const path = choices.get(handle);
    if (path === undefined) throw new VaultError('file-gone');
    return path;
  };
  const clock: Clock = { now: () => settings.now(), today: () => settings.today(), newId: () => settings.newId() };

  const compartment = () =>
    compartmentFor(opened().vault.db, opened().keyholder, (size) => settings.tools.randomBytes(size));
  const readContext = (): ReadContext => ({
    ...clock,
    compartment,
    db: opened().vault.db,
    staffMember: opened().person,
  });

  const commit: Session['commit'] = (act, work) => {
    const { vault, person } = opened();
    return vault.commit(() => {
      const before = vault.chain.seq;
      const context = { ...writeContext(clock, vault, person, act.name), compartment };
      const result = work(context);
      if (!act.unlogged && vault.chain.seq === before) context.note('');
      return result;
    });
  };

  return {
    settings,
    keyFiles,
    opened,
    isOpen: () => current !== null,
    tasksRunning: () => tasks,
    taskBegins: () => {
      tasks += 1;
      return () => {
        tasks -= 1;
      };
    },
    enter: (next) => {
      next.vault.chain.signAs(next.signer);
      current = next;
    },
    leave: () => {
      const leaving = current;
      current = null;
      leaving?.vault.chain.signAs(null);
      leaving?.vault.close();
    },
    grant: (handle, path) => void choices.set(handle, path),
    chosenPath,
    role: () => current?.person.role ?? null,
    readContext,
    reading: (work) => opened().vault.db.readOnly(work),
    commit,
    taskContext: (name): TaskContext => ({
      ...clock,
      staffMember: opened().person,
      read: (work) => opened().vault.db.readOnly(() => work(readContext())),
      write: (work) => commit({ name, unlogged: false }, work),
      chosenPath,
    }),
    denied: (name, caseFileId) => {
      const about = caseFileId === undefined ? {} : { caseFileId: CaseFileId.parse(caseFileId) };
      commit({ name, unlogged: true }, (context) => context.note('denied', about));
    },
    closedCase: (opens, request) => closedCase(readContext(), opens, request),
    bug: (error) => {
      const reference = settings.newId().slice(-8);
      settings.log({ event: 'bug', reference, detail: classAndFrames(error) });
      return reference;
    },
  };
}

function writeContext(
  clock: Clock,
  vault: OpenVault,
  person: SignedIn,
  action: string,
): Omit<WriteContext, 'compartment'> {
  const { db, chain } = vault;
  return {
    ...clock,
    db,
    chain,
    staffMember: person,
    action,
    note: (detail, about = {}) => {
      chain.append(db, {
        at: clock.now(),
        staffId: person.id,
        action,
        detail,
        ...(about.caseFileId === undefined ? {} : { caseFileId: about.caseFileId }),
        ...(about.recordId === undefined ? {} : { recordId: about.recordId }),
        ...(about.revision === undefined ? {} : { revision: about.revision }),
      });
    },
  };
}

/** The class, the code and where it happened. The message stays out: it may quote a record. */
function classAndFrames(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/[^)]*\/([^/)]+)\)?$/, '($1)'));
  return `${error.name} ${typeof code === 'string' ? code : ''} ${frames.join(' < ')}`;
}
