// Medical time windows of a need, in words: what to offer and until when. Never what must be done, never what happened.
import { type HealthWindow, hoursLeft } from '#shared/records/health-window';
import { now } from '../clock.ts';
import { dateOf, shortDate, timeOfDay } from '../dates.ts';
import { useText } from '../text.ts';
import { Note, When } from '../ui/status-words.tsx';

/** Hours from which a window is brought into the light. */
const SOON = 24;

export const momentWords = (at: number): string => `${shortDate(dateOf(at))}, ${timeOfDay(at)}`;

interface WindowLinesProps {
  readonly windows: readonly HealthWindow[];
  /** One line for the window that ends first, and not which: for pages that many people look at. */
  readonly inBrief?: boolean;
}

export function WindowLines({ windows, inBrief = false }: WindowLinesProps) {
  const t = useText();
  const open = windows.filter((window) => hoursLeft(window, now()) !== null);
  const shown = inBrief ? open.toSorted((one, other) => one.endsAt - other.endsAt).slice(0, 1) : windows;
  return shown.map((window) => {
    const left = hoursLeft(window, now());
    const what = t(`needs.window.${inBrief ? 'care' : window.kind}`);
    const words = { what, when: momentWords(window.endsAt) };
    return (
      <span key={window.kind} className="window-line">
        {left === null ? (
          <Note>{t('needs.window.ended', words)}</Note>
        ) : (
          <When tone={left < SOON ? 'lit' : 'plain'}>
            {`${t('needs.window.offer', words)}, ${t('needs.window.left', { count: left })}`}
          </When>
        )}
      </span>
    );
  });
}
