// What the program says of itself on the page "This program". Main finds it out; no record is near it.

/** The files of the program beside the list that was made when it was packed. */
export interface ProgramFiles {
  readonly same: number;
  readonly changed: number;
  readonly missing: number;
  /** There, and in no list. */
  readonly added: number;
}

export interface ProgramFacts {
  readonly version: string;
  /** A release; a package for trying; or the sources, which were never packed. */
  readonly made: 'release' | 'development' | 'from-sources';
  /** null where there is no list: a program that was never packed, and one whose list is gone, and where the system compares by itself. */
  readonly files: ProgramFiles | null;
  /** The SHA-256 over the hashes of all its files as they are now, as words. Empty where there is no list. */
  readonly words: readonly string[];
  /** Whether the system gives the program no network; on Windows and macOS a program cannot tell. */
  readonly network: 'denied' | 'not-denied' | 'not-known';
}

/** As many words as are printed on the card of a release: 129 bits. */
export const PROGRAM_WORDS = 10;
