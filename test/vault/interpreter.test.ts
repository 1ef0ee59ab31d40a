// Interpreters through the router, and scenario §24 no. 12: the interpreter is unsafe.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId, RecordId } from '#shared/ids';
import { noDetails } from '#shared/records/conversation';
import type { InterpreterDetails } from '#shared/records/interpreter';
import { openCase } from '../helpers/casework.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
let heron: CaseFileId;
const people: Record<string, RecordId> = {};

const details = (name: string, change: Partial<InterpreterDetails> = {}): InterpreterDetails => ({
  name,
  agency: 'Bridge',
  languages: ['Quechua'],
  dialect: '',
  gender: '',
  vettedOn: '2026-01-05',
  confidentialitySignedOn: '2026-01-06',
  ties: [],
  ...change,
});
const fromValle = { ties: [{ kind: 'COMMUNITY' as const, words: 'Valle Áspero' }] };
const unasked = { COMMUNITY: 'NOT_ASKED', FAMILY: 'NOT_ASKED', EMPLOYER: 'NOT_ASKED', NETWORK: 'NOT_ASKED' } as const;

beforeAll(async () => {
  vault = await newVault();
  maya = await openCase(vault);
  heron = await openCase(vault, 'Heron');
  const all = [
    details('Rosa', fromValle),
    details('Luz', { ties: [{ kind: 'COMMUNITY', words: 'valle aspero' }] }),
    details('Nina', { ties: [{ kind: 'EMPLOYER', words: 'Valle Áspero' }] }),
    details('Unvetted', { vettedOn: null }),
    details('Unsworn', { confidentialitySignedOn: null }),
  ];
  for (const one of all) people[one.name] = (await vault.ask('interpreter.save', { basedOn: 0, details: one })).id;
});
afterAll(() => vault.remove());

const begin = (caseFileId: CaseFileId) => vault.ask('conversation.begin', { caseFileId, purpose: 'SAFETY' });
type Begun = Awaited<ReturnType<typeof begin>>;
const use = (of: Begun, name: string, change: { approved?: 'YES' | 'NO' | 'NOT_ASKED'; conflict?: object } = {}) =>
  vault.ask('conversation.useInterpreter', {
    conversationId: of.id,
    basedOn: of.revision,
    use: {
      how: 'VETTED',
      interpreterId: people[name]!,
      approved: change.approved ?? 'YES',
      conflict: { ...unasked, ...change.conflict },
    },
  });
const stop = (of: Begun) =>
  vault.ask('conversation.stopUnsafe', { conversationId: of.id, basedOn: of.revision, details: noDetails });
const offered = async (caseFileId: CaseFileId) =>
  (await vault.ask('interpreter.offered', { caseFileId })).map(({ name }) => name);
const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    return await attempt;
  } catch (error) {
    return error instanceof VaultError ? error.facts['rule'] : error;
  }
};

describe('domain §4: an interpreter', () => {
  it('is offered only when vetted and sworn to silence', async () =>
    expect(await offered(maya)).toEqual(['Luz', 'Nina', 'Rosa']));

  it('needs her yes, and no tie of any kind', async () => {
    const begun = await begin(maya);
    expect(await rule(use(begun, 'Unvetted'))).toBe('interpreter-not-offered');
    for (const approved of ['NO', 'NOT_ASKED'] as const)
      expect(await rule(use(begun, 'Rosa', { approved }))).toBe('interpreter-not-approved');
    for (const kind of Object.keys(unasked))
      expect(await rule(use(begun, 'Rosa', { conflict: { [kind]: 'YES' } }))).toBe('interpreter-conflict');
    expect(await use(begun, 'Rosa')).toMatchObject({ interpreter: { how: 'VETTED', interpreterId: people['Rosa'] } });
  });

  it('in an emergency may be somebody else, with a reason that is kept', async () => {
    const begun = await begin(maya);
    const emergency = (reason: string) =>
      vault.ask('conversation.useInterpreter', {
        conversationId: begun.id,
        basedOn: begun.revision,
        use: { how: 'EMERGENCY', who: 'STAFF', reason },
      });
    expect(await outcome(emergency('hurry'))).toBe('invalid-request');
    expect(await emergency('She needs a doctor this minute')).toMatchObject({
      interpreter: { how: 'EMERGENCY', who: 'STAFF', reason: 'She needs a doctor this minute' },
    });
  });
});

describe('scenario §24 no. 12: unsafe', () => {
  let exclusionId: RecordId;
  it('one press ends the conversation, marks it, and leaves the interpreter out', async () => {
    await use(await begin(heron), 'Rosa');
    const stopped = await stop(await use(await begin(maya), 'Rosa'));
    expect(stopped.conversation).toMatchObject({ stoppedUnsafe: true, endedAt: vault.clock.now });
    expect(stopped.exclusionId).not.toBeNull();
    exclusionId = stopped.exclusionId!;
    expect(await offered(maya)).toEqual(['Nina']);
  });

  it('holds the interpreter for every other case until the director has looked', async () =>
    expect(await offered(heron)).toEqual(['Luz', 'Nina']));

  it('the reason is written once, and shows nowhere', async () => {
    await vault.ask('interpreter.sayWhy', { exclusionId, reason: 'Spoke of the quillwort' });
    expect(await rule(vault.ask('interpreter.sayWhy', { exclusionId, reason: 'Other' }))).toBe('interpreter-reason');
    const heard = JSON.stringify([
      await vault.ask('interpreter.list', {}),
      await vault.ask('interpreter.offered', { caseFileId: maya }),
      await vault.ask('interpreter.toReview', {}),
      await vault.ask('conversation.list', { caseFileId: maya }),
      await vault.ask('caseFile.timeline', { caseFileId: maya }),
      await vault.ask('caseFile.search', { query: 'quillwort' }),
    ]);
    expect(heard).not.toContain('Spoke of');
  });

  it('the director gets the list of other cases, and opens the reason with a reason', async () => {
    const [review] = await vault.ask('interpreter.toReview', {});
    expect(review).toMatchObject({ of: { nameUsed: 'Maya' }, alsoUsedFor: [{ nameUsed: 'Heron' }], hasReason: true });
    expect(await vault.ask('interpreter.openReason', { exclusionId, why: 'Looking at both cases' })).toEqual({
      reason: 'Spoke of the quillwort',
    });
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(entries.map(({ event }) => event)).toContain('sealed-opened');
  });

  it('cleared by the director it may be asked elsewhere, and never again in this case', async () => {
    const [review] = await vault.ask('interpreter.toReview', {});
    await vault.ask('interpreter.reviewed', { exclusionId, basedOn: review!.revision, mayBeAskedAgain: true });
    expect(await vault.ask('interpreter.toReview', {})).toEqual([]);
    expect(await offered(heron)).toEqual(['Luz', 'Nina', 'Rosa']);
    expect(await offered(maya)).toEqual(['Nina']);
  });

  it('a case manager sees neither the list nor the reason', async () => {
    await vault.signInAs('case-manager', maya);
    expect(await outcome(vault.ask('interpreter.toReview', {}))).toBe('not-allowed');
    expect(await outcome(vault.ask('interpreter.openReason', { exclusionId, why: 'curious' }))).toBe('not-allowed');
    expect(await outcome(vault.ask('interpreter.sayWhy', { exclusionId, reason: 'mine' }))).toBe('not-found');
  });
});

describe('domain §4: the word list', () => {
  it('is read by who writes notes and changed by a director alone', async () => {
    const list = await vault.ask('wordList.get', {});
    expect(list.revision).toBe(0);
    expect(await outcome(vault.ask('wordList.save', { basedOn: 0, terms: list.terms }))).toBe('not-allowed');
    vault.vault.close();
    await vault.unlock();
    const terms = [...list.terms, { find: 'runaway', say: 'person who left' }];
    expect(await vault.ask('wordList.save', { basedOn: 0, terms })).toEqual({ revision: 1 });
    expect(await outcome(vault.ask('wordList.save', { basedOn: 0, terms }))).toBe('conflict');
    expect((await vault.ask('wordList.get', {})).terms.at(-1)).toEqual({ find: 'runaway', say: 'person who left' });
  });
});
