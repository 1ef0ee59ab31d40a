// domain §20 in the vault: who is counted, once each, in fixed periods; what is given out and what that keeps from being given later.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import type { Figures, Wish } from '#shared/records/statistics';
import type { TableId } from '#shared/statistics/funder-sets';
import { openCase, said } from '../helpers/casework.ts';
import { addMira, erase } from '../helpers/erasing.ts';
import { newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const ours = { period: '2026-Q2', set: 'OURS', audience: 'OURSELVES', mode: 'EXACT' } as const;
const show = (vault: TestVault, change: Partial<Wish> = {}): Promise<Figures> =>
  vault.ask('statistics.show', { ...ours, ...change });

/** The cells of a table of one dimension, by category; zeros left out. */
function cellsOf({ tables }: Pick<Figures, 'tables'>, id: TableId): Record<string, unknown> {
  const rows = tables.find((table) => table.id === id)?.rows ?? [];
  return Object.fromEntries(rows.map(({ of, cells }) => [of.join('+'), cells[0]]).filter(([, cell]) => cell !== 0));
}

async function given(vault: TestVault, caseFileId: CaseFileId, ...days: string[]): Promise<void> {
  for (const on of days) await vault.ask('service.log', { caseFileId, code: 'FOOD', on });
}

async function close(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  await vault.ask('caseFile.close', { caseFileId, reason: 'MOVED_ON_BY_CHOICE' });
}

describe('§20, the example of the second quarter', () => {
  let vault: TestVault;
  let dana: CaseFileId;
  beforeAll(async () => {
    vault = await newVault('2025-05-01T09:00');
    const before = await openCase(vault, 'Cora');
    await given(vault, before, '2025-05-01');
    vault.clock.set('2025-09-01T09:00');
    await close(vault, before);
    vault.clock.set('2026-01-10T09:00');
    const amal = await openCase(vault, 'Amal');
    vault.clock.set('2026-05-02T09:00');
    const bea = await openCase(vault, 'Bea');
    vault.clock.set('2026-06-01T09:00');
    const now = (await vault.ask('episode.open', { caseFileId: before, nameUsed: 'Cora' })).caseFileId;
    dana = (await vault.ask('caseFile.open', { nameUsed: 'Dana', as: 'INQUIRY' })).id;
    await given(vault, amal, '2026-04-11', '2026-04-12', '2026-05-30');
    await given(vault, bea, '2026-05-02');
    await given(vault, now, '2026-06-01');
  });
  afterAll(() => vault.remove());

  it('served 3, new 1, continuing 2; who only asked is counted with those who asked', async () => {
    const figures = await show(vault);
    expect(figures.tables.find(({ id }) => id === 'TURN')).toMatchObject({ total: 3 });
    expect(cellsOf(figures, 'TURN')).toEqual({ NEW: 1, CONTINUING: 2 });
    expect(cellsOf(figures, 'HEADCOUNT')).toEqual({ HEADCOUNT: 3 });
    expect(cellsOf(figures, 'ASKED')).toEqual({ WAITING: 1 });
  });

  it('somebody who came back is one person in the year, also while her earlier file is sealed', async () => {
    expect(cellsOf(await show(vault, { period: '2025' }), 'TURN')).toEqual({ NEW: 1 });
    const both = await show(vault, { period: '2026' });
    expect(cellsOf(both, 'TURN')).toEqual({ NEW: 2, CONTINUING: 1 });
  });

  it('months are counted by themselves', async () => {
    expect(cellsOf(await show(vault, { period: '2026-05' }), 'TURN')).toEqual({ NEW: 1, CONTINUING: 1 });
    expect(cellsOf(await show(vault, { period: '2026-02' }), 'TURN')).toEqual({});
  });

  it('who only asked and was given something is not served, until she is taken in', async () => {
    await given(vault, dana, '2026-06-01');
    expect(cellsOf(await show(vault), 'HEADCOUNT')).toEqual({ HEADCOUNT: 3 });
    await vault.ask('caseFile.changeStatus', { caseFileId: dana, to: 'INTAKE' });
    const after = await show(vault);
    expect(cellsOf(after, 'TURN')).toEqual({ NEW: 2, CONTINUING: 2 });
    expect(cellsOf(after, 'ASKED')).toEqual({});
  });

  it('turned away is who was closed without ever being taken in', async () => {
    const eve = (await vault.ask('caseFile.open', { nameUsed: 'Eve', as: 'INQUIRY' })).id;
    await vault.ask('caseFile.close', { caseFileId: eve, reason: 'NOT_ELIGIBLE' });
    const figures = await show(vault);
    expect(cellsOf(figures, 'ASKED')).toEqual({ TURNED_AWAY: 1 });
    expect(cellsOf(figures, 'LEFT')).toEqual({});
  });

  it('a line that was struck out is counted nowhere', async () => {
    const fay = await openCase(vault, 'Fay');
    const line = await vault.ask('service.log', { caseFileId: fay, code: 'DENTAL' });
    expect(cellsOf(await show(vault), 'SERVICES')).toEqual({ FOOD: 4, DENTAL: 1 });
    const { on, code, amount, siteAlias, fundingTag } = line;
    const service = { on, code, amount, siteAlias, fundingTag, isStruck: true };
    await vault.ask('service.correct', { serviceId: line.id, basedOn: 1, service });
    expect(cellsOf(await show(vault), 'SERVICES')).toEqual({ FOOD: 4 });
  });
});

describe('who is told apart by what', () => {
  let vault: TestVault;
  const people: CaseFileId[] = [];
  beforeAll(async () => {
    vault = await newVault('2026-04-01T09:00');
    for (let at = 0; at < 6; at += 1) people.push(await openCase(vault, `Person ${at}`));
    for (const one of people) await given(vault, one, '2026-04-01');
    const genders = ['Woman', 'F', 'male', 'transwoman', 'her own word', ''];
    for (const [at, gender] of genders.entries())
      await vault.ask('caseFile.updateDetails', { caseFileId: people[at]!, basedOn: 1, details: { gender } });
    const purposes = [['SexualExploitation'], ['ForcedLabour'], ['SexualExploitation', 'Servitude'], ['OrganRemoval']];
    for (const [at, chosen] of purposes.entries())
      await vault.ask('traffickingProfile.save', {
        ...{ caseFileId: people[at]!, basedOn: 0, formVersion: 1, answers: { purposes: said(chosen) } },
      });
    const ages = [
      { 'born-on': said({ precision: 'year', year: 2008 }) },
      { 'age-band': said('age-9-17') },
      { 'age-band': said('age-30-38') },
      { 'age-band': { state: 'UNKNOWN' as const } },
    ];
    for (const [at, answers] of ages.entries())
      await vault.ask('intake.save', { caseFileId: people[at]!, basedOn: 0, formVersion: 1, answers });
  });
  afterAll(() => vault.remove());

  it('age on the day of the first service in the time, whoever may be under 18 counted so', async () => {
    expect(cellsOf(await show(vault), 'AGE')).toEqual({ UNDER_18: 3, ADULT: 1, NOT_KNOWN: 2 });
  });

  it('sex, labour, both, another form; nothing recorded is not known (§24, 3)', async () => {
    expect(cellsOf(await show(vault), 'TYPE')).toEqual({ SEX: 1, LABOUR: 1, BOTH: 1, OTHER: 1, UNKNOWN: 2 });
  });

  it('gender as a list of four, and words that no list knows as not written down', async () => {
    expect(cellsOf(await show(vault), 'GENDER')).toEqual({ FEMALE: 2, MALE: 1, OTHER: 1, NOT_RECORDED: 2 });
  });

  it('two things at once, and only some of the people', async () => {
    const { tables } = await show(vault, { set: 'OVC' });
    const crossed = tables.find(({ id }) => id === 'AGE_BY_TYPE');
    expect(crossed?.rows.map(({ of, cells }) => [...of, ...cells])).toEqual([
      ['UNDER_18', 1, 1, 0, 1, 0],
      ['ADULT', 0, 0, 1, 0, 0],
      ['NOT_KNOWN', 0, 0, 0, 0, 2],
    ]);
    const young = await show(vault, { who: 'UNDER_18' });
    expect(cellsOf(young, 'TURN')).toEqual({ NEW: 3 });
    expect(young.tables.map(({ id }) => id)).not.toContain('LEFT');
  });

  it('services by the groups of a funder, a person once in each', async () => {
    await vault.ask('service.log', { caseFileId: people[0]!, code: 'CLOTHING_PERSONAL_ITEMS' });
    await vault.ask('service.log', { caseFileId: people[0]!, code: 'OUTREACH' });
    expect(cellsOf(await show(vault, { set: 'OVC' }), 'SERVICES')).toEqual({ 'Personal items': 6, Outreach: 1 });
    expect(cellsOf(await show(vault, { set: 'VOCA' }), 'SERVICES')).toEqual({ B: 6 });
    expect((await show(vault, { set: 'VOCA' })).notes).toContain('NOT_VERIFIED');
  });

  it('who says no is in the headcount and nowhere else, and can say yes again', async () => {
    const asked = { caseFileId: people[2]!, isRefused: true };
    expect(await vault.ask('statsChoice.get', { caseFileId: people[2]! })).toBeNull();
    await vault.ask('statsChoice.save', { ...asked, basedOn: 0 });
    const without = await show(vault);
    expect(cellsOf(without, 'HEADCOUNT')).toEqual({ HEADCOUNT: 6 });
    expect(cellsOf(without, 'TURN')).toEqual({ NEW: 5 });
    expect(cellsOf(without, 'TYPE')).not.toHaveProperty('BOTH');
    expect(cellsOf(without, 'SERVICES')).toMatchObject({ FOOD: 5 });
    await vault.ask('statsChoice.save', { ...asked, isRefused: false, basedOn: 1 });
    expect(cellsOf(await show(vault), 'TURN')).toEqual({ NEW: 6 });
  });

  it('two records of one person count once: made one, kept apart by her wish, and not yet asked counts as two', async () => {
    const [one, other] = [people[0]!, people[5]!];
    const answer = (to: 'AGREES' | 'WANTS_SEPARATE' | 'NOT_ASKED') =>
      vault.ask('samePerson.answer', { caseFileId: one, otherCaseFileId: other, answer: to });
    await answer('NOT_ASKED');
    expect(await show(vault)).toMatchObject({ notes: expect.arrayContaining(['UNLINKED']) as unknown });
    expect(cellsOf(await show(vault), 'TURN')).toEqual({ NEW: 6 });
    await answer('WANTS_SEPARATE');
    expect(cellsOf(await show(vault), 'TURN')).toEqual({ NEW: 5 });
    expect((await show(vault)).notes).not.toContain('UNLINKED');
    await answer('AGREES');
    await vault.ask('samePerson.merge', { caseFileId: one, otherCaseFileId: other });
    expect(cellsOf(await show(vault), 'TURN')).toEqual({ NEW: 5 });
    expect(cellsOf(await show(vault), 'TYPE')).toMatchObject({ SEX: 1, UNKNOWN: 1 });
  });
});

describe('after erasing', () => {
  it('quarters and years count on from what stays; a month says that it does not', async () => {
    const vault = await newVault('2026-04-01T09:00');
    await addMira(vault);
    const [gone, stays] = [await openCase(vault, 'Gone'), await openCase(vault, 'Stays')];
    const answers = { purposes: said(['ForcedLabour']) };
    await vault.ask('traffickingProfile.save', { caseFileId: gone, basedOn: 0, formVersion: 1, answers });
    for (const one of [gone, stays]) await given(vault, one, '2026-04-01');
    vault.clock.set('2026-05-01T09:00');
    await close(vault, gone);
    const before = await show(vault);
    expect(cellsOf(before, 'TYPE')).toEqual({ LABOUR: 1, UNKNOWN: 1 });
    expect(cellsOf(before, 'LEFT')).toEqual({ MOVED_ON_BY_CHOICE: 1 });
    await erase(vault, [gone], 'WISH');
    const after = await show(vault);
    for (const id of ['HEADCOUNT', 'TURN', 'TYPE', 'SERVICES'] as const)
      expect(cellsOf(after, id), id).toEqual(cellsOf(before, id));
    expect(cellsOf(after, 'LEFT')).toEqual({ UNKNOWN: 1 });
    const april = await show(vault, { period: '2026-04' });
    expect(cellsOf(april, 'TURN')).toEqual({ NEW: 1 });
    expect(april.notes).toContain('MONTH_WITHOUT_ERASED');
    await vault.remove();
  });

  it('a case with a part is one person, helped in the quarters of both; who refused stays in the headcount alone', async () => {
    const vault = await newVault('2026-01-05T09:00');
    await addMira(vault);
    const [one, part] = [await openCase(vault, 'Wren'), await openCase(vault, 'Wren K.')];
    await given(vault, part, '2026-01-05');
    vault.clock.set('2026-04-02T09:00');
    await given(vault, one, '2026-04-02');
    const pair = { caseFileId: one, otherCaseFileId: part };
    await vault.ask('samePerson.answer', { ...pair, answer: 'AGREES' });
    await vault.ask('samePerson.merge', pair);
    await vault.ask('statsChoice.save', { caseFileId: part, isRefused: true, basedOn: 0 });
    await close(vault, one);
    await erase(vault, [one], 'WISH');
    for (const period of ['2026-Q1', '2026-Q2', '2026']) {
      const figures = await show(vault, { period });
      expect(cellsOf(figures, 'HEADCOUNT'), period).toEqual({ HEADCOUNT: 1 });
      expect(cellsOf(figures, 'TURN'), period).toEqual({});
    }
    await vault.remove();
  });
});

describe('what is given out', () => {
  let vault: TestVault;
  const people: CaseFileId[] = [];
  const funder = { period: '2026-Q1', set: 'OURS', audience: 'FUNDER', mode: 'ROUNDED' } as const;
  const issue = (change: Partial<Wish> & { warnedOf?: number } = {}) =>
    vault.ask('statistics.issue', { ...funder, ...change });

  beforeAll(async () => {
    vault = await newVault('2026-01-05T09:00');
    for (let at = 0; at < 12; at += 1) people.push(await openCase(vault, `Person ${at}`));
    for (const one of people.slice(0, 11)) await given(vault, one, '2026-01-05');
    vault.clock.set('2026-03-05T09:00');
    await given(vault, people[11]!, '2026-03-05');
  });
  afterAll(() => vault.remove());

  it('only a time that is over, and nothing that was counted for the house', async () => {
    expect(await ruleOf(issue())).toBe('figures-not-over');
    vault.clock.set('2026-04-02T09:00');
    expect(await ruleOf(issue({ audience: 'OURSELVES' }))).toBe('figures-ours');
  });

  it('is kept as it was shown, and says how many copies left', async () => {
    const issued = await issue();
    expect(issued).toMatchObject({ period: '2026-Q1', threshold: 5, savedBy: { name: 'Ana' }, copies: 0 });
    expect(cellsOf(issued, 'HEADCOUNT')).toEqual({ HEADCOUNT: 10 });
    expect(await vault.ask('statistics.printed', { id: issued.id })).toMatchObject({ copies: 1 });
    expect(await vault.ask('statistics.get', { id: issued.id })).toMatchObject({ tables: issued.tables });
    expect(await vault.ask('statistics.issued', {})).toHaveLength(1);
    for (const answer of [issued, await vault.ask('statistics.issued', {})])
      expect(JSON.stringify(answer)).not.toMatch(/marks|[0-9a-f]{16}"/);
  });

  it('the very same is printed again, not made anew', async () => {
    const [before] = await vault.ask('statistics.issued', {});
    expect(await ruleOf(issue())).toBe('figures-issued');
    expect((await show(vault, funder)).refusal).toEqual({ rule: 'figures-issued', issuedId: before!.id });
  });

  it('§24, 24: Q1 = 12 was given out, then January = 11: refused, because it would reveal one', async () => {
    expect(await ruleOf(issue({ period: '2026-01' }))).toBe('figures-differ');
    expect((await show(vault, { ...funder, period: '2026-01' })).refusal?.rule).toBe('figures-differ');
    expect(await ruleOf(issue({ period: '2025-Q4' }))).toBe('ok');
  });

  it('one who is logged late changes Q1 by one: the old table stands, and no other is made', async () => {
    vault.clock.set('2026-04-03T09:00');
    const late = await vault.ask('caseFile.open', { nameUsed: 'Late' });
    expect(late.openedOn).toBe('2026-04-03');
    await vault.ask('statsChoice.save', { caseFileId: people[0]!, isRefused: true, basedOn: 0 });
    expect(await ruleOf(issue({ set: 'VOCA' }))).toBe('figures-differ');
    await vault.ask('statsChoice.save', { caseFileId: people[0]!, isRefused: false, basedOn: 1 });
    expect(await ruleOf(issue({ set: 'VOCA' }))).toBe('ok');
  });

  it('a cell that reads otherwise since is not given out beside the old one', async () => {
    for (const one of people.slice(0, 6))
      await vault.ask('caseFile.updateDetails', { caseFileId: one, basedOn: 1, details: { gender: 'woman' } });
    expect(await ruleOf(issue({ set: 'HMIS' }))).toBe('figures-differ');
  });

  it('exact numbers with holes do not stand beside rounded ones of the same people', async () => {
    expect(await ruleOf(issue({ mode: 'SUPPRESSED' }))).toBe('figures-other-mode');
  });

  it('the same person is the same after she was erased', async () => {
    await addMira(vault);
    await close(vault, people[1]!);
    await erase(vault, [people[1]!], 'WISH');
    expect(await ruleOf(issue({ audience: 'PUBLIC' }))).toBe('ok');
  });

  it('exact numbers leave by a director who was told of every small cell, for a funder', async () => {
    vault.clock.set('2026-07-02T09:00');
    for (const one of people.slice(2, 9)) await given(vault, one, '2026-06-01');
    const exact = { ...funder, period: '2026-Q2', mode: 'EXACT' } as const;
    const { smallCells } = await show(vault, exact);
    expect(smallCells).toBeGreaterThan(0);
    expect(await ruleOf(issue(exact))).toBe('figures-exact');
    expect(await ruleOf(issue({ ...exact, warnedOf: smallCells + 1 }))).toBe('figures-exact');
    expect(await ruleOf(issue({ ...exact, audience: 'PUBLIC', warnedOf: smallCells }))).toBe('figures-exact');
    const issued = await issue({ ...exact, warnedOf: smallCells });
    expect(cellsOf(issued, 'HEADCOUNT')).toEqual({ HEADCOUNT: 7 });
  });

  it('§24, 23: for REPORTS there are rounded tables, and no exact one, not even one that was given out', async () => {
    const [exact] = await vault.ask('statistics.issued', {});
    await vault.signInAs('reports');
    expect(exact?.mode).toBe('EXACT');
    expect(await outcome(show(vault, funder))).toBe('ok');
    expect(await outcome(show(vault))).toBe('not-allowed');
    expect((await vault.ask('statistics.issued', {})).some(({ mode }) => mode === 'EXACT')).toBe(false);
    expect(await outcome(vault.ask('statistics.get', { id: exact!.id }))).toBe('not-allowed');
    expect(await outcome(vault.ask('statistics.printed', { id: exact!.id }))).toBe('not-allowed');
    for (const closed of ['caseFile.list', 'htcdsRecord.list', 'caseFile.search'])
      expect(await vault.raw(closed, {})).toMatchObject({ ok: false });
  });
});
