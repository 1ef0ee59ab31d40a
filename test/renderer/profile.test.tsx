// What happened: quiet cards that ask nothing, a form that is kept when it is left, indicators by keyboard, and words about
// people causing harm only after the survivor asked for them.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Answers } from '#shared/answers';
import { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import { assess, type IndicatorMarks } from '#shared/records/identification-rules';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport, type FakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const caseFileId = CaseFileId.parse(ids.heron);
const id = RecordId.parse('01920000-0000-7000-8000-0000000000c1');
const stamp = { recordedAt: 1, recordedBy: StaffMemberId.parse(ids.ana) };
const said = (value: string[] | { words: string }[]) => ({
  state: 'ANSWERED' as const,
  value,
  source: 'EXPRESSED' as const,
  ...stamp,
});
const profile = (answers: Answers) => ({
  ...mark(1),
  id,
  caseFileId,
  formId: 'trafficking-profile' as const,
  formVersion: 1,
  answers,
});
const answering = (more: Parameters<typeof fakeTransport>[0] = {}): FakeTransport =>
  fakeTransport({
    ...caseAnswers,
    'caseNote.toldOnce': () => [],
    'traffickingProfile.get': () => null,
    'traffickingProfile.save': () => profile({}),
    'personCausingHarm.list': () => [],
    'identificationIndicators.list': () => [],
    'identificationIndicators.history': () => [],
    'vulnerabilityView.list': () => [],
    'htcdsRecord.list': () => [],
    ...more,
  });
const at = (page = ''): string => `/cases/${ids.heron}/profile${page}`;

describe('the overview', () => {
  it('asks nothing of an empty record and passes WCAG', async () => {
    openScreen(answering(), at());
    expect(await screen.findByText('Act not yet, means not yet, purpose not yet')).toBeVisible();
    const empty = screen.getByRole('region', { name: 'Not written on. It can stay so.' });
    expect(within(empty).getAllByRole('link')).toHaveLength(6);
    expect(await wcagViolations()).toEqual([]);
  });

  it('says which elements are recorded, and points to safety first when thoughts of self-harm were named', async () => {
    const answers = { acts: said(['transport']), means: said(['force']), impact: said(['self-harm-thoughts']) };
    openScreen(answering({ 'traffickingProfile.get': () => profile(answers) }), at());
    expect(await screen.findByText('Act yes, means yes, purpose not yet')).toBeVisible();
    const safety = screen.getByRole('region', { name: 'Safety comes first' });
    expect(within(safety).getByRole('link', { name: 'Open the safety plan' })).toHaveAttribute(
      'href',
      `/cases/${ids.heron}/safety-plan`,
    );
    expect(screen.getByText(/stands here without what carries/)).toBeVisible();
  });
});

it('writing on keeps what changed when it is left, seen things as seen', async () => {
  const transport = answering();
  const { user } = openScreen(transport, at('/write/noticed'));
  await user.click(await screen.findByRole('checkbox', { name: 'Few belongings' }));
  await user.click(screen.getAllByRole('button', { name: 'Keep it and go back' })[0]!);
  await waitFor(() => expect(transport.callsOf('traffickingProfile.save')).toHaveLength(1));
  expect(transport.callsOf('traffickingProfile.save')[0]).toMatchObject({
    basedOn: 0,
    answers: { 'general-signs': { state: 'ANSWERED', value: ['few-belongings'], source: 'OBSERVED' } },
  });
  expect(await screen.findByRole('heading', { name: 'Elements recorded' })).toBeVisible();
});

it('countries are found by a few letters and kept as codes', async () => {
  const transport = answering();
  const { user } = openScreen(transport, at('/write/began'));
  const field = await screen.findByRole('combobox', { name: 'In which countries?' });
  await user.click(field);
  fireEvent.change(field, { target: { value: 'nigeria' } });
  await user.click(await screen.findByRole('option', { name: 'Nigeria', hidden: true }));
  await waitFor(() =>
    expect(transport.callsOf('draft.save').at(-1)).toMatchObject({ body: { countries: { value: ['NG'] } } }),
  );
});

describe('the indicators', () => {
  it('are marked by keyboard, and what they add up to stands beside, never as a verdict', async () => {
    const transport = answering({
      'identificationIndicators.save': (request: { marks: IndicatorMarks }) => ({
        ...mark(1),
        id,
        caseFileId,
        profile: 'AL' as const,
        weightsVersion: '2009/1',
        assessedOn: '2026-11-24',
        marks: request.marks,
        result: assess('AL', request.marks, false),
      }),
    });
    const { user } = openScreen(transport, at('/indicators/al'));
    const row = await screen.findByRole('radiogroup', { name: /^Misled about the kind of work/ });
    within(row).getByRole('radio', { name: 'Not asked' }).focus();
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(within(row).getByRole('radio', { name: 'Present' })).toBeChecked();
    const wages = screen.getByRole('radiogroup', { name: 'Misled about the pay' });
    await user.click(within(wages).getByRole('radio', { name: 'Unsure' }));
    const result = screen.getByRole('region', { name: 'What it adds up to' });
    expect(within(result).getByText('2 of 67 asked')).toBeVisible();
    expect(within(result).getByText('A decision aid by ILO 2009; it never decides.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep it and go back' }));
    await waitFor(() =>
      expect(transport.callsOf('identificationIndicators.save')[0]).toEqual({
        caseFileId,
        profile: 'AL',
        basedOn: 0,
        marks: { 'd1-work': 'PRESENT', 'd1-wages': 'UNSURE' },
      }),
    );
  });

  it('of sexual exploitation are a checklist without a result', async () => {
    openScreen(answering(), at('/indicators/as'));
    expect(await screen.findByText(/^A list to go through together/)).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });
});

describe('people causing harm', () => {
  const person = {
    ...mark(1),
    id,
    caseFileId,
    relation: 'Familial' as const,
    roles: ['Exploiter' as const],
    details: null,
    letGo: false,
  };

  it('have no place for a name before the tick that says she asked', async () => {
    const transport = answering({ 'personCausingHarm.add': () => person });
    const { user } = openScreen(transport, at('/people'));
    await user.click(await screen.findByRole('button', { name: 'Note a person' }));
    await user.selectOptions(await screen.findByLabelText('How close'), 'Family');
    expect(screen.queryByLabelText('Names')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: /^She asked that names/ }));
    fireEvent.change(screen.getByLabelText('Names'), { target: { value: 'Grimshanks' } });
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(() =>
      expect(transport.callsOf('personCausingHarm.add')[0]).toMatchObject({
        relation: 'Familial',
        details: { sheAsked: true, wantedFor: 'SAFETY_PLANNING', names: 'Grimshanks' },
      }),
    );
  });

  it('are taken off the list after a question', async () => {
    const transport = answering({
      'personCausingHarm.list': () => [person],
      'personCausingHarm.letGo': () => ({}),
    });
    const { user } = openScreen(transport, at('/people'));
    await user.click(await screen.findByRole('button', { name: /^Take off the list/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Take this person off the list?' });
    await user.click(within(dialog).getByRole('button', { name: 'Take off the list' }));
    await waitFor(() => expect(transport.callsOf('personCausingHarm.letGo')).toEqual([{ id, basedOn: 1 }]));
  });
});

it('a look puts what protects beside what makes it harder', async () => {
  const transport = answering({
    'vulnerabilityView.add': (request: object) => ({ ...mark(1), id, lookedOn: '2026-11-24', ...request }),
  });
  const { user } = openScreen(transport, at('/protects'));
  fireEvent.change(await screen.findByLabelText('What makes it harder, The household, line 1'), {
    target: { value: 'Debt at home' },
  });
  fireEvent.change(screen.getByLabelText('What protects, The household, line 1'), { target: { value: 'A sister' } });
  expect(screen.getByLabelText('What protects, The household, line 2')).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep this look' }));
  await waitFor(() =>
    expect(transport.callsOf('vulnerabilityView.add')[0]).toEqual({
      caseFileId,
      individual: [],
      household: [{ risk: 'Debt at home', protective: 'A sister' }],
      community: [],
    }),
  );
});

it('what a workbook said stands on a page of its own', async () => {
  const { user } = openScreen(answering(), at('/workbook'));
  await user.click(await screen.findByRole('button', { name: 'Show all 84 fields' }));
  expect(screen.getByRole('rowheader', { name: 'Methods of Control' })).toBeVisible();
});
