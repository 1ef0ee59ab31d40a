// When a need is due, in the words and strengths of the house: Now, today, later; late is said as days, never as blame.
import type { Urgency } from '#shared/records/need-codes';
import { needWhen } from '#shared/records/need-rules';
import type { Translate } from '#shared/text/language';
import { HOUR, MINUTE } from '#shared/time';
import { now } from '../clock.ts';
import { shortDate, timeOfDay } from '../dates.ts';
import { useText } from '../text.ts';
import { When } from '../ui/status-words.tsx';

/** The computer stands in the shelter: its zone is the shelter's. */
export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

interface Due {
  readonly urgency: Urgency;
  readonly dueAt: number;
}

/** Earlier today: how long ago. */
const pastToday = (t: Translate, past: number): string =>
  past < HOUR
    ? t('words.minutesPast', { count: Math.max(1, Math.floor(past / MINUTE)) })
    : t('words.hoursPast', { count: Math.floor(past / HOUR) });

/** The strong word and the plain one under it: "Now" / "by 03:30". */
export function useDueWords(): (due: Due) => { readonly lit: boolean; readonly word: string; readonly detail: string } {
  const t = useText();
  return (due) => {
    const when = needWhen(due, now(), zone());
    const by = t('words.by', { time: timeOfDay(due.dueAt) });
    switch (when.strength) {
      case 'now':
        return { lit: true, word: t('words.now'), detail: by };
      case 'past':
        return when.daysPast > 0
          ? { lit: true, word: t('words.daysPast', { count: when.daysPast }), detail: shortDate(when.by.date) }
          : { lit: true, word: pastToday(t, now() - due.dueAt), detail: by };
      case 'today':
        return { lit: false, word: t('words.today'), detail: by };
      case 'later':
        return { lit: false, word: shortDate(when.by.date), detail: timeOfDay(due.dueAt) };
    }
  };
}

/** Word and time in one line, for lists of one case. */
export function DueLine(due: Due) {
  const words = useDueWords()(due);
  return <When tone={words.lit ? 'lit' : 'plain'}>{`${words.word}, ${words.detail}`}</When>;
}
