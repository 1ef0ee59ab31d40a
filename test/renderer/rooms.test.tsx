// Rooms to talk in: what is taken is said without whose talk it is, and a time that is taken is answered with the next one.
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { type FakeTransport, fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const booking = (end: string, change: object = {}) => ({
  ...{ id: id(end), revision: 1, on: '2026-11-24', roomId: id('a1'), from: '10:00', to: '11:00' },
  ...{ of: null, words: '', hasInterpreter: false, isEscorted: false, staff: null, isOwn: false },
  ...change,
});

let transport: FakeTransport;
beforeEach(() => {
  transport = fakeTransport({
    'session.status': () => signedIn,
    'booking.day': () => ({
      rooms: [
        { id: id('a1'), name: 'Quiet room' },
        { id: id('a2'), name: 'Blue room' },
      ],
      bookings: [
        booking('b1'),
        booking('b2', {
          ...{ from: '14:00', to: '14:30', words: 'A call', isEscorted: true, isOwn: true },
          staff: { id: ids.ana, name: 'Ana' },
        }),
      ],
    }),
    'booking.add': () => {
      throw new Refusal('rule-broken', { rule: 'booking-taken' });
    },
    'booking.nextFree': () => ({ next: { from: '11:00', to: '12:00' } }),
    'booking.callOff': () => ({}),
    'caseFile.list': () => ({ rows: [], total: 0 }),
  });
});

it('shows that a room is taken, whose it is only to who may know, and calls off one’s own', async () => {
  const { user } = openScreen(transport, '/calendar/rooms');
  const rows = within(await screen.findByRole('list', { name: 'Quiet room' })).getAllByRole('listitem');
  expect(rows[0]).toHaveTextContent('10:00 to 11:00Taken');
  expect(rows[1]).toHaveTextContent('14:00 to 14:30A callsomebody goes along, Ana');
  expect(screen.getByText('Free all day.')).toBeVisible();
  expect(screen.getAllByRole('button', { name: /^Call it off/ })).toHaveLength(1);
  expect(await wcagViolations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Call it off: Quiet room, 14:00' }));
  expect(transport.callsOf('booking.callOff')).toEqual([{ bookingId: id('b2'), basedOn: 1 }]);
});

it('answers a time that is taken with the next one that is free', async () => {
  const { user } = openScreen(transport, '/calendar/rooms');
  const go = await screen.findByRole('button', { name: 'Book it' });
  expect(go).toBeDisabled();
  await user.type(screen.getByLabelText('From'), '10:30');
  await user.type(screen.getByLabelText('To'), '11:30');
  await user.click(go);
  expect(await screen.findByText('This room is booked for a part of that time.')).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Free from 11:00 to 12:00. Take that' }));
  expect(screen.getByLabelText('From')).toHaveValue('11:00');
  expect(screen.getByLabelText('To')).toHaveValue('12:00');
  expect(screen.queryByText('This room is booked for a part of that time.')).toBeNull();
  transport.answer('booking.add', () => ({}));
  await user.click(screen.getByRole('button', { name: 'Book it' }));
  expect(transport.callsOf('booking.add').at(-1)).toMatchObject({ roomId: id('a1'), from: '11:00', to: '12:00' });
});
