// Medical time windows of a need, in words: what to offer and until when. Never what must be done, never what happened.
import { type HealthWindow, hoursLeft } from '#shared/records/health-window';
import { now } from '../clock.ts';
import { dateOf, shortDate, timeOfDay } from '../dates.ts';
import { useText } from '../text.ts';
import { Note, When } from '../ui/status-words.tsx';

/** Hours from which a window is brought into the light. */
const SOON = 24;

export const momentWords = (at: number): string => `${shortDate(dateOf(at))}, ${timeOfDay(at)}`;

export function WindowLines({ windows }: { windows: readonly HealthWindow[] }) {
  const t = useText();
  return windows.map((window) => {
    const left = hoursLeft(window, now());
    const words = { what: t(`needs.window.${window.kind}`), when: momentWords(window.endsAt) };
    if (left === null) return <Note key={window.kind}>{t('needs.window.ended', words)}</Note>;
    return (
      <When key={window.kind} tone={left < SOON ? 'lit' : 'plain'}>
        {`${t('needs.window.offer', words)}, ${t('needs.window.left', { count: left })}`}
      </When>
    );
  });
}
