// What the app said is kept, written down outside of it: one line for each thing, what it was kept as, and what may stand there
// instead because it was asked for and never answered.
import { appendFileSync } from 'node:fs';

/** What a thing is, in one line; null when it is not there. */
export type Told = string | null;
export type Seen = ReadonlyMap<string, string>;

interface Line {
  kept: Told;
  readonly perhaps: Set<Told>;
}

export interface Difference {
  readonly thing: string;
  readonly kept: Told;
  readonly found: Told;
}

export class Ledger {
  readonly #lines = new Map<string, Line>();
  readonly #new = new Map<string, number>();
  readonly #file: string;
  /** Answers that something is kept. */
  acknowledged = 0;

  /** @param file every word of the ledger is written there as well, for whoever looks into a loss */
  constructor(file: string) {
    this.#file = file;
  }

  /** It was asked for: until there is an answer, nobody knows. */
  ask(thing: string, as: Told): void {
    this.#note('asked', thing, as);
    this.#of(thing).perhaps.add(as);
  }

  /** The answer came: it is kept so, and nothing else. */
  keep(thing: string, as: Told): void {
    this.acknowledged += 1;
    this.settled(thing, as);
  }

  /** What follows from something that is kept: no answer of its own. */
  settled(thing: string, as: Told): void {
    this.#note('kept', thing, as);
    this.#lines.set(thing, { kept: as, perhaps: new Set() });
  }

  /** Something of this family was asked for whose name nobody knows before the answer. */
  askNew(family: string): void {
    this.#note('asked', family, 'new');
    this.#new.set(family, (this.#new.get(family) ?? 0) + 1);
  }

  /** The answer to `askNew`. */
  keepNew(family: string, thing: string, as: Told): void {
    this.answered(family);
    this.keep(thing, as);
  }

  /** What was asked of this family came to nothing, and said so. */
  answered(family: string): void {
    this.#new.set(family, Math.max(0, (this.#new.get(family) ?? 0) - 1));
  }

  /** What is kept and not found as it was kept, and what is found and was never asked for. `isHers`: what she who looks can see. */
  differences(seen: Seen, isHers: (thing: string) => boolean): Difference[] {
    const hers = [...this.#lines].filter(([thing]) => isHers(thing));
    const lost = hers.flatMap(([thing, { kept, perhaps }]) => {
      const found = seen.get(thing) ?? null;
      return found === kept || perhaps.has(found) ? [] : [{ thing, kept, found }];
    });
    const strange = this.#strangers(seen).filter(([, many]) => many.length > 0);
    return [
      ...lost,
      ...strange.flatMap(([, many]) => many.map((thing) => ({ thing, kept: null, found: seen.get(thing) ?? null }))),
    ];
  }

  /** What was found holds from now on: what was asked for and not answered is decided. Returns what is kept now and was not before. */
  settle(seen: Seen, isHers: (thing: string) => boolean): void {
    for (const [thing, line] of this.#lines) {
      if (!isHers(thing)) continue;
      const found = seen.get(thing) ?? null;
      if (found === null && line.kept === null) this.#lines.delete(thing);
      else this.#lines.set(thing, { kept: found, perhaps: new Set() });
    }
    for (const [thing, found] of seen)
      if (!this.#lines.has(thing)) this.#lines.set(thing, { kept: found, perhaps: new Set() });
    this.#new.clear();
  }

  /** The names of a family that are kept. */
  keptOf(family: string): string[] {
    return [...this.#lines]
      .filter(([thing, { kept }]) => thing.startsWith(`${family}/`) && kept !== null)
      .map(([thing]) => thing.slice(family.length + 1));
  }

  /** A process was killed here. */
  mark(end: string): void {
    this.#note('killed', end, null);
  }

  get(thing: string): Told {
    return this.#lines.get(thing)?.kept ?? null;
  }

  /** What it may be instead. */
  perhaps(thing: string): readonly Told[] {
    return [...(this.#lines.get(thing)?.perhaps ?? [])];
  }

  #of(thing: string): Line {
    const line = this.#lines.get(thing) ?? { kept: null, perhaps: new Set() };
    this.#lines.set(thing, line);
    return line;
  }

  /** What nobody knows of, by family, without as many as may be new in it. */
  #strangers(seen: Seen): [string, string[]][] {
    const unknown = [...seen.keys()].filter((thing) => !this.#lines.has(thing));
    const familyOf = (thing: string): string => thing.slice(0, thing.indexOf('/'));
    const families = [...new Set(unknown.map(familyOf))];
    return families.map((family) => [
      family,
      unknown.filter((thing) => familyOf(thing) === family).slice(this.#new.get(family) ?? 0),
    ]);
  }

  #note(what: string, thing: string, as: Told): void {
    appendFileSync(this.#file, `${JSON.stringify({ what, thing, as })}\n`);
  }
}
