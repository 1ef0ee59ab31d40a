// Status words: always icon and word together. Tones: lit (now), ok (settled), stop (do not do this), note (noticed, waits).
import type { ReactNode } from 'react';
import { useText } from '../text.ts';
import { IconCheck, IconClock, IconInfo, IconNoticed, IconNow, IconStop, IconWaits } from './icons.ts';

export type Tone = 'lit' | 'ok' | 'stop' | 'note' | 'plain';

export function Word({ tone = 'plain', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`word word-${tone}`}>
      {icon}
      <span>{children}</span>
    </span>
  );
}

interface Said {
  readonly children: ReactNode;
}
/** A time that helps. Lit for now and next in time, plain for the rest; late is said as "1 day past", lit, never as alarm. */
export const When = ({ tone = 'plain', children }: Said & { tone?: 'lit' | 'plain' }) => (
  <Word tone={tone} icon={tone === 'lit' ? <IconNow size={15} aria-hidden /> : <IconClock size={15} aria-hidden />}>
    {children}
  </Word>
);
export const Ok = ({ children }: Said) => (
  <Word tone="ok" icon={<IconCheck size={15} aria-hidden />}>
    {children}
  </Word>
);
/** Clay means one thing only: stop, do not do this. Never for lateness, deletion or an empty field. */
export const Stop = ({ children }: Said) => (
  <Word tone="stop" icon={<IconStop size={15} aria-hidden />}>
    {children}
  </Word>
);
export const Note = ({ children }: Said) => (
  <Word tone="note" icon={<IconInfo size={15} aria-hidden />}>
    {children}
  </Word>
);
export const Waits = ({ children }: Said) => (
  <Word tone="note" icon={<IconWaits size={15} aria-hidden />}>
    {children}
  </Word>
);
/** What staff saw and the person did not say. `them` is the record's pronoun. Its button is "Ask", not "Start". */
export function Noticed({ them }: { them?: string }) {
  const t = useText();
  return (
    <Word tone="note" icon={<IconNoticed size={15} aria-hidden />}>
      {them ? t('words.noticedAsk', { them }) : t('words.noticed')}
    </Word>
  );
}
