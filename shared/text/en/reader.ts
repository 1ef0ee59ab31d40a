// The words of the reader, which partner agencies open without this program. Neutral: nothing says what kind of house sent it.
import type { ErrorCode } from '#shared/contract/errors';
import type { ReplyAnswer } from '#shared/packages/reply';
import type { CalendarDate } from '#shared/time';
import { writtenDay } from './package.ts';

/** What the reader can say went wrong: each one sentence, none with a word of the content. */
export type ReaderTrouble =
  | 'no-package'
  | 'no-key'
  | 'public-key'
  | 'newer-key'
  | 'mistyped-key'
  | 'asks-passphrase'
  | 'asks-key';

const troubles: Readonly<Record<ReaderTrouble, string>> = {
  'no-package': 'Choose the package first: a file whose name ends in “.age”.',
  'no-key': 'Paste your key, or type the passphrase.',
  'public-key':
    'This is the public half of your key, which you give away. Paste the secret line, which begins with AGE-SECRET-KEY-1.',
  'newer-key': 'This kind of key cannot be used here. Open the package with the program age.',
  'mistyped-key': 'Something in this key is mistyped or missing. Copy the whole line again.',
  'asks-passphrase': 'This package is sealed with a passphrase, not to a key. Ask the sender for it.',
  'asks-key': 'This package is sealed to a key, not with a passphrase. Paste the secret line of your key file.',
};

const codes: Partial<Readonly<Record<ErrorCode, string>>> = {
  'wrong-key': 'This does not open the package. Check that it was meant for you, and try again.',
  'file-damaged': 'This package is damaged or was changed. Nothing of it is shown. Ask the sender for a new one.',
  'file-empty': 'This file is empty. Ask the sender for a new one.',
  'file-not-recognised': 'This is not a package. Choose the file whose name ends in “.age”.',
  'package-newer': 'This package is of a newer kind than this reader. Ask the sender for a new reader.',
  'signature-wrong': 'We cannot tell who made this package. Nothing of it is shown. Ask the sender by telephone.',
  'file-too-big': 'This is too large for this page. Open the package with the program age.',
  'file-not-readable': 'The file could not be read. If it is on a stick, is the stick still in?',
};

const answers: Readonly<Record<ReplyAnswer, string>> = {
  RECEIVED: 'We received it',
  ACCEPTED: 'We can help: accepted',
  WAITING_LIST: 'On our waiting list',
  DECLINED: 'We cannot help: declined',
  SERVICE_GIVEN: 'The service was given',
  CLOSED: 'Closed on our side',
};

const sizes = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export const readerText = {
  title: 'Reader',
  lead: 'Opens a sealed package on this computer. This page sends nothing anywhere and cannot: you may take the network cable out.',
  package: 'The package',
  packageHint: 'The file whose name ends in “.age”. You can also let it go anywhere on this page.',
  key: 'Your key, or the passphrase',
  keyHint: 'The line of your key file that begins with AGE-SECRET-KEY-1, or the passphrase you were told.',
  keyFile: 'Or choose your key file',
  showKey: 'Show what I typed',
  open: 'Open it',
  opening: 'Opening. A passphrase takes a few seconds.',
  forget: 'Close, and forget it here',
  troubles,
  /** A code the reader does not know is told as damage: it stopped, and showed nothing. */
  sentence: (code: ErrorCode): string => codes[code] ?? codes['file-damaged'] ?? '',
  from: 'Is it really from them?',
  signed: 'The signature is right: nobody changed this since it was signed with the key of these six words.',
  signedBy: (name: string): string => `The sender calls itself “${name}”.`,
  compare:
    'They must be the six words on the card that came with this reader. If you have no card, telephone the office on a number you already had.',
  typeWords: 'Type the six words of your card',
  sameWords: 'The same six words. It is from them.',
  otherWords: 'Not the same. Do not use any of this, and tell the office by telephone.',
  about: 'What this is',
  madeOn: 'Made on',
  reference: 'Reference',
  over: (until: CalendarDate): string =>
    `It could be used until ${writtenDay(until)}. That day is past: do not use it, and destroy every copy.`,
  notIn: 'Not in this package',
  why: {
    'not-answered': 'not known',
    declined: 'not told',
    sealed: 'stays sealed',
    'withheld-for-safety': 'kept back for safety',
    unreadable: 'could not be read',
  },
  record: 'The record',
  noRecord: 'There is no page to show here. Save the files to read them.',
  coded: 'Coded profile',
  files: 'The files',
  filesHint:
    'A saved file is no longer sealed. Keep it where you keep your most private papers, and delete it when you no longer need it.',
  sheets: 'record.pdf holds the same lines on sheets, to read and to print.',
  save: (name: string): string => `Save ${name}`,
  /** "412 kB" */
  size: (bytes: number): string =>
    bytes < 1_000 ? `${bytes} B` : bytes < 1e6 ? `${sizes.format(bytes / 1e3)} kB` : `${sizes.format(bytes / 1e6)} MB`,
  saved: (name: string): string => `${name} was handed to your browser to save.`,
  reply: 'Answer them',
  replyLead: 'Makes a small sealed file. Put it on the stick and give it back; only the sender can open it.',
  answer: 'Your answer',
  answers,
  chooseAnswer: 'Choose one answer.',
  note: 'A note, if you like',
  noteHint: 'No names are needed: the answer belongs to this package.',
  writeReply: 'Write the answer',
  replySaved: (name: string): string => `${name} was handed to your browser to save. Give it back on the stick.`,
} as const;
