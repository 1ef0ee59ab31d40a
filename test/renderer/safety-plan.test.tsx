import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport, type FakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';
import { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';

const caseFileId = CaseFileId.parse(ids.heron);
const stamp = { recordedAt: 1, recordedBy: StaffMemberId.parse(ids.ana) };
const plan = (more: Record<string, unknown> = {}, revision = 1) => ({
  ...mark(revision),
  id: RecordId.parse('01920000-0000-7000-8000-0000000000c1'),
  caseFileId,
  formId: 'safety-plan',
  formVersion: 1,
  stage: null,
  riskLevelSurvivor: null,
  riskLevelWorker: null,
  riskFlags: [],
  storage: null,
  status: 'ACTIVE',
  answers: {},
  madeOn: '2026-11-23',
  reviewedOn: null,
  triggers: [],
  reviewDueOn: '2026-12-23',
  ...more,
});
const sealedWords = {
  answers: { 'code-word': { state: 'ANSWERED', value: 'blue kettle', source: 'EXPRESSED', ...stamp } },
  formVersion: 1,
  revision: 3,
};
const answering = (more: Parameters<typeof fakeTransport>[0] = {}): FakeTransport =>
  fakeTransport({
    ...caseAnswers,
    'safetyPlan.get': () => ({ plan: null, sealed: false }),
    'safetyPlan.save': (request: { basedOn: number }) => plan({}, request.basedOn + 1),
    'safetyPlan.openSealed': () => sealedWords,
    'safetyPlan.saveSealed': () => ({ revision: 4 }),
    ...more,
  });
const path = `/cases/${ids.heron}/safety-plan`;
const hers = 'How much danger, as she sees it';
const worker = 'How much danger, as you see it';

describe('a safety plan', () => {
  it('shows everything that may be going on', async () => {
    openScreen(answering(), path);
    fireEvent.click(await screen.findByText('Show what may be going on'));
    expect(screen.getByLabelText('Being followed')).toBeVisible();
  });

  it('is written in parts, and keeps both views of the danger apart', async () => {
    const transport = answering();
    openScreen(transport, path);
    fireEvent.change(await screen.findByLabelText(hers), { target: { value: 'HIGH' } });
    fireEvent.change(screen.getByLabelText(worker), { target: { value: 'MODERATE' } });
    expect(screen.getByText(/You see it differently/)).toBeVisible();
    fireEvent.click(screen.getByText('Show what may be going on'));
    fireEvent.click(screen.getByLabelText('Being followed'));
    fireEvent.click(screen.getAllByText('B. Warning signs')[0]!);
    expect(screen.getByText('Which people, cars, messages, feelings or dates tell you to take care?')).toBeVisible();
    fireEvent.change(screen.getByLabelText('Line 1'), { target: { value: 'A grey van.' } });
    fireEvent.click(screen.getByText('Keep the plan'));
    await waitFor(() => expect(transport.callsOf('safetyPlan.save')).toHaveLength(1));
    expect(transport.callsOf('safetyPlan.save')[0]).toMatchObject({
      basedOn: 0,
      together: false,
      riskLevelSurvivor: 'HIGH',
      riskLevelWorker: 'MODERATE',
      riskFlags: ['STALKING'],
      status: 'DRAFT',
      answers: { signs: { state: 'ANSWERED', value: [{ words: 'A grey van.' }], source: 'EXPRESSED' } },
    });
  });

  it('is looked at together with one button', async () => {
    const transport = answering({ 'safetyPlan.get': () => ({ plan: plan({}, 2), sealed: false }) });
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Looked at together today' }));
    await waitFor(() => expect(transport.callsOf('safetyPlan.save')).toMatchObject([{ basedOn: 2, together: true }]));
  });

  it('says in words why the vault refused it', async () => {
    const transport = answering({
      'safetyPlan.save': () => {
        throw new Refusal('rule-broken', { rule: 'answers' });
      },
    });
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Keep the plan' }));
    expect(await screen.findByText('One of the answers does not fit its question.')).toBeVisible();
  });
});

describe('words only we know', () => {
  const sealed = () => answering({ 'safetyPlan.get': () => ({ plan: plan(), sealed: true }) });
  const open = async (transport: FakeTransport) => {
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Open: Words only we know' }));
    await user.type(screen.getByRole('textbox', { name: /Why do you open this/ }), 'She rang and asked{Enter}');
    return user;
  };

  it('are not in the page until a reason is given', async () => {
    const transport = sealed();
    openScreen(transport, path);
    await screen.findByRole('button', { name: 'Open: Words only we know' });
    expect(transport.callsOf('safetyPlan.openSealed')).toHaveLength(0);
    expect(document.body.innerHTML).not.toContain('blue kettle');
  });

  it('are shown for 60 seconds, then gone', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const transport = sealed();
    await open(transport);
    expect(await screen.findByRole('textbox', { name: 'A word that shows it is you' })).toHaveValue('blue kettle');
    expect(transport.callsOf('safetyPlan.openSealed')).toEqual([{ caseFileId, reason: 'She rang and asked' }]);
    await act(() => vi.advanceTimersByTimeAsync(61_000));
    expect(screen.queryByRole('textbox', { name: 'A word that shows it is you' })).toBeNull();
    expect(document.body.innerHTML).not.toContain('blue kettle');
    expect(transport.callsOf('safetyPlan.saveSealed')).toHaveLength(0);
  });

  it('that were changed are kept before they close, and never as a draft', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const transport = sealed();
    await open(transport);
    const field = await screen.findByRole('textbox', { name: 'A word that shows it is you' });
    fireEvent.change(field, { target: { value: 'green kettle' } });
    await act(() => vi.advanceTimersByTimeAsync(61_000));
    expect(transport.callsOf('safetyPlan.saveSealed')).toMatchObject([
      { basedOn: 3, answers: { 'code-word': { value: 'green kettle' } } },
    ]);
    expect(JSON.stringify(transport.callsOf('draft.save'))).not.toContain('kettle');
    expect(screen.queryByDisplayValue('green kettle')).toBeNull();
  });
});

describe('a safety plan that is read', () => {
  const written = plan({
    riskLevelSurvivor: 'HIGH',
    riskLevelWorker: 'MODERATE',
    riskFlags: ['STALKING'],
    answers: {
      'safe-people': {
        state: 'ANSWERED',
        value: [{ words: 'My sister.', who: 'SURVIVOR' }],
        source: 'EXPRESSED',
        ...stamp,
      },
    },
  });
  const as = (role: 'clinician' | 'legal-advocate') => ({ ...signedIn, person: { ...signedIn.person, role } });

  it('shows a counsellor what was said and how it stands, without a field or what is sealed', async () => {
    openScreen(
      answering({ 'session.status': () => as('clinician'), 'safetyPlan.get': () => ({ plan: written, sealed: true }) }),
      path,
    );
    expect(await screen.findByText('My sister.')).toHaveClass('hers');
    expect(screen.getByText('They see it differently. Both stand; the higher one sets the next look.')).toBeVisible();
    expect(screen.getByText('Being followed')).toBeVisible();
    expect(screen.getByText('Words only we know: sealed')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Line 1' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Keep the plan' })).toBeNull();
    expect(await wcagViolations()).toEqual([]);
  });

  it('shows a legal advocate the part about court and offices, and asks for nothing else', async () => {
    const transport = answering({
      'session.status': () => as('legal-advocate'),
      'safetyPlan.courtPart': () => ({
        part: {
          formVersion: 1,
          status: 'DRAFT',
          answers: {
            appointments: { state: 'ANSWERED', value: [{ words: 'The side door.' }], source: 'EXPRESSED', ...stamp },
          },
        },
      }),
    });
    openScreen(transport, path);
    expect(await screen.findByText('The side door.')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'I. Court, police, offices' })).toBeVisible();
    expect(screen.getByText('Being written. It is not in use yet.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Legal' })).toBeVisible();
    expect(transport.callsOf('safetyPlan.get')).toEqual([]);
    expect(await wcagViolations()).toEqual([]);
  });
});

it.each([
  ['2026-12-23', 'look again by 23 December 2026'],
  ['2026-11-20', /^Look at it together\. \d+ days past$/],
])('stands on the summary with its day, and calls once it has come: %s', async (reviewDueOn, words) => {
  const safetyPlan = { status: 'ACTIVE', reviewDueOn, riskLevelWorker: null, riskLevelSurvivor: null };
  const summary = () => ({ ...caseAnswers['caseFile.summary'](), safetyPlan });
  openScreen(fakeTransport({ ...caseAnswers, 'caseFile.summary': summary }), `/cases/${ids.heron}`);
  expect(await screen.findByText(words)).toBeVisible();
});
