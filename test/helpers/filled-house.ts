// The house of the filled vault: two storeys, five rooms, eight beds; who sleeps there, a hold, a bed that is not made.
import type { CaseFileId } from '#shared/ids';
import { aRoom, makeRoom } from './beds.ts';
import type { TestVault } from './vault.ts';

/** Rooms and beds, before anybody comes. */
export async function buildHouse(vault: TestVault) {
  const upstairs = { storey: 1 };
  return {
    ...(await makeRoom(vault, aRoom('Front room', upstairs), ['B1', 'B2'])),
    ...(await makeRoom(
      vault,
      aRoom('Family room', {
        ...upstairs,
        place: 1,
        type: 'FAMILY',
        lockable: false,
        ownBathroom: true,
        cribSpace: true,
      }),
      ['B4', 'B5'],
    )),
    ...(await makeRoom(vault, aRoom('Quiet room', { type: 'QUIET', capacity: 1 }), ['B3'])),
    ...(await makeRoom(vault, aRoom('Garden room', { place: 1, type: 'ACCESSIBLE', capacity: 1, stepFree: true }), [
      'B6',
    ])),
    ...(await makeRoom(vault, aRoom('Back room', { place: 2, lockable: false }), ['B7', 'B8'])),
  };
}

/** Who sleeps there tonight; in B8 somebody slept who is somewhere else now. */
export async function sleepThere(vault: TestVault, people: readonly CaseFileId[]): Promise<void> {
  const beds = await buildHouse(vault);
  const from = new Date(vault.clock.now).toISOString().slice(0, 10);
  const nights = { from, until: null, holdId: null, apartByWish: false };
  const codes = ['B3', 'B1', 'B8'];
  const stays: string[] = [];
  for (const [at, caseFileId] of people.slice(0, codes.length).entries())
    stays.push((await vault.ask('stay.begin', { caseFileId, bedId: beds[codes[at]!]!, ...nights })).stayId);
  const last = stays[2];
  if (last !== undefined)
    await vault.ask('stay.move', { stayId: last, basedOn: 1, bedId: beds['B4']!, apartByWish: false });
  await vault.ask('stay.hold', { bedId: beds['B7']!, caseFileId: null, words: 'for a call' });
  await vault.ask('noBed.count', { people: 2, reason: 'FULL', offered: true });
  await vault.ask('noBed.wait', { people: 1, needs: 'step-free' });
}
