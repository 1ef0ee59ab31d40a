// A calm bar before the idle lock: how long is left, that nothing is lost, and a way to stay. It covers nothing.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useBridge } from '../bridge.tsx';
import { useText } from '../text.ts';
import { IconLock } from '../ui/icons.ts';

/** Any key or click tells main that somebody is here; the button is for people who look for one. */
export function LockSoon() {
  const t = useText();
  const bridge = useBridge();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => bridge.onLockSoon(setSeconds), [bridge]);
  if (seconds <= 0) return null;
  return (
    <div className="lock-soon fade-in" role="status">
      <IconLock size={18} aria-hidden />
      <p className="grow">{t('shell.lockSoon', { seconds })}</p>
      <Button size="compact-md" variant="default" onClick={() => setSeconds(0)}>
        {t('shell.stayHere')}
      </Button>
    </div>
  );
}
