// domain §17 in the vault: dates reach Today, a court date reaches the safety plan, and the privileged box opens for few.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import type { KeyDate, LegalMatter } from '#shared/records/legal-matter';
import { aSafetyPlan, openCase, said } from '../helpers/casework.ts';
import { DIRECTOR, newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeAll(async () => {
  vault = await newVault('2026-05-02T10:00');
  maya = await openCase(vault);
  await vault.ask('safetyPlan.save', aSafetyPlan(maya));
});
afterAll(() => vault.remove());

type Written = Omit<LegalMatter, 'caseFileId' | 'begunOn'>;
const written = (change: Partial<Written> = {}): Written => ({
  type: 'T_STATUS',
  stage: 'FILED',
  dates: [],
  ownClock: null,
  lawyer: { agencyId: null, name: 'Legal aid' },
  decided: 'I want to stay, and my sister too.',
  documents: ['Receipt notice'],
  ...change,
});
const date = (kind: KeyDate['kind'], on: string): KeyDate => ({ kind, on, source: 'OFFICIAL_NOTICE', isDone: false });
const save = (matter: Written, basedOn = 0, matterId: string | null = null) =>
  vault.ask('legalMatter.save', { caseFileId: maya, matterId: matterId, basedOn, matter });

describe('a legal matter', () => {
  it('keeps its stage and says the next date; a case manager sees that and nothing more', async () => {
    const { id, revision } = await save(written({ stage: 'GRANTED', dates: [date('GRANTED', '2026-04-10')] }));
    expect(await vault.ask('legalMatter.stages', { caseFileId: maya })).toEqual([
      {
        id,
        type: 'T_STATUS',
        stage: 'GRANTED',
        next: { kind: 'ADJUSTMENT_OPENS', on: '2029-04-10', source: 'ESTIMATED' },
      },
    ]);
    expect(await outcome(save(written(), 0, id))).toBe('conflict');
    expect(await outcome(save(written({ stage: 'RG_POSITIVE' as never }), revision, id))).toBe('invalid-request');
    const wrong = save(written({ stage: 'CONCLUSIVE_GROUNDS' }), revision, id);
    await expect(wrong).rejects.toMatchObject({ facts: { rule: 'legal-stage' } } satisfies Partial<VaultError>);
  });

  it('brings a date up on Today, with what kind it is and where it comes from', async () => {
    await save(written({ type: 'ASYLUM', dates: [date('DEADLINE', '2026-05-09')] }));
    expect((await vault.ask('today.get', {})).legalDates).toMatchObject([
      { of: { nameUsed: 'Maya' }, type: 'ASYLUM', kind: 'DEADLINE', on: '2026-05-09', source: 'OFFICIAL_NOTICE' },
    ]);
  });

  it('stands in the calendar with the dates that lie ahead, for those who may see its stage', async () => {
    const days = async () => {
      const { coming } = await vault.ask('calendar.agenda', { from: '2026-05-01', to: '2026-06-30', zone: 'UTC' });
      return coming.items.filter(({ kind }) => kind === 'legal-date');
    };
    const legal = { type: 'ASYLUM', kind: 'DEADLINE', source: 'OFFICIAL_NOTICE' };
    expect(await days()).toMatchObject([{ on: '2026-05-09', words: '', legal, of: { nameUsed: 'Maya' } }]);
    await vault.signInAs('clinician', maya);
    expect(await days()).toEqual([]);
    vault.vault.close();
    await vault.unlock();
  });

  it('with a new court date calls for a look at the safety plan, and flags one within 14 days', async () => {
    const plan = async () => (await vault.ask('safetyPlan.get', { caseFileId: maya })).plan!;
    const { id } = await save(written({ type: 'PROTECTION_ORDER', dates: [date('COURT', '2026-06-20')] }));
    expect((await plan()).triggers).toEqual([{ trigger: 'COURT_DATE_SET', on: '2026-05-02' }]);
    expect((await plan()).riskFlags).toEqual([]);
    vault.clock.advance(86_400_000);
    await vault.ask('safetyPlan.markReviewed', { caseFileId: maya });
    await save(written({ type: 'PROTECTION_ORDER', dates: [date('COURT', '2026-06-20')] }), 1, id);
    expect((await plan()).triggers).toEqual([]);
    await save(written({ type: 'PROTECTION_ORDER', dates: [date('COURT', '2026-05-17')] }), 2, id);
    expect(await plan()).toMatchObject({
      triggers: [{ trigger: 'COURT_DATE_SET', on: '2026-05-03' }],
      riskFlags: ['COURT_WITHIN_14_DAYS'],
    });
  });
});

describe('the privileged box', () => {
  const WORDS = 'thornapple marshwiggle';
  const of = () => ({ caseFileId: maya });
  const asAdvocate = async (work: () => Promise<void>): Promise<void> => {
    await vault.signInAs('legal-advocate', maya);
    await work();
    vault.vault.close();
    await vault.unlock(DIRECTOR);
  };

  it('stays shut for a director whom nobody named', async () => {
    expect(await vault.ask('privilegedBox.get', of())).toEqual({
      exists: false,
      mayOpen: false,
      named: [],
      revision: 0,
    });
    expect(await outcome(vault.ask('privilegedBox.open', { ...of(), reason: 'To look' }))).toBe('not-allowed');
    expect(await outcome(vault.ask('privilegedBox.save', { ...of(), basedOn: 0, words: WORDS }))).toBe('not-allowed');
  });

  it('opens for a legal advocate with a reason, of which the history keeps who and when', async () => {
    await asAdvocate(async () => {
      await vault.ask('privilegedBox.save', { ...of(), basedOn: 0, words: WORDS });
      expect(await outcome(vault.ask('privilegedBox.open', { ...of(), reason: '' }))).toBe('invalid-request');
      expect(await vault.ask('privilegedBox.open', { ...of(), reason: 'Before the hearing' })).toEqual({
        words: WORDS,
        revision: 1,
      });
    });
    const { entries } = await vault.ask('caseFile.timeline', of());
    expect(entries[0]).toMatchObject({ event: 'box-opened', words: '', by: { name: 'Test legal-advocate' } });
  });

  it('opens for whom she names', async () => {
    const { person } = (await vault.ask('session.status', {})) as { person: { id: string } };
    await vault.ask('privilegedBox.name', { ...of(), basedOn: 0, named: [person.id as never] });
    expect(await vault.ask('privilegedBox.get', of())).toMatchObject({ mayOpen: true, named: [{ name: 'Ana' }] });
    expect((await vault.ask('privilegedBox.open', { ...of(), reason: 'She asked me to' })).words).toBe(WORDS);
    await vault.ask('privilegedBox.name', { ...of(), basedOn: 1, named: [] });
    expect(await outcome(vault.ask('privilegedBox.open', { ...of(), reason: 'Once more' }))).toBe('not-allowed');
  });

  it('is found by no search and told by nothing else', async () => {
    expect((await vault.ask('caseFile.search', { query: 'thornapple' })).hits).toEqual([]);
    const told = [
      await vault.ask('caseFile.summary', of()),
      await vault.ask('caseFile.timeline', of()),
      await vault.ask('legalMatter.list', of()),
      await vault.ask('today.get', {}),
    ];
    expect(JSON.stringify(told)).not.toContain('thornapple');
  });
});

describe('a legal advocate', () => {
  it('reads of the safety plan what was agreed about court and offices, and not a word more', async () => {
    vault.vault.close();
    await vault.unlock();
    const { plan } = await vault.ask('safetyPlan.get', { caseFileId: maya });
    const answers = { worries: said([{ words: 'quillwort' }]), appointments: said([{ words: 'The side door.' }]) };
    await vault.ask('safetyPlan.save', { ...aSafetyPlan(maya), basedOn: plan!.revision, answers });
    await vault.signInAs('legal-advocate', maya);
    const part = await vault.ask('safetyPlan.courtPart', { caseFileId: maya });
    expect(part).toMatchObject({ part: { status: 'ACTIVE', answers: { appointments: { state: 'ANSWERED' } } } });
    expect(Object.keys(part.part!.answers)).toEqual(['appointments']);
    expect(JSON.stringify(part)).not.toContain('quillwort');
    expect(await outcome(vault.ask('safetyPlan.get', { caseFileId: maya }))).toBe('not-allowed');
  });
});
