// What is read all day: the list of cases, one case, Today, a name, words. The same requests in turn go to the encrypted vault, to
// the same handlers on the plain database, and as bare statements to the plain database.
import type { OperationName } from '../helpers/vault.ts';
import type { Line } from './acts.ts';
import type { Figure } from './figures.ts';
import type { Floor } from './floor.ts';
import { type Shelter, typed, wordAt } from './invented-shelter.ts';
import type { Bench, MeasureRow } from './rows.ts';
import type { ReaderActs } from './reader-process.ts';
import { compare } from './side-by-side.ts';

interface Reading {
  readonly row: string;
  readonly what: string;
  readonly name: OperationName;
  readonly rounds: number;
  /** Asked one after the other, again and again. */
  readonly requests: readonly object[];
  /** Turns before those that count; as many as there are requests when every one is to have been asked before. */
  readonly warmUp?: number;
}

interface Readers {
  readonly vault: Line<ReaderActs>;
  readonly plain: Floor;
  readonly shelter: Shelter;
}

/** Requests a turn: a process that has just been woken finds its caches gone, and whether it is says more of the machine than of us. */
const AT_ONCE = 10;

async function measure({ vault, plain }: Readers, reading: Reading): Promise<Figure> {
  const { row, what, name, rounds, requests, warmUp = 10 } = reading;
  const places = (turn: number): number[] => Array.from({ length: AT_ONCE }, (_, at) => turn * AT_ONCE + at);
  const batch = (turn: number) => ({ name, requests: places(turn).map((at) => requests[at % requests.length]!) });
  await plain.ask('listen', { name, requests });
  return compare({
    row,
    what,
    rounds: rounds / AT_ONCE,
    warmUp: Math.ceil(warmUp / AT_ONCE),
    ours: { took: (turn) => vault.ask('timeRequests', batch(turn)) },
    floors: {
      'the same without a key': { took: (turn) => plain.ask('timeRequests', batch(turn)) },
      'its statements alone': { took: (turn) => plain.ask('timeStatements', { places: places(turn) }) },
    },
  });
}

/** A row of reads: from its first figure to its last the vault is in a process of its own, and both begin with an empty cache. */
const reads =
  (work: (readers: Readers, bench: Bench) => Promise<Figure[]>): MeasureRow =>
  async (bench) => {
    const office = await bench.office();
    const { plain, shelter } = office;
    await plain.ask('forget');
    return office.reading((vault) => work({ vault, plain, shelter }, bench));
  };

const numbers = (count: number, to: (at: number) => object): object[] =>
  Array.from({ length: count }, (_, at) => to(at));

export const listRow = reads(async (office, bench) => {
  const show = { limit: 50, show: 'open', order: 'recent' };
  const pages = Math.max(1, Math.floor(bench.cases / 50));
  return [
    await measure(office, {
      row: 'list',
      what: 'list 50 open cases, newest change first',
      name: 'caseFile.list',
      rounds: 100,
      requests: [{ ...show, offset: 0 }],
    }),
    await measure(office, {
      row: 'list',
      what: 'list 50 of all cases by name, any page',
      name: 'caseFile.list',
      rounds: 100,
      requests: numbers(20, (at) => ({ limit: 50, show: 'all', order: 'name', offset: ((at * 7) % pages) * 50 })),
    }),
  ];
});

export const caseRow = reads(async (office) => {
  const { cases } = office.shelter;
  const all = { rounds: 100, row: 'case' };
  // A case of the last hours is in the cache; one that nobody opened since the records were opened is read from the file. The latter
  // come second: both processes know their own code by then.
  const ways = [
    { how: 'opened before', first: 0, count: 20, warmUp: 400 },
    { how: 'not opened before', first: 20, count: 200, warmUp: 10 },
  ];
  const figures: Figure[] = [];
  for (const { how, first, count, warmUp } of ways) {
    const some = numbers(count, (at) => ({ caseFileId: cases[((first + at) * 61) % cases.length]! }));
    const lines = some.map((request) => ({ ...request, offset: 0, limit: 50 }));
    const each = { ...all, warmUp };
    figures.push(
      await measure(office, { ...each, what: `open a case, ${how}`, name: 'caseFile.summary', requests: some }),
      await measure(office, { ...each, what: `its timeline, ${how}`, name: 'caseFile.timeline', requests: lines }),
    );
  }
  return figures;
});

export const todayRow = reads(async (office) => [
  await measure(office, {
    row: 'today',
    what: 'Today, the answer of the vault',
    name: 'today.get',
    rounds: 100,
    requests: [{ limit: 8 }],
  }),
]);

export const searchRow = reads(async (office) => {
  const { names } = office.shelter;
  const all = { row: 'search', name: 'caseFile.search', rounds: 40 } as const;
  const words: Readonly<Record<string, (at: number) => string>> = {
    'a word of nearly every note': (at) => wordAt(at % 4),
    'a common and a less common word': (at) => `${wordAt(at % 4)} ${wordAt(60 + at)}`,
    'a rare word': (at) => wordAt(2_500 + at * 11),
    'four letters of a word': (at) => wordAt(at * 3).slice(0, 4),
  };
  const figures = [
    await measure(office, {
      ...all,
      what: 'find a case by a name or alias',
      requests: numbers(100, (at) => {
        const { nameUsed, alias } = names[(at * 13) % names.length]!;
        return { query: typed(at % 2 === 0 ? alias : nameUsed), limit: 12, inText: false };
      }),
    }),
  ];
  for (const [what, query] of Object.entries(words)) {
    const requests = numbers(25, (at) => ({ query: query(at), limit: 12 }));
    figures.push(await measure(office, { ...all, what: `find in text: ${what}`, requests }));
    const places = { ...all, name: 'wordSearch.find', rounds: 20 } as const;
    const everyPlace = numbers(25, (at) => ({ query: query(at) }));
    figures.push(await measure(office, { ...places, what: `every place of ${what}`, requests: everyPlace }));
  }
  return figures;
});
