// What is claimed and how it is judged: the figures that each proof must find at full size, and what its control must find, or the
// proof could not fail. The tests named here do the work and say what they found (test/helpers/proof.ts).
// A figure is a number, `≥ number`, `≤ number` or `number–number`. `notBuilt` says what the product lacks: such a claim never passes.

/** One after the other, each run with this many files at a time: what is timed is alone on the machine. */
export const RUNS = [
  { name: 'vault', folder: 'test/', workers: 2 },
  { name: 'timed', folder: 'test/timed/', workers: 1 },
  { name: 'end to end', folder: 'test/end-to-end/' },
];

/** At least so many kills, of each kind of process, and in the middle of each long task. */
const killed = ({ kills, each, helpers, acknowledged, cut }) => ({
  kills: `≥ ${kills}`,
  'not back': '0',
  'of main': `≥ ${each}`,
  'of everything': `≥ ${each}`,
  'of vault': `≥ ${each}`,
  'of page': `≥ ${each}`,
  'of network': `≥ ${each}`,
  'of helpers': `≥ ${helpers}`,
  acknowledged: `≥ ${acknowledged}`,
  lost: '0',
  'imports cut': `≥ ${cut}`,
  'packages cut': `≥ ${cut}`,
  'backups cut': `≥ ${cut}`,
});

export const proofs = [
  {
    id: 'G1',
    claim: 'Killed while people work, the vault keeps all that it called saved, whole',
    files: ['test/vault/proofs-kills.test.ts'],
    figures: { kills: '≥ 50', 'saved cases': '≥ 10000', lost: '0', 'half there': '0' },
    control: { says: 'without its write-ahead log, commits are missing', figures: { noticed: '≥ 1' } },
  },
  {
    id: 'G2',
    claim: 'So it does when the power goes, whatever writes were still on their way',
    files: ['test/vault/proofs-power.test.ts'],
    figures: { 'power cuts': '≥ 600', lost: '0', 'not opened': '0' },
    control: { says: 'the same with synchronous=NORMAL', figures: { 'cuts that lose commits': '≥ 1' } },
  },
  {
    id: 'G3',
    claim: 'A flipped bit in the database is an error, never another word',
    files: ['test/vault/proofs-flips.test.ts'],
    figures: { flips: '≥ 200', refused: '≥ 200', 'read as something else': '0' },
    control: { says: 'an untouched copy opens clean', figures: { opened: '≥ 1' } },
  },
  {
    id: 'G4',
    claim: 'Old pages, old files and lost ends of the log are noticed',
    files: ['test/vault/proofs-replay.test.ts'],
    figures: { 'pages put back': '≥ 150', rollbacks: '≥ 5', 'logs cut, bent or lost': '≥ 17', silent: '0' },
    control: {
      says: 'SQLCipher alone sees no such page; an untouched copy opens',
      figures: { 'pages SQLCipher takes': '≥ 20', opened: '≥ 1' },
    },
  },
  {
    id: 'G5',
    claim: 'No changed copy of key slots, head record or manifest is accepted; no key stretching outside the bounds',
    files: [
      'test/vault/keys/slot-mutants.test.ts',
      'test/vault/keys/head.test.ts',
      'test/vault/keys/kdf.test.ts',
      'test/vault/backup-hostile.test.ts',
    ],
    figures: {
      'bits flipped': '≥ 30000',
      'other changes': '≥ 3000',
      accepted: '0',
      untyped: '0',
      'stretched outside the bounds': '0',
    },
    control: { says: 'the unchanged ones are accepted', figures: { accepted: '≥ 3' } },
  },
  {
    id: 'G6',
    claim: 'Packages are what age says they are; the signature is what minisign and another library say it is',
    files: ['test/vault/packages-hostile.test.ts', 'test/vault/packages-interop.test.ts'],
    figures: {
      'CCTV readings': '≥ 286',
      'CCTV wrong': '0',
      'agreed with age': '≥ 31',
      'signatures judged by noble': '2',
      'signatures judged by minisign': '2',
    },
    control: {
      says: 'vectors that open, with a byte changed, and another key',
      figures: { 'changed vectors refused': '≥ 31', 'refused by age': '≥ 7' },
    },
  },
  {
    id: 'G7',
    claim: 'Bent packages and manifests are refused by a typed error, in time',
    files: ['test/vault/packages-hostile.test.ts'],
    figures: { packages: '≥ 6000', manifests: '≥ 1000', accepted: '0', untyped: '0', 'slowest, s': '≤ 1' },
    control: { says: 'the unbent ones are accepted', figures: { accepted: '≥ 2' } },
  },
  {
    id: 'G8',
    claim: 'A large package passes through little memory',
    files: ['test/timed/package.test.ts'],
    figures: { MB: '≥ 500', 'MB/s sealed and written': '≥ 60', 'MiB of memory': '≤ 250' },
    control: { says: 'sealed in one piece', figures: { 'MiB of memory': '≥ 251' } },
  },
  {
    id: 'G9',
    claim: 'The reader of partners is small, opens from a stick and asks for nothing',
    files: ['test/end-to-end/reader-chromium.test.ts', 'test/end-to-end/reader-firefox.test.ts'],
    figures: { KB: '≤ 250', browsers: '2', requests: '0' },
    control: { says: 'a page without its policy reaches a server', figures: { reached: '2' } },
  },
  {
    id: 'G10',
    claim: 'A backup counts when it was read back; a killed one or a full disk leaves the last good one',
    files: [
      'test/timed/backup.test.ts',
      'test/vault/backup-kills.test.ts',
      'test/vault/backup-medium.test.ts',
      'test/vault/backup-hostile.test.ts',
    ],
    figures: {
      MB: '≥ 200',
      's to make and verify': '≤ 10',
      'drills that count the same': '≥ 1',
      kills: '≥ 12',
      'full disks': '≥ 1',
      'bad backups offered': '0',
      'good backups lost': '0',
    },
    control: {
      says: 'kills hit, and damaged backups fail the drill',
      figures: { 'backups cut off': '≥ 1', 'damaged ones refused': '≥ 3' },
    },
  },
  {
    id: 'G11',
    claim: 'The app calls nobody, and works without any network',
    files: ['test/end-to-end/traces.test.ts', 'test/end-to-end/no-network.test.ts', 'test/end-to-end/shell.test.ts'],
    figures: { 'internet calls': '0', 'internet binds': '0', 'worked without a network': '1', 'reached a server': '0' },
    control: {
      says: 'one call is counted; an unhardened page reaches a server',
      figures: { counted: '1', reached: '≥ 4' },
    },
  },
  {
    id: 'G12',
    claim: 'No word of a record and no passphrase lies outside the encryption',
    files: ['test/end-to-end/traces.test.ts'],
    figures: { 'files read': '≥ 20', packages: '≥ 1', backups: '≥ 1', 'files with a word': '0' },
    control: { says: 'planted in UTF-8, UTF-16, base64 and gzip', figures: { found: '6' } },
  },
  {
    id: 'G13',
    claim: 'Two seconds after the lock no process holds a word, the passphrase or a key',
    files: ['test/end-to-end/memory.test.ts'],
    figures: { 'MB read': '≥ 50', 'words and passphrases': '0', keys: '0' },
    control: { says: 'before the lock', figures: { words: '≥ 101', keys: '≥ 1' } },
  },
  {
    id: 'G14',
    claim: 'Sandbox, policy, permissions, sessions and ways out are as they are meant',
    files: [
      'test/end-to-end/shell.test.ts',
      'test/end-to-end/endings.test.ts',
      'test/end-to-end/preview.test.ts',
      'test/end-to-end/hardening.test.ts',
      'test/end-to-end/electronegativity.test.ts',
    ],
    figures: { assertions: '≥ 60', 'reached a server': '0', 'findings of electronegativity': '0' },
    control: {
      says: 'an unhardened page reaches a server; walls taken out of the sources are found',
      figures: { reached: '≥ 4', 'planted, found by electronegativity': '≥ 8' },
    },
  },
  {
    id: 'G15',
    claim: 'The program that runs is the one that was made, its fuses set',
    files: ['test/end-to-end/packaged.test.ts'],
    figures: {
      'fuses read': '8',
      'fuses as listed': '8',
      'files that do not belong inside': '0',
      'alterations made': '4',
      'alterations noticed': '4',
    },
    control: {
      says: 'doors of the runtime of the tests, which was never packed; a program that nobody altered',
      figures: { 'doors not as listed': '≥ 1', 'unaltered, called as made': '1' },
    },
  },
  {
    id: 'G16',
    claim: 'Argon2id is the one of the RFC; opening takes as long as it should',
    files: ['test/vault/keys/kdf.test.ts', 'test/timed/unlock.test.ts'],
    figures: { 'RFC 9106 vectors': '1', 'random inputs equal': '50', 's to open': '0.2–1.5' },
    control: { says: 'one pass more', figures: { 'outputs that differ': '50' } },
  },
  {
    id: 'G17',
    claim: 'Two of three trustees open the vault together, one alone opens nothing',
    files: ['test/vault/trustees.test.ts'],
    figures: { 'corrupted shares': '≥ 1000', 'corrupted shares that are silent': '0', 'opened with one sheet': '0' },
    control: { says: 'whole shares', figures: { opened: '≥ 3' } },
  },
  {
    id: 'G18',
    claim: 'Who was removed opens nothing that was made since, with old key slots either',
    files: ['test/vault/removed-colleague.test.ts', 'test/vault/renewed-key-kills.test.ts'],
    figures: {
      tried: '≥ 4',
      'opened by this program': '0',
      'opened by a database tool': '0',
      'steps at which it was killed': '≥ 20',
      'kills at random': '50',
      'vaults that did not open': '0',
    },
    control: { says: 'before she was removed', figures: { opened: '≥ 2', 'opened by a database tool': '≥ 2' } },
  },
  {
    id: 'G19',
    claim: 'Whatever locks it, the window is gone at once',
    files: ['test/end-to-end/endings.test.ts'],
    figures: {
      'Ctrl+L, ms': '≤ 300',
      'button, ms': '≤ 300',
      'idle, ms': '≤ 300',
      'suspend, ms': '≤ 300',
      'lock-screen, ms': '≤ 300',
    },
    control: { says: 'when the computer only goes on battery', figures: { stayed: '1' } },
  },
  {
    id: 'G20',
    claim: 'What a role may not do is refused, and the refusal is on record',
    files: ['test/vault/role-table.test.ts'],
    figures: {
      roles: '≥ 9',
      'operations tried': '≥ 1500',
      refused: '≥ 500',
      'answered all the same': '0',
      'not on record': '0',
    },
    control: { says: 'what it may do is answered', figures: { answered: '≥ 300' } },
  },
  {
    id: 'G21',
    claim: 'Erased names are in no decrypted page of vault or backup',
    files: ['test/vault/erased-names.test.ts'],
    figures: { names: '≥ 100', 'left in the vault': '0', 'left in the backup': '0' },
    control: {
      says: 'secure deletion of the index switched off',
      figures: { 'left in the vault': '≥ 1', 'left in the backup': '≥ 1' },
    },
  },
  {
    id: 'G22',
    claim: 'A stick pulled at any moment is never called saved; what was on it stays',
    files: [
      'test/vault/removable-sticks.test.ts',
      'test/vault/backup-medium.test.ts',
      'test/vault/export-package-sticks.test.ts',
    ],
    figures: { 'pulled or blinked': '≥ 15', 'called saved': '0', 'earlier files lost': '0' },
    control: { says: 'left in', figures: { 'called saved': '≥ 3' } },
  },
  {
    id: 'G23',
    claim: 'Processes killed at any moment come back neutral; a killed restore leaves a vault that opens',
    files: ['test/vault/backup-kills.test.ts', 'test/end-to-end/endings.test.ts', 'test/end-to-end/preview.test.ts'],
    figures: { 'processes killed': '≥ 10', 'not neutral': '0', 'steps of restore': '≥ 20', 'no vault opens': '0' },
    control: { says: 'kills hit: both the old and the restored vault were met', figures: { 'vaults met': '2' } },
  },
  {
    id: 'G24',
    claim: 'What is written stays as it was written, whatever SQL is tried',
    files: ['test/vault/schema.test.ts'],
    figures: { triggers: '≥ 50', attempts: '≥ 100', 'went through': '0' },
    control: { says: 'without the triggers', figures: { 'went through': '≥ 100' } },
  },
  {
    id: 'G25',
    claim: 'Nothing stands alone: no words without their record, no draft without its case',
    files: ['test/vault/orphans.test.ts', 'test/vault/role-table.test.ts', 'test/vault/erasure.test.ts'],
    figures: { 'vaults looked at': '≥ 10', orphans: '0' },
    control: { says: 'orphans made by hand, one of each kind', figures: { noticed: '≥ 9' } },
  },
  {
    id: 'G26',
    claim:
      'Of a damaged vault everything that can be read is saved, and what is missing is told; a killed salvage leaves one vault whole',
    files: ['test/vault/salvage.test.ts', 'test/vault/salvage-kills.test.ts'],
    figures: {
      'damaged vaults': '≥ 60',
      'lost although they could be read': '0',
      'lost without a word': '0',
      'lost with a backup of the evening': '0',
      'steps at which it was killed': '≥ 20',
      'neither vault there': '0',
    },
    control: { says: 'without a salvage', figures: { 'not opened': '≥ 60' } },
  },
  {
    id: 'G27',
    claim: 'Who has the vault key and a database tool cannot rewrite what a colleague signed',
    files: ['test/vault/history-attackers.test.ts'],
    figures: { attacks: '≥ 30', 'went through': '0' },
    control: {
      says: 'untouched it opens; what SECURITY.md says that nothing notices goes through',
      figures: { opened: '≥ 2', 'limits met': '≥ 5' },
    },
  },
  {
    id: 'G28',
    claim:
      'Cut off at any moment of a change of keys, the vault opens in the way of before or of after, never in neither',
    files: ['test/vault/key-kills.test.ts'],
    figures: {
      acts: '≥ 10',
      'steps at which it was killed': '≥ 80',
      'kills at random': '≥ 700',
      'opened in both ways, in neither, or not as acknowledged': '0',
    },
    control: { says: 'both copies of the slots written over in place', figures: { 'opened in neither way': '≥ 1' } },
  },
  {
    id: 'G29',
    claim: 'A stranger reads a vault, a backup and a package with public libraries alone',
    files: ['test/vault/stranger.test.ts'],
    figures: {
      vaults: '≥ 11',
      backups: '≥ 7',
      packages: '≥ 5',
      'names and notes read equal': '≥ 500',
      'read otherwise': '0',
    },
    control: {
      says: 'a byte changed, or a word and a MAC under the right key',
      figures: { refused: '≥ 140', read: '0' },
    },
  },
  {
    id: 'G32',
    claim:
      'Whatever process of the app is killed in a day of work, it is back at its door, and all that it called kept is there',
    files: ['test/end-to-end/kills.test.ts'],
    figures: killed({ kills: 40, each: 4, helpers: 8, acknowledged: 400, cut: 2 }),
    long: {
      file: 'test/end-to-end/kills.test.ts',
      figures: killed({ kills: 500, each: 50, helpers: 100, acknowledged: 5_000, cut: 10 }),
    },
    control: {
      says: 'the records of the morning; a copy without the log written ahead',
      figures: { 'missing in the morning': '≥ 40', 'logs missed': '≥ 1' },
    },
  },
];
