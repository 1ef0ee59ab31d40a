// How long the conversation has lasted. Every twenty minutes it offers a rest, after an hour it says that this is enough
// for one time. It never counts down and never stops anybody.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { paceOf, type Pace } from '#shared/records/conversation-rules';
import { now } from '../clock.ts';
import { useText } from '../text.ts';
import { IconTea } from '../ui/icons.ts';

/** ms between looks at the clock. */
const LOOK = 15_000;

export function usePace(startedAt: number, restedAt: number | null): Pace {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), LOOK);
    return () => clearInterval(timer);
  }, []);
  return paceOf({ startedAt, restedAt, now: Math.max(at, restedAt ?? 0) });
}

interface TogetherTimeProps {
  /** UTC ms. */
  readonly startedAt: number;
  readonly restedAt: number | null;
  /** They rested, or would rather go on: the next offer comes in twenty minutes. */
  readonly onRest: () => void;
}

export function TogetherTime({ startedAt, restedAt, onRest }: TogetherTimeProps) {
  const t = useText();
  const { minutes, offersBreak, isLong } = usePace(startedAt, restedAt);
  if (minutes === 0) return null;
  return (
    <div className="together">
      <IconTea size={18} aria-hidden />
      <p role="status">
        <b>{t('talk.together', { count: minutes })}</b> {t('talk.togetherEnd')}{' '}
        {isLong ? t('talk.enough') : offersBreak && t('talk.tea')}
      </p>
      {offersBreak && (
        <Button size="compact-sm" variant="subtle" onClick={onRest}>
          {t('talk.rested')}
        </Button>
      )}
    </div>
  );
}
