// domain §15, scenario §24 no. 19: a part of a case goes at her wish (a category, one note, one file, one conversation), is gone from
// the files for good, and does not come back with an older copy. What a hold, a law or somebody's safety keeps is refused by a code.
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CaseFileId, ChoiceHandle, RecordId } from '#shared/ids';
import type { PartCategory } from '#shared/records/erased-part';
import type { StoredRightsRequest } from '#shared/records/rights-request';
import { DAY } from '#shared/time';
import { eraseRecords } from '../../electron/vault/records/record-kind.ts';
import { anotherComputer, backUp, BY_PASSPHRASE, chosen, copyOf } from '../helpers/backups.ts';
import { aNeed, aNote, aSafetyPlan, openCase, said } from '../helpers/casework.ts';
import { addMira, MIRA } from '../helpers/erasing.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { bytesOutside } from '../helpers/outside-reader.ts';
import { unsafeTalk } from '../helpers/unsafe-talk.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const GONE = 'quillwort';
const STAYS = 'zebrafinch';

let vault: TestVault;
let maya: CaseFileId;
beforeEach(async () => {
  vault = await newVault('2026-10-20T09:00');
  await addMira(vault);
  maya = await openCase(vault, 'Maya');
});
afterEach(() => vault.remove());

const note = async (words: string, change: object = {}) =>
  (await vault.ask('caseNote.add', aNote(maya, { body: words, ...change }))).id;
const fileWith = async (words: string): Promise<RecordId> => {
  const path = join(tempFolder(), 'letter.txt');
  writeFileSync(path, `${words} `.repeat(2_000));
  const file = ChoiceHandle.parse(vault.grant(path));
  return (await vault.ask('attachment.add', { caseFileId: maya, file, title: words, sealed: false })).attachment.id;
};
async function asked(isChecked = true): Promise<StoredRightsRequest> {
  const request = await vault.ask('rightsRequest.receive', {
    caseFileId: maya,
    kind: 'ERASE',
    receivedOn: '2026-10-20',
    words: 'Not that one',
    askedBy: { who: 'SELF' },
    timing: 'POLICY',
  });
  const of = { requestId: request.id, basedOn: request.revision };
  return isChecked ? vault.ask('rightsRequest.checkIdentity', { ...of, how: 'IN_PERSON' }) : request;
}
interface Chosen {
  readonly categories?: PartCategory[];
  readonly recordIds?: string[];
  readonly second?: typeof MIRA;
}
const erase = (request: Pick<StoredRightsRequest, 'id'>, { categories = [], recordIds = [], second = MIRA }: Chosen) =>
  vault.ask('retention.erasePart', {
    caseFileId: maya,
    requestId: request.id,
    categories,
    recordIds: recordIds.map((id) => RecordId.parse(id)),
    second,
  });
const inFiles = (word: string, dataDir = vault.dataDir): boolean => bytesOutside(dataDir, DIRECTOR).includes(word);
const parts = async () =>
  Object.fromEntries((await vault.ask('retention.parts', { caseFileId: maya })).map((one) => [one.category, one]));
const filesOf = (dataDir: string): string[] => {
  const folder = join(dataDir, 'Records.vault', 'files');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('one note', () => {
  it('goes with its correction and what stands beside it, out of every page, the log and the search; the rest stays', async () => {
    const first = await note(`She named ${GONE}.`);
    const right = aNote(maya, { body: `She named somebody; not ${GONE}.` });
    await vault.ask('caseNote.correct', { noteId: first, note: right });
    const [entry] = (await vault.ask('caseFile.timeline', { caseFileId: maya })).entries;
    const about = { recordKind: 'case-note', recordId: RecordId.parse(first), revision: 1 };
    const words = { part: '', wrong: GONE, words: `Never ${GONE}` };
    await vault.ask('amendment.add', { caseFileId: maya, kind: 'CORRECTION', about, saidOn: '2026-10-20', ...words });
    await vault.ask('draft.save', {
      target: { kind: 'case-note', caseFileId: maya, recordId: RecordId.parse(first) },
      at: 'body',
      body: { body: `${GONE} again` },
    });
    await note(`${STAYS} stays`);
    expect(entry).toBeDefined();
    expect([inFiles(GONE), inFiles(STAYS)]).toEqual([true, true]);
    const before = await vault.ask('session.checkVault', {});
    const certificate = await erase(await asked(), { recordIds: [first] });
    expect(certificate).toMatchObject({ class: 'PART', reason: 'WISH', erasedOn: '2026-10-20', counts: { NOTES: 2 } });
    expect(certificate.approvedBy.map(({ name }) => name)).toEqual(['Ana', 'Mira']);
    expect([inFiles(GONE), inFiles(STAYS)]).toEqual([false, true]);
    const after = await vault.ask('session.checkVault', {});
    expect(after.records).toMatchObject({ 'case-note': 1, amendment: 0, 'erased-part': 1 });
    expect(after.erased).toBe(3);
    expect(after.entries).toBeGreaterThan(before.entries);
    expect((await vault.ask('wordSearch.find', { query: GONE })).hits).toEqual([]);
    expect((await vault.ask('wordSearch.find', { query: STAYS })).hits).toHaveLength(1);
    vault.vault.close();
    await vault.unlock();
    expect((await vault.ask('session.checkVault', {})).erased).toBe(3);
  });

  it('the control: taken out of the tables alone, its words are still found in the files', async () => {
    const long = `${GONE} ${'spoke of tea. '.repeat(300)}`;
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push(await note(long));
    vault.vault.close();
    const found = await lookInside(vault.dataDir, (inside) => {
      inside.commit(() => {
        eraseRecords(
          inside,
          ids.map((id) => ({ kind: 'case-note', id })),
        );
        for (const recordId of ids)
          inside.chain.append(inside.db, {
            at: 1,
            staffId: null,
            action: 'backup.restore',
            detail: 'erased',
            recordId,
          });
        inside.db.run('UPDATE vault_state SET unswept = 1');
      });
      return inFiles(GONE);
    });
    expect(found).toBe(true);
    await vault.unlock();
    expect(inFiles(GONE)).toBe(false);
  });

  it('the certificate names no case and nobody, and the request says that it was done', async () => {
    const { caseNumber } = await vault.ask('caseFile.get', { caseFileId: maya });
    const request = await asked();
    const { certificate } = await erase(request, { recordIds: [await note(GONE)] });
    const listed = await vault.ask('retention.certificates', {});
    expect(listed).toHaveLength(1);
    for (const word of [caseNumber, maya, 'Maya']) expect(JSON.stringify(listed)).not.toContain(word);
    const { requests } = await vault.ask('rightsRequest.list', { caseFileId: maya });
    expect(requests[0]?.erased).toEqual([{ on: '2026-10-20', certificate, count: 1 }]);
    const of = { requestId: request.id, basedOn: requests[0]!.revision };
    const end = { end: 'DONE' as const, words: '', codes: [], partlyOffered: false, reviewOn: null };
    expect((await vault.ask('rightsRequest.settle', { ...of, outcome: end })).outcome?.end).toBe('DONE');
  });
});

describe('one file, one conversation, a category', () => {
  it('a file goes with what opens it and its bytes', async () => {
    const id = await fileWith(GONE);
    await fileWith(STAYS);
    expect(filesOf(vault.dataDir)).toHaveLength(2);
    expect(await erase(await asked(), { recordIds: [id] })).toMatchObject({ counts: { FILES: 1 } });
    expect(filesOf(vault.dataDir)).toHaveLength(1);
    expect(inFiles(GONE)).toBe(false);
    const { attachments } = await vault.ask('attachment.list', { caseFileId: maya });
    expect(attachments.map(({ title }) => title)).toEqual([STAYS]);
  });

  it('a conversation goes with the notes that were taken in it', async () => {
    const talk = await vault.ask('conversation.begin', { caseFileId: maya, purpose: 'CHECK_IN' });
    const conversationId = talk.id;
    await note(STAYS);
    expect(await parts()).toMatchObject({ CONVERSATIONS: { count: 1 }, NOTES: { count: 1 } });
    expect(await erase(await asked(), { recordIds: [conversationId] })).toMatchObject({ counts: { CONVERSATIONS: 1 } });
    expect((await parts())['CONVERSATIONS']).toBeUndefined();
    expect(inFiles(STAYS)).toBe(true);
  });

  it('a category goes whole, with what is still being written of it', async () => {
    for (const words of [GONE, `${GONE} twice`]) await note(words);
    await vault.ask('need.add', { ...aNeed(maya), title: STAYS });
    await vault.ask('draft.save', {
      target: { kind: 'case-note', caseFileId: maya },
      at: 'body',
      body: { body: GONE },
    });
    expect(await erase(await asked(), { categories: ['NOTES'] })).toMatchObject({ counts: { NOTES: 2 } });
    expect([inFiles(GONE), inFiles(STAYS)]).toEqual([false, true]);
    expect(await parts()).toMatchObject({ NEEDS: { count: 1, isKept: null } });
    expect(await outcome(vault.ask('caseFile.summary', { caseFileId: maya }))).toBe('ok');
  });

  it('ways to reach her go out of every saved state, and the states stay: names, moves, days', async () => {
    await vault.ask('caseFile.changeStatus', { caseFileId: maya, to: 'ACTIVE' });
    const { revision } = await vault.ask('caseFile.get', { caseFileId: maya });
    const method = { way: 'TEXT' as const, value: `${GONE} 555 0199`, safe: 'YES' as const, when: '', caution: '' };
    const contact = { identifyAs: 'Mia', methods: [{ ...method, voicemail: 'NO' as const }] };
    await vault.ask('caseFile.saveSafeContact', { caseFileId: maya, basedOn: revision, safeContact: contact });
    await vault.ask('caseFile.changeStatus', { caseFileId: maya, to: 'TRANSFERRED' });
    await vault.ask('safetyPlan.save', aSafetyPlan(maya));
    const sealed = { caseFileId: maya, basedOn: 0, formVersion: 1, answers: { 'code-word': said(GONE) } };
    await vault.ask('safetyPlan.saveSealed', sealed);
    const told = async () =>
      (await vault.ask('caseFile.timeline', { caseFileId: maya })).entries.filter(({ event }) =>
        event.startsWith('case-'),
      );
    const before = await told();
    expect(inFiles(GONE)).toBe(true);
    expect(await erase(await asked(), { categories: ['CONTACT'] })).toMatchObject({
      counts: { CONTACT: 1, SAFETY_PLAN: 1 },
    });
    expect(inFiles(GONE)).toBe(false);
    const { safeContact, status } = await vault.ask('caseFile.get', { caseFileId: maya });
    expect([safeContact.methods, safeContact.identifyAs, status]).toEqual([[], '', 'TRANSFERRED']);
    expect(await told()).toEqual(before);
    await vault.ask('session.checkVault', {});
    vault.vault.close();
    await vault.unlock();
  });

  it('a saved state from which words were taken is damage when it comes back as it was, or is changed again', async () => {
    const { revision } = await vault.ask('caseFile.get', { caseFileId: maya });
    const method = { way: 'TEXT' as const, value: '555 0199', safe: 'YES' as const, when: '', caution: '' };
    const contact = { identifyAs: 'Mia', methods: [{ ...method, voicemail: 'NO' as const }] };
    await vault.ask('caseFile.saveSafeContact', { caseFileId: maya, basedOn: revision, safeContact: contact });
    const body = () =>
      lookInside(
        vault.dataDir,
        ({ db }) =>
          db.get<{ body: string }>('SELECT body FROM revision WHERE record_id = ? AND revision = 2', [maya])!.body,
      );
    vault.vault.close();
    const original = await body();
    await vault.unlock();
    await erase(await asked(), { categories: ['CONTACT'] });
    vault.vault.close();
    const now = await body();
    const verdict = (put: string) =>
      lookInside(vault.dataDir, (inside) => {
        let found = 'ok';
        const undo = new Error('undo');
        try {
          inside.db.transaction(() => {
            inside.db.exec('DROP TRIGGER revision_is_final');
            inside.db.run('UPDATE revision SET body = ? WHERE record_id = ? AND revision = 2', [put, maya]);
            try {
              inside.verify();
            } catch (error) {
              found = (error as { code: string }).code;
            }
            throw undo;
          });
        } catch (error) {
          if (error !== undo) throw error;
        }
        return found;
      });
    expect(original).toContain('555 0199');
    expect(now).not.toContain('555 0199');
    expect(await verdict(now)).toBe('ok');
    expect(await verdict(original)).toBe('vault-damaged');
    expect(await verdict(now.replace('Maya', 'Mary'))).toBe('vault-damaged');
    await vault.unlock();
  });
});

describe('who may, and what is refused', () => {
  it('takes two, one of them a director, an open request of hers, and somebody who checked who asks', async () => {
    const id = await note(GONE);
    const request = await asked(false);
    expect(await ruleOf(erase(request, { recordIds: [id] }))).toBe('right-identity');
    const checked = await asked();
    expect(await ruleOf(erase(checked, { recordIds: [id], second: DIRECTOR }))).toBe('erase-second');
    expect(
      await outcome(erase(checked, { recordIds: [id], second: { ...MIRA, passphrase: 'not hers at all, no' } })),
    ).toBe('wrong-passphrase');
    expect(await ruleOf(erase(checked, {}))).toBe('erase-nothing');
    expect(inFiles(GONE)).toBe(true);
    await vault.signInAs('case-manager', maya);
    expect(await ruleOf(erase(checked, { recordIds: [id] }))).toBe('erase-director');
    expect(await outcome(erase(checked, { recordIds: [id], second: DIRECTOR }))).toBe('ok');
    expect(inFiles(GONE)).toBe(false);
  });

  it('a copy that was asked for erases nothing', async () => {
    const id = await note(GONE);
    const copy = await vault.ask('rightsRequest.receive', {
      caseFileId: maya,
      kind: 'COPY',
      receivedOn: '2026-10-20',
      words: '',
      askedBy: { who: 'SELF' },
      timing: 'POLICY',
    });
    expect(await ruleOf(erase(copy, { recordIds: [id] }))).toBe('erase-wish');
  });

  it('§24 no. 19: while a hold stands nothing goes, and the refusal is coded with a day to look again', async () => {
    const id = await note(GONE);
    await vault.ask('legalHold.place', { caseFileId: maya, reason: 'A trial', authority: 'District court' });
    const request = await asked();
    expect(await ruleOf(erase(request, { recordIds: [id] }))).toBe('hold-stands');
    const outcomeOf = {
      end: 'REFUSED' as const,
      words: 'A court asked us to keep it.',
      codes: ['LEGAL_HOLD' as const],
    };
    const settled = await vault.ask('rightsRequest.settle', {
      requestId: request.id,
      basedOn: request.revision,
      outcome: { ...outcomeOf, partlyOffered: true, reviewOn: '2027-01-18' },
    });
    expect(settled.outcome).toMatchObject({ codes: ['LEGAL_HOLD'], reviewOn: '2027-01-18' });
    expect(await ruleOf(erase(request, { recordIds: [id] }))).toBe('erase-wish');
  });

  it('§24 no. 19: what a hold does not cover goes now; the rest waits for its end', async () => {
    const id = await note(STAYS);
    await vault.ask('need.add', { ...aNeed(maya), title: GONE });
    const of = { caseFileId: maya, reason: 'A trial', authority: 'District court' };
    await vault.ask('legalHold.place', { ...of, covers: ['NOTES', 'CONVERSATIONS'] });
    expect(await parts()).toMatchObject({ NOTES: { isKept: 'HOLD' }, NEEDS: { isKept: null } });
    const request = await asked();
    expect(await ruleOf(erase(request, { recordIds: [id] }))).toBe('hold-stands');
    await erase(request, { categories: ['NEEDS'] });
    expect([inFiles(GONE), inFiles(STAYS)]).toEqual([false, true]);
    const { requests } = await vault.ask('rightsRequest.list', { caseFileId: maya });
    const partly = { end: 'PARTLY' as const, words: 'The notes wait for the court.', codes: ['LEGAL_HOLD' as const] };
    const settled = await vault.ask('rightsRequest.settle', {
      requestId: request.id,
      basedOn: requests[0]!.revision,
      outcome: { ...partly, partlyOffered: true, reviewOn: '2027-01-18' },
    });
    expect(settled.outcome?.end).toBe('PARTLY');
    // Whole erasure is held all the same.
    const whole = { caseFileIds: [maya], reason: 'WISH' as const, second: MIRA };
    expect(await ruleOf(vault.ask('retention.run', whole))).toBe('hold-stands');
  });

  it('a conversation because of which an interpreter is left out stays, alone and in its kind; other kinds go', async () => {
    const conversationId = await unsafeTalk(vault, maya);
    await note(GONE);
    expect(await parts()).toMatchObject({ CONVERSATIONS: { isKept: 'SAFETY' }, NOTES: { isKept: null } });
    const request = await asked();
    expect(await ruleOf(erase(request, { recordIds: [conversationId] }))).toBe('erase-safety');
    expect(await ruleOf(erase(request, { categories: ['CONVERSATIONS', 'NOTES'] }))).toBe('erase-safety');
    await erase(request, { categories: ['NOTES'] });
    expect(inFiles(GONE)).toBe(false);
  });

  it('a record of another case, and one that never goes alone, are not there to be chosen', async () => {
    const other = await openCase(vault, 'Heron');
    const theirs = (await vault.ask('caseNote.add', aNote(other))).id;
    const request = await asked();
    expect(await outcome(erase(request, { recordIds: [theirs] }))).toBe('not-found');
    expect(await outcome(erase(request, { recordIds: [request.id] }))).toBe('not-found');
  });
});

describe('an older copy', () => {
  it('does not bring it back: the list says which records, and by no number that a finder could read', async () => {
    const id = await note(`${GONE} in a note`);
    const fileId = await fileWith(`${GONE} in a file`);
    await note(STAYS);
    const { revision } = await vault.ask('caseFile.get', { caseFileId: maya });
    const method = { way: 'TEXT' as const, value: `${GONE} 555`, safe: 'YES' as const, when: '', caution: '' };
    const contact = { identifyAs: 'Mia', methods: [{ ...method, voicemail: 'NO' as const }] };
    await vault.ask('caseFile.saveSafeContact', { caseFileId: maya, basedOn: revision, safeContact: contact });
    const oldStick = tempFolder();
    const newStick = tempFolder();
    const { name } = await backUp(vault, oldStick);
    vault.clock.advance(30 * DAY);
    const request = await asked();
    await erase(request, { recordIds: [id, fileId], categories: ['CONTACT'] });
    expect((await vault.ask('retention.holders', {})).map(({ kind }) => kind)).toEqual(['backup']);
    await backUp(vault, newStick);
    const lists = (folder: string) => readdirSync(folder).filter((one) => one.startsWith('backup-list-'));
    for (const list of lists(oldStick)) rmSync(join(oldStick, list));

    const other = anotherComputer(vault);
    const wish = { ...chosen(other, oldStick, name, BY_PASSPHRASE), replaceOther: false };
    expect(await outcome(other.ask('backup.restore', { ...wish, lists: [], withoutList: false }))).toBe(
      'erased-list-missing',
    );
    await other.ask('backup.restore', { ...wish, lists: [other.grant(newStick)], withoutList: false });
    const restored = other.restart();
    await restored.unlock(DIRECTOR);
    const files = bytesOutside(restored.dataDir, DIRECTOR);
    expect([files.includes(GONE), files.includes(STAYS)]).toEqual([false, true]);
    expect(filesOf(restored.dataDir)).toEqual([]);
    expect((await restored.ask('caseFile.get', { caseFileId: maya })).safeContact.methods).toEqual([]);
    expect(await restored.ask('retention.certificates', {})).toMatchObject([{ class: 'PART', counts: { NOTES: 1 } }]);
    await restored.ask('session.checkVault', {});
    await restored.remove();
  });

  it('the control: without the list it is there again', async () => {
    await note(GONE);
    const stick = tempFolder();
    const { name } = await backUp(vault, stick);
    for (const list of readdirSync(stick).filter((one) => one.startsWith('backup-list-'))) rmSync(join(stick, list));
    vault.clock.advance(DAY);
    await erase(await asked(), { categories: ['NOTES'] });
    const other = anotherComputer(vault);
    const wish = { ...chosen(other, stick, name, BY_PASSPHRASE), replaceOther: false, lists: [] };
    await other.ask('backup.restore', { ...wish, withoutList: true });
    const restored = other.restart();
    await restored.unlock(DIRECTOR);
    expect(bytesOutside(restored.dataDir, DIRECTOR).includes(GONE)).toBe(true);
    await restored.remove();
  });

  it('an older vault folder that is put back by hand loses it at the next unlock; what was written since stays', async () => {
    const id = await note(GONE);
    vault.vault.close();
    const old = copyOf(vault.dataDir);
    await vault.unlock();
    await erase(await asked(), { recordIds: [id] });
    vault.vault.close();
    rmSync(join(vault.dataDir, 'Records.vault'), { recursive: true });
    cpSync(join(old, 'Records.vault'), join(vault.dataDir, 'Records.vault'), { recursive: true });
    rmSync(join(vault.dataDir, 'Records.seen'));
    await vault.unlock();
    expect(inFiles(GONE)).toBe(false);
    expect(await vault.ask('retention.certificates', {})).toHaveLength(1);
    await note(`${GONE} said anew`);
    vault.vault.close();
    await vault.unlock();
    expect(inFiles(GONE)).toBe(true);
  });
});
