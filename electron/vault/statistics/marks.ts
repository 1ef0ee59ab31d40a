// Marks of the people a table counted, so that the next table can be measured against it: keyed, short, and the same after somebody
// was erased. Why marks and not a second count of the old table stands in the README.
import type { CaseKey } from '../records/erased-case.ts';
import type { TableId } from '#shared/statistics/funder-sets';
import { servedPeople } from './counted.ts';
import { lackedIn, noBedIn, waitedIn } from './lacked.ts';
import { askedIn, leftIn } from './left-and-asked.ts';
import { type Counting, OF_OTHERS } from './tables.ts';

/** Hex digits of a mark: of 20,000 people two share one once in 90 billion tables. */
const SIGNS = 16;

export type Marks = Readonly<Record<string, string[]>>;

/** One list for each way of counting that the tables use; the headcount is compared with headcounts. */
export function marksOf({ asking, erased }: Counting, tables: readonly string[], keyOf: CaseKey): Marks {
  const has = (...ids: TableId[]): boolean => ids.some((id) => tables.includes(id));
  const marks = (found: readonly string[], gone: readonly { readonly caseKey: string }[]): string[] =>
    [...found.map(keyOf), ...gone.map(({ caseKey }) => caseKey)].map((key) => key.slice(0, SIGNS)).sort();
  const people = (found: readonly { readonly person: string }[]): string[] => [
    ...new Set(found.map(({ person }) => person)),
  ];
  const served = servedPeople(asking);
  const counted = served.filter(({ isRefused }) => !isRefused).map(({ person }) => person);
  const everybody = served.map(({ person }) => person);
  const countsServed = tables.some((id) => !(OF_OTHERS as readonly string[]).includes(id));
  return {
    ...(countsServed
      ? {
          served: marks(
            counted,
            erased.served.filter(({ stub }) => !stub.isRefused),
          ),
        }
      : {}),
    ...(has('HEADCOUNT') ? { headcount: marks(everybody, erased.served) } : {}),
    ...(has('LEFT')
      ? {
          left: marks(
            leftIn(asking).map(({ person }) => person),
            erased.left,
          ),
        }
      : {}),
    ...(has('ASKED')
      ? {
          asked: marks(
            askedIn(asking).map(({ person }) => person),
            erased.asked,
          ),
        }
      : {}),
    ...(has('UNMET') ? { unmet: marks(people(lackedIn(asking)), []) } : {}),
    ...(has('NO_BED') ? { noBed: marks(people(noBedIn(asking)), []) } : {}),
    ...(has('WAIT') ? { waited: marks(people(waitedIn(asking)), []) } : {}),
  };
}
