// Private rooms through the router (domain §9): no room and no interpreter twice at one time, and nobody hears of a case not hers.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId, RecordId } from '#shared/ids';
import { nextFree } from '#shared/records/booking';
import { aRoom } from '../helpers/beds.ts';
import { openCase } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const JO = { signInName: 'jo', passphrase: passphraseOf('jo') };
let vault: TestVault;
let maya: CaseFileId;
let quiet: RecordId;
let talk: RecordId;
let rosa: RecordId;

const room = async (name: string, type: 'QUIET' | 'COUNSELLING' | 'SHARED') =>
  (await vault.ask('room.save', { roomId: null, basedOn: 0, room: aRoom(name, { type }) })).id;
const book = (change: object = {}) => vault.ask('booking.add', { ...wanted(), ...change });
const wanted = () => ({
  ...{ on: '2026-03-03', from: '10:00', to: '11:00', roomId: quiet, caseFileId: maya as CaseFileId | null },
  ...{ interpreterId: null as RecordId | null, isEscorted: false, words: 'First talk' },
});
const day = () => vault.ask('booking.day', { on: '2026-03-03' });

beforeEach(async () => {
  vault = await newVault();
  await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...JO });
  quiet = await room('Quiet room', 'QUIET');
  talk = await room('Blue room', 'COUNSELLING');
  maya = await openCase(vault, 'Maya');
  const sworn = { vettedOn: '2026-03-01', confidentialitySignedOn: '2026-03-01' };
  const details = { name: 'Rosa', agency: '', languages: ['Spanish'], dialect: '', gender: '', ties: [], ...sworn };
  rosa = (await vault.ask('interpreter.save', { basedOn: 0, details })).id;
});
afterEach(() => vault.remove());

describe('a private room', () => {
  it('is booked once at a time, and says when it is free next', async () => {
    await book();
    expect(await ruleOf(book({ from: '10:30', to: '11:30' }))).toBe('booking-taken');
    await book({ from: '11:00', to: '11:30' });
    const asked = { ...wanted(), from: '10:30', to: '11:15' };
    expect(await vault.ask('booking.nextFree', asked)).toEqual({ next: { from: '11:30', to: '12:15' } });
    await book({ roomId: talk, from: '10:30', to: '11:30' });
    const { rooms, bookings } = await day();
    expect(rooms.map(({ name }) => name).sort()).toEqual(['Blue room', 'Quiet room']);
    expect(bookings.map(({ from }) => from)).toEqual(['10:00', '10:30', '11:00']);
  });

  it('is one that is made for it, on a day that comes, for somebody who is here', async () => {
    expect(await ruleOf(book({ on: '2026-03-01' }))).toBe('booking-past');
    expect(await ruleOf(book({ from: '11:00', to: '11:00' }))).toBe('booking-ends-before');
    expect(await ruleOf(book({ roomId: await room('Front room', 'SHARED') }))).toBe('booking-room');
    await vault.ask('caseFile.close', { caseFileId: maya, reason: 'GOALS_MET', why: '' });
    expect(await ruleOf(book())).toBe('booking-not-here');
    await book({ caseFileId: null, words: 'A call' });
  });

  it('is free again when it is called off, by who booked it', async () => {
    await book();
    const [one] = (await day()).bookings;
    vault.vault.close();
    await vault.unlock(JO);
    const off = { bookingId: one!.id, basedOn: one!.revision };
    expect(await outcome(vault.ask('booking.callOff', off))).toBe('not-found');
    vault.vault.close();
    await vault.unlock();
    await vault.ask('booking.callOff', off);
    expect((await day()).bookings).toEqual([]);
    await book();
  });
});

it('an interpreter is in one place at a time, and only where she is offered', async () => {
  await book({ interpreterId: rosa });
  expect(await ruleOf(book({ interpreterId: rosa, roomId: talk }))).toBe('booking-interpreter');
  const asked = { ...wanted(), interpreterId: rosa, roomId: talk };
  expect(await vault.ask('booking.nextFree', asked)).toEqual({ next: { from: '11:00', to: '12:00' } });
  expect(await ruleOf(book({ interpreterId: rosa, caseFileId: null, from: '14:00', to: '15:00' }))).toBe(
    'interpreter-not-offered',
  );
});

it('tells who does not work with her that the room is taken, and no more; the calendar tells who does', async () => {
  await book({ isEscorted: true });
  const wish = { from: '2026-03-02', to: '2026-03-09', whose: 'all' as const, zone: 'UTC' };
  const items = (await vault.ask('calendar.agenda', wish)).coming.items.filter(({ kind }) => kind === 'booking');
  expect(items).toMatchObject([{ on: '2026-03-03', time: '10:00', of: { nameUsed: 'Maya' } }]);
  vault.vault.close();
  await vault.unlock(JO);
  const heard = await day();
  expect(heard.bookings).toMatchObject([{ of: null, words: '', from: '10:00', isOwn: false }]);
  expect(JSON.stringify(heard)).not.toMatch(new RegExp(`Maya|First talk|${maya}`));
  expect(await outcome(book())).toBe('not-assigned');
  const seen = (await vault.ask('calendar.agenda', wish)).coming.items.filter(({ kind }) => kind === 'booking');
  expect(seen).toEqual([]);
});

it('a day that is full has no next time', () => {
  expect(nextFree({ from: '20:00', to: '21:30' }, [{ from: '20:30', to: '21:00' }])).toBeNull();
  expect(nextFree({ from: '20:00', to: '20:30' }, [{ from: '20:00', to: '21:30' }])).toEqual({
    from: '21:30',
    to: '22:00',
  });
});
