// A process that dies right after its start is started again, but not for ever.

const FLAG = '--early-deaths=';
/** A death sooner than this after the start, in seconds, counts towards giving up. */
const EARLY = 10;
const GIVE_UP_AFTER = 3;

/** How many starts in a row have died early, as the process before told this one. */
export const earlyDeaths = (args: readonly string[]): number =>
  Number(args.find((argument) => argument.startsWith(FLAG))?.slice(FLAG.length)) || 0;

/** The arguments of the next process, with the count brought up to date; undefined when it is time to give up. */
export function argumentsAfterDeath(args: readonly string[], uptimeSeconds: number): string[] | undefined {
  const deaths = uptimeSeconds < EARLY ? earlyDeaths(args) + 1 : 0;
  if (deaths >= GIVE_UP_AFTER) return undefined;
  return deaths === 0 ? argumentsAfterLock(args) : [...argumentsAfterLock(args), `${FLAG}${deaths}`];
}

/** The arguments after a lock that somebody asked for: the same, and nothing is counted. */
export const argumentsAfterLock = (args: readonly string[]): string[] =>
  args.filter((argument) => !argument.startsWith(FLAG));
