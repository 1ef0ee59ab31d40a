// Looks for the same person twice among many, without comparing everybody with everybody word for word.
// Finds what shared/records/duplicate.ts calls a suggestion; the shortcuts here only skip pairs that cannot be one.
import {
  type ComparableName,
  comparableName,
  factPoints,
  namePoints,
  type PersonFacts,
  SIMILAR_FROM,
  suggestsSamePerson,
} from '#shared/records/duplicate';
import type { CalendarDate } from '#shared/time';

export interface Likeness {
  readonly a: number;
  readonly b: number;
  readonly points: number;
}

export interface Search {
  readonly people: readonly PersonFacts[];
  readonly today: CalendarDate;
  /** Only pairs with at least one person before this position are of interest: the rest is already in the vault. */
  readonly fresh: number;
  /** Called now and then with a share of the whole; waits for it, so that other work goes on. Throws to give up. */
  pause(done: number): Promise<void>;
}

const MOST_PER_PERSON = 5;
/** A name that thousands share would be thousands of pairs: enough to have looked at this many. */
const MOST_LOOKED_AT = 400;
/** Letter-by-letter comparisons in one import, about ten seconds' worth; 10,000 names of real people need a tenth of it. */
const MOST_LIKENESSES = 10_000_000;
const PAUSE_MS_WORTH = 200_000;

interface Group {
  readonly name: ComparableName;
  readonly people: number[];
  readonly letters: number;
  readonly hasFresh: boolean;
}

/** All suggestions, at most five for each person, strongest first. */
export async function findDuplicates(search: Search): Promise<readonly Likeness[]> {
  const groups = groupByName(search);
  const found = new Map<number, Likeness[]>();
  let compared = 0;
  const isFull = (group: Group): boolean =>
    group.people.every((person) => (found.get(person)?.length ?? 0) >= MOST_PER_PERSON);
  let likenesses = MOST_LIKENESSES;
  for (const [at, group] of groups.entries()) {
    comparePairs(search, group, group, found);
    if (isFull(group)) continue;
    for (let other = at + 1; other < groups.length; other += 1) {
      const next = groups[other];
      if (next === undefined || !(group.hasFresh || next.hasFresh) || !mayBeAlike(group, next)) continue;
      if ((likenesses -= 1) < 0) break;
      if (namePoints(group.name, next.name) === 0) continue;
      comparePairs(search, group, next, found);
      if (isFull(group)) break;
    }
    compared += groups.length - at;
    if (compared < PAUSE_MS_WORTH) continue;
    compared = 0;
    await search.pause(at / groups.length);
  }
  return [...new Set([...found.values()].flat())];
}

function groupByName({ people, fresh }: Search): readonly Group[] {
  const groups = new Map<string, { name: ComparableName; people: number[]; letters: number; hasFresh: boolean }>();
  for (const [at, person] of people.entries()) {
    for (const text of person.names) {
      const name = comparableName(text);
      if (name.plain === '') continue;
      const group = groups.get(name.plain) ?? { name, people: [], letters: lettersOf(name.plain), hasFresh: false };
      group.people.push(at);
      group.hasFresh ||= at < fresh;
      groups.set(name.plain, group);
    }
  }
  return [...groups.values()];
}

/** Which letters occur, as bits. */
function lettersOf(name: string): number {
  let bits = 0;
  for (let at = 0; at < name.length; at += 1) bits |= 1 << (name.charCodeAt(at) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Letters that only one name has cannot match, which bounds Jaro-Winkler from above; a common sound passes anyway. */
function mayBeAlike(a: Group, b: Group): boolean {
  if (a.name.sound !== '' && a.name.sound === b.name.sound) return true;
  const [ours, theirs] = [a.name.plain.length, b.name.plain.length];
  const most = Math.min(ours - bitCount(a.letters & ~b.letters), theirs - bitCount(b.letters & ~a.letters));
  if (most <= 0) return false;
  const jaro = (most / ours + most / theirs + 1) / 3;
  return jaro + 0.4 * (1 - jaro) >= SIMILAR_FROM;
}

function comparePairs(search: Search, group: Group, other: Group, found: Map<number, Likeness[]>): void {
  const name = namePoints(group.name, other.name);
  const isFull = (person: number): boolean => (found.get(person)?.length ?? 0) >= MOST_PER_PERSON;
  for (const a of group.people) {
    let looked = 0;
    for (const b of other.people) {
      if (isFull(a) || looked >= MOST_LOOKED_AT) break;
      const isPair = (group === other ? b > a : b !== a) && (a < search.fresh || b < search.fresh);
      if (!isPair || isFull(b)) continue;
      looked += 1;
      const points = pointsOf(search, name, a, b);
      if (points !== null) remember(found, { a, b, points });
    }
  }
}

/** Points of a pair that is worth suggesting, else null. */
function pointsOf({ people, today }: Search, name: number, a: number, b: number): number | null {
  const [one, two] = [people[a], people[b]];
  if (one === undefined || two === undefined) return null;
  const facts = factPoints(one, two, today);
  return suggestsSamePerson(name, facts) ? name + facts : null;
}

function remember(found: Map<number, Likeness[]>, likeness: Likeness): void {
  for (const at of [likeness.a, likeness.b]) {
    const list = found.get(at) ?? [];
    const isNew = !list.some(({ a, b }) => a === likeness.a && b === likeness.b);
    if (isNew)
      found.set(
        at,
        [...list, likeness].toSorted((x, y) => y.points - x.points),
      );
  }
}
