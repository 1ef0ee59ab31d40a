// Looking round the house: line by line, an action with somebody and a day, and done from Today.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/contract/operation';
import { CheckItem } from '#shared/records/environment-check';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { type Answer, fakeTransport, type FakeTransport } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const CHECK = '01920000-0000-7000-8000-0000000000a9';
const yes = { answer: 'YES', action: '', owner: null, due: null, doneOn: null };
const lamp = { ...yes, answer: 'PART', action: 'A lamp for the yard', owner: ids.ana, due: '2026-05-20' };
const going = { ...mark(1), id: CHECK, findings: {}, voices: null, begunOn: '2026-05-04', finishedOn: null };
const all = Object.fromEntries(CheckItem.options.map((item) => [item, yes]));
const finished = { ...going, findings: { ...all, LOCKS_AND_LIGHT: lamp }, voices: 4, finishedOn: '2026-05-04' };
const listOf =
  (check: object | null, nextOn = '2099-01-01') =>
  () => ({
    checks: check === null ? [] : [check],
    nextOn,
    owners: [{ id: ids.ana, name: 'Ana' }],
  });
const answering = (role: Role, more: Readonly<Record<string, Answer>> = {}): FakeTransport =>
  fakeTransport({
    ...caseAnswers,
    'session.status': () => ({ ...signedIn, person: { ...signedIn.person, role } }),
    'staffMember.names': () => [{ id: ids.ana, name: 'Ana' }],
    'environmentCheck.list': listOf(going),
    'environmentCheck.begin': () => ({ checkId: CHECK }),
    'environmentCheck.save': () => going,
    'environmentCheck.done': () => ({}),
    ...more,
  });

describe('the list', () => {
  it('says that nobody has looked round and that it is due, and begins one', async () => {
    const transport = answering('house-staff', { 'environmentCheck.list': listOf(null, '2026-01-01') });
    const { user } = openScreen(transport, '/house/checks');
    expect(await screen.findByText('Nobody has looked round yet.')).toBeVisible();
    expect(screen.getByText('A look round is due.')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    transport.answer('environmentCheck.list', listOf(going));
    await user.click(screen.getByRole('button', { name: 'Begin a look round' }));
    expect(await screen.findByText('Nobody hears through its door')).toBeVisible();
  });

  it('says what is still to be done and when the next is, and lets nobody begin two', async () => {
    openScreen(answering('house-staff', { 'environmentCheck.list': listOf(finished) }), '/house/checks');
    expect(await screen.findByText('17 of 17 looked at, 1 thing to do')).toBeVisible();
    expect(screen.getByText('The next look round is on 1 January 2099.')).toBeVisible();
  });

  it('is read by a case worker, who begins none', async () => {
    openScreen(answering('case-manager', { 'environmentCheck.list': listOf(finished) }), '/house/checks');
    await screen.findByText(/^17 of 17/);
    expect(screen.queryByRole('button', { name: 'Begin a look round' })).toBeNull();
  });
});

describe('one look round', () => {
  const at = `/house/checks/${CHECK}`;

  it('keeps no action without somebody and a day', async () => {
    const transport = answering('house-staff');
    const { user } = openScreen(transport, at);
    const group = within(await screen.findByRole('radiogroup', { name: 'Locks and lights work' }));
    await user.click(group.getByLabelText('In part'));
    await user.type(screen.getByLabelText('What is to be done'), 'A lamp for the yard');
    expect(screen.getByText(/it is not said by whom and until when/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Keep it' })).toBeDisabled();
    await user.selectOptions(screen.getByLabelText('Who does it'), 'Ana');
    await user.type(screen.getByLabelText('Until'), '20 May 2026');
    await user.tab();
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    const looked = { findings: { LOCKS_AND_LIGHT: lamp }, voices: null };
    const sent = { checkId: CHECK, basedOn: 1, looked, finish: false };
    await waitFor(() => expect(transport.callsOf('draft.save').at(-1)).toMatchObject({ body: looked }));
    await waitFor(() => expect(transport.callsOf('environmentCheck.save')).toEqual([sent]));
  });

  it('gives back what was written before a lock', async () => {
    const target = { kind: 'environment-check', recordId: CHECK };
    const body = { findings: { SOUND: { ...lamp, action: 'A felt strip' } }, voices: 2 };
    const draft = () => ({ target, at: 'SOUND', body, savedAt: 1_700_000_000_000, basedOn: 1 });
    openScreen(answering('house-staff', { 'draft.get': draft }), at);
    expect(await screen.findByLabelText('What is to be done')).toHaveValue('A felt strip');
  });

  it('forgets the action when it is right after all', async () => {
    const transport = answering('house-staff', {
      'environmentCheck.list': listOf({ ...going, findings: { SOUND: lamp } }),
    });
    const { user } = openScreen(transport, at);
    const group = within(await screen.findByRole('radiogroup', { name: 'Nobody hears through its door' }));
    await user.click(group.getByLabelText('Yes'));
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    const sent = { checkId: CHECK, basedOn: 1, looked: { findings: { SOUND: yes }, voices: null }, finish: true };
    await waitFor(() => expect(transport.callsOf('environmentCheck.save')).toEqual([sent]));
  });

  it('is read when it is finished, and what is to be done is marked by whoever does it', async () => {
    const transport = answering('house-staff', { 'environmentCheck.list': listOf(finished) });
    const { user } = openScreen(transport, at);
    expect(await screen.findByText('4 people who live here said what they think')).toBeVisible();
    expect(screen.getByText('Until Wed 20 May, Ana')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Done: A lamp for the yard' }));
    const sent = { checkId: CHECK, basedOn: 1, item: 'LOCKS_AND_LIGHT' };
    expect(transport.callsOf('environmentCheck.done')).toEqual([sent]);
    expect(await wcagViolations()).toEqual([]);
  });

  it('offers nobody else to mark it', async () => {
    const others = { ...finished, findings: { ...all, SOUND: { ...lamp, owner: ids.heron } } };
    openScreen(answering('house-staff', { 'environmentCheck.list': listOf(others) }), at);
    await screen.findByText('A lamp for the yard');
    expect(screen.queryByRole('button', { name: /^Done/ })).toBeNull();
  });
});

it('stands on Today of whoever does it, with the next look round', async () => {
  const action = {
    checkId: CHECK,
    revision: 1,
    item: 'LOCKS_AND_LIGHT',
    action: 'A lamp for the yard',
    due: '2026-05-20',
  };
  const get = () => ({ ...caseAnswers['today.get'](), checkActions: [action], checkDue: '2026-05-04' });
  const transport = answering('house-staff', { 'today.get': get });
  const { user } = openScreen(transport, '/today');
  const sheet = within(await screen.findByRole('region', { name: 'To do about the house' }));
  expect(sheet.getByRole('link', { name: 'A look round is due.' })).toHaveAttribute('href', '/house/checks');
  await user.click(sheet.getByRole('button', { name: 'Done: A lamp for the yard' }));
  expect(transport.callsOf('environmentCheck.done')).toHaveLength(1);
});
