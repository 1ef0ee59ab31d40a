// The look of whoever signs in is there with her first page; a change goes to the vault once, and before a lock at once.
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { usePreferences } from '../../renderer/preferences.ts';
import { caseAnswers } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const look = { scheme: 'dark', textSize: 140, namesHidden: true } as const;
const answering = (own: typeof look | null) =>
  fakeTransport({
    ...caseAnswers,
    'session.status': () => ({ ...signedIn, look: own }),
    'ownLook.keep': () => ({}),
  });

it('is hers from the first page on, and taking it is no change', async () => {
  const transport = answering(look);
  const { bridge } = openScreen(transport, '/nowhere');
  expect(await screen.findByRole('button', { name: 'Show names' })).toBeVisible();
  expect(document.documentElement.style.fontSize).toBe('140%');
  bridge.askToFlush();
  await waitFor(() => expect(bridge.flushes()).toBe(1));
  expect(transport.callsOf('ownLook.keep')).toEqual([]);
});

it('stays the computer’s for somebody who never changed anything', async () => {
  usePreferences.setState({ scheme: 'light', textSize: 125, namesHidden: false });
  openScreen(answering(null), '/nowhere');
  expect(await screen.findByRole('button', { name: 'Hide names' })).toBeVisible();
  expect(document.documentElement.style.fontSize).toBe('125%');
});

it('is kept once after several changes, and before a lock without waiting', async () => {
  const transport = answering(look);
  const { user, bridge } = openScreen(transport, '/nowhere');
  await screen.findByRole('button', { name: 'Show names' });
  await user.keyboard('{Control>}={/Control}');
  await user.keyboard('{Control>}={/Control}');
  bridge.askToFlush();
  await waitFor(() => expect(bridge.flushes()).toBe(1));
  expect(transport.callsOf('ownLook.keep')).toEqual([{ ...look, textSize: 175 }]);
  await user.keyboard('{Control>}0{/Control}');
  expect(document.documentElement.style.fontSize).toBe('100%');
});
