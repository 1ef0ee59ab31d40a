// Whether somebody is old enough for the screens on a day, from what the intake says. What it does not say stays unknown.
import type { Answer, Answers } from '../answers.ts';
import { PartialDate, possibleDays } from '../partial-date.ts';
import { addMonths, type CalendarDate, localDate } from '../time.ts';
import type { ScreenAge } from './screening.ts';

/** domain §5: no screens for anybody younger. */
const YEARS = 12;
/** The first band that lies wholly below, and the one that lies across. */
const CHILD = { id: 'age-0-8', oldest: 8 };
const YOUNG = { id: 'age-9-17', youngest: 9 };

const turns = (born: CalendarDate, years: number): CalendarDate => addMonths(born, 12 * years);

function byBirthday(answer: Answer | undefined, on: CalendarDate): ScreenAge {
  const born = PartialDate.safeParse(answer?.value);
  const days = born.success ? possibleDays(born.data) : null;
  if (days === null) return 'UNKNOWN';
  if (turns(days.last, YEARS) <= on) return 'OLD_ENOUGH';
  return turns(days.first, YEARS) > on ? 'UNDER_12' : 'UNKNOWN';
}

/** A band is true on the day it was said, and she gets older. */
function byBand(answer: Answer | undefined, on: CalendarDate): ScreenAge {
  if (answer?.state !== 'ANSWERED') return 'UNKNOWN';
  const said = localDate(answer.recordedAt, 'UTC');
  if (answer.value === CHILD.id) return turns(said, YEARS - CHILD.oldest - 1) > on ? 'UNDER_12' : 'UNKNOWN';
  if (answer.value === YOUNG.id) return turns(said, YEARS - YOUNG.youngest) <= on ? 'OLD_ENOUGH' : 'UNKNOWN';
  return 'OLD_ENOUGH';
}

/** The birthday says more than the band; either may be open. */
export function screenAge(intake: Answers, on: CalendarDate): ScreenAge {
  const exact = byBirthday(intake['born-on'], on);
  return exact === 'UNKNOWN' ? byBand(intake['age-band'], on) : exact;
}
