// A few days of invented work, so that every kind of page of a vault has been written more than once.
import { DAY } from '#shared/time';
import type { TestVault } from './vault.ts';

const words =
  'tea window quiet morning letter garden bus ticket blue coat market phone call doctor visit school form'.split(' ');

/** Text that differs with `seed` and is long enough to fill pages. */
const textOf = (seed: number): string =>
  Array.from({ length: 60 }, (_, at) => words[(seed * 7 + at * 3) % words.length]).join(' ');

/** Opens `count` cases with a note each, and changes some of those that are there. */
export async function workADay(vault: TestVault, day: number, count: number): Promise<void> {
  vault.clock.advance(DAY);
  for (let at = 0; at < count; at += 1) {
    const seed = day * 1_000 + at;
    const opened = await vault.ask('caseFile.open', { nameUsed: `Person ${seed}` });
    await vault.ask('caseFile.updateDetails', {
      caseFileId: opened.id,
      basedOn: 1,
      details: { aliases: [{ text: textOf(seed).slice(0, 180), use: 'CHOSEN', safeToSayAloud: true }] },
    });
  }
  const { rows } = await vault.ask('caseFile.list', { order: 'opened', limit: 100 });
  for (const row of rows.filter((_, at) => at % 5 === day % 5)) {
    const { revision } = await vault.ask('caseFile.get', { caseFileId: row.id });
    await vault.ask('caseFile.updateDetails', {
      caseFileId: row.id,
      basedOn: revision,
      details: { aliases: [{ text: textOf(day + revision).slice(0, 180), use: 'CHOSEN', safeToSayAloud: true }] },
    });
  }
}
