// The list of cases as she likes it: by what waits, kept under a name, shown again with one touch, let go.
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { firstWish } from '#shared/records/case-list';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { openScreen } from '../helpers/screen.tsx';

const late = { name: 'Late', wish: { ...firstWish, waiting: 'overdue' as const } };

it('is asked for by what waits, and kept under a name of hers', async () => {
  const transport = fakeTransport({
    ...caseAnswers,
    'caseFile.list': () => ({ rows: [], total: 0 }),
    'caseList.choices': () => ({ kept: [], workers: [] }),
    'caseList.keep': ({ lists }: { lists: (typeof late)[] }) => ({ kept: lists, workers: [] }),
  });
  const { user } = openScreen(transport, '/cases');
  expect(await screen.findByText('No cases yet. One name opens the first.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Keep this list' })).toBeNull();
  await user.selectOptions(screen.getByLabelText('What waits'), 'Past its time');
  expect(await screen.findByText('No case is like that.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Keep this list' }));
  await user.type(await screen.findByLabelText('What to call it'), 'Late{Enter}');
  await waitFor(() => expect(transport.callsOf('caseList.keep')).toEqual([{ lists: [late] }]));
});

it('is shown again with one touch, and let go', async () => {
  const transport = fakeTransport({
    ...caseAnswers,
    'caseFile.list': () => ({ rows: [], total: 0 }),
    'caseList.choices': () => ({ kept: [late], workers: [] }),
    'caseList.keep': () => ({ kept: [], workers: [] }),
  });
  const { user } = openScreen(transport, '/cases');
  await user.click(await screen.findByRole('button', { name: 'Late', pressed: false }));
  await waitFor(() => expect(transport.callsOf('caseFile.list').at(-1)).toMatchObject({ waiting: 'overdue' }));
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Let “Late” go' }));
  expect(transport.callsOf('caseList.keep')).toEqual([{ lists: [] }]);
});
