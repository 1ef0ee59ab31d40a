import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const stamped = { recordedAt: 1, recordedBy: ids.ana, state: 'ANSWERED', source: 'EXPRESSED' };
const lines = (...words: string[]) => ({ ...stamped, value: words.map((one) => ({ words: one })) });
const plan = {
  ...mark(2),
  id: ids.heron,
  caseFileId: ids.heron,
  formId: 'safety-plan',
  formVersion: 1,
  answers: {
    signs: lines('A white van twice', 'A silent call'),
    'safe-people': lines('Rosa', 'The night nurse', 'My aunt', 'The baker', 'Sam', 'Lena', 'The priest'),
  },
  madeOn: '2026-11-22',
  reviewedOn: null,
  triggers: [],
  reviewDueOn: '2026-11-30',
  stage: null,
  riskLevelSurvivor: null,
  riskLevelWorker: null,
  riskFlags: [],
  storage: 'PRINT',
  status: 'ACTIVE',
};
const answers = (more: Parameters<typeof fakeTransport>[0] = {}) =>
  fakeTransport({
    ...caseAnswers,
    'safetyPlan.get': () => ({ plan, sealed: true }),
    'printLog.list': () => [],
    'printLog.add': (print: object) => ({ ...print, ...mark(1), id: ids.heron }),
    ...more,
  });
const at = (sheet: string) => `/cases/${ids.heron}/prints/${sheet}`;
const paper = () => screen.findByRole('article', { name: 'The paper as it will be printed' });

const print = vi.fn();
beforeEach(() => {
  print.mockClear();
  window.print = print;
});
afterEach(() => vi.restoreAllMocks());

describe('the prints of a case', () => {
  it('offer each sheet with its purpose, and say what was printed before', async () => {
    openScreen(
      answers({
        'printLog.list': () => [
          {
            ...mark(1),
            id: ids.heron,
            caseFileId: ids.heron,
            sheet: 'NEEDS_LIST',
            lines: 3,
            withName: false,
            shredOn: '2026-12-23',
          },
        ],
      }),
      `/cases/${ids.heron}/prints`,
    );
    expect(await screen.findByRole('link', { name: 'Prepare: Small card' })).toBeVisible();
    expect(await screen.findByText('Destroy this paper by 23 December 2026')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });
});

describe('a small card', () => {
  it('begins empty, has no titles and takes eight lines at most', async () => {
    const { user } = openScreen(answers(), at('SAFETY_CARD'));
    const boxes = await screen.findAllByRole('checkbox', { name: /van|call|Rosa|nurse|aunt|baker|Sam|Lena|priest/ });
    expect(boxes).toHaveLength(9);
    expect(screen.getByRole('button', { name: 'Print' })).toBeDisabled();
    for (const box of boxes.slice(0, 8)) await user.click(box);
    expect(boxes[8]).toBeDisabled();
    expect(within(await paper()).queryAllByRole('heading')).toEqual([]);
  });
});

describe('a sheet', () => {
  it('shows the whole plan with its titles, without a name unless she wants it there', async () => {
    const { user } = openScreen(answers(), at('SAFETY_PLAN'));
    expect(within(await paper()).getByText('A white van twice')).toBeVisible();
    expect(within(await paper()).getByRole('heading', { name: 'Warning signs' })).toBeVisible();
    expect(within(await paper()).queryByText('Heron')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: /Write the name on it/ }));
    expect(within(await paper()).getByText('Heron')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('is written into the log before it is printed', async () => {
    const transport = answers();
    const { user } = openScreen(transport, at('SAFETY_PLAN'));
    await user.click(await screen.findByRole('checkbox', { name: 'Rosa' }));
    await user.click(screen.getByRole('button', { name: 'Print' }));
    await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    expect(transport.callsOf('printLog.add')).toMatchObject([{ sheet: 'SAFETY_PLAN', lines: 8, withName: false }]);
  });

  it('is not printed when it could not be written down', async () => {
    const refused = () => {
      throw new Refusal('disk-full');
    };
    const { user } = openScreen(answers({ 'printLog.add': refused }), at('SAFETY_PLAN'));
    await user.click(await screen.findByRole('button', { name: 'Print' }));
    await screen.findByRole('alert');
    expect(print).not.toHaveBeenCalled();
  });

  it('says so when there is nothing to put on it', async () => {
    openScreen(answers({ 'safetyPlan.get': () => ({ plan: null, sealed: false }) }), at('SAFETY_PICTURES'));
    expect(await screen.findByText('The safety plan is still empty.')).toBeVisible();
  });
});

describe('the sealed words', () => {
  it('come on a paper of their own, and only after a reason was given', async () => {
    const opened = { answers: { 'code-word': { ...stamped, value: 'marigold' } }, formVersion: 1, revision: 1 };
    const transport = answers({ 'safetyPlan.openSealed': () => opened });
    const { user } = openScreen(transport, at('SEALED_WORDS'));
    const open = await screen.findByRole('button', { name: 'Open the words' });
    expect(screen.queryByText('marigold')).toBeNull();
    await user.type(screen.getByRole('textbox', { name: /Why do you open this/ }), 'She asked for it');
    await user.click(open);
    expect(within(await paper()).getByText('marigold')).toBeVisible();
    expect(transport.callsOf('safetyPlan.openSealed')).toMatchObject([{ reason: 'She asked for it' }]);
  });
});
