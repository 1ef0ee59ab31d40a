// domain §9, scenario §24 no. 6: who asked at the door or on the telephone. House staff write it down and look nobody up; a threat is
// told to those who should act, without a name; whoever works with somebody says in her case that it may be about her.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId, RecordId } from '#shared/ids';
import type { CallLine } from '#shared/records/caller-log';
import { DAY, MINUTE } from '#shared/time';
import { ERASED, verifyChain } from '../../electron/vault/audit/chain.ts';
import { aSafetyPlan, openCase } from '../helpers/casework.ts';
import { addMira, erase, MIRA } from '../helpers/erasing.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { bytesOutside } from '../helpers/outside-reader.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const SAM = { signInName: 'sam', passphrase: passphraseOf('sam') };
const NAME = 'Zebrafinch';

let vault: TestVault;
beforeEach(async () => {
  vault = await newVault('2026-05-04T14:10');
  await addMira(vault);
  await vault.ask('staffMember.add', { name: 'Sam', role: 'house-staff', ...SAM });
});
afterEach(() => vault.remove());

async function as(who: { signInName: string; passphrase: string }): Promise<void> {
  vault.vault.close();
  await vault.unlock(who);
}

type Told = Partial<Pick<CallLine, 'at' | 'isThreat' | 'script' | 'claimed' | 'number'>> & { askedFor?: string };
async function asks({ askedFor = `Is ${NAME} there?`, ...told }: Told = {}): Promise<RecordId> {
  const { callId } = await vault.ask('callerLog.add', {
    ...{
      at: vault.clock.now,
      way: 'PHONE',
      claimed: 'FAMILY',
      script: 'NEITHER',
      isThreat: false,
      number: '0155 0199',
    },
    ...told,
    words: { claimedWords: 'Her cousin', askedFor },
  });
  return callId;
}
const list = (page: { offset?: number; limit?: number } = {}) => vault.ask('callerLog.list', page);
const threats = async () => (await vault.ask('today.get', {})).threats;

describe('the log', () => {
  it('is written by house staff and read by them, the newest first, page by page', async () => {
    await as(SAM);
    const first = await asks();
    vault.clock.advance(5 * MINUTE);
    const second = await asks({ at: vault.clock.now - MINUTE, claimed: 'POLICE', number: '', askedFor: '' });
    const { calls, total } = await list({ limit: 1 });
    expect(total).toBe(2);
    expect(calls).toEqual([
      {
        ...{
          id: second,
          revision: 1,
          at: vault.clock.now - MINUTE,
          way: 'PHONE',
          claimed: 'POLICE',
          script: 'NEITHER',
        },
        ...{
          isThreat: false,
          number: '',
          hasWords: true,
          seen: null,
          takenBy: { id: expect.any(String), name: 'Sam' },
        },
        words: { claimedWords: 'Her cousin', askedFor: '', eraseOn: '2026-06-03' },
      },
    ]);
    expect((await list({ offset: 1, limit: 1 })).calls.map(({ id }) => id)).toEqual([first]);
  });

  it('takes no time that lies ahead, and forgets the draft with the line', async () => {
    await as(SAM);
    const target = { kind: 'caller-log' };
    await vault.ask('draft.save', { target, body: { askedFor: NAME } });
    expect(await ruleOf(asks({ at: vault.clock.now + 1 }))).toBe('call-later');
    expect(await vault.ask('draft.get', { target })).not.toBeNull();
    await asks();
    expect(await vault.ask('draft.get', { target })).toBeNull();
  });

  it('is no way to look anybody up: its words are in no search', async () => {
    await asks();
    expect((await vault.ask('wordSearch.find', { query: NAME })).hits).toEqual([]);
    expect((await vault.ask('caseFile.search', { query: NAME, limit: 8, inText: true })).hits).toEqual([]);
  });
});

describe('the words', () => {
  const inTheFiles = () => bytesOutside(vault.dataDir, DIRECTOR).includes(NAME);

  it('are erased for good after thirty days; the line stays, and the chain knows it', async () => {
    const callId = await asks({ isThreat: true });
    await vault.ask('callerLog.seen', { callId, basedOn: 1 });
    vault.clock.advance(29 * DAY);
    await as(SAM);
    expect((await list()).calls).toMatchObject([{ words: { askedFor: `Is ${NAME} there?` } }]);
    expect(inTheFiles()).toBe(true);
    const before = await auditOfWords();
    expect(before).toEqual([{ detail: '', body: expect.stringContaining(NAME) }]);

    vault.clock.advance(DAY);
    await as(SAM);
    expect((await list()).calls).toMatchObject([
      { id: callId, hasWords: true, words: null, claimed: 'FAMILY', number: '0155 0199', isThreat: true },
    ]);
    expect(inTheFiles()).toBe(false);
    expect(await auditOfWords()).toEqual([
      { detail: '', body: null },
      { detail: ERASED, body: null },
    ]);
    await as(DIRECTOR);
    expect(await vault.ask('session.checkVault', {})).toMatchObject({
      erased: 1,
      records: { 'caller-log': 1, 'caller-words': 0 },
    });
  });

  /** What the chain says of the one record of words, and the body that is left of it; the whole chain is walked on the way. */
  async function auditOfWords() {
    vault.vault.close();
    const rows = await lookInside(vault.dataDir, (inside) => {
      verifyChain(inside.db, () => inside.keys.auditMac);
      return inside.db.all<{ detail: string; body: string | null }>(
        `SELECT e.detail, r.body FROM audit_entry e LEFT JOIN revision r ON r.audit_seq = e.seq
         WHERE e.record_id IN (SELECT record_id FROM revision WHERE record_kind = 'caller-words') ORDER BY e.seq`,
      );
    });
    await vault.unlock(SAM);
    return rows.map(({ detail, body }) => ({ detail, body }));
  }

  it('are not read on their last day either, when the records stayed open over midnight', async () => {
    await asks();
    vault.clock.advance(30 * DAY);
    expect((await list()).calls).toMatchObject([{ hasWords: true, words: null }]);
  });

  it('go from a draft that nobody finished as well', async () => {
    await as(SAM);
    await vault.ask('draft.save', { target: { kind: 'caller-log' }, body: { askedFor: NAME } });
    vault.clock.advance(30 * DAY - 1);
    await as(SAM);
    expect(inTheFiles()).toBe(true);
    vault.clock.advance(2);
    await as(SAM);
    expect(await vault.ask('draft.list', {})).toEqual([]);
    expect(inTheFiles()).toBe(false);
  });

  it('leave nothing behind that is erased again at every unlock', async () => {
    await asks();
    vault.clock.advance(31 * DAY);
    await as(DIRECTOR);
    const { entries } = await vault.ask('session.checkVault', {});
    await as(DIRECTOR);
    // The check and the unlock leave their own entries, and nothing else does.
    expect((await vault.ask('session.checkVault', {})).entries - entries).toBeLessThanOrEqual(2);
  });
});

describe('a threat', () => {
  it('is told on Today to those who should act, without a name and without a word, until somebody has seen to it', async () => {
    await as(SAM);
    const at = vault.clock.now;
    const callId = await asks({ isThreat: true });
    await asks();
    const alert = { callId, revision: 1, at, way: 'PHONE' };
    for (const who of [SAM, MIRA, DIRECTOR]) {
      await as(who);
      expect(await threats()).toEqual([alert]);
      expect(JSON.stringify(await vault.ask('today.get', {}))).not.toMatch(new RegExp(`${NAME}|cousin|0155`));
    }
    await as(SAM);
    expect(await outcome(vault.ask('callerLog.seen', { callId, basedOn: 1 }))).toBe('not-allowed');
    await as(MIRA);
    vault.clock.advance(10 * MINUTE);
    await vault.ask('callerLog.seen', { callId, basedOn: 1 });
    const seen = { by: { id: expect.any(String), name: 'Mira' }, at: vault.clock.now };
    expect((await list()).calls.find(({ id }) => id === callId)).toMatchObject({ seen, takenBy: { name: 'Sam' } });
    for (const who of [MIRA, SAM, DIRECTOR]) {
      await as(who);
      expect(await threats()).toEqual([]);
    }
  });

  it('is told to nobody who meets no residents there, and is seen to once', async () => {
    const callId = await asks({ isThreat: true });
    await vault.ask('callerLog.seen', { callId, basedOn: 1 });
    expect(await ruleOf(vault.ask('callerLog.seen', { callId, basedOn: 2 }))).toBe('call-seen');
    const calm = await asks();
    expect(await ruleOf(vault.ask('callerLog.seen', { callId: calm, basedOn: 1 }))).toBe('call-seen');
    await asks({ isThreat: true });
    await vault.signInAs('clinician');
    expect(await threats()).toEqual([]);
    expect(await outcome(list())).toBe('not-allowed');
  });
});

describe('whom it may be about', () => {
  let maya: CaseFileId;
  let heron: CaseFileId;
  let callId: RecordId;
  beforeEach(async () => {
    heron = await openCase(vault, 'Heron');
    await as(MIRA);
    maya = await openCase(vault, 'Maya');
    const calm = { ...aSafetyPlan(maya), riskLevelSurvivor: 'LOW' as const, riskLevelWorker: 'LOW' as const };
    await vault.ask('safetyPlan.save', calm);
    callId = await asks({ isThreat: true });
  });
  const mine = async () =>
    (await vault.ask('callerLog.get', { callId })).mine.map(({ of, hasPlan, matchedOn }) => [
      of.nameUsed,
      hasPlan,
      matchedOn,
    ]);

  it('is chosen among one’s own cases, and calls for a look at the plan today', async () => {
    const plan = async () => (await vault.ask('safetyPlan.get', { caseFileId: maya })).plan;
    expect((await plan())?.reviewDueOn).toBe('2026-06-03');
    expect(await mine()).toEqual([['Maya', true, null]]);
    expect(await vault.ask('callerLog.match', { callId, caseFileId: maya })).toEqual({ hasPlan: true });
    expect(await plan()).toMatchObject({
      reviewDueOn: '2026-05-04',
      triggers: [{ trigger: 'SOMEBODY_ASKED', on: '2026-05-04' }],
    });
    expect((await vault.ask('today.get', {})).reviews).toMatchObject([
      { kind: 'safety-plan', of: { nameUsed: 'Maya' }, on: '2026-05-04' },
    ]);
    expect(await mine()).toEqual([['Maya', true, '2026-05-04']]);
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(entries[0]).toMatchObject({ event: 'asked-for', words: '' });
    // Looked at together since: saying it twice does not call again.
    await vault.ask('safetyPlan.markReviewed', { caseFileId: maya });
    await vault.ask('callerLog.match', { callId, caseFileId: maya });
    expect((await plan())?.triggers).toEqual([]);
  });

  it('stays with that case: the log says it to nobody, and nobody else is asked about her', async () => {
    await vault.ask('callerLog.match', { callId, caseFileId: maya });
    expect(JSON.stringify(await list())).not.toMatch(new RegExp(`Maya|${maya}`));
    expect(await outcome(vault.ask('callerLog.match', { callId, caseFileId: heron }))).toBe('not-assigned');
    await as(SAM);
    expect(JSON.stringify(await list())).not.toMatch(new RegExp(`Maya|${maya}`));
    expect(await outcome(vault.ask('callerLog.get', { callId }))).toBe('not-allowed');
    await as(DIRECTOR);
    expect(await mine()).toEqual([['Heron', false, null]]);
    expect(await outcome(vault.ask('callerLog.match', { callId, caseFileId: maya }))).toBe('not-assigned');
  });

  it('tells when there is no plan yet, and offers no case that is closed', async () => {
    await as(DIRECTOR);
    expect(await vault.ask('callerLog.match', { callId, caseFileId: heron })).toEqual({ hasPlan: false });
    await vault.ask('caseFile.close', { caseFileId: heron, reason: 'MOVED_ON_BY_CHOICE' });
    expect(await mine()).toEqual([]);
  });

  it('opens to a director after break-glass, which leaves its trace', async () => {
    await as(DIRECTOR);
    await vault.ask('breakGlass.open', { caseFileId: maya, reason: 'A threat came in and Mira is away' });
    expect((await mine()).map(([name]) => name)).toEqual(['Heron', 'Maya']);
    expect(await outcome(vault.ask('callerLog.match', { callId, caseFileId: maya }))).toBe('ok');
  });

  it('goes with the case when that is erased, and leaves the line', async () => {
    await vault.ask('callerLog.match', { callId, caseFileId: maya });
    await as(DIRECTOR);
    await erase(vault, [maya], 'WISH');
    const { records } = await vault.ask('session.checkVault', {});
    expect(records).toMatchObject({ 'caller-match': 0, 'caller-log': 1, 'caller-words': 1 });
    expect((await list()).total).toBe(1);
  });
});
