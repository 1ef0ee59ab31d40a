// Rooms and beds of an invented house, made through the router.
import type { RecordId } from '#shared/ids';
import type { Room } from '#shared/records/room';
import type { TestVault } from './vault.ts';

export const aRoom = (name: string, change: Partial<Room> = {}): Room => ({
  site: 'Willow House',
  name,
  type: 'SHARED',
  lockable: true,
  ownBathroom: false,
  stepFree: false,
  doorWidth: null,
  visualAlarm: false,
  cribSpace: false,
  capacity: 2,
  storey: 0,
  place: 0,
  ...change,
});

/** A room with these beds; answers with the id of each bed. */
export async function makeRoom(
  vault: Pick<TestVault, 'ask'>,
  room: Room,
  codes: readonly string[],
): Promise<Readonly<Record<string, RecordId>>> {
  const { id: roomId } = await vault.ask('room.save', { roomId: null, basedOn: 0, room });
  const beds: Record<string, RecordId> = {};
  for (const code of codes) beds[code] = (await vault.ask('room.addBed', { roomId, code })).id;
  return beds;
}
