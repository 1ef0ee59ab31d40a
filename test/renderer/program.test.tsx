// The page about the program itself: its verdict, in words that anybody at the desk can act on.
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ProgramFacts } from '#shared/contract/program';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { signedIn } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';

const words = ['foothill', 'laziness', 'snaking', 'fleshy', 'showing', 'uninsured', 'crank', 'crablike', 'plating'];
const release: ProgramFacts = {
  version: '1.4.0',
  made: 'release',
  files: { same: 38, changed: 0, missing: 0, added: 0 },
  words: [...words, 'dumpling'],
  network: 'denied',
};

const show = (facts: ProgramFacts | null) =>
  openScreen(
    fakeTransport({ 'session.status': () => signedIn }),
    '/safekeeping/program',
    fakeBridge({ program: () => Promise.resolve(facts) }),
  );

describe('This program', () => {
  it('is as it was made: the count, the version, and ten words to compare with the card', async () => {
    const { container } = show(release);
    expect(await screen.findByRole('heading', { name: 'The files are as they were made' })).toBeVisible();
    expect(screen.getByText('38 files agree with the list that was made with the program.')).toBeVisible();
    expect(screen.getByRole('row', { name: 'Version 1.4.0' })).toBeVisible();
    expect(screen.getByRole('row', { name: 'Made as a release' })).toBeVisible();
    expect(screen.getByRole('row', { name: /^Network denied by the system/ })).toBeVisible();
    expect(screen.getByText([...words, 'dumpling'].join(' '))).toBeVisible();
    expect(screen.getByText(/A program that somebody has altered can show false words/)).toBeVisible();
    expect(await wcagViolations(container)).toEqual([]);
  });

  it('says what to do when its files are not as they were made, with how many of each', async () => {
    show({ ...release, files: { same: 35, changed: 2, missing: 0, added: 1 } });
    expect(await screen.findByRole('heading', { name: 'The files are not as they were made' })).toBeVisible();
    expect(screen.getByText(/do not enter a passphrase on this computer/)).toBeVisible();
    expect(screen.getByRole('row', { name: 'Changed 2' })).toBeVisible();
    expect(screen.getByRole('row', { name: 'Missing 0' })).toBeVisible();
    expect(screen.getByRole('row', { name: 'Added by somebody else 1' })).toBeVisible();
    expect(screen.queryByText('The files are as they were made')).toBeNull();
  });

  it('says of a development build what it is for, and of a network that is not denied who says so', async () => {
    show({ ...release, made: 'development', network: 'not-denied' });
    expect(await screen.findByRole('row', { name: /a development build, for trying out only/ })).toBeVisible();
    expect(screen.getByRole('row', { name: /not denied by the system/ })).toBeVisible();
  });

  it('says so when there is no list, and when nothing could be read', async () => {
    const first = show({ ...release, made: 'from-sources', files: null, words: [] });
    expect(await screen.findByText(/there is no list to compare it with/)).toBeVisible();
    expect(screen.queryByText('In words')).toBeNull();
    first.unmount();
    show(null);
    expect(await screen.findByText(/could not be read/)).toBeVisible();
  });
});
