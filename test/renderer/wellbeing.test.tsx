import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport, type FakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';
import { CaseFileId, RecordId } from '#shared/ids';
import type { StoredSafetyStep } from '#shared/records/safety-step';
import { DEFAULT_CUTS, type ScreeningRow, type ScreeningsOfCase } from '#shared/records/screening';

const caseFileId = CaseFileId.parse(ids.heron);
const idOf = (end: string) => RecordId.parse(`01920000-0000-7000-8000-0000000000${end}`);

type Total = Extract<ScreeningRow['result'], { kind: 'total' }>;
const total = (value: number, more: Partial<Total> = {}): Total => ({
  kind: 'total',
  total: value,
  max: 27,
  cut: 10,
  positive: value >= 10,
  band: 'MODERATE',
  clusters: null,
  ...more,
});
const row = (end: string, more: Partial<ScreeningRow> = {}): ScreeningRow => ({
  ...mark(1),
  id: idOf(end),
  caseFileId,
  instrumentId: 'phq-9',
  instrumentVersion: 1,
  doneOn: '2026-11-23',
  result: total(11),
  safety: null,
  setAside: false,
  step: null,
  ...more,
});
const withStep = row('e1', {
  result: total(1, { positive: false, band: 'MINIMAL' }),
  safety: 'PHQ9_ITEM_9',
  step: { id: idOf('f1'), isOpen: true },
});
const step = (more: Partial<StoredSafetyStep> = {}): StoredSafetyStep => ({
  ...mark(1),
  id: idOf('f1'),
  caseFileId,
  screeningId: withStep.id,
  because: 'PHQ9_ITEM_9',
  status: 'OPEN',
  safeNow: null,
  means: null,
  staysWith: '',
  informed: '',
  nextCheckAt: null,
  openedAt: 1,
  endedAt: null,
  checkId: null,
  ...more,
});
const list = (rows: readonly ScreeningRow[], more: Partial<ScreeningsOfCase> = {}): ScreeningsOfCase => ({
  rows: [...rows],
  age: 'OLD_ENOUGH',
  mayScreen: true,
  cuts: DEFAULT_CUTS,
  ...more,
});
const contact = { name: 'Night line', reach: '555 0100', note: 'day and night' };
const answering = (found = list([]), more: Parameters<typeof fakeTransport>[0] = {}): FakeTransport =>
  fakeTransport({
    ...caseAnswers,
    'screening.list': () => found,
    'screening.save': () => row('e2'),
    'safetyStep.get': () => step(),
    'safetyStep.end': () => step({ status: 'SURVIVOR_DECLINED', endedAt: 2, revision: 2 }),
    'wellbeingSetting.crisisContacts': () => [contact],
    ...more,
  });
const path = `/cases/${ids.heron}/wellbeing`;
const saved = async (transport: FakeTransport, name: string) => {
  await waitFor(() => expect(transport.callsOf(name)).toHaveLength(1));
  return transport.callsOf(name)[0];
};

describe('well-being', () => {
  it('offers each screen quietly, with what came out last and over time, and passes WCAG', async () => {
    const earlier = row('e3', { doneOn: '2026-10-20', result: total(17, { band: 'MODERATELY_SEVERE' }) });
    openScreen(answering(list([row('e2'), earlier])), path);
    expect(await screen.findByRole('link', { name: 'Begin PHQ-9' })).toBeVisible();
    expect(screen.getByText(/A screen is not a diagnosis/)).toBeVisible();
    expect(screen.getByRole('img', { name: /PHQ-9 over time: 2 results/ })).toBeVisible();
    const table = screen.getByRole('table', { name: 'PHQ-9' });
    expect(within(table).getByText('17 of 27, moderately severe')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('shows what came out to whoever is not trained, and no way to begin', async () => {
    openScreen(answering(list([row('e2')], { mayScreen: false })), path);
    expect(await screen.findByText(/Screens are done by a clinician/)).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Begin/ })).toBeNull();
  });

  it('begins nothing with somebody under 12', async () => {
    openScreen(answering(list([], { age: 'UNDER_12' })), path);
    expect(await screen.findByText(/people of 12 and older/)).toBeVisible();
    expect(screen.queryByRole('link', { name: /^(Begin|Enter)/ })).toBeNull();
  });

  it('puts an open safety step before all else', async () => {
    openScreen(answering(list([withStep])), path);
    expect(await screen.findByRole('link', { name: 'Go to the safety step' })).toHaveAttribute(
      'href',
      expect.stringContaining(withStep.id),
    );
  });
});

describe('going through a screen', () => {
  it('by keys: a number chooses, Enter goes on, and leaving one out keeps it without a total', async () => {
    const transport = answering(list([row('e2')]));
    const { user } = openScreen(transport, `${path}/screen/phq-2`);
    await screen.findByRole('radiogroup', { name: 'Little interest or pleasure in doing things' });
    await user.keyboard('2{Enter}');
    await screen.findByRole('radiogroup', { name: 'Feeling down, depressed, or hopeless' });
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Leave this one out' }));
    expect(await screen.findByText(/1 of 2 have an answer/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep this' }));
    expect(await saved(transport, 'screening.save')).toMatchObject({
      instrumentId: 'phq-2',
      instrumentVersion: 1,
      given: { entry: 'items', gate: null, answers: [2, null] },
    });
    expect(await screen.findByText('11 of 27, moderate')).toBeVisible();
  });

  it('of which there was no such event asks nothing more', async () => {
    const transport = answering();
    const { user } = openScreen(transport, `${path}/screen/pc-ptsd-5`);
    await screen.findByRole('radiogroup', { name: 'Have you ever experienced this kind of event?' });
    await user.keyboard('0{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Keep this' }));
    expect(await saved(transport, 'screening.save')).toMatchObject({
      given: { gate: 'NO', answers: [null, null, null, null, null] },
    });
  });

  it('whose age nobody knows is asked about first', async () => {
    const transport = answering(list([], { age: 'UNKNOWN' }));
    const { user } = openScreen(transport, `${path}/screen/c-ssrs`);
    const keep = await screen.findByRole('button', { name: 'Keep this' });
    expect(keep).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: /She is 12 or older/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Question 2' }));
    await user.click(screen.getByRole('checkbox', { name: 'Question 3' }));
    await user.click(keep);
    expect(await saved(transport, 'screening.save')).toMatchObject({
      given: { entry: 'c-ssrs', tier: 'MODERATE' },
      ageSaid: true,
    });
  });

  it('while another is in the making says so, and loses neither', async () => {
    const body = {
      instrumentId: 'phq-9',
      doneOn: '2026-11-23',
      ageSaid: false,
      given: { entry: 'items', gate: null, answers: [2, 1, null, null, null, null, null, null, null] },
      at: 2,
      carriedFrom: 'phq-2',
    };
    const kept = { target: { kind: 'screening', caseFileId }, at: '', savedAt: 1, body };
    const transport = answering(list([]), { 'draft.get': () => kept });
    openScreen(transport, `${path}/screen/gad-7`);
    expect(await screen.findByRole('link', { name: 'Back to PHQ-9' })).toBeVisible();
    expect(transport.callsOf('draft.save')).toEqual([]);
  });
});

describe('a result that tells of thoughts of dying', () => {
  const resultPath = `${path}/result/${withStep.id}`;

  it('says minimal, and opens the safety step all the same, with whom to call', async () => {
    openScreen(answering(list([withStep])), resultPath);
    expect(await screen.findByText('1 of 27, minimal')).toBeVisible();
    const sheet = await screen.findByRole('region', { name: 'The safety step' });
    expect(within(sheet).getByText(/whatever the total/)).toBeVisible();
    expect(await screen.findByText('555 0100')).toBeVisible();
    expect(within(sheet).getByRole('button', { name: 'Keep the safety step' })).toBeDisabled();
    expect(await wcagViolations()).toEqual([]);
  });

  it('can be ended because she chose not to go on, with a time to look in', async () => {
    const transport = answering(list([withStep]));
    const { user } = openScreen(transport, resultPath);
    const sheet = await screen.findByRole('region', { name: 'The safety step' });
    await user.click(within(sheet).getByText('Tomorrow'));
    fireEvent.change(within(sheet).getByLabelText('Time'), { target: { value: '20:00' } });
    await user.click(within(sheet).getByRole('button', { name: 'She chose not to go on' }));
    expect(await saved(transport, 'safetyStep.end')).toMatchObject({
      stepId: idOf('f1'),
      basedOn: 1,
      end: { how: 'SURVIVOR_DECLINED', safeNow: null, nextCheckAt: expect.any(Number) as number },
    });
    // A draft that came after the end would stand there for ever as something unfinished.
    const acts = transport.calls.map(({ name }) => name);
    expect(acts.indexOf('draft.save')).toBeGreaterThan(-1);
    expect(acts.lastIndexOf('draft.save')).toBeLessThan(acts.indexOf('safetyStep.end'));
  });

  it('tells what to do when it is not safe', async () => {
    const { user } = openScreen(answering(list([withStep])), resultPath);
    const sheet = await screen.findByRole('region', { name: 'The safety step' });
    await user.click(within(sheet).getByText('Not sure'));
    expect(within(sheet).getByText(/Stay with her/)).toBeVisible();
  });

  it('says what to do while nobody has entered whom to call', async () => {
    openScreen(answering(list([withStep]), { 'wellbeingSetting.crisisContacts': () => [] }), resultPath);
    expect(await screen.findByText(/No crisis contacts are entered yet/)).toBeVisible();
  });
});

describe('a total', () => {
  it('is read with its cut-off, and against the one before', async () => {
    const earlier = row('e3', { doneOn: '2026-10-20', result: total(17, { band: 'MODERATELY_SEVERE' }) });
    const aside = row('e4', { doneOn: '2026-11-01', setAside: true, result: total(27, { band: 'SEVERE' }) });
    openScreen(answering(list([row('e2'), aside, earlier])), `${path}/result/${row('e2').id}`);
    expect(await screen.findByText('At or above the cut-off of 10')).toBeVisible();
    expect(screen.getByText(/Since 20 October 2026/)).toHaveTextContent('6 lower. That is a change a person feels.');
    expect(screen.getByText(/with an educational grant from Pfizer Inc/)).toBeVisible();
  });

  it('that leads on to a longer screen takes its two answers along', async () => {
    const short = row('e5', {
      instrumentId: 'phq-2',
      result: total(3, { max: 6, cut: 3, positive: true, band: null }),
    });
    const transport = answering(list([short]), {
      'screening.openAnswers': () => ({ given: { entry: 'items', gate: null, answers: [2, 1] } }),
    });
    const { user } = openScreen(transport, `${path}/result/${short.id}`);
    await user.click(await screen.findByRole('button', { name: 'Go on to PHQ-9' }));
    expect(await saved(transport, 'draft.save')).toMatchObject({
      target: { kind: 'screening' },
      body: { instrumentId: 'phq-9', at: 2, given: { answers: [2, 1, null, null, null, null, null, null, null] } },
    });
  });
});

describe('what a shelter sets', () => {
  it('keeps whom to call, the cut-offs and who is trained', async () => {
    const jo = { id: ids.maple, name: 'Jo', signInName: 'jo', role: 'case-manager', since: 1, disabledAt: null };
    const transport = answering(list([]), {
      'wellbeingSetting.get': () => ({ crisisContacts: [], cuts: DEFAULT_CUTS, trainedIds: [], revision: 0 }),
      'wellbeingSetting.save': () => ({ crisisContacts: [contact], cuts: DEFAULT_CUTS, trainedIds: [], revision: 1 }),
      'staffMember.list': () => [jo],
    });
    const { user } = openScreen(transport, '/safekeeping/wellbeing');
    await user.click(await screen.findByRole('button', { name: 'Add a contact' }));
    const keep = screen.getByRole('button', { name: 'Keep these settings' });
    expect(keep).toBeDisabled();
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Night line' } });
    fireEvent.change(screen.getByLabelText('Number'), { target: { value: '555 0100' } });
    await user.click(screen.getByRole('radio', { name: '33' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Jo' }));
    expect(await wcagViolations()).toEqual([]);
    await user.click(keep);
    expect(await saved(transport, 'wellbeingSetting.save')).toEqual({
      crisisContacts: [{ name: 'Night line', reach: '555 0100', note: '' }],
      cuts: { pcPtsd5: 3, pcl5: 33 },
      trainedIds: [ids.maple],
      basedOn: 0,
    });
  });
});
