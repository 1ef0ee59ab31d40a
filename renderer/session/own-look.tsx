// The look of the person signed in: taken from the vault before her first page is painted, so that no name is shown to
// somebody who hides them, and kept there whenever she changes it.
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect } from 'react';
import type { Preferences } from '#shared/contract/preferences';
import { useWrite } from '../api/use-vault.ts';
import { usePreferences } from '../preferences.ts';
import { beforeLock } from './drafts-pending.ts';
import { Night } from './night.tsx';

/** ms after the last change: each kept look is a line in the audit trail. */
const PAUSE = 1_500;

const lookNow = (): Preferences => {
  const { scheme, textSize, namesHidden } = usePreferences.getState();
  return { scheme, textSize, namesHidden };
};

interface OwnLookProps {
  /** As the vault kept it; null for somebody who never changed anything: then the computer's stays. */
  readonly look: Preferences | null;
  readonly children: ReactNode;
}

export function OwnLook({ look, children }: OwnLookProps) {
  const isOwn = usePreferences((preferences) => preferences.isOwn);
  const take = useEffectEvent(() => usePreferences.setState({ ...look, isOwn: true }));
  useLayoutEffect(() => take(), []);
  useKeeping(isOwn);
  return isOwn ? children : <Night />;
}

function useKeeping(isOn: boolean): void {
  const { run } = useWrite('ownLook.keep', { quiet: true });
  const keep = useEffectEvent(run);
  useEffect(() => {
    if (!isOn) return;
    let kept = JSON.stringify(lookNow());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = async (): Promise<void> => {
      clearTimeout(timer);
      const look = lookNow();
      if (JSON.stringify(look) === kept) return;
      const result = await keep(look);
      if (result.ok) kept = JSON.stringify(look);
    };
    const stop = usePreferences.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE);
    });
    const forget = beforeLock(() => flush());
    return () => {
      clearTimeout(timer);
      stop();
      forget();
    };
  }, [isOn]);
}
