import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import type { AgendaItem } from '#shared/records/calendar';
import { CaseNumber } from '#shared/records/case-number';
import type { TimelineEntry } from '#shared/records/timeline';
import { addDays, weekday } from '#shared/time';
import { dateOf, fullDate } from '../../renderer/dates.ts';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const today = dateOf(Date.now());
const heron = { caseFileId: CaseFileId.parse(ids.heron), nameUsed: 'Heron', caseNumber: '7K2-F9Q' };
const jo = { id: StaffMemberId.parse('01920000-0000-7000-8000-000000000002'), name: 'Jo' };
const ana = { id: StaffMemberId.parse(ids.ana), name: 'Ana' };
let made = 0;
const item = (change: Partial<AgendaItem>): AgendaItem => ({
  kind: 'need',
  recordId: RecordId.parse(`01920000-0000-7000-8000-0000000001${String((made += 1)).padStart(2, '0')}`),
  revision: null,
  on: today,
  time: null,
  of: heron,
  words: '',
  legal: null,
  who: null,
  ...change,
});
const late = item({ kind: 'safety-plan', on: addDays(today, -2) });
const bag = item({ kind: 'task', of: null, words: 'Bring the bag down', revision: 3, who: jo, time: '16:30' });
const goal = item({ kind: 'goal', on: addDays(today, 1), words: 'I want to sew again.', who: ana });
const hearing = item({
  kind: 'legal-date',
  on: addDays(today, 2),
  legal: { type: 'PROTECTION_ORDER', kind: 'COURT', source: 'OFFICIAL_NOTICE' },
});
const sealedTask = item({
  kind: 'task',
  of: null,
  sealed: { caseNumber: CaseNumber.parse('4MT-6K3'), nowCaseId: heron.caseFileId },
});
const done = {
  ...mark(4),
  id: bag.recordId,
  words: bag.words,
  dueOn: today,
  time: null,
  forId: jo.id,
  caseFileId: null,
  givenBy: ana.id,
  status: 'DONE',
  of: null,
  for: jo,
};

const answering = () =>
  fakeTransport({
    ...caseAnswers,
    'caseFile.list': () => ({ rows: [], total: 0 }),
    'task.people': () => [ana, jo],
    'task.add': () => done,
    'task.change': ({ change }: { change: object }) => ({ ...done, ...change }),
    'calendar.agenda': ({ from, to }: { from: string; to: string }) => {
      const items = [bag, goal, hearing, sealedTask].filter(({ on }) => on >= from && on <= to);
      return { today, coming: { items, total: items.length }, past: { items: [late], total: 1 } };
    },
  });
const lastRequest = (transport: ReturnType<typeof answering>) => transport.callsOf('calendar.agenda').at(-1);

describe('the calendar', () => {
  it('shows what is left, today and the days after it, and passes WCAG', async () => {
    openScreen(answering(), '/calendar');
    const past = within(await screen.findByRole('region', { name: 'From before today' }));
    expect(past.getByText('2 days past')).toBeVisible();
    expect(past.getByRole('link', { name: 'Safety plan, look at it together' })).toHaveAttribute(
      'href',
      `/cases/${ids.heron}/safety-plan`,
    );
    expect(within(screen.getByRole('region', { name: 'Today' })).getByText('Task, Jo')).toBeVisible();
    expect(screen.getByText('I want to sew again.')).toBeVisible();
    expect(screen.getByRole('link', { name: /Protection order/ })).toHaveAttribute('href', `/cases/${ids.heron}/legal`);
    expect(await wcagViolations()).toEqual([]);
  });

  it('tells of a sealed earlier file its number and the kind, leads to the newer case, and offers nothing to press', async () => {
    openScreen(answering(), '/calendar');
    const day = within(await screen.findByRole('region', { name: 'Today' }));
    const row = within(day.getByText('4MT-6K3').closest('li')!);
    expect(row.getByRole('link', { name: 'A task' })).toHaveAttribute('href', `/cases/${ids.heron}/history`);
    expect(row.getByText('In a sealed earlier file')).toBeVisible();
    expect(row.queryByRole('button')).toBeNull();
  });

  it('settles a task on the revision that was read, and takes it back', async () => {
    const transport = answering();
    const { user } = openScreen(transport, '/calendar');
    await user.click(await screen.findByRole('button', { name: 'Done: Bring the bag down' }));
    expect(await screen.findByText('Done: Bring the bag down')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(transport.callsOf('task.change')).toEqual([
        { taskId: bag.recordId, basedOn: 3, change: { status: 'DONE' } },
        { taskId: bag.recordId, basedOn: 4, change: { status: 'OPEN' } },
      ]),
    );
  });

  it('adds a task with words alone, for today and for oneself', async () => {
    const transport = answering();
    const { user } = openScreen(transport, '/calendar');
    await user.type(await screen.findByLabelText('What is to be done'), 'Call the workshop{Enter}');
    await waitFor(() =>
      expect(transport.callsOf('task.add')).toEqual([
        { words: 'Call the workshop', dueOn: today, time: null, caseFileId: null },
      ]),
    );
    expect(screen.getByLabelText('What is to be done')).toHaveValue('');
  });

  it('asks for everybody’s days, or those of one colleague', async () => {
    const transport = answering();
    const { user } = openScreen(transport, '/calendar');
    const whose = await screen.findByRole('combobox', { name: 'Whose' });
    await user.selectOptions(whose, 'Everybody’s');
    await waitFor(() => expect(lastRequest(transport)).toMatchObject({ whose: 'all' }));
    await user.selectOptions(whose, 'Jo');
    await waitFor(() => expect(lastRequest(transport)).toMatchObject({ whose: jo.id }));
  });

  it('moves through a week by arrow keys, over its edge too, and back to today', async () => {
    const transport = answering();
    const { user } = openScreen(transport, '/calendar');
    await user.click(await screen.findByText('Week'));
    const pressed = () => screen.getByRole('button', { pressed: true });
    await waitFor(() => expect(pressed()).toHaveAttribute('aria-current', 'date'));
    expect(await wcagViolations()).toEqual([]);
    const monday = addDays(today, 1 - weekday(today));
    pressed().focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() =>
      expect(lastRequest(transport)).toMatchObject({ from: addDays(monday, 7), to: addDays(monday, 13) }),
    );
    expect(pressed()).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    const day = addDays(today, 8);
    expect(screen.getByRole('region', { name: fullDate(day) })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Today' }));
    expect(pressed()).toHaveAttribute('aria-current', 'date');
  });
});

it('Today tells what others did since the last shift, and nothing when there was none', async () => {
  const entry: TimelineEntry = {
    at: Date.now(),
    by: jo,
    event: 'need-added',
    recordKind: 'need',
    recordId: 'n',
    revision: 1,
    words: 'Warm clothes',
    code: null,
    hers: false,
    toldOnce: null,
    putRight: false,
  };
  const transport = answering();
  transport.answer('calendar.sinceLastShift', () => ({
    since: Date.now() - 50_000_000,
    entries: [{ ...entry, of: heron }],
    total: 3,
  }));
  openScreen(transport, '/today');
  const since = within(await screen.findByRole('region', { name: 'Since your last shift' }));
  expect(since.getByText(/Warm clothes/)).toBeVisible();
  expect(since.getByText('2 more, in the history of the cases.')).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
});
