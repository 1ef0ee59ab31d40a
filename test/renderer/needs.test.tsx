import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import { windowsAfter } from '#shared/records/health-window';
import type { DueNeed, NeedsBoard, StoredNeed } from '#shared/records/need';
import { Urgency } from '#shared/records/need-codes';
import { DAY, HOUR } from '#shared/time';
import { dateOf, fullDate, instantAt } from '../../renderer/dates.ts';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const ana = { id: StaffMemberId.parse(ids.ana), name: 'Ana' };
const jo = { id: StaffMemberId.parse('01920000-0000-7000-8000-000000000002'), name: 'Jo' };
const needId = RecordId.parse('01920000-0000-7000-8000-000000000101');
const need = (change: Partial<DueNeed>): NeedsBoard['groups'][number]['needs'][number] => ({
  id: needId,
  of: { caseFileId: CaseFileId.parse(ids.heron), nameUsed: 'Heron', caseNumber: '7K2-F9Q' },
  sees: 'words',
  mayTick: true,
  title: 'Warm clothes',
  note: '',
  domain: 'PRACTICAL',
  source: 'EXPRESSED',
  waitsForHer: false,
  windows: [],
  urgency: 'U1',
  status: 'IDENTIFIED',
  dueAt: Date.now() + 2 * DAY,
  revision: 1,
  worker: ana,
  ...change,
});
const boardOf = (...needs: NeedsBoard['groups'][number]['needs']): NeedsBoard => ({
  groups: Urgency.options.map((urgency) => {
    const those = needs.filter((one) => one.urgency === urgency);
    return { urgency, needs: those, total: those.length };
  }),
  cases: 1,
  workers: [ana, jo],
});

describe('the board of needs', () => {
  const late = need({
    id: RecordId.parse('01920000-0000-7000-8000-000000000102'),
    title: 'A doctor',
    dueAt: Date.now() - 2 * DAY,
  });
  const phone = need({
    id: RecordId.parse('01920000-0000-7000-8000-000000000103'),
    title: 'A phone that may be followed',
    urgency: 'U0',
    waitsForHer: false,
  });
  const doctor = { ...late, windows: windowsAfter(Date.now() - 60 * HOUR).slice(0, 1) };
  const answering = () =>
    fakeTransport({ ...caseAnswers, 'need.board': () => boardOf(phone, doctor, need({ waitsForHer: true })) });

  it('shows five groups, what is late in words, what to offer and until when, and passes WCAG', async () => {
    openScreen(answering(), '/needs');
    const now = within(await screen.findByRole('region', { name: 'Now, within the hour' }));
    expect(now.getByRole('link', { name: 'Start: A phone that may be followed' })).toHaveAttribute(
      'href',
      `/cases/${ids.heron}/needs`,
    );
    const today = within(screen.getByRole('region', { name: 'Today, within 24 hours' }));
    expect(today.getByText('2 days past')).toBeVisible();
    expect(today.getByText(/^Offer medicine that prevents HIV, until .*, 1[12] hours left$/)).toBeVisible();
    expect(today.getByText('We noticed. Ask first')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Within 30 days' })).toHaveTextContent('Nothing is waiting');
    expect(screen.getByText('3 open in 1 case')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('asks the vault for one worker and for one domain', async () => {
    const transport = answering();
    const { user } = openScreen(transport, '/needs');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Who works on the case' }), 'Jo');
    await user.selectOptions(screen.getByRole('combobox', { name: 'What it is about' }), 'Health');
    await waitFor(() =>
      expect(transport.callsOf('need.board').at(-1)).toEqual({ workerId: jo.id, domain: 'HEALTH', limit: 25 }),
    );
  });

  it('says an hour that has passed today as hours, not as the day', async () => {
    const transport = answering();
    const noon = instantAt(dateOf(Date.now()), '12:00') ?? 0;
    const hours = Math.floor((Date.now() - noon) / HOUR);
    if (hours < 1) return;
    transport.answer('need.board', () => boardOf(need({ dueAt: noon })));
    openScreen(transport, '/needs');
    expect(await screen.findByText(hours === 1 ? '1 hour past' : `${hours} hours past`)).toBeVisible();
  });
});

describe('needs of one case', () => {
  const stored: StoredNeed = {
    ...mark(1),
    id: needId,
    caseFileId: CaseFileId.parse(ids.heron),
    domain: 'HEALTH',
    code: 'POST_ASSAULT_CARE',
    title: 'A doctor tonight',
    note: '',
    source: 'EXPRESSED',
    urgency: 'U1',
    survivorPriority: null,
    ownerId: null,
    windows: [],
    windowEndsAt: null,
    status: 'IDENTIFIED',
    identifiedAt: Date.now(),
    dueAt: Date.now() + DAY,
    checkedAt: Date.now(),
    settledAt: null,
    outcome: '',
  };

  it('reckons medical windows from when it happened, and hands over their ends alone', async () => {
    const transport = fakeTransport({ ...caseAnswers, 'need.list': () => [stored], 'need.change': () => stored });
    const { user } = openScreen(transport, `/cases/${ids.heron}/needs`);
    await user.click(await screen.findByRole('button', { name: 'Other ways it ended: A doctor tonight' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Set medical time windows' }));
    const yesterday = dateOf(Date.now() - DAY);
    await user.click(screen.getByLabelText('About which day'));
    await user.paste(fullDate(yesterday));
    await user.click(screen.getByLabelText('About what time'));
    await user.paste('0930');
    const happened = instantAt(yesterday, '09:30') ?? 0;
    await user.click(await screen.findByRole('checkbox', { name: /evidence/ }));
    await user.click(screen.getByRole('button', { name: 'Keep these windows' }));
    await waitFor(() => expect(transport.callsOf('need.change')).toHaveLength(1));
    expect(transport.callsOf('need.change')[0]).toEqual({
      needId,
      basedOn: 1,
      change: { windows: windowsAfter(happened).slice(0, 2) },
    });
  });

  it('leads to the neutral list on paper', async () => {
    openScreen(fakeTransport({ ...caseAnswers, 'need.list': () => [stored] }), `/cases/${ids.heron}/needs`);
    expect(await screen.findByRole('link', { name: 'Print the list' })).toHaveAttribute(
      'href',
      `/cases/${ids.heron}/prints/NEEDS_LIST`,
    );
  });
});
