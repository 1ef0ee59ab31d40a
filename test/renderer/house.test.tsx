// The house as a picture and as a list; a bed is given only as far as the vault says it may be.
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { aRoom } from '../helpers/beds.ts';
import { mark } from '../helpers/case-answers.ts';
import { type FakeTransport, fakeTransport } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const heron = { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' };
const bed = (end: string, code: string, change: object = {}) => ({
  bedId: id(end),
  revision: 1,
  code,
  state: 'FREE',
  stay: null,
  hold: null,
  closed: null,
  ...change,
});
const stay = { id: id('c1'), revision: 1, of: heron, from: '2026-11-20', until: null, nights: 4 };
const board = ({ on }: { on: string }) => ({
  on,
  rooms: [
    {
      room: { ...mark(1), ...aRoom('Quiet room', { stepFree: true }), id: id('a1') },
      beds: [bed('b1', 'B3', { state: 'TAKEN', stay }), bed('b2', 'B4'), bed('b3', 'B5', { state: 'BEING_MADE' })],
    },
  ],
  minded: [{ of: heron, mind: ['DO_NOT_PLACE_TOGETHER'], lines: [{ kind: 'door', words: 'Knock twice' }] }],
});

let transport: FakeTransport;
beforeEach(() => {
  transport = fakeTransport({
    'session.status': () => signedIn,
    'stay.board': board,
    'noBed.figures': () => ({
      available: 90,
      taken: 60,
      ended: [],
      noBed: { FULL: 2, INELIGIBLE_AGE: 0, ACCESS_UNMET: 0, SAFETY_CONFLICT: 0, CHOSE_OTHER: 0 },
    }),
    'noBed.waiting': () => [],
    'caseFile.houseList': () => [{ ...heron, pronouns: '', openNeeds: 0 }],
    'stay.choices': () => [
      { bedId: id('b1'), code: 'B3', roomName: 'Quiet room', refusal: 'bed-taken', warnings: [] },
      { bedId: id('b2'), code: 'B4', roomName: 'Quiet room', refusal: 'room-apart', warnings: [] },
    ],
    'stay.begin': () => ({ stayId: id('c2') }),
    'room.bedReady': () => ({
      ...mark(2),
      id: id('b3'),
      roomId: id('a1'),
      code: 'B5',
      since: '2026-01-01',
      removedOn: null,
      beingMadeSince: null,
      closings: [],
    }),
  });
});

it('says how the night stands, and what to keep in mind without because of whom', async () => {
  openScreen(transport, '/house');
  expect(await screen.findByText(/1 taken, 1 being made, 1 free/)).toBeVisible();
  expect(screen.getByRole('button', { name: /Heron.*B3, open end/ })).toHaveAttribute('aria-pressed', 'false');
  expect(screen.getByText('not in every room. Ask before a move.')).toBeVisible();
  expect(await screen.findByText('this month: 2')).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
});

it('gives no bed that the vault refuses, and says why without because of whom', async () => {
  const { user } = openScreen(transport, '/house');
  await user.click(await screen.findByRole('button', { name: /Free.*B4/ }));
  await user.click(await screen.findByRole('combobox', { name: 'Who sleeps here' }));
  await user.click(await screen.findByRole('option', { name: 'Heron' }));
  expect(await screen.findByText('She is not to be in one room with somebody there.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Sleeps here' })).toBeDisabled();
  expect(transport.callsOf('stay.begin')).toEqual([]);
});

it('gives one that may be given, from tonight on', async () => {
  transport.answer('stay.choices', () => [
    { bedId: id('b2'), code: 'B4', roomName: 'Quiet room', refusal: null, warnings: ['ACCESS'] },
  ]);
  const { user } = openScreen(transport, '/house');
  await user.click(await screen.findByRole('button', { name: /Free.*B4/ }));
  await user.click(await screen.findByRole('combobox', { name: 'Who sleeps here' }));
  await user.click(await screen.findByRole('option', { name: 'Heron' }));
  expect(await screen.findByText(/this room is not step-free/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Sleeps here' }));
  expect(transport.callsOf('stay.begin')).toMatchObject([{ caseFileId: ids.heron, bedId: id('b2'), holdId: null }]);
});

it('is a list as well, from which every bed can be chosen with the keyboard', async () => {
  const { user } = openScreen(transport, '/house');
  await user.click(await screen.findByText('List'));
  const row = (await screen.findByText('Bed B5, Quiet room')).closest('li')!;
  within(row).getByRole('button', { name: 'Choose bed B5' }).focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'It is made' }));
  expect(transport.callsOf('room.bedReady')).toEqual([{ bedId: id('b3'), basedOn: 1 }]);
});

it('offers a house without rooms to be drawn', async () => {
  transport.answer('stay.board', ({ on }: { on: string }) => ({ on, rooms: [], minded: [] }));
  openScreen(transport, '/house');
  expect(await screen.findByText('No room is drawn yet.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Draw the house' })).toHaveAttribute('href', '/house/rooms');
});
