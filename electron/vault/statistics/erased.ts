// What stays of erased cases counts on (erasure/README.md): by quarters, because nothing finer is left. In a month they are in no
// table, and the table says so.
import type { ErasedCase, ErasedStub } from '#shared/records/retention';
import type { Who } from '#shared/statistics/breakdowns';
import { exploitationType } from '#shared/statistics/counted-facts';
import type { Alike } from './counted.ts';

export interface ErasedIn {
  /** Helped in these quarters. */
  readonly served: readonly ErasedCase[];
  readonly left: readonly ErasedCase[];
  readonly asked: readonly ErasedCase[];
}

/** Of people, not of the second record of one. */
export function erasedIn(all: readonly ErasedCase[], quarters: readonly string[], who: Who): ErasedIn {
  const people = all.filter(({ stub }) => !stub.isPart);
  const isIn = (quarter: string | null | undefined): boolean => quarter != null && quarters.includes(quarter);
  const counts = ({ stub }: ErasedCase): boolean => !stub.isRefused;
  return {
    served: people.filter(
      ({ stub }) => stub.takenIn != null && stub.servedIn.some(isIn) && (who === 'EVERYONE' || stub.age === who),
    ),
    left: people.filter((one) => isIn(one.stub.leftIn) && counts(one)),
    asked: people.filter((one) => one.stub.takenIn === null && isIn(one.stub.opened) && counts(one)),
  };
}

/** As the living are counted. Gender is not kept. */
export const alikeOf = ({ stub }: ErasedCase, quarters: readonly string[]): Alike => ({
  isNew: stub.isFirst && stub.takenIn != null && quarters.includes(stub.takenIn),
  age: stub.age,
  gender: 'NOT_RECORDED',
  type: exploitationType(stub.exploitation),
  isRefused: stub.isRefused,
  people: 1,
});

/** The codes given in these quarters, or null when some of them may have been given in others. */
export function codesGiven({ servedIn, services }: ErasedStub, quarters: readonly string[]): readonly string[] | null {
  return servedIn.every((quarter) => quarters.includes(quarter)) ? Object.keys(services) : null;
}
