// The chip that says whether what was written is on disk: what was not accepted belongs to its page, a full disk to every page.
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { caseAnswers, caseOf } from '../helpers/case-answers.ts';
import { fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const refusing = (refusal: Refusal) =>
  fakeTransport({
    ...caseAnswers,
    'caseFile.get': () => caseOf,
    'caseFile.list': () => ({ rows: [], total: 0 }),
    'caseFile.timeline': () => ({ entries: [], total: 0 }),
    'caseFile.updateDetails': () => {
      throw refusal;
    },
  });

it.each([
  ['what was not accepted is forgotten with the page', new Refusal('rule-broken', { rule: 'case-status' }), 0],
  ['a full disk is told on the next page too', new Refusal('disk-full'), 1],
])('%s', async (_what, refusal, stays) => {
  const { user } = openScreen(refusing(refusal), `/cases/${ids.heron}/history`);
  await user.selectOptions(await screen.findByRole('combobox', { name: 'How they came here' }), 'A hotline');
  await user.click(screen.getByRole('button', { name: 'Keep this' }));
  await screen.findByText(/^Not saved/);
  await user.click(screen.getByRole('link', { name: 'Cases' }));
  await screen.findByRole('heading', { level: 1, name: 'Cases' });
  await waitFor(() => expect(screen.queryAllByText(/^Not saved/)).toHaveLength(stays));
});
