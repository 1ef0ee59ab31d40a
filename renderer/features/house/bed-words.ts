// One line about a bed: until when somebody is there, or what it waits for.
import type { BoardBed } from '#shared/records/stay';
import { now } from '../../clock.ts';
import { dateOf, shortDate, timeOrDay } from '../../dates.ts';
import type { useText } from '../../text.ts';

type Translate = ReturnType<typeof useText>;

export function bedWords(t: Translate, { stay, hold, closed }: BoardBed): string {
  if (stay !== null) return untilWords(t, stay.until);
  if (closed !== null) return closed;
  return hold?.words ?? '';
}

function untilWords(t: Translate, until: string | null): string {
  if (until === null) return t('house.openEnd');
  const isPast = until <= dateOf(now());
  return t(isPast ? 'house.wasToLeave' : 'house.until', { date: shortDate(until) });
}

/** The state as a word; a hold says how long. */
export const stateWords = (t: Translate, { state, hold }: BoardBed): string =>
  hold === null ? t(`house.state.${state}`) : t('house.heldWords', { time: timeOrDay(hold.until) });
