// What the house reads of a look in: at a set time its time, otherwise that somebody looks in now. Never what it is for.
import type { DueNeed } from '#shared/records/need';
import { timeOfDay } from '../dates.ts';
import { pronounsFor } from '../pronouns.ts';
import { useText } from '../text.ts';

export function useHouseTitle(): (need: DueNeed) => string {
  const t = useText();
  return (need) => {
    if (need.sees === 'words') return need.title;
    if (need.urgency === 'U0') return t('needs.lookIn', pronounsFor(t, null));
    return t('needs.checkInAt', { time: timeOfDay(need.dueAt) });
  };
}
