// Every way by which something of a record can leave this program, and what stands before it (domain §13): a new one that is not
// listed here fails, and so does one whose gate was taken away. Nothing here can be switched off for anybody.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index';

const root = new URL('../..', import.meta.url).pathname;

/** What a program can let something out with: paper, files outside, the clipboard, other programs. */
const DOORS =
  /window\.print\(|\.printToPDF\(|webContents\.print\(|\bwriteOutside\(|\bsealPackage\(|\bdesk\.save\(|clipboard\.write|navigator\.clipboard|execCommand\(|showSaveDialog|createObjectURL|\bdownload=|openPath\(|openExternal\(|showItemInFolder\(/;

interface WayOut {
  /** What leaves, and to whom. */
  readonly what: string;
  /** What has to be called in that file before it; null: nothing of anybody's record passes there. */
  readonly gate: string | null;
}

const waysOut: Readonly<Record<string, WayOut>> = {
  // Under a signed permission: the five checks.
  'electron/vault/packages/handlers.ts': { what: 'a sealed package for an agency', gate: 'requireCleared(' },
  'renderer/features/prints/letter-page.tsx': { what: 'the letter of a referral', gate: "'printLog.add'" },
  // Nothing of her: that what was given is no longer to be used.
  'renderer/features/prints/stop-letter-page.tsx': { what: 'the letter that asks to stop', gate: "'printLog.add'" },
  // To the house that sent her here: only what she said yes to, while her record is not restricted, with a line in the log.
  'electron/vault/packages/sent-reply-handlers.ts': { what: 'an answer to a package', gate: 'requireUnrestricted(' },
  // Numbers of nobody: only tables that were measured against every other and kept, each paper and file with a line of its own.
  'electron/vault/statistics/handlers.ts': { what: 'a table that was given out, as a file', gate: 'hers(read, id)' },
  'renderer/features/numbers/issued-page.tsx': { what: 'the same on paper', gate: "'statistics.printed'" },
  'renderer/features/numbers/list-asked-page.tsx': { what: 'how a record is covered, invented', gate: null },
  // To the person it is about, because she asked: who asks is checked, and every line was read through.
  'electron/vault/own-copy/handlers.ts': { what: 'an own copy on a stick', gate: 'cleared(' },
  'renderer/features/prints/give-copy.tsx': { what: 'an own copy on paper', gate: "'ownCopy.hand'" },
  'renderer/features/prints/prepare-sheet.tsx': { what: 'a sheet for the person it is about', gate: "'printLog.add'" },
  // For a court: an order that a judge signed, and two people.
  'renderer/features/outside/production-sheet.tsx': { what: 'what a court ordered', gate: "'legalRequest.produce'" },
  // Bytes that were cleared by one of those above, or that stay ours under our own key.
  'electron/vault/packages/seal.ts': { what: 'what its callers cleared, sealed', gate: null },
  'electron/main/press-process.ts': { what: 'sheets of what was cleared, back to the vault alone', gate: null },
  'electron/vault/removable/write-outside.ts': { what: 'the one writer to places outside', gate: null },
  'electron/vault/backup/handlers.ts': { what: 'the whole vault, under a key of the house', gate: null },
  'electron/vault/backup/backup-part.ts': { what: 'a part of that backup', gate: null },
  'electron/vault/backup/backup-attachments.ts': { what: 'the encrypted files of that backup', gate: null },
  // Of a group, and of nobody in it.
  'renderer/features/groups/agreement-page.tsx': { what: 'what a group agreed on', gate: null },
  // For those who work in the house, without a name of anybody who lives there, each in a log first.
  'renderer/ui/house-paper.tsx': { what: 'a paper of the house', gate: "'housePaper.add'" },
  // Who did what, for somebody who checks it: no name of anybody who lives there, sealed, by a director, noted before and after.
  'electron/vault/audit/handlers.ts': {
    what: 'the history, sealed with a passphrase',
    gate: 'requireStrongPassphrase(',
  },
  // No record passes here.
  'renderer/features/prints/desk-paper-page.tsx': { what: 'what to say at the door', gate: null },
  'electron/vault/packages/partner-reader.ts': { what: 'the reader, the same page for every agency', gate: null },
  'electron/vault/access/key-file.ts': { what: 'random bytes of a key file, onto a stick', gate: null },
  'electron/vault/packages/receiving-key.ts': { what: 'the public half of our key', gate: null },
  'renderer/features/partners/agency-reader.tsx': { what: 'what stands on the card of that reader', gate: null },
  'electron/vault/erasure/holders.ts': { what: 'the sealed list of erased cases beside a backup', gate: null },
  'electron/vault/erasure/kept-list.ts': { what: 'the writer of that list', gate: null },
  'renderer/features/retention/certificate-page.tsx': { what: 'that something was erased, without who', gate: null },
  'renderer/features/retention/letter-page.tsx': {
    what: 'that a package of a day is to be destroyed, without who',
    gate: null,
  },
  'renderer/features/backups/missing-page.tsx': { what: 'what damage took, by case number, kind and day', gate: null },
  'renderer/features/safekeeping/trustees-page.tsx': { what: 'the sheets of the trustees on paper', gate: null },
  'renderer/session/way-back-steps.tsx': { what: 'the recovery code on paper', gate: null },
};

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
const sourceOf = (file: string): string => withoutComments(readFileSync(join(root, file), 'utf8'));
const doorsIn = (source: string): boolean => DOORS.test(withoutComments(source));

describe('every way out', () => {
  // renderer/reader runs in the browser of an agency, on what was given to it already.
  const found = [...filesUnder('electron'), ...filesUnder('renderer'), ...filesUnder('shared')]
    .filter((file) => !file.startsWith('renderer/reader/'))
    .filter((file) => DOORS.test(sourceOf(file)));

  it('is listed with what stands before it', () => {
    const listed = Object.keys(waysOut).filter((file) => existsSync(join(root, file)));
    expect(found.sort()).toEqual(listed.sort());
  });

  it.each(Object.entries(waysOut).filter(([, { gate }]) => gate !== null))('%s passes its gate', (file, { gate }) => {
    expect(sourceOf(file)).toContain(gate);
  });

  it('would be noticed if it were new: on paper, in a file, on the clipboard, in another program', () => {
    expect(doorsIn('const send = () => window.print();')).toBe(true);
    expect(doorsIn('await writeOutside(medium, target, content)')).toBe(true);
    expect(doorsIn('void navigator.clipboard.writeText(words)')).toBe(true);
    expect(doorsIn('<a href={url} download="case.json">')).toBe(true);
    expect(doorsIn('// window.print() is spoken of here')).toBe(false);
  });
});

describe('the gates in the vault', () => {
  const handlers = (file: string): string => sourceOf(file);

  it('ask first whether anything of the record may be used at all', () => {
    expect(handlers('electron/vault/packages/gate.ts')).toContain('requireUnrestricted(');
    expect(handlers('electron/vault/records/print-log.ts')).toContain('requireUnrestricted(');
  });

  it('let no letter of a referral out that the five checks do not let out', () => {
    expect(handlers('electron/vault/records/referral-letter.ts')).toMatch(/requireUnrestricted\([\s\S]*mayLeave\(/);
    expect(handlers('electron/vault/records/print-log.ts')).toContain('letterOf(');
    expect(handlers('electron/vault/records/referral.ts')).toContain('requireUnrestricted(');
  });

  it('judge a package in the same breath as it is sealed', () => {
    const source = handlers('electron/vault/packages/handlers.ts');
    expect(source.indexOf('requireCleared(')).toBeLessThan(source.indexOf('sealPackage('));
    // And once more after its sheets were made, which takes a moment.
    expect(source.indexOf('await pdfOf(')).toBeLessThan(source.lastIndexOf('= cleared('));
  });

  it('know no operation of reports that could carry a name', () => {
    const named = Object.keys(contract).filter((group) => /report/i.test(group) && group !== 'mandatedReport');
    for (const group of named) expect([group, 'says in ways-out.test.ts how names stay in']).toEqual([]);
  });
});
