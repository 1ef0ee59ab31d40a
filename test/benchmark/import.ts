// A workbook of 1,000 people: read by the parser process, compared with everybody, and written in one transaction.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChoiceHandle } from '#shared/ids';
import { makeWorkbook } from '../../build/workbooks/generate.mjs';
import { newVault, type TestVault } from '../helpers/vault.ts';
import { figure } from './figures.ts';
import { startFloor } from './floor.ts';
import { startParser } from './office-settings.ts';
import type { MeasureRow } from './rows.ts';
import { compare, type Contender, timed } from './side-by-side.ts';

const PEOPLE = 1_000;
const ROUNDS = 5;
const TODAY = '2026-11-23T10:00';

export const importRow: MeasureRow = async ({ folder }) => {
  const workbook = join(folder, 'people.xlsx');
  writeFileSync(workbook, await makeWorkbook({ people: PEOPLE, traps: false }));
  const floor = startFloor();
  const place = join(folder, 'empty');
  const onEmptyFloor = (took: Contender['took']): Contender => ({
    prepare: () => floor.ask('open', { file: join(place, 'plain.db'), now: Date.parse(`${TODAY}Z`), cases: 0 }),
    took,
    tidy: () => floor.ask('close', { folder: place }),
  });
  const writing = { ours: [] as number[], plain: [] as number[], alone: [] as number[] };
  let vault: TestVault;
  const whole = await compare({
    row: 'import',
    what: `import ${PEOPLE.toLocaleString('en')} people, read and written`,
    rounds: ROUNDS,
    warmUp: 1,
    ours: {
      prepare: async () => {
        vault = await newVault(TODAY, { startParser });
      },
      took: () =>
        timed(async () => {
          const { importId, people } = await vault.ask('htcdsImport.open', {
            file: ChoiceHandle.parse(vault.grant(workbook)),
          });
          if (people !== PEOPLE) throw new Error(`the workbook was read as ${people} people`);
          writing.ours.push(await timed(() => vault.ask('htcdsImport.commit', { importId })));
        }),
      tidy: () => vault.remove(),
    },
    floors: {
      'the same without a key': onEmptyFloor(async () => {
        const took = await floor.ask('timeImport', { workbook });
        writing.plain.push(took.writing);
        return took.whole;
      }),
      'its inserts alone': onEmptyFloor(async () => {
        const took = await floor.ask('timeImportedInserts', { workbook });
        writing.alone.push(took);
        return took;
      }),
    },
  });
  await floor.end();
  const counted = (took: readonly number[]): readonly number[] => took.slice(-ROUNDS);
  const floors = {
    'the same without a key': counted(writing.plain),
    'its inserts alone': counted(writing.alone),
  };
  return [whole, figure({ row: 'import', what: 'of that, the writing', unit: 'ms' }, counted(writing.ours), floors)];
};
