// Papers of the house: no name of anybody who lives there, in the log before the printer, and nothing printed that the log refused.
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { type FakeTransport, fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const room = {
  ...{ id: id('a1'), revision: 1, savedAt: 1, savedBy: null, site: 'House', name: 'Blue room', type: 'SHARED' },
  ...{ lockable: true, ownBathroom: false, stepFree: false, doorWidth: null, visualAlarm: false, cribSpace: false },
  ...{ capacity: 2, storey: 0, place: 0 },
};
const bed = { revision: 1, hold: null, closed: null, stay: null };
const stay = {
  ...{ id: id('c1'), revision: 1, from: '2026-11-20', until: null, nights: 4 },
  of: { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' },
};

let transport: FakeTransport;
const print = vi.fn<() => void>();
beforeEach(() => {
  vi.stubGlobal('print', print);
  transport = fakeTransport({
    'session.status': () => signedIn,
    'stay.board': () => ({
      on: '2026-11-24',
      minded: [],
      rooms: [
        {
          room,
          beds: [
            { ...bed, bedId: id('b1'), code: 'B1', state: 'TAKEN', stay },
            { ...bed, bedId: id('b2'), code: 'B2', state: 'FREE' },
          ],
        },
      ],
    }),
    'housePaper.add': () => ({ shredOn: '2026-11-25' }),
    'housePaper.list': () => [
      { paper: 'TRAINING', lines: 9, at: 1_795_000_000_000, shredOn: '2027-02-16', by: { id: ids.ana, name: 'Ana' } },
    ],
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  print.mockClear();
});

it('the beds of tonight stand on it by their codes and the end of a case number', async () => {
  openScreen(transport, '/house/paper');
  const paper = await screen.findByRole('article', { name: 'The paper as it will be printed' });
  expect(paper).toHaveTextContent('Blue room');
  expect(paper).toHaveTextContent('B1 · Taken · F9Q');
  expect(paper).toHaveTextContent('B2 · Free');
  expect(paper).not.toHaveTextContent('Heron');
  expect(paper).toHaveTextContent('Destroy this paper by');
  const printed = await screen.findByRole('list', { name: 'Printed lately' });
  expect(printed).toHaveTextContent(/Who has learnt what.*Ana, .*to be destroyed by 16 February 2027/);
  expect(await wcagViolations()).toEqual([]);
});

it('is written into the log before it is printed', async () => {
  const { user } = openScreen(transport, '/house/paper');
  await user.click(await screen.findByRole('button', { name: 'Print' }));
  await waitFor(() => expect(print).toHaveBeenCalledOnce());
  expect(transport.callsOf('housePaper.add')).toEqual([{ paper: 'BED_BOARD', lines: 2 }]);
});

it('is not printed when the log could not be written', async () => {
  transport.answer('housePaper.add', () => {
    throw new Refusal('disk-full');
  });
  const { user } = openScreen(transport, '/house/paper');
  await user.click(await screen.findByRole('button', { name: 'Print' }));
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(print).not.toHaveBeenCalled();
});
