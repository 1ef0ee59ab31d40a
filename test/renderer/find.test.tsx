// The find box with the keyboard alone: cases by two letters, what can be done in the open one, actions, pages, written words.
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId } from '#shared/ids';
import { usePreferences } from '../../renderer/preferences.ts';
import { caseAnswers } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const heron = { caseFileId: CaseFileId.parse(ids.heron), nameUsed: 'Heron', caseNumber: '7K2-F9Q' };
const maple = { caseFileId: CaseFileId.parse(ids.maple), nameUsed: 'Maple', caseNumber: '3D4-H5J' };
const snippet = [
  { text: 'with ', found: false },
  { text: 'cardamom', found: true },
];
const written = { ...maple, status: 'ACTIVE', matched: 'text', recordKind: 'case-note', snippet };

const answering = () =>
  fakeTransport({
    ...caseAnswers,
    'caseFile.list': () => ({
      rows: [
        {
          id: heron.caseFileId,
          nameUsed: 'Heron',
          caseNumber: heron.caseNumber,
          status: 'ACTIVE',
          openedOn: '2026-11-21',
          languages: [],
          worker: null,
          openNeeds: 0,
          nextDueAt: null,
          lastChangedAt: 1,
        },
      ],
      total: 1,
    }),
    'caseFile.search': ({ query }: { query: string }) => ({
      hits:
        query === 'he'
          ? [{ ...heron, status: 'ACTIVE', matched: 'name', recordKind: null, snippet: [] }]
          : query.startsWith('card')
            ? [written]
            : [],
      more: false,
      newestOnly: false,
    }),
    'caseFile.timeline': () => ({ entries: [], total: 0 }),
    'need.list': () => [],
    'wordSearch.find': ({ query }: { query: string }) => ({
      hits: query.startsWith('card')
        ? [{ of: maple, recordKind: 'case-note', recordId: 'n1', savedAt: Date.parse('2026-11-22T10:00Z'), snippet }]
        : [],
      total: query.startsWith('card') ? 1 : 0,
      newestOnly: false,
      kinds: query.startsWith('card') ? [{ kind: 'case-note', count: 1 }] : [],
    }),
  });
/** Nothing has a place on the screen here, so the list counts as hidden. */
const hidden = { hidden: true } as const;
const list = () => within(screen.getByRole('listbox', { name: 'Find a case or an action', ...hidden }));
const options = (): string[] =>
  list()
    .queryAllByRole('option', hidden)
    .map((option) => option.textContent ?? '');
const option = (name: RegExp) => list().findByRole('option', { name, ...hidden });

it('a page that is opened by its number takes the keys with it', async () => {
  const { user } = openScreen(answering(), '/nowhere');
  await user.click(await screen.findByRole('textbox'));
  await user.keyboard('{Alt>}2{/Alt}');
  expect(await screen.findByRole('heading', { name: 'Cases' })).toBeVisible();
  expect(screen.getByRole('main')).toHaveFocus();
});

describe('the find box', () => {
  it('opens with Ctrl K on the cases of late and all that can be done', async () => {
    const { user } = openScreen(answering(), '/nowhere');
    await screen.findByRole('textbox');
    await user.keyboard('{Control>}k{/Control}');
    expect(await option(/Heron/)).toBeInTheDocument();
    expect(options()).toEqual(
      expect.arrayContaining(['Someone newCtrl N', 'Hide namesCtrl Shift H', 'LockCtrl L', 'NeedsAlt 3']),
    );
    await user.keyboard('{Escape}');

    expect(screen.getByRole('textbox')).not.toHaveFocus();
  });

  it('goes to a case by two letters and Enter', async () => {
    const { user } = openScreen(answering(), '/nowhere');
    await screen.findByRole('textbox');
    await user.keyboard('{Control>}k{/Control}he');
    await waitFor(() => expect(options()[0]).toContain('Heron'));
    await user.keyboard('{Enter}');
    const parts = await screen.findByRole('navigation', { name: 'Parts of this case' });
    expect(parts).toBeVisible();
    // The next Tab is a step into the page that was chosen, not through the header.
    expect(screen.getByRole('main')).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('main')).toContainElement(document.activeElement as HTMLElement);
  });

  it('goes to the first one also when the arrows chose another before the box was left', async () => {
    const { user } = openScreen(answering(), '/nowhere');
    const field = await screen.findByRole('textbox');
    await user.keyboard('{Control>}k{/Control}he');
    await waitFor(() => expect(options()[0]).toContain('Heron'));
    await user.keyboard('{ArrowDown}');
    act(() => field.blur());
    act(() => field.focus());
    await user.keyboard('he');
    await waitFor(() => expect(options()[0]).toContain('Heron'));
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('navigation', { name: 'Parts of this case' })).toBeVisible();
  });

  it('begins anew when it is asked for again, and keeps no word once it is left', async () => {
    const { user } = openScreen(answering(), '/nowhere');
    const field = await screen.findByRole('textbox');
    await user.keyboard('{Control>}k{/Control}maple');
    await user.keyboard('{Control>}k{/Control}he');
    expect(field).toHaveValue('he');
    await waitFor(() => expect(options()[0]).toContain('Heron'));
    act(() => field.blur());
    expect(field).toHaveValue('');
  });

  it('locks, and hides names', async () => {
    const { user, bridge } = openScreen(answering(), '/nowhere');
    await screen.findByRole('textbox');
    await user.keyboard('{Control>}k{/Control}hide{Enter}');
    expect(usePreferences.getState().namesHidden).toBe(true);
    await user.keyboard('{Control>}k{/Control}lock{Enter}');
    await waitFor(() => expect(bridge.locks()).toBe(1));
  });

  it('adds a need in the case that is open, and knows no such thing outside of one', async () => {
    const { user } = openScreen(answering(), `/cases/${ids.heron}/needs`);
    await screen.findByRole('navigation', { name: 'Parts of this case' });
    await user.keyboard('{Control>}k{/Control}add a n');
    await waitFor(() => expect(options().slice(0, 2)).toEqual(['Add a noteAlt N', 'Add a need']));
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByRole('heading', { name: 'What is needed?' })).toBeVisible();
    await user.click(within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { name: 'Today' }));
    await user.keyboard('{Control>}k{/Control}add a n');
    await waitFor(() => expect(options().join()).not.toContain('Add a need'));
  });

  it('shows words that were written, without the words while names are hidden', async () => {
    const { user } = openScreen(answering(), '/nowhere');
    await screen.findByRole('textbox');
    await user.keyboard('{Control>}k{/Control}cardamom');
    expect(await option(/with cardamom/)).toHaveTextContent('Maple');
    usePreferences.getState().change({ namesHidden: true });
    await waitFor(() => expect(options().join()).not.toMatch(/cardamom.*cardamom|Maple/));
    expect(list().queryByText('with')).toBeNull();
  });
});

describe('the page of words', () => {
  it('takes the words of the find box, leads to where they stand, and hides them with the names', async () => {
    const { user } = openScreen(answering(), '/nowhere');
    await screen.findByRole('textbox');
    await user.keyboard('{Control>}k{/Control}carda');
    await option(/^Look for “carda” in everything written$/);
    await user.keyboard('{ArrowUp}{Enter}');
    expect(await screen.findByRole('link', { name: 'with cardamom' })).toHaveAttribute(
      'href',
      `/cases/${ids.maple}/notes`,
    );
    expect(screen.getByText('In a note, 22 November 2026')).toBeVisible();
    expect(screen.getByLabelText('Words, or how they begin')).toHaveValue('carda');
    await user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
    expect(await screen.findByText('Words are not shown while names are hidden')).toBeVisible();
    expect(screen.queryByText('cardamom')).toBeNull();
    await user.clear(screen.getByLabelText('Words, or how they begin'));
    await user.type(screen.getByLabelText('Words, or how they begin'), 'zebra');
    expect(await screen.findByText('These words stand nowhere in the cases you work on.')).toBeVisible();
  });
});
