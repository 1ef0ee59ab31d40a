// The words inside a package, read by people who do not have this program. Neutral: nothing says what kind of house sent it.
import type { AnswerSource } from '#shared/answers';
import type { CalendarDate } from '#shared/time';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** 2026-11-27 → "27 November 2026". */
export const writtenDay = (date: CalendarDate): string => day.format(new Date(`${date}T00:00:00Z`));

const sources: Readonly<Record<AnswerSource, string>> = {
  EXPRESSED: '',
  OBSERVED: 'seen by staff',
  REPORTED: 'told by someone else',
  DOCUMENT: 'from a document',
};

const codedLines = [
  'htcds.xlsx and htcds.csv hold the coded fields in all 84 columns of the standard. Cells that the permission does not',
  'cover are empty; the second sheet of htcds.xlsx says which those are.',
];

export const packageText = {
  title: 'Record',
  forWhom: 'For',
  purpose: 'Purpose',
  usableUntil: 'May be used until',
  files: 'Files that go along',
  /** How a fact came to be known; empty when the person said it. */
  sourceOf: (source: AnswerSource): string => sources[source],
  quoted: (words: string): string => `“${words}”`,
  /** The second sheet of the workbook of coded fields. */
  coded: {
    sheet: 'About this file',
    lead: 'Which columns may be filled under this permission. Nothing here says what is known about the others.',
    filled: 'Filled',
    notAnswered: 'Empty: allowed, and not written down',
    notCovered: 'Empty: the permission does not cover it',
    never: 'Empty: stays with the sender',
  },
  page: { before: 'Page ', between: ' of ' },
  printedFoot: (until: CalendarDate): string => `Use until ${writtenDay(until)}. Not to be passed on.`,
  foot: (until: CalendarDate): readonly string[] => [
    'The person this is about allowed it to be shared with the recipient named above, for this purpose only. She, he or they can take that back at any time; if you are told so, stop using it and destroy every copy.',
    `It may not be passed on to anyone else, and it may not be used after ${writtenDay(until)}. Destroy every copy by then.`,
  ],
  readMe: (facts: {
    readonly recipientName: string;
    readonly purpose: string;
    readonly usableUntil: CalendarDate;
    readonly fingerprint: string;
    readonly fileNames: readonly string[];
  }): readonly string[] => [
    'READ ME FIRST',
    '',
    `For:      ${facts.recipientName}`,
    `Purpose:  ${facts.purpose}`,
    `Use until ${writtenDay(facts.usableUntil)}. After that day, destroy every copy.`,
    '',
    'The person this is about allowed it to be shared with you, for this purpose only. Do not pass it on.',
    'If you are told that the permission was taken back, stop using it and destroy every copy.',
    '',
    'WHAT IS HERE',
    ...facts.fileNames.map((name) => `  ${name}`),
    '',
    'record.pdf is the record in pages, to read and to print.',
    'record.html is the same and opens in any browser. It holds no programs and loads nothing from anywhere.',
    'record.json holds the same lines for programs.',
    ...(facts.fileNames.includes('htcds.xlsx') ? codedLines : []),
    '',
    'IS IT REALLY FROM THEM?',
    'The sender signed this package. The six words of the sender’s key are:',
    '',
    `  ${facts.fingerprint}`,
    '',
    'Telephone the office on a number you already had, and let them read you their six words. They must be these,',
    'and whoever opened the package must have checked the signature with that same key.',
    'If the words differ, do not use any of this, and tell the office.',
    '',
    'KEEP IT SAFE',
    'The file on the stick is sealed; what you see now is not. Keep it only where you keep your most private papers,',
    'never in e-mail, chat or a cloud folder, and delete it from this computer when you no longer need it.',
  ],
  history: (words: string): readonly string[] => [
    'TEN WORDS FOR THE SENDER’S HISTORY',
    '',
    'These words stand for all that was written down in the sender’s office up to this package. They say nothing about anybody.',
    'Keep them with it. If that office asks, read them out: they show whether its history was changed since.',
    '',
    `  ${words}`,
  ],
} as const;
