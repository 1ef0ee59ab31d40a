// Conversations through the router: her answer about notes stands first, and the vault holds to it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import { noDetails } from '#shared/records/conversation';
import { aNote, openCase } from '../helpers/casework.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeAll(async () => {
  vault = await newVault();
  maya = await openCase(vault);
});
afterAll(() => vault.remove());

const begin = () => vault.ask('conversation.begin', { caseFileId: maya, purpose: 'NEEDS' });
type Begun = Awaited<ReturnType<typeof begin>>;
const answer = (of: Begun, notesConsent: 'YES' | 'YES_BUT_LIMITED' | 'NO') =>
  vault.ask('conversation.answerNotes', { conversationId: of.id, basedOn: of.revision, notesConsent });
const end = (of: Begun, details = noDetails) =>
  vault.ask('conversation.end', { conversationId: of.id, basedOn: of.revision, details });
const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    return await attempt;
  } catch (error) {
    return error instanceof VaultError ? error.facts['rule'] : error;
  }
};

describe('domain §4: a conversation', () => {
  it('begins before anything is written, and keeps what was marked when it ends', async () => {
    const begun = await begin();
    expect(begun).toMatchObject({ purpose: 'NEEDS', notesConsent: 'NOT_ASKED', endedAt: null, notes: 0 });
    const talked = await answer(begun, 'YES');
    vault.clock.advance(25 * 60_000);
    const details = {
      ...noDetails,
      privateSpace: 'YES' as const,
      opening: { RIGHTS: { isDone: true, reason: '' }, LIMITS: { isDone: false, reason: 'No interpreter yet' } },
    };
    const ended = await end(talked, details);
    expect(ended).toMatchObject({ details, endedAt: vault.clock.now });
    expect(await rule(end(ended))).toBe('conversation-ended');
  });

  it('takes notes only after a yes, and only as open as that yes', async () => {
    const begun = await begin();
    const note = (notesConsent: 'YES' | 'YES_BUT_LIMITED') =>
      vault.ask('caseNote.add', aNote(maya, { conversationId: begun.id, notesConsent }));
    expect(await rule(note('YES'))).toBe('conversation-without-consent');
    const talked = await answer(begun, 'YES_BUT_LIMITED');
    expect(await rule(note('YES'))).toBe('conversation-without-consent');
    expect(await note('YES_BUT_LIMITED')).toMatchObject({ conversationId: begun.id });
    const ended = await end(talked);
    expect(ended.notes).toBe(1);
    expect(await rule(note('YES_BUT_LIMITED'))).toBe('conversation-ended');
  });

  it('with NO keeps purpose and times and nothing else, not even a draft', async () => {
    const begun = await begin();
    const targets = ['conversation', 'conversation-note'].map((kind) => ({
      kind,
      caseFileId: maya,
      recordId: begun.id,
    }));
    for (const target of targets) await vault.ask('draft.save', { target, body: { words: 'quillwort' } });
    const elsewhere = { kind: 'case-note', caseFileId: maya };
    await vault.ask('draft.save', { target: elsewhere, body: { words: 'another day' } });
    const silent = await answer(begun, 'NO');
    for (const target of targets) expect(await vault.ask('draft.get', { target })).toBeNull();
    expect(await vault.ask('draft.get', { target: elsewhere })).not.toBeNull();
    expect(await rule(vault.ask('caseNote.add', aNote(maya, { conversationId: begun.id })))).toBe(
      'conversation-without-consent',
    );
    expect(await rule(end(silent, { ...noDetails, alsoPresent: 'Her sister' }))).toBe('conversation-without-consent');
    expect(await end(silent)).toMatchObject({ purpose: 'NEEDS', details: noDetails, notes: 0 });
  });

  it('never takes a note of another case', async () => {
    const heron = await openCase(vault, 'Heron');
    const talked = await answer(await begin(), 'YES');
    const note = vault.ask('caseNote.add', aNote(heron, { conversationId: talked.id }));
    expect(await outcome(note)).toBe('not-found');
  });

  it('stands in the timeline once, by what it was', async () => {
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    const held = entries.filter(({ event }) => event === 'conversation-held');
    expect(new Set(held.map(({ recordId }) => recordId)).size).toBe(held.length);
    expect(held.every(({ words }) => words === '')).toBe(true);
  });

  it('told once about a question of a form: the question goes with the fact', async () => {
    const about = { form: 'intake', question: 'medicine' } as const;
    await vault.ask('caseNote.add', aNote(maya, { toldOnce: { what: 'Takes insulin', mayBeReused: true, about } }));
    expect(await vault.ask('caseNote.toldOnce', { caseFileId: maya })).toMatchObject([
      { what: 'Takes insulin', about },
    ]);
  });

  it('is the clinician’s own: she sees neither a colleague’s nor can she end it', async () => {
    const open = await begin();
    await vault.signInAs('clinician', maya);
    expect((await vault.ask('conversation.list', { caseFileId: maya })).total).toBe(0);
    expect(await outcome(end(open))).toBe('not-found');
    const hers = await begin();
    expect((await vault.ask('conversation.list', { caseFileId: maya })).conversations).toMatchObject([{ id: hers.id }]);
  });
});
