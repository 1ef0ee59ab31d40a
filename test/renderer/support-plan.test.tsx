import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport, type FakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';
import { CaseFileId, RecordId } from '#shared/ids';
import type { Goal, StoredSupportPlan } from '#shared/records/support-plan';

const caseFileId = CaseFileId.parse(ids.heron);
const idOf = (end: string) => RecordId.parse(`01920000-0000-7000-8000-0000000000${end}`);
const goal = (end: string, survivorWording: string, more: Partial<Goal> = {}): Goal => ({
  id: idOf(end),
  domain: 'EMPLOYMENT',
  survivorWording,
  proposedBy: 'SURVIVOR',
  assentedOn: null,
  why: '',
  measure: '',
  baseline: '',
  target: '',
  startOn: null,
  targetDate: null,
  status: 'AGREED',
  successorId: null,
  weight: 1,
  steps: [],
  ...more,
});
const sew = goal('d1', 'I want to sew again, and be paid for it.', {
  steps: [
    { id: idOf('e1'), what: 'Visit the sewing room', who: 'TOGETHER', byWhen: null, status: 'OPEN', barrier: '' },
  ],
});
const dentist = goal('d2', 'A dentist visit', { proposedBy: 'STAFF', status: 'PROPOSED', domain: 'PHYSICAL_HEALTH' });
const plan = (more: Partial<StoredSupportPlan> = {}): StoredSupportPlan => ({
  ...mark(4),
  id: idOf('c9'),
  caseFileId,
  vision: 'To be the one who decides what happens on Monday.',
  strengths: ['My hands know it.'],
  planStart: '2026-10-27',
  agreedBySurvivor: 'YES',
  agreedOn: '2026-10-27',
  copyGiven: 'NO',
  goals: [sew, dentist],
  reviews: [],
  nextReviewOn: '2026-11-26',
  ...more,
});
const answering = (now: StoredSupportPlan | null = plan(), more: Parameters<typeof fakeTransport>[0] = {}) =>
  fakeTransport({
    ...caseAnswers,
    'supportPlan.get': () => now,
    'supportPlan.save': () => plan(),
    'supportPlan.setGoalStatus': () => plan(),
    'supportPlan.replaceGoal': () => plan(),
    'supportPlan.setStep': () => plan(),
    'supportPlan.addReview': () => plan(),
    ...more,
  });
const path = `/cases/${ids.heron}/plan`;
const saved = async (transport: FakeTransport, name: string) => {
  await waitFor(() => expect(transport.callsOf(name)).toHaveLength(1));
  return transport.callsOf(name)[0];
};

describe('a support plan', () => {
  it('shows her words as hers, what staff propose as theirs', async () => {
    openScreen(answering(), path);
    expect(await screen.findByText('I want to sew again, and be paid for it.', { selector: 'h3 .hers' })).toBeVisible();
    expect(screen.getByText('A dentist visit', { selector: 'h3 *' })).not.toHaveClass('hers');
    expect(screen.getByText('Waits for her')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Review, day 30' })).toBeVisible();
  });

  it('begins with a goal in her words: Alt+G, the words, Ctrl+Enter', async () => {
    const transport = answering(null);
    const { user } = openScreen(transport, path);
    await screen.findByText('No goals yet. One is enough to begin.');
    await user.keyboard('{Alt>}g{/Alt}');
    const words = await screen.findByRole('textbox', { name: 'The goal, in her words' });
    expect(words).toHaveFocus();
    fireEvent.change(words, { target: { value: 'I want papers with my own name.' } });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await saved(transport, 'supportPlan.save')).toMatchObject({
      basedOn: 0,
      goals: [{ survivorWording: 'I want papers with my own name.', proposedBy: 'SURVIVOR', status: 'AGREED' }],
    });
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'The goal, in her words' })).toBeNull());
  });

  it('lets a goal of staff wait for her yes', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path);
    const proposed = await screen.findByRole('region', { name: 'A dentist visit' });
    await user.click(within(proposed).getByRole('button', { name: 'She agrees' }));
    expect(await saved(transport, 'supportPlan.setGoalStatus')).toEqual({
      caseFileId,
      basedOn: 4,
      goalId: dentist.id,
      status: 'AGREED',
      sheAgrees: true,
    });
  });

  it('lets a goal go for another one', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path);
    const mine = await screen.findByRole('region', { name: sew.survivorWording });
    await user.click(within(mine).getByRole('button', { name: 'Let it go' }));
    fireEvent.change(await screen.findByRole('textbox', { name: /Something else instead/ }), {
      target: { value: 'Learn to bake for a living.' },
    });
    const form = screen.getByRole('region', { name: 'Let it go' });
    await user.click(within(form).getByRole('button', { name: 'Let it go' }));
    expect(await saved(transport, 'supportPlan.replaceGoal')).toMatchObject({
      goalId: sew.id,
      as: 'DROPPED_BY_SURVIVOR',
      successor: { survivorWording: 'Learn to bake for a living.', status: 'AGREED', proposedBy: 'SURVIVOR' },
    });
  });

  it('shows then and now, and never crosses her words out', async () => {
    const before = goal('d3', 'Any job.', { status: 'CHANGED', successorId: sew.id });
    openScreen(answering(plan({ goals: [before, sew] })), path);
    const review = await screen.findByRole('region', { name: 'Review, day 30' });
    expect(within(review).getByText('Any job.')).toBeVisible();
    expect(within(review).getByText(sew.survivorWording)).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Any job.' })).toBeNull();
  });

  it('ticks a step on the revision that was read, and says so when somebody was faster', async () => {
    const transport = answering(plan(), {
      'supportPlan.setStep': () => {
        throw new Refusal('conflict');
      },
    });
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('checkbox', { name: 'Visit the sewing room' }));
    expect(await screen.findByText('This was changed while you were writing.')).toBeVisible();
    expect(transport.callsOf('supportPlan.setStep')).toEqual([
      { caseFileId, basedOn: 4, goalId: sew.id, stepId: idOf('e1'), status: 'DONE' },
    ]);
    expect(transport.callsOf('supportPlan.get').length).toBeGreaterThan(1);
  });

  it('reviews without a day of its own, so that the usual rhythm decides', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Start the review' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'What went well' }), {
      target: { value: 'The first visit.' },
    });
    await user.click(screen.getByRole('button', { name: 'Keep the review' }));
    expect(await saved(transport, 'supportPlan.addReview')).toEqual({
      caseFileId,
      basedOn: 4,
      review: {
        ...{ wentWell: 'The first visit.', changed: '', supportWanted: 'NOT_ASKED', differentWorker: 'NOT_ASKED' },
        attainment: [],
      },
    });
  });

  it('asks how far a goal came only where somebody wants to look at it so', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Start the review' }));
    expect(screen.queryByRole('combobox', { name: sew.survivorWording })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Look at how far each goal came' }));
    await user.selectOptions(screen.getByRole('combobox', { name: sew.survivorWording }), 'More than hoped');
    expect(screen.queryByRole('combobox', { name: dentist.survivorWording })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Keep the review' }));
    expect(await saved(transport, 'supportPlan.addReview')).toMatchObject({
      review: { attainment: [{ goalId: sew.id, score: 1, weight: 1 }] },
    });
  });

  it('says the figure of a past review in words until somebody asks for the number', async () => {
    const attainment = [{ goalId: sew.id, score: 1, weight: 1 }] as const;
    const review = {
      wentWell: '',
      changed: '',
      supportWanted: 'YES',
      differentWorker: 'NO',
      nextOn: '2026-12-26',
    } as const;
    openScreen(answering(plan({ reviews: [{ ...review, on: '2026-11-26', attainment: [...attainment] }] })), path);
    expect(await screen.findByText('More than hoped')).toBeVisible();
    expect(screen.queryByText(/All goals together/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show the number' }));
    expect(screen.getByText('All goals together: 60.0. Fifty means: as hoped.')).toBeVisible();
  });

  it('puts two versions side by side, with what was there before', async () => {
    const before = plan({ ...mark(3), vision: 'A door I lock.' });
    const transport = answering(plan(), { 'supportPlan.history': () => [plan(), before] });
    openScreen(transport, path);
    fireEvent.click(await screen.findByRole('button', { name: 'Show what changed' }));
    const versions = await screen.findByRole('list', { name: 'What changed when' });
    const [then, now] = await within(versions).findAllByRole('cell');
    expect(then).toHaveTextContent('A door I lock.');
    expect(now).toHaveTextContent('To be the one who decides what happens on Monday.');
    expect(await wcagViolations()).toEqual([]);
  });
});
