// A month of a house with 12 beds, day by day through the operations, beside a count of its own of every night.
import { expect, it } from 'vitest';
import type { CaseFileId, RecordId } from '#shared/ids';
import { addDays, DAY } from '#shared/time';
import { aRoom, makeRoom } from '../helpers/beds.ts';
import { openCase } from '../helpers/casework.ts';
import { seededNumbers } from '../helpers/seeded-numbers.ts';
import { newVault } from '../helpers/vault.ts';

const [FIRST, DAYS, SEED] = ['2026-04-01', 30, 12];

it(`leaves no bed with two people and nobody with two beds, and counts every night (seed ${SEED})`, async () => {
  const vault = await newVault(`${FIRST}T12:00`);
  const draw = seededNumbers(SEED);
  const beds: RecordId[] = [];
  for (let room = 0; room < 6; room += 1)
    beds.push(
      ...Object.values(await makeRoom(vault, aRoom(`Room ${room}`, { place: room }), [`B${room}a`, `B${room}b`])),
    );
  const people: CaseFileId[] = [];
  for (let at = 0; at < 20; at += 1) people.push(await openCase(vault, `Guest ${at}`));

  // Our own book: which bed each person sleeps in tonight, which beds are closed, and the nights of both.
  const sleeping = new Map<CaseFileId, RecordId>();
  const closed = new Set<RecordId>();
  let [taken, offered] = [0, 0];
  const lengths: number[] = [];
  const came = new Map<CaseFileId, number>();

  const figuresOfMonth = () => vault.ask('noBed.figures', { from: FIRST, to: addDays(FIRST, DAYS) });

  for (let day = 0; day < DAYS; day += 1) {
    const today = addDays(FIRST, day);
    const boardBeds = async () => (await vault.ask('stay.board', { on: today })).rooms.flatMap((room) => room.beds);
    for (let act = 0; act < 6; act += 1) {
      const now = await boardBeds();
      const one = now[draw(now.length)]!;
      const { bedId, revision: basedOn, stay } = one;
      const free = people.filter((id) => !sleeping.has(id));
      if (one.state === 'BEING_MADE') await vault.ask('room.bedReady', { bedId, basedOn });
      else if (one.state === 'CLOSED') {
        await vault.ask('room.openBed', { bedId, basedOn });
        closed.delete(bedId);
      } else if (one.state === 'FREE' && draw(6) === 0) {
        await vault.ask('room.closeBed', { bedId, basedOn, reason: 'Paint' });
        closed.add(bedId);
      } else if (one.state === 'FREE') {
        const caseFileId = free[draw(free.length)]!;
        await vault.ask('stay.begin', {
          caseFileId,
          bedId,
          from: today,
          until: null,
          holdId: null,
          apartByWish: false,
        });
        sleeping.set(caseFileId, bedId);
        came.set(caseFileId, day);
      } else if (stay !== null && draw(3) === 0) {
        await vault.ask('stay.end', { stayId: stay.id, basedOn: stay.revision, leftOn: today });
        const who = stay.of.caseFileId;
        sleeping.delete(who);
        lengths.push(day - came.get(who)!);
      } else if (stay !== null) {
        const target = now.find(({ state }) => state === 'FREE');
        if (target === undefined) continue;
        const to = { bedId: target.bedId, apartByWish: false };
        await vault.ask('stay.move', { stayId: stay.id, basedOn: stay.revision, ...to });
        sleeping.set(stay.of.caseFileId, target.bedId);
      }
    }
    const tonight = (await boardBeds()).flatMap(({ bedId, stay }) =>
      stay === null ? [] : [[stay.of.caseFileId, bedId]],
    );
    expect(tonight.toSorted()).toEqual([...sleeping].toSorted());
    taken += sleeping.size;
    offered += beds.length - closed.size;
    // In the middle of the month the nights to come are not counted.
    if (day === 14) expect(await figuresOfMonth()).toMatchObject({ taken, available: offered });
    vault.clock.now += DAY;
  }

  const figures = await figuresOfMonth();
  expect(figures).toMatchObject({ taken, available: offered });
  expect(figures.ended).toEqual(lengths.toSorted((one, other) => one - other));
  expect(taken).toBeGreaterThan(60);
  await vault.remove();
});
