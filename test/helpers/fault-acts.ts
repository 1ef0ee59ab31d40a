// The five acts that a bent disk is tried with, and how what they left is looked at: what was called done is there, nothing else
// has changed, nothing half-done has a final name, and no word lies in the clear.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { CaseFileId, ChoiceHandle, RecordId, StaffMemberId } from '#shared/ids';
import type { PlannedPackage } from '#shared/records/export-package';
import { BackupName } from '#shared/records/backup';
import { pinnedKeys } from '#shared/records/partner-agency';
import { readImportFile } from '../../electron/parser/read-file.ts';
import type { StartParser } from '../../electron/vault/import/parser-port.ts';
import { AuthenticatedPackage } from '../../electron/vault/packages/open.ts';
import { chosenFile } from '../../electron/vault/removable/open-outside.ts';
import { withPrivateFolder } from '../../electron/vault/removable/private-folder.ts';
import { BY_PASSPHRASE } from './backup-steps.ts';
import type { Fault, SeenCall } from './bent-disk.ts';
import { passphraseOf } from './passphrases.ts';
import { outcome, type TestVault } from './vault.ts';

export interface FaultCase {
  readonly act: ActName;
  /** Null: nothing is bent, the calls are counted. */
  readonly fault: Fault | null;
}
export interface FaultOutcome extends FaultCase {
  /** `ok`, or the code of the refusal. */
  readonly ended: string;
  readonly done: readonly string[];
  readonly wrong: readonly string[];
  /** How it ended when it was tried again on a whole disk, and whether that took a fresh start. */
  readonly again: string;
  readonly anew: boolean;
  readonly calls: readonly SeenCall[];
  readonly bug: string;
  readonly ms: number;
  readonly pid: number;
}

/** Opened just before an act begins and just after it has ended. */
export const MARKS = { begin: 'begin', end: 'end' } as const;

/** What was there before, made once and copied for each case. */
export interface Before {
  /** UTC milliseconds. */
  readonly now: number;
  readonly maya: string;
  readonly jo: string;
  readonly planned: PlannedPackage;
  /** Of the clinic that packages are sealed to. */
  readonly identity: string;
  /** The backup that is on the stick, and the SHA-256 of all of its files. */
  readonly backup: string;
  readonly backupSha256: string;
  /** How many cases there are. */
  readonly cases: number;
}

/** Where a case works: the vault, a stick, and what is brought in from outside, each a folder. */
export interface CasePlace {
  readonly data: string;
  readonly stick: string;
  readonly outside: string;
}
export const placeIn = (folder: string): CasePlace => ({
  data: join(folder, 'data'),
  stick: join(folder, 'stick'),
  outside: join(folder, 'outside'),
});

/** Words of records and files, long enough that random bytes never spell them. */
export const WORDS = { old: 'Zephyrquill', note: 'Marrowfinchly', file: 'Quillwortham', imported: 'Thistlebourne' };
export const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };

/** Tells what was called done, one after another. */
type Tell = (done: string) => void;
export interface Trying {
  readonly vault: TestVault;
  readonly place: CasePlace;
  readonly before: Before;
}
interface Act {
  act(trying: Trying, tell: Tell): Promise<void>;
}

/** The parser's own reading, in this process: its calls of the disk are bent as well. */
export const parserHere: StartParser = () => {
  let hear: (message: unknown) => void = () => undefined;
  const read = async (path: string, today: string): Promise<void> => {
    try {
      const people = (rows: readonly object[]): Promise<void> => {
        hear({ type: 'rows', rows: rows.map((row) => JSON.stringify(row)) });
        return Promise.resolve();
      };
      hear({ type: 'done', ...(await readImportFile(path, today, { people, progress: () => undefined })) });
    } catch (error) {
      const { code, facts } = error instanceof VaultError ? error : new VaultError('file-damaged');
      hear({ type: 'failed', code, facts });
    }
  };
  return Promise.resolve({
    say: (message) => void (message.type === 'read' && read(message.path, message.today)),
    listen: (listener) => void (hear = listener),
    close: () => undefined,
  });
};

const handleOf = (vault: TestVault, path: string): ChoiceHandle => ChoiceHandle.parse(vault.grant(path));

export const ACTS = {
  save: {
    act: async ({ vault, place, before }, tell) => {
      const caseFileId = CaseFileId.parse(before.maya);
      const file = handleOf(vault, join(place.outside, 'letter.txt'));
      await vault.ask('attachment.add', { caseFileId, file, title: 'Letter', sealed: false });
      tell('file');
      await vault.ask('caseNote.add', {
        ...{ caseFileId, kind: 'CHECK_IN', happenedOn: '2026-05-02', notesConsent: 'YES', source: 'EXPRESSED' },
        ...{ body: `She brought the letter. ${WORDS.note}.`, quotes: [], toldOnce: null },
      });
      tell('note');
    },
  },
  import: {
    act: async ({ vault, place }, tell) => {
      const file = handleOf(vault, join(place.outside, 'people.csv'));
      const { importId } = await vault.ask('htcdsImport.open', { file });
      await vault.ask('htcdsImport.commit', { importId });
      tell('people');
    },
  },
  package: {
    act: async ({ vault, place, before }, tell) => {
      const { contentSha256 } = await vault.ask('exportPackage.preview', before.planned);
      const made = await vault.ask('exportPackage.create', {
        ...before.planned,
        contentSha256: contentSha256 ?? '',
        sealedTo: { by: 'pinned-key', recipients: await recipientsOf(vault, before) },
        folder: handleOf(vault, place.stick),
      });
      tell(`package ${made.fileName}`);
    },
  },
  backup: {
    act: async ({ vault, place }, tell) => {
      const { name } = await vault.ask('backup.create', { folder: handleOf(vault, place.stick) });
      tell(`backup ${name}`);
    },
  },
  'new key': {
    act: async ({ vault, before }, tell) => {
      const staff = await vault.ask('staffMember.list', {});
      const jo = staff.find(({ id }) => id === before.jo);
      if (jo?.disabledAt === null) await vault.ask('staffMember.disable', { id: StaffMemberId.parse(before.jo) });
      tell('removed');
    },
  },
} as const satisfies Readonly<Record<string, Act>>;
export type ActName = keyof typeof ACTS;

async function recipientsOf(vault: TestVault, { planned }: Before): Promise<string[]> {
  const agency = await vault.ask('partnerAgency.get', { id: RecordId.parse(planned.partnerAgencyId) });
  return pinnedKeys(agency).map(({ recipient }) => recipient);
}

/**
 * Looks at a vault that was just opened and at the stick, with nothing bent. Answers what is wrong, each in a few words: `not there`
 * of what was called done, `half` of what was not, `lost` of what was there before, `clear` of a word outside the encryption. `isLater`:
 * in the session of the act itself, not after a fresh start.
 */
export async function wrongIn(trying: Trying, done: readonly string[], isLater = false): Promise<string[]> {
  const wrong: string[] = [];
  const look = async (what: string, looking: Promise<unknown>): Promise<void> => {
    const found = await looking.then(
      (answer) => answer,
      (error: unknown) => (error instanceof VaultError ? error.code : String(error)),
    );
    if (found !== true) wrong.push(found === false ? what : `${what}: ${String(found)}`);
  };
  const { vault } = trying;
  await look(
    'lost whole vault',
    outcome(vault.ask('session.checkVault', {})).then((code) => code === 'ok' || code),
  );
  await look('lost old words', hasNote(trying, WORDS.old));
  await look('lost old file', readsFile(trying, 'Old letter'));
  await look('lost old backup', Promise.resolve(sameBackup(trying)));
  await look('half files', wholeFiles(trying));
  await look('half people', importedWhole(trying));
  if (done.includes('file')) await look('not there file', readsFile(trying, 'Letter'));
  if (done.includes('note')) await look('not there note', hasNote(trying, WORDS.note));
  if (done.includes('people')) await look('not there people', importedAll(trying));
  if (done.includes('removed')) await look('not there removal', isRemoved(trying, isLater));
  for (const [, name] of done.map((one) => one.split(' ')))
    if (name !== undefined && !existsSync(join(trying.place.stick, name))) wrong.push(`not there ${name}`);
  await look('half on the stick', wholeOnStick(trying));
  for (const file of inTheClear(trying.place)) wrong.push(`clear ${file}`);
  return wrong;
}

async function hasNote({ vault, before }: Trying, word: string): Promise<boolean> {
  const { notes } = await vault.ask('caseNote.list', { caseFileId: CaseFileId.parse(before.maya) });
  return JSON.stringify(notes).includes(word);
}

const filesOf = async ({ vault, before }: Trying) =>
  (await vault.ask('attachment.list', { caseFileId: CaseFileId.parse(before.maya) })).attachments;

async function readsFile(trying: Trying, title: string): Promise<boolean | string> {
  const found = (await filesOf(trying)).find((one) => one.title === title);
  if (found === undefined) return false;
  return (await trying.vault.ask('attachment.readText', { attachmentId: found.id })).text.includes(WORDS.file);
}

/** No file of the case is named without its bytes. */
async function wholeFiles(trying: Trying): Promise<boolean | string> {
  for (const { id } of await filesOf(trying)) {
    const read = await outcome(trying.vault.ask('attachment.readText', { attachmentId: id }));
    if (read !== 'ok') return read;
  }
  return true;
}

const importedIn = async ({ vault, before }: Trying): Promise<number> =>
  (await vault.ask('caseFile.list', { show: 'all' })).total - before.cases;
const importedAll = async (trying: Trying): Promise<boolean> => (await importedIn(trying)) >= PEOPLE;
/** All of them or nobody. */
const importedWhole = async (trying: Trying): Promise<boolean> => (await importedIn(trying)) % PEOPLE === 0;
export const PEOPLE = 6;

/** Without access, and with a new vault key after the next unlock at the latest: until then the screen says that it is due. */
async function isRemoved({ vault, before }: Trying, mayBeDue: boolean): Promise<boolean> {
  const { due } = await vault.ask('staffMember.key', {});
  const jo = (await vault.ask('staffMember.list', {})).find(({ id }) => id === before.jo);
  return jo?.disabledAt !== null && (mayBeDue || !due);
}

/** Backups that passed their drill, by the hash of all of their files: the same bytes are not read again. */
const passed = new Set<string>();

async function drilled({ vault, place }: Trying, name: string): Promise<boolean | string> {
  const sha256 = sha256Of(join(place.stick, name));
  if (passed.has(sha256)) return true;
  const chosen = { folder: handleOf(vault, place.stick), name: BackupName.parse(name), credential: BY_PASSPHRASE };
  const code = await outcome(vault.ask('backup.drill', chosen));
  if (code === 'ok') passed.add(sha256);
  return code === 'ok' || code;
}

/** Whatever has a final name there opens: packages with the clinic's key, backups with a passphrase. */
async function wholeOnStick(trying: Trying): Promise<boolean | string> {
  for (const name of readdirSync(trying.place.stick)) {
    if (/^r-[0-9a-z]{8}\.age$/.test(name)) {
      const opened = await outcome(openPackage(trying, name));
      if (opened !== 'ok') return `${name} ${opened}`;
    } else if (name !== trying.before.backup && /^backup-\d{4}-\d{2}-\d{2}-\d+$/.test(name)) {
      const whole = await drilled(trying, name);
      if (whole !== true) return `${name} ${String(whole)}`;
    }
  }
  return true;
}

/** Of all files of a folder and their names, in lower-case hex. */
export function sha256Of(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    hash.update(`${name}\n`);
    if (statSync(join(folder, name)).isFile()) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
const sameBackup = ({ place, before }: Trying): boolean =>
  sha256Of(join(place.stick, before.backup)) === before.backupSha256;

const openPackage = ({ place, before }: Trying, name: string): Promise<void> =>
  withPrivateFolder(place.data, async (room) => {
    const file = chosenFile(join(place.stick, name), 2 ** 31);
    await AuthenticatedPackage.open(file, { identity: before.identity }, room);
  });

/** Files of vault and stick that hold one of the words as they are written. */
function inTheClear({ data, stick }: CasePlace): string[] {
  return [data, stick].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => Object.values(WORDS).some((word) => readFileSync(file).includes(word))),
  );
}
