// What a handler is given. No globals: tests set the clock and the ids, and a reader cannot write.
import type { Role, TaskControl } from '#shared/contract/operation';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import type { Chain } from './audit/chain.ts';
import type { ReadableDb, WritableDb } from './database/sql.ts';

export interface Clock {
  /** Now, in UTC milliseconds. */
  now(): number;
  /** Today where the shelter is, as yyyy-mm-dd. */
  today(): string;
  newId(): string;
}

/** The person at the keyboard, as the vault knows her since unlocking. */
export interface SignedIn {
  readonly id: StaffMemberId;
  readonly name: string;
  readonly role: Role;
}

/** Words that the vault key does not open (keys/README). `place` says where they stand; elsewhere they do not open. */
export interface Compartment {
  /** The words as base64. Writes when a new key is due first. */
  seal(place: string, words: string): string;
  /** With spaces behind it; null when nobody was left who could open it. Throws `vault-damaged` when it is not what was sealed here. */
  open(place: string, sealed: string): string | null;
}

export interface ReadContext extends Clock {
  readonly db: ReadableDb;
  readonly staffMember: SignedIn;
  /** Null when it is not sealed to the person signed in. */
  compartment(): Pick<Compartment, 'open'> | null;
}

export interface WriteContext extends Clock {
  readonly db: WritableDb;
  readonly staffMember: SignedIn;
  /** The name of the running operation; becomes the action of its audit entries. */
  readonly action: string;
  readonly chain: Chain;
  /** An entry without a record, for acts that change none (an export, a print, a look at something sealed). */
  note(
    detail: string,
    about?: { readonly caseFileId?: CaseFileId; readonly recordId?: string; readonly revision?: number },
  ): void;
  /** Null when it is not sealed to the person signed in. */
  compartment(): Compartment | null;
}

export interface TaskContext extends Clock {
  readonly staffMember: SignedIn;
  /** A short read. */
  read<T>(work: (context: ReadContext) => T): T;
  /** One transaction with its audit entries; durable when it returns. */
  write<T>(work: (context: WriteContext) => T): T;
  /** The path the person chose in a dialog for this purpose. Throws `file-gone` for a handle main never granted. */
  chosenPath(handle: string): string;
}

export type { TaskControl };
