// The list of cases as she likes it: by what waits, kept under a name, shown again with one touch, let go.
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { CaseFileId } from '#shared/ids';
import type { CaseRow } from '#shared/records/case-file';
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

const row = (at: number): CaseRow => ({
  id: CaseFileId.parse(`01920000-0000-7000-8000-${String(at).padStart(12, '0')}`),
  nameUsed: `Bird ${at}`,
  caseNumber: '7K2-F9Q' as CaseRow['caseNumber'],
  status: 'ACTIVE',
  openedOn: '2026-11-21',
  languages: [],
  worker: null,
  openNeeds: 0,
  nextDueAt: null,
  lastChangedAt: 0,
});
const house = (total: number) => {
  const all = Array.from({ length: total }, (_, at) => row(at));
  return fakeTransport({
    ...caseAnswers,
    'caseFile.list': ({ offset, limit }: { offset: number; limit: number }) => ({
      rows: all.slice(offset, offset + limit),
      total,
    }),
    'caseList.choices': () => ({ kept: [], workers: [] }),
  });
};

/** By its words: asking 450 rows for their roles takes jsdom minutes. */
const nameOf = (at: number): HTMLElement | null => screen.queryByText(`Bird ${at}`)?.closest('a') ?? null;

it('goes on to the last of 450 cases with the keyboard, one question for each page', async () => {
  const transport = house(450);
  const { user } = openScreen(transport, '/cases');
  await screen.findByText('Bird 49');
  expect(nameOf(50)).toBeNull();
  expect(await wcagViolations()).toEqual([]);
  for (const offset of [50, 100, 150, 200, 250, 300, 350, 400]) {
    nameOf(offset - 1)?.focus();
    await user.tab();
    expect(document.activeElement).toHaveTextContent('Show more');
    await user.keyboard('{Enter}');
    await screen.findByText(`Bird ${offset}`);
    await waitFor(() => expect(nameOf(offset)).toHaveFocus());
  }
  expect(nameOf(449)).not.toBeNull();
  expect(screen.queryByText('Show more')).toBeNull();
  const asked = transport.callsOf('caseFile.list').map((one) => (one as { offset: number }).offset);
  expect(asked).toEqual([0, 50, 100, 150, 200, 250, 300, 350, 400]);
  expect(document.querySelector('table')).toHaveAttribute('aria-rowcount', '451');
}, 60_000);

it('asks for what comes near the window, and not for what is far', async () => {
  const watched = new Map<Element, (seen: { isIntersecting: boolean }[]) => void>();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #seen: (seen: { isIntersecting: boolean }[]) => void;
      constructor(seen: (seen: { isIntersecting: boolean }[]) => void) {
        this.#seen = seen;
      }
      observe(element: Element): void {
        watched.set(element, this.#seen);
      }
      disconnect(): void {
        return undefined;
      }
    },
  );
  openScreen(house(450), '/cases');
  await screen.findByText('Bird 49');
  const [, comes] = [...watched][2] ?? [];
  act(() => comes?.([{ isIntersecting: true }]));
  await screen.findByText('Bird 199');
  expect(nameOf(50)).toBeNull();
  vi.unstubAllGlobals();
});
