// The language check: advice under a field, and the list it comes from.
export const wordList = {
  title: 'Words in notes',
  fact: 'The check advises under a note while it is written. It never stops anybody from keeping one.',
  link: 'Words the note check looks for',
  find: 'When a note says',
  findHint: 'several spellings with commas',
  say: 'it could say',
  add: 'Add a line',
  remove: 'Take out “{{words}}”',
  keep: 'Keep this list',
  kept: 'Kept.',
  advice: 'Only advice. You can keep the note as it is.',
  could: '“{{found}}” could be: {{say}}',
  about: {
    A_NUMBER: '“{{found}}” looks like a number of an immigration file. It may be better kept out.',
    EMAIL: '“{{found}}” looks like an e-mail address. It has its place under names and contact.',
    PHONE: '“{{found}}” looks like a telephone number. It has its place under names and contact.',
    STREET: '“{{found}}” looks like an address. It may be better kept out.',
    PLATE: '“{{found}}” looks like a number plate. It may be better kept out.',
  },
} as const;
