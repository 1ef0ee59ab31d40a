// Words of the page about the program itself: what it is, whether its files are as they were packed, whether it has a network.
export const program = {
  title: 'This program',
  fact: 'What runs on this computer, and whether it is what was made.',
  link: 'About this program',
  says: 'Which version this is, and whether its files are as they were made.',
  looking: 'Reading the files of the program. This takes a few seconds.',
  notRead: 'The files of the program could not be read. The records are not touched by this.',
  what: 'What it is',
  version: 'Version',
  made: 'Made as',
  madeAs: {
    release: 'a release',
    development: 'a development build, for trying out only: do not keep real records with it',
    'from-sources': 'run from its sources, for trying out only: do not keep real records with it',
  },
  network: 'Network',
  networkIs: {
    denied: 'denied by the system: this program can reach nothing outside of itself',
    'not-denied': 'not denied by the system: the program calls nobody, but only its own rules say so',
    'not-known': 'this system does not let a program see whether its network is denied',
  },
  files: 'Its files',
  same: 'The files are as they were made',
  sameSays_one: '{{count}} file agrees with the list that was made with the program.',
  sameSays_other: '{{count}} files agree with the list that was made with the program.',
  other: 'The files are not as they were made',
  otherSays:
    'Lock the records, and do not enter a passphrase on this computer before somebody you trust has looked at it and installed the program again.',
  changed: 'Changed',
  missing: 'Missing',
  added: 'Added by somebody else',
  nothing: 'This program was not packed, so there is no list to compare it with.',
  words: 'In words',
  wordsSay:
    'Compare these words with the printed card that came with the program. They change as soon as one file does. A program that somebody has altered can show false words: if you have reason to fear that, compare from another computer.',
};
