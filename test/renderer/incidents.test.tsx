// What happened in the house: written with the keyboard, people by number, what was agreed shown, and nobody to blame.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/contract/operation';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { type Answer, fakeTransport, type FakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const INCIDENT = '01920000-0000-7000-8000-0000000000e1';
const heron = { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' };
const sam = { id: ids.ana, name: 'Sam' };
const incident = {
  ...{ ...mark(1), id: INCIDENT, type: 'CONFLICT', at: Date.parse('2026-05-04T14:10:00Z'), writtenBy: sam },
  ...{ facts: 'Loud words about the kitchen.', people: [{ caseFileId: ids.heron, caseNumber: '7K2-F9Q' }] },
  ...{ actions: '', toldTo: [], toldOutside: '', lessons: '', closedAt: null, mayWrite: true },
};
const card = (mayDo: readonly string[]) => ({
  ...{ ...heron, pronouns: '', languages: [], goodToKnow: [], identifyAs: '', cautions: [], mind: [], needs: [] },
  mayDo: mayDo.map((words) => ({ words })),
});

const answering = (role: Role, more: Readonly<Record<string, Answer>> = {}): FakeTransport =>
  fakeTransport({
    ...caseAnswers,
    'session.status': () => ({ ...signedIn, person: { ...signedIn.person, role } }),
    'caseFile.houseList': () => [{ ...heron, pronouns: '', openNeeds: 0 }],
    'caseFile.houseCard': () => card(['Call my sister first.']),
    'staffMember.names': () => [{ id: ids.ana, name: 'Ana' }],
    'incident.list': () => ({ incidents: [incident], total: 1 }),
    'incident.get': () => incident,
    'incident.report': () => ({ incidentId: INCIDENT }),
    'incident.save': () => incident,
    'incident.close': () => ({ ...incident, closedAt: incident.at, mayWrite: false }),
    ...more,
  });
const form = async () => within(await screen.findByRole('form', { name: 'Write down what happened' }));
const pick = async (user: ReturnType<typeof openScreen>['user']): Promise<void> => {
  await user.click(screen.getByRole('combobox', { name: 'Whom it is about, by number' }));
  await user.click(await screen.findByRole('option', { name: /^Heron/ }));
};

describe('the list', () => {
  it('names kinds, times and numbers, and nobody', async () => {
    openScreen(answering('house-staff'), '/house/incidents');
    expect(await screen.findByText('Loud words about the kitchen.')).toBeVisible();
    expect(screen.getByText(/7K2-F9Q/)).toBeVisible();
    expect(screen.getByRole('main')).not.toHaveTextContent('Heron');
    expect(screen.getByRole('link', { name: /^Read it: A conflict/ })).toHaveAttribute(
      'href',
      `/house/incidents/${INCIDENT}`,
    );
    expect(screen.getByRole('link', { name: 'What happened' })).toHaveAttribute('aria-current', 'page');
    expect(await wcagViolations()).toEqual([]);
  });

  it('says when there is nothing to read', async () => {
    openScreen(answering('house-staff', { 'incident.list': () => ({ incidents: [], total: 0 }) }), '/house/incidents');
    expect(await screen.findByText('Nothing is written down that is yours to read.')).toBeVisible();
  });
});

describe('writing it down', () => {
  it('says what is still open, then keeps it, with numbers for people', async () => {
    const transport = answering('house-staff');
    const { user } = openScreen(transport, '/house/incidents/new');
    const fields = await form();
    await user.click(fields.getByRole('button', { name: 'Keep it' }));
    expect(fields.getByText('Write a line')).toBeVisible();
    expect(fields.getAllByText('Choose one').length).toBeGreaterThan(1);
    expect(await wcagViolations()).toEqual([]);
    await user.selectOptions(fields.getByLabelText('What kind of thing'), 'A conflict in the house');
    expect(fields.getByText(/not who began/)).toBeVisible();
    await pick(user);
    expect(fields.getByText('7K2-F9Q')).toBeVisible();
    expect(fields.queryByText('Heron')).toBeNull();
    await user.type(fields.getByLabelText('What was seen and heard'), 'Loud words.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(transport.callsOf('incident.report')).toHaveLength(1));
    expect(transport.callsOf('incident.report')[0]).toMatchObject({
      ...{ type: 'CONFLICT', facts: 'Loud words.', people: [ids.heron], toldTo: [] },
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'A conflict in the house' })).toBeVisible();
    const drafts = JSON.stringify(transport.callsOf('draft.save'));
    expect(drafts).toContain('7K2-F9Q');
    expect(drafts).not.toMatch(new RegExp(`Heron|${ids.heron}`));
  });

  it('shows what was agreed with somebody who is not back, and says when nothing is', async () => {
    const { user } = openScreen(answering('house-staff'), '/house/incidents/new');
    const fields = await form();
    await user.selectOptions(fields.getByLabelText('What kind of thing'), 'Not back as expected');
    expect(fields.getByText(/^Being late is allowed/)).toBeVisible();
    await pick(user);
    expect(await fields.findByText('Call my sister first.')).toBeVisible();
    await user.click(fields.getByRole('button', { name: 'Leave out 7K2-F9Q' }));
    expect(fields.queryByText('Call my sister first.')).toBeNull();
  });

  it('says that nothing is agreed where nothing is', async () => {
    const { user } = openScreen(
      answering('house-staff', { 'caseFile.houseCard': () => card([]) }),
      '/house/incidents/new',
    );
    const fields = await form();
    await user.selectOptions(fields.getByLabelText('What kind of thing'), 'Not back as expected');
    await pick(user);
    expect(await fields.findByText(/^Nothing is agreed/)).toBeVisible();
  });

  it('blames nobody where somebody may be drawn in, and says who reads it', async () => {
    const { user } = openScreen(answering('house-staff'), '/house/incidents/new');
    const fields = await form();
    await user.selectOptions(fields.getByLabelText('What kind of thing'), 'Somebody may be drawn into something here');
    expect(fields.getByText(/stays somebody we support\.$/)).toBeVisible();
    expect(fields.getByText(/and by nobody else\.$/)).toBeVisible();
  });

  it('asks a counsellor for nobody, because she has no list of the house', async () => {
    const transport = answering('clinician');
    openScreen(transport, '/house/incidents/new');
    await form();
    expect(screen.queryByRole('combobox', { name: 'Whom it is about, by number' })).toBeNull();
    expect(transport.callsOf('caseFile.houseList')).toEqual([]);
  });
});

describe('one report', () => {
  const at = `/house/incidents/${INCIDENT}`;

  it('is written on, and keeps those who live here no more', async () => {
    const transport = answering('house-staff', { 'caseFile.houseList': () => [] });
    const { user } = openScreen(transport, at);
    expect(screen.queryByRole('button', { name: 'Close it' })).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Write on' }));
    await user.type(await screen.findByLabelText('What was done'), 'Both talked to.');
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(transport.callsOf('incident.save')).toHaveLength(1));
    expect(transport.callsOf('incident.save')[0]).toMatchObject({
      ...{ incidentId: INCIDENT, basedOn: 1 },
      told: { people: [ids.heron], actions: 'Both talked to.', facts: incident.facts },
    });
    expect(await screen.findByRole('button', { name: 'Write on' })).toBeVisible();
  });

  it('gives back what was written on before a lock, and forgets it when that is given up', async () => {
    const body = {
      ...{ people: [], facts: incident.facts, actions: 'Talked to one', toldTo: [], toldOutside: '', lessons: '' },
    };
    const target = { kind: 'incident-change', recordId: INCIDENT };
    const draft = () => ({ target, at: 'incident-actions', body, savedAt: incident.at, basedOn: 1 });
    const transport = answering('house-staff', { 'draft.get': draft });
    const { user } = openScreen(transport, at);
    await user.click(await screen.findByRole('button', { name: 'Write on' }));
    expect(await screen.findByLabelText('What was done')).toHaveValue('Talked to one');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(transport.callsOf('draft.discard')).toContainEqual({ target }));
    expect(await screen.findByRole('button', { name: 'Write on' })).toBeVisible();
  });

  it('is closed by a director after a question, or not, and says why', async () => {
    const refuse = () => {
      throw new Refusal('rule-broken', { rule: 'incident-actions' });
    };
    const transport = answering('director', { 'incident.close': refuse });
    const { user } = openScreen(transport, at);
    await user.click(await screen.findByRole('button', { name: 'Close it' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Close it' }));
    expect(await dialog.findByText(/It is not said what was done/)).toBeVisible();
    transport.answer('incident.close', () => incident);
    transport.answer('incident.get', () => ({ ...incident, closedAt: incident.at, mayWrite: false }));
    await user.click(dialog.getByRole('button', { name: 'Close it' }));
    expect(await screen.findByText(/^Closed/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Write on' })).toBeNull();
  });

  it('is only read by whom it was told', async () => {
    openScreen(answering('clinician', { 'incident.get': () => ({ ...incident, mayWrite: false }) }), at);
    expect(await screen.findByText(incident.facts)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Write on' })).toBeNull();
    expect(await wcagViolations()).toEqual([]);
  });
});

it('stands on Today by kind and time while it is open', async () => {
  const incidents = [{ incidentId: INCIDENT, type: 'CONFLICT', at: incident.at }];
  const get = () => ({ ...caseAnswers['today.get'](), incidents });
  openScreen(answering('house-staff', { 'today.get': get }), '/today');
  const sheet = await screen.findByRole('region', { name: 'Happened lately' });
  expect(within(sheet).getByRole('link', { name: 'A conflict in the house' })).toHaveAttribute(
    'href',
    `/house/incidents/${INCIDENT}`,
  );
});
