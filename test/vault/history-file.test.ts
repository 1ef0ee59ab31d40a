// The history for somebody outside: sealed with a passphrase, whole, and such that each signature is checked with the file alone. And a
// slip of paper, which says later whether anything before it was changed.
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChoiceHandle } from '#shared/ids';
import { anchorWords } from '../../electron/vault/keys/fingerprint.ts';
import { ageOpenWithPassphrase } from '../helpers/age-cli.ts';
import { aNote, openCase } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

const PASSPHRASE = passphraseOf('history');
const NOOR = { signInName: 'noor', passphrase: passphraseOf('noor') };

interface Line {
  readonly entry: string;
  readonly mac: string;
  readonly signature: string | null;
  readonly key: number | null;
}
interface Head {
  readonly format: string;
  readonly vault: string;
  readonly newest: { readonly entry: number; readonly mac: string; readonly words: readonly string[] };
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly keys: readonly { readonly since: number; readonly person: string | null; readonly key: string }[];
  readonly howToVerify: string;
}

const as = async (vault: TestVault, who: typeof DIRECTOR) => {
  vault.vault.close();
  await vault.unlock(who);
};
const save = (vault: TestVault, folder: string, passphrase = PASSPHRASE) =>
  vault.ask('auditEntry.save', { passphrase, folder: ChoiceHandle.parse(vault.grant(folder)) });

/** As a stranger does it: Ed25519 out of any library, and what the first line says. */
function isRight(head: Head, line: Line): boolean {
  const key = head.keys.find(({ since }) => since === line.key);
  if (key === undefined || line.signature === null) return false;
  const der = Buffer.from(`302a300506032b6570032100${key.key}`, 'hex');
  const message = Buffer.concat([
    Buffer.from('cv/audit-sign/1', 'ascii'),
    Buffer.from(head.vault, 'hex'),
    Buffer.from(line.mac, 'hex'),
    Buffer.from(line.entry, 'utf8'),
  ]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, message, publicKey, Buffer.from(line.signature, 'hex'));
}

describe('the file of the history', () => {
  let vault: TestVault;
  let folder: string;
  let name: string;
  let text: string;
  let head: Head;
  let lines: Line[];

  beforeAll(async () => {
    vault = await newVault('2026-03-02T09:00');
    folder = mkdtempSync(join(tmpdir(), 'records-history-'));
    await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...NOOR });
    await as(vault, NOOR);
    const caseFileId = await openCase(vault, 'Zebrafinch');
    await vault.ask('caseNote.add', aNote(caseFileId, { body: 'quillwort', happenedOn: '2026-03-02' }));
    await as(vault, DIRECTOR);
    const saved = await save(vault, folder);
    name = saved.fileName;
    const opened = join(folder, 'opened.jsonl');
    expect(ageOpenWithPassphrase(join(folder, name), opened, PASSPHRASE)).toBe(true);
    text = readFileSync(opened, 'utf8');
    rmSync(opened);
    const [first = '', ...rest] = text.trimEnd().split('\n');
    head = JSON.parse(first) as Head;
    lines = rest.map((line) => JSON.parse(line) as Line);
    expect(saved.lines).toBe(lines.length);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await vault.remove();
  });

  it('is one neutral file that age opens with the passphrase and with no other', () => {
    expect(readdirSync(folder)).toEqual([name]);
    expect(name).toMatch(/^r-[0-9a-z]{8}\.age$/);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(ageOpenWithPassphrase(join(folder, name), join(folder, 'no'), 'not this one at all')).toBe(false);
    rmSync(join(folder, 'no'), { force: true });
    expect(readFileSync(join(folder, name)).includes('Noor')).toBe(false);
  });

  it('holds every entry from the first to its own beginning, and names colleagues alone', () => {
    expect(lines.map(({ entry }) => (JSON.parse(entry) as [number])[0])).toEqual(lines.map((_, at) => at + 1));
    expect(lines.at(-1)!.entry).toContain('"auditEntry.save"');
    expect(head.format).toBe('safehold-history/1');
    expect(head.people.map((person) => person.name).sort()).toEqual(['Ana', 'Noor']);
    expect(head.howToVerify).toContain('cv/audit-sign/1');
    for (const word of ['Zebrafinch', 'zebrafinch', 'quillwort', NOOR.passphrase]) expect(text).not.toContain(word);
  });

  it('each signature is checked by a stranger with what stands in the file, and no changed line passes', () => {
    const signed = lines.filter(({ signature }) => signature !== null);
    expect(signed.length).toBeGreaterThan(3);
    expect(signed.filter((line) => !isRight(head, line))).toEqual([]);
    const told = signed.find(({ entry }) => entry.includes('"staffMember.add"'))!;
    expect(isRight(head, { ...told, entry: told.entry.replace('staffMember.add', 'caseNote.add') })).toBe(false);
    expect(isRight(head, { ...told, mac: lines[0]!.mac })).toBe(false);
    expect(isRight({ ...head, vault: '00'.repeat(16) }, told)).toBe(false);
  });

  it('its newest line has the words that a slip of that line has', () => {
    expect(head.newest.entry).toBe(lines.length);
    expect(head.newest.mac).toBe(lines.at(-1)!.mac);
    expect(head.newest.words).toEqual(anchorWords(Buffer.from(lines.at(-1)!.mac, 'hex')));
  });

  it('stands in the history itself: that it began, and that it was read back', async () => {
    const { lines: sharing } = await vault.ask('auditEntry.page', { group: 'SHARING' });
    expect(sharing.slice(0, 2).map(({ action, outcome: how, isSigned }) => [action, how, isSigned])).toEqual([
      ['auditEntry.save', 'CHECKED', true],
      ['auditEntry.save', 'BEGUN', true],
    ]);
  });

  it('is for a director alone, asks for a strong passphrase, and leaves nothing behind where it cannot be written', async () => {
    expect(await outcome(save(vault, folder, 'tea tea tea'))).toBe('passphrase-too-weak');
    expect(await outcome(save(vault, join(folder, 'not-there')))).toBe('stick-removed');
    const [failed] = (await vault.ask('auditEntry.page', { group: 'SHARING' })).lines;
    expect(failed).toMatchObject({ action: 'auditEntry.save', outcome: 'FAILED' });
    await as(vault, NOOR);
    expect(await outcome(save(vault, folder))).toBe('not-allowed');
    expect(readdirSync(folder)).toEqual([name]);
  });
});

describe('a slip', () => {
  let vault: TestVault;
  beforeEach(async () => {
    vault = await newVault('2026-03-02T09:00');
  });
  afterEach(() => vault.remove());
  const compare = async (seq: number, words: readonly string[]) =>
    (await vault.ask('auditEntry.compare', { seq, words: [...words] })).verdict;

  it('fits for as long as nothing before it is changed, also when more was done since', async () => {
    const { seq, words } = await vault.ask('auditEntry.newest', {});
    await vault.ask('housePaper.add', { paper: 'HISTORY_SLIP', lines: 4 });
    await openCase(vault, 'Maya');
    expect(words).toHaveLength(10);
    expect(await compare(seq, words)).toBe('fits');
    expect(
      await compare(
        seq,
        words.map((word) => ` ${word.toUpperCase()}`),
      ),
    ).toBe('fits');
  });

  it('does not fit another line, other words, or a history that does not reach so far', async () => {
    const { seq, words } = await vault.ask('auditEntry.newest', {});
    expect(await compare(seq - 1, words)).toBe('differs');
    expect(await compare(seq, words.toReversed())).toBe('differs');
    expect(await compare(seq + 1, words)).toBe('missing');
  });

  it('is printed by whoever reads the history', async () => {
    const who = { signInName: 'vera', passphrase: passphraseOf('vera') };
    await vault.ask('staffMember.add', { name: 'Vera', role: 'auditor', ...who });
    await as(vault, who);
    expect((await vault.ask('auditEntry.newest', {})).words).toHaveLength(10);
    expect(await vault.ask('housePaper.add', { paper: 'HISTORY_SLIP', lines: 4 })).toEqual({ shredOn: '2032-02-29' });
  });
});
