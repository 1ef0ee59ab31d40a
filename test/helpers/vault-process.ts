// A vault in a process of its own, to be killed: `node vault-process.js <data folder> <act> [arguments]`. Says on standard output
// what was acknowledged. With DIE_AT it ends itself by SIGKILL just before its n-th change of the file system; with COPY_TO it goes
// on to its end and leaves there, before every change, a copy of its data folder: what a kill at that moment would leave.
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { Database } from '@signalapp/sqlcipher';
import { CaseFileId, ChoiceHandle, RecordId, StaffMemberId } from '#shared/ids';
import { PlannedPackage } from '#shared/records/export-package';
import { pinnedKeys } from '#shared/records/partner-agency';
import { inThreads } from '../../electron/vault/backup/heavy-work.ts';
import { BY_PASSPHRASE } from './backup-steps.ts';
import { keyActNamed } from './key-acts.ts';
import { DIRECTOR, testClock, type TestVault, vaultOn } from './vault.ts';

const say = (line: string): void => void fs.writeSync(1, `${line}\n`);

let changes = 0;
const dieAt = Number(process.env['DIE_AT'] ?? 0);
const copyTo = process.env['COPY_TO'] ?? '';
let isCopying = false;
function countChange(): void {
  if (isCopying) return;
  changes += 1;
  if (changes === dieAt) process.kill(process.pid, 'SIGKILL');
  if (copyTo !== '') copyBefore(changes);
}

function copyBefore(change: number): void {
  isCopying = true;
  fs.cpSync(dataDir, join(copyTo, String(change)), { recursive: true });
  isCopying = false;
  say(`copied ${change}`);
}

/** Every call of ours that changes the disk passes here; SQLite's own writes are met by the kills at random moments. */
function watchChanges(): void {
  const wrap = (holder: object, names: readonly string[]): void => {
    const methods = holder as Record<string, (...args: unknown[]) => unknown>;
    for (const name of names) {
      const real = methods[name]!;
      methods[name] = function counted(this: unknown, ...args: unknown[]) {
        countChange();
        return real.apply(this, args);
      };
    }
  };
  wrap(fs, ['renameSync', 'rmSync', 'mkdirSync', 'fsyncSync', 'fdatasyncSync']);
  wrap(fsPromises, ['rename', 'rm', 'mkdir']);
  syncBuiltinESMExports();
}

async function watchHandles(): Promise<void> {
  const sample = await fsPromises.open('/dev/null', 'r');
  const prototype = Object.getPrototypeOf(sample) as Record<string, (...args: unknown[]) => unknown>;
  await sample.close();
  const sync = prototype['sync']!;
  prototype['sync'] = function counted(this: unknown) {
    countChange();
    return sync.call(this);
  };
}

/** For a control: both copies of the key slots written over in place, the first half of each before the second. */
function writeSlotsInPlace(): void {
  const methods = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const rename = methods['renameSync']!;
  methods['renameSync'] = function inPlace(this: unknown, from: unknown, to: unknown): unknown {
    if (!String(to).endsWith('slots.bin')) return rename.call(this, from, to);
    const bytes = fs.readFileSync(String(from));
    const copies = [String(to), String(to).replace(/bin$/, 'bak')];
    for (const length of [bytes.length / 2, bytes.length]) {
      for (const file of copies) fs.writeFileSync(file, bytes.subarray(0, length));
      countChange();
    }
    fs.unlinkSync(String(from));
    return undefined;
  };
  syncBuiltinESMExports();
}

/** For a control: the database as it would be without the one setting that makes a commit survive a power cut. */
function weakenFlushes(): void {
  const methods = Database.prototype as unknown as Record<string, (source: string) => unknown>;
  const real = methods['pragma']!;
  methods['pragma'] = function weak(this: Database, source: string): unknown {
    if (source === 'synchronous') return [{ synchronous: 2 }];
    return real.call(this, source.replace('synchronous = FULL', 'synchronous = NORMAL'));
  };
}

const acts: Readonly<Record<string, (vault: TestVault, args: readonly string[]) => Promise<void>>> = {
  /** Opens cases, for ever unless it is told how many; each name is said only after it was acknowledged. */
  write: async (vault, [from = '0', most = 'Infinity']) => {
    await vault.unlock(DIRECTOR);
    say('ready');
    for (let count = Number(from); count < Number(from) + Number(most); count += 1) {
      vault.clock.advance(1_000);
      await vault.ask('caseFile.open', { nameUsed: `Person ${count}` });
      say(`saved ${count}`);
    }
    vault.vault.close();
  },
  /** Takes a file in and says how many megabytes of memory that took at most. */
  attach: async (vault, [path = '', caseFileId = '']) => {
    await vault.unlock(DIRECTOR);
    const of = CaseFileId.parse(caseFileId);
    const request = { caseFileId: of, file: ChoiceHandle.parse(vault.grant(path)), title: 'Letter', sealed: false };
    say(`begun ${changes}`);
    const before = process.memoryUsage.rss();
    let most = before;
    const look = (): void => void (most = Math.max(most, process.memoryUsage.rss()));
    const { attachment } = await vault.ask('attachment.add', request, { progress: look });
    say(`attached ${attachment.id}`);
    say(`memory ${Math.ceil((most - before) / 1e6)}`);
  },
  /** Keeps a package of another house as a new case, with its file. */
  receive: async (vault, [path = '']) => {
    await vault.unlock(DIRECTOR);
    const chosen = () => ({ file: ChoiceHandle.parse(vault.grant(path)), openWith: { by: 'our-key' as const } });
    const { sha256 } = await vault.ask('receivedPackage.open', chosen());
    say(`begun ${changes}`);
    const { id } = await vault.ask('receivedPackage.keep', {
      ...{ ...chosen(), sha256, wordsCompared: false, into: { as: 'new', nameUsed: 'Sparrow' } },
      files: [{ name: 'file-1.txt', title: 'Letter' }],
    });
    say(`received ${id}`);
  },
  detach: async (vault, [attachmentId = '']) => {
    await vault.unlock(DIRECTOR);
    say(`begun ${changes}`);
    const request = { attachmentId: RecordId.parse(attachmentId), basedOn: 1, reason: 'She asked for it back' };
    await vault.ask('attachment.remove', request);
    say('detached');
  },
  /** Erases one case at its person's wish; the second colleague signs beside the director. */
  erase: async (vault, [caseFileId = '', signInName = '', passphrase = '']) => {
    await vault.unlock(DIRECTOR);
    say(`begun ${changes}`);
    say('ready');
    await vault.ask('retention.run', {
      caseFileIds: [CaseFileId.parse(caseFileId)],
      reason: 'WISH',
      second: { signInName, passphrase },
    });
    say('erased');
  },
  /** Erases the notes, the files and the ways to reach her of one case at its person's wish. */
  'erase-part': async (vault, [caseFileId = '', requestId = '', signInName = '', passphrase = '']) => {
    await vault.unlock(DIRECTOR);
    say(`begun ${changes}`);
    say('ready');
    await vault.ask('retention.erasePart', {
      caseFileId: CaseFileId.parse(caseFileId),
      requestId: RecordId.parse(requestId),
      categories: ['NOTES', 'FILES', 'CONTACT'],
      recordIds: [],
      second: { signInName, passphrase },
    });
    say('erased');
  },
  /** Takes a colleague's access away, which gives the vault a new key. */
  remove: async (vault, [staffMemberId = '']) => {
    await vault.unlock(DIRECTOR);
    say(`begun ${changes}`);
    say('ready');
    await vault.ask('staffMember.disable', { id: StaffMemberId.parse(staffMemberId) });
    say('removed');
    vault.vault.close();
  },
  /** One act on what opens the vault; says what it gave out, once it was acknowledged, and how long it took. */
  key: async (vault, [name = '', told = '']) => {
    const { open, run } = keyActNamed(name);
    await open(vault, told);
    say(`begun ${changes}`);
    say('ready');
    const begun = performance.now();
    const given = await run(vault, told);
    say(`told ${given}`);
    say(`took ${Math.ceil(performance.now() - begun)}`);
    vault.vault.close();
  },
  /** Makes a package; says how long each stage took, and how much memory the process held at most since it began. */
  seal: async (vault, [planned = '', folder = '']) => {
    await vault.unlock(DIRECTOR);
    const plan = PlannedPackage.parse(JSON.parse(planned));
    const { contentSha256 } = await vault.ask('exportPackage.preview', plan);
    const recipients = pinnedKeys(await vault.ask('partnerAgency.get', { id: plan.partnerAgencyId }));
    const sealedTo = { by: 'pinned-key' as const, recipients: recipients.map(({ recipient }) => recipient) };
    const request = { ...plan, contentSha256: contentSha256 ?? '', sealedTo };
    const begun = new Map<string, number>();
    const stage = ({ phase }: { phase: string }): void => {
      if (!begun.has(phase)) begun.set(phase, performance.now());
    };
    const into = ChoiceHandle.parse(vault.grant(folder));
    const made = await vault.ask('exportPackage.create', { ...request, folder: into }, { progress: stage });
    stage({ phase: 'end' });
    const times = [...begun];
    times.slice(0, -1).forEach(([phase, at], index) => say(`took ${phase} ${times[index + 1]![1] - at}`));
    const held = /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1];
    say(`held ${Number(held) / 1024}`);
    say(`sealed ${made.fileName}`);
  },
  backup: async (vault, [folder = '']) => {
    await vault.unlock(DIRECTOR);
    say('ready');
    const made = await vault.ask(
      'backup.create',
      { folder: vault.grant(folder) },
      { progress: ({ phase }) => say(phase) },
    );
    say(`made ${made.name}`);
  },
  restore: async (vault, [folder = '', name = '']) => {
    await vault.ask('session.status', {});
    say('ready');
    await vault.ask('backup.restore', {
      folder: vault.grant(folder),
      name,
      credential: BY_PASSPHRASE,
      replaceOther: false,
    });
    say('claimed');
  },
  /** Saves what can be read of a damaged vault, with a backup at hand. */
  salvage: async (vault, [folder = '', name = '']) => {
    await vault.ask('session.status', {});
    say('ready');
    const backup = { folder: ChoiceHandle.parse(vault.grant(folder)), name, credential: BY_PASSPHRASE };
    await vault.ask('salvage.carryOut', { credential: BY_PASSPHRASE, backup });
    say('claimed');
  },
  /** Only starts: a restore that was asked for is carried out. */
  start: async (vault) => {
    say((await vault.ask('session.status', {})).state);
  },
  keepOld: async (vault) => {
    await vault.ask('backup.keepOld', {});
    say((await vault.ask('session.status', {})).state);
  },
};

const [dataDir = '', act = '', startedAt = '0', ...args] = process.argv.slice(2);
await watchHandles();
watchChanges();
if (process.env['WEAK_FLUSHES'] === '1') weakenFlushes();
if (process.env['SLOTS_IN_PLACE'] === '1') writeSlotsInPlace();
const clock = testClock();
clock.now = Number(startedAt);
const vault = vaultOn(dataDir, clock, { heavyWork: inThreads(join(import.meta.dirname, 'worker.js')) });
await acts[act]!(vault, args);
say(`changes ${changes}`);
process.exit(0);
