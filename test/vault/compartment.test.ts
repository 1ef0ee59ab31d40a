// The compartment (design: security §2.6): counsellor notes that the vault key does not open. A director with her key and a tool of
// her own finds no word of them; counsellors let each other in and out; the recovery code opens them when one of them said so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VaultError } from '#shared/contract/errors';
import type { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import type { SealedNoteWords } from '#shared/records/sealed-note';
import { backUp, copyOf } from '../helpers/backups.ts';
import { aNote, openCase } from '../helpers/casework.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { type Outside, outsideReader } from '../helpers/outside-reader.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { DIRECTOR, newVault, outcome, type TestVault, vaultOn } from '../helpers/vault.ts';
import { strangerFollowsLink, strangerOpensSeal, strangerReads } from './keys/stranger.ts';

const KEPT = 'quillwort';
const DRAFTED = 'zebrafinch';
const ORDINARY = 'marshmallow';
const counsellor = (name: string) => ({
  name,
  signInName: name.toLowerCase(),
  passphrase: passphraseOf(name.toLowerCase()),
});
const [mara, jonas, ines, lea] = [counsellor('Mara'), counsellor('Jonas'), counsellor('Ines'), counsellor('Lea')];
type Counsellor = typeof mara;
const about = (words: string): SealedNoteWords => ({
  kind: 'MENTAL_HEALTH',
  happenedOn: '2026-03-02',
  notesConsent: 'YES',
  words,
});

let vault: TestVault;
let maya: CaseFileId;
const ids = new Map<string, StaffMemberId>();
const idOf = ({ name }: Counsellor): StaffMemberId => ids.get(name)!;

async function signIn({ signInName, passphrase }: { signInName: string; passphrase: string }): Promise<void> {
  vault.vault.close();
  await vault.unlock({ signInName, passphrase });
}

async function addCounsellor(who: Counsellor): Promise<void> {
  const { id } = await vault.ask('staffMember.add', { ...who, role: 'clinician' });
  await vault.ask('caseAssignment.assign', { caseFileId: maya, staffMemberId: id });
  ids.set(who.name, id);
}

const add = (words: string, correctionOf: RecordId | null = null) =>
  vault.ask('sealedNote.add', { caseFileId: maya, correctionOf, note: about(words) });
const openNotes = () => vault.ask('sealedNote.open', { caseFileId: maya, reason: 'Before our hour' });
const wordsOf = (notes: Awaited<ReturnType<typeof openNotes>>) => notes.map(({ note }) => note?.words ?? null);
const draft = (words: string) =>
  vault.ask('draft.save', { target: { kind: 'sealed-note', caseFileId: maya }, at: 'note-body', body: { words } });
const ruleOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'ok',
    (error: unknown) => (error as VaultError).facts['rule'] ?? (error as VaultError).code,
  );

/** A look at the closed vault from outside. */
function outside<T>(who: { signInName: string; passphrase: string }, look: (reader: Outside) => T): T {
  vault.vault.close();
  const reader = outsideReader(vault.dataDir, who);
  try {
    return look(reader);
  } finally {
    reader.close();
  }
}

beforeAll(async () => {
  vault = await newVault();
  await vault.ask('session.makeRecoveryCode', {});
  maya = await openCase(vault);
  await vault.ask('caseNote.add', aNote(maya, { body: `A quiet night, ${ORDINARY}` }));
  for (const who of [mara, jonas, ines]) await addCounsellor(who);
});
afterAll(() => vault.remove());

describe('sealed notes', () => {
  it('are begun by a counsellor, kept with their kind and day, and told by her own reason only', async () => {
    await signIn(mara);
    expect(await ruleOf(add(KEPT))).toBe('compartment-member');
    expect(await vault.ask('compartment.begin', {})).toMatchObject({ isMember: true, recoveryCode: 'sealed' });
    const note = await add(`What helps at night: ${KEPT}`);
    expect(note).toMatchObject({ by: { name: 'Mara' }, note: { kind: 'MENTAL_HEALTH', happenedOn: '2026-03-02' } });
    expect(wordsOf(await openNotes())).toEqual([`What helps at night: ${KEPT}`]);
    expect(await outcome(vault.ask('sealedNote.open', { caseFileId: maya, reason: '' }))).toBe('invalid-request');
    await draft(DRAFTED);
    expect(await vault.ask('draft.get', { target: { kind: 'sealed-note', caseFileId: maya } })).toMatchObject({
      body: { words: DRAFTED },
    });
    expect(await ruleOf(vault.ask('compartment.begin', {}))).toBe('compartment-begun');
  });

  it('hold no word that the vault key opens: a director with a tool of her own finds an ordinary note and none of these', () => {
    const found = outside(DIRECTOR, (reader) => {
      const all = reader.everything();
      return [ORDINARY, KEPT, DRAFTED, 'MENTAL_HEALTH', 'night: '].map((words) => all.includes(words));
    });
    expect(found).toEqual([true, false, false, false, false]);
  });

  it('are read with her own passphrase and the written format alone', () => {
    const words = outside(mara, (reader) => {
      const { at, key } = newestKey(reader);
      const [note] = sealedIn(reader);
      const [kept] = reader.rows<{ body: string; target: string }>("SELECT * FROM draft WHERE target LIKE 'sealed-%'");
      const drafted = (JSON.parse(kept!.body) as { body: string }).body;
      return [
        strangerReads(note!.sealed, `note/${maya}/${note!.id}/1`, key, at),
        strangerReads(drafted, `draft/${idOf(mara)}/${kept!.target}`, key, at),
      ];
    });
    expect(words).toEqual([about(`What helps at night: ${KEPT}`), { words: DRAFTED }]);
  });

  it('say to a director whose they are and not a word more; she is refused them whatever she tries', async () => {
    await signIn(DIRECTOR);
    expect(await vault.ask('sealedNote.list', { caseFileId: maya })).toMatchObject([{ by: { name: 'Mara' } }]);
    expect(await outcome(openNotes())).toBe('not-allowed');
    expect(await outcome(add('x'))).toBe('not-allowed');
    expect(await outcome(vault.ask('compartment.letIn', { staffMemberId: idOf(jonas) }))).toBe('not-allowed');
    const hits = async (query: string) => (await vault.ask('caseFile.search', { query })).hits.length;
    expect([await hits(ORDINARY), await hits(KEPT), await hits(DRAFTED)]).toEqual([1, 0, 0]);
    const timeline = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(timeline.entries.map(({ event }) => event)).toContain('sealed-notes-opened');
    expect(JSON.stringify(timeline)).not.toContain('sealed-note"');
  });

  it('are put right by a later note, by whoever wrote them and once', async () => {
    await signIn(mara);
    const first = await add('The wrong day');
    const { id } = await add('The right day', first.id);
    expect((await openNotes()).find((note) => note.id === first.id)).toMatchObject({ correctedBy: id });
    expect(await ruleOf(add('Once more', first.id))).toBe('note-already-corrected');
    expect(await ruleOf(vault.ask('sealedNote.add', withConsent('NO')))).toBe('note-without-consent');
  });
});

const withConsent = (notesConsent: SealedNoteWords['notesConsent']) => ({
  caseFileId: maya,
  correctionOf: null,
  note: { ...about('x'), notesConsent },
});

interface SealedIn {
  readonly id: string;
  readonly sealed: string;
}
/** As they lie in the database, oldest first. */
const sealedIn = (reader: Outside): SealedIn[] =>
  reader
    .rows<{ id: string; body: string }>(
      "SELECT record_id AS id, body FROM revision WHERE record_kind = 'sealed-note' ORDER BY audit_seq",
    )
    .map(({ id, body }) => ({ id, sealed: (JSON.parse(body) as SealedIn).sealed }));

function newestKey(reader: Outside) {
  const [newest] = reader.rows<{ generation: number; id: Uint8Array; link: Uint8Array | null }>(
    'SELECT generation, compartment_id AS id, link FROM compartment_generation ORDER BY generation DESC',
  );
  const at = { vaultId: reader.vaultId, compartmentId: newest!.id, generation: newest!.generation };
  const seal = reader
    .rows<{ slot_id: Uint8Array; sealed: Uint8Array }>('SELECT * FROM compartment_seal')
    .find(({ slot_id: id }) => Buffer.compare(id, reader.slotId) === 0);
  if (seal === undefined) throw new Error('not sealed to her');
  return { at, key: strangerOpensSeal(seal.sealed, reader, at), link: newest!.link };
}

describe('who opens them', () => {
  it('is let in by somebody who is in, and reads what was written before', async () => {
    await signIn(jonas);
    expect(await ruleOf(openNotes())).toBe('compartment-member');
    expect(await ruleOf(vault.ask('compartment.letIn', { staffMemberId: idOf(jonas) }))).toBe('compartment-member');
    await signIn(mara);
    expect((await vault.ask('compartment.state', {})).others.map(({ name }) => name)).toEqual(['Ines', 'Jonas']);
    await vault.ask('compartment.letIn', { staffMemberId: idOf(jonas) });
    expect(await ruleOf(vault.ask('compartment.letIn', { staffMemberId: idOf(jonas) }))).toBe('compartment-role');
    await signIn(jonas);
    expect(wordsOf(await openNotes())).toContain(`What helps at night: ${KEPT}`);
    await draft('half a sentence');
  });

  it('is taken out by a director without opening anything; what is written then has a key that she never had', async () => {
    vault.vault.close();
    const before = copyOf(vault.dataDir);
    await signIn(DIRECTOR);
    const { members } = await vault.ask('compartment.takeOut', { staffMemberId: idOf(jonas) });
    expect(members.map(({ name }) => name)).toEqual(['Mara']);
    expect(await ruleOf(vault.ask('compartment.takeOut', { staffMemberId: idOf(mara) }))).toBe('compartment-last');
    await signIn(jonas);
    expect(await ruleOf(openNotes())).toBe('compartment-member');
    expect((await vault.ask('draft.list', {})).length).toBe(0);
    await signIn(mara);
    await add('After he left');
    expect(wordsOf(await openNotes())).toEqual([
      'After he left',
      'The right day',
      'The wrong day',
      `What helps at night: ${KEPT}`,
    ]);

    const old = outsideReader(before, jonas);
    const his = newestKey(old);
    old.close();
    outside(jonas, (reader) => {
      const [first, , , last] = sealedIn(reader);
      const read = (note: SealedIn) => strangerReads(note.sealed, `note/${maya}/${note.id}/1`, his.key, his.at);
      expect(read(first!)).toMatchObject({ words: `What helps at night: ${KEPT}` });
      expect(() => read(last!)).toThrow();
      expect(() => newestKey(reader)).toThrow('not sealed to her');
    });
    outside(mara, (reader) => {
      const { at, key, link } = newestKey(reader);
      expect(at.generation).toBe(2);
      expect(Buffer.from(strangerFollowsLink(link!, key, at))).toEqual(Buffer.from(his.key));
    });
    await signIn(mara);
  });

  it('takes a colleague out at once when she leaves the house', async () => {
    await vault.ask('compartment.letIn', { staffMemberId: idOf(ines) });
    await signIn(DIRECTOR);
    await vault.ask('staffMember.disable', { id: idOf(ines) });
    expect((await vault.ask('compartment.state', {})).members.map(({ name }) => name)).toEqual(['Mara']);
  });
});

describe('the recovery code', () => {
  it('made anew opens nothing until a counsellor has sealed the notes to it; then it lets one in, and counts as used', async () => {
    const { code } = await vault.ask('session.makeRecoveryCode', {});
    await vault.ask('session.confirmRecoveryCode', { code });
    expect(await vault.ask('compartment.state', {})).toMatchObject({ recoveryCode: 'new-code' });
    await signIn(jonas);
    expect(await ruleOf(vault.ask('compartment.openWithCode', { code }))).toBe('compartment-code');
    await signIn(mara);
    expect(await vault.ask('compartment.sealToCode', {})).toMatchObject({ recoveryCode: 'sealed' });
    // She leaves, the last who was in.
    await signIn(DIRECTOR);
    await vault.ask('staffMember.disable', { id: idOf(mara) });
    await signIn(jonas);
    const another = code.replace(/^./, (first) => (first === 'W' ? 'X' : 'W'));
    expect(await outcome(vault.ask('compartment.openWithCode', { code: another }))).not.toBe('ok');
    await vault.ask('compartment.openWithCode', { code });
    expect(wordsOf(await openNotes())).toContain('After he left');
    await signIn(DIRECTOR);
    expect(await vault.ask('session.wayBack', {})).toMatchObject({ state: 'used' });
  });

  it('does not let a director in who comes back with it', async () => {
    const { code } = await vault.ask('session.makeRecoveryCode', {});
    await signIn(jonas);
    await vault.ask('compartment.sealToCode', {});
    vault.vault.close();
    const newPassphrase = 'summit bracket violet harvest oyster pencil';
    await vault.ask('session.recover', { recoveryCode: code, signInName: DIRECTOR.signInName, newPassphrase });
    expect(await outcome(openNotes())).toBe('not-allowed');
    expect(await vault.ask('compartment.state', {})).toMatchObject({ isMember: false });
    await vault.ask('session.changePassphrase', { current: newPassphrase, next: DIRECTOR.passphrase });
  });
});

describe('a backup', () => {
  it('keeps the notes sealed, and the counsellor who was in reads them on another computer', async () => {
    const place = tempFolder();
    const { name } = await backUp(vault, place);
    const other = vaultOn(tempFolder(), vault.clock);
    const credential = { by: 'passphrase', ...DIRECTOR } as const;
    await other.ask('backup.restore', { folder: other.grant(place), name, credential, replaceOther: false });
    const restored = other.restart();
    await restored.unlock({ signInName: jonas.signInName, passphrase: jonas.passphrase });
    const notes = await restored.ask('sealedNote.open', { caseFileId: maya, reason: 'After the move' });
    expect(wordsOf(notes)).toContain('After he left');
    await restored.remove();
  });
});

describe('a seal that nobody gave', () => {
  it('put back for somebody who was taken out is damage, named at the next unlock', async () => {
    await signIn(DIRECTOR);
    await vault.ask('staffMember.add', { ...lea, role: 'clinician' }).then(({ id }) => ids.set('Lea', id));
    vault.vault.close();
    const forged = copyOf(vault.dataDir);
    await lookInside(forged, ({ db }) =>
      db.run(
        `INSERT INTO compartment_seal SELECT m.slot_id, s.public_x, s.sealed, s.vouched FROM staff_member m, compartment_seal s
         WHERE m.sign_in_name = 'lea' LIMIT 1`,
      ),
    );
    const damaged = vaultOn(forged, vault.clock);
    await expect(damaged.unlock()).rejects.toMatchObject({ facts: { reason: 'seal-without-member' } });
    await damaged.remove();
    await vault.unlock();
  });
});

describe('with nobody and no code left', () => {
  it('says of the old notes that nobody opens them any more, and goes on with new ones', async () => {
    await vault.ask('session.makeRecoveryCode', {});
    await vault.ask('staffMember.disable', { id: idOf(jonas) });
    await vault.ask('caseAssignment.assign', { caseFileId: maya, staffMemberId: idOf(lea) });
    expect(await vault.ask('compartment.state', {})).toMatchObject({ hasBegun: false, members: [] });
    await signIn(lea);
    await vault.ask('compartment.begin', {});
    await add('From the beginning');
    expect(wordsOf(await openNotes())).toEqual(['From the beginning', null, null, null, null]);
  });
});
