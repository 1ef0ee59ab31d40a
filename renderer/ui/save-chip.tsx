// The one place that says whether what was written is on disk. Fixed width, so that nothing jumps.
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { WireError } from '#shared/contract/errors';
import { type SaveState, useSaveState } from '../api/save-state.ts';
import { timeOfDay } from '../dates.ts';
import { useText } from '../text.ts';
import { IconCheck, IconClock, IconPencil, IconStop } from './icons.ts';

/** ms. Faster than this there is nothing to tell. */
const SAVING_SHOWN_AFTER = 400;

/** Keeps showing the last outcome until saving has taken long enough to mention. */
function useShown(state: SaveState): SaveState {
  const [slow, setSlow] = useState<SaveState | null>(null);
  const [settled, setSettled] = useState<SaveState>(state);
  if (state.kind !== 'saving' && settled !== state) setSettled(state);
  useEffect(() => {
    if (state.kind !== 'saving') return;
    const timer = setTimeout(() => setSlow(state), SAVING_SHOWN_AFTER);
    return () => clearTimeout(timer);
  }, [state]);
  return slow === state ? state : settled;
}

function useReason(): (error: WireError) => string {
  const t = useText();
  return ({ code }) => {
    if (code === 'disk-full') return t('save.reasonFull');
    return code === 'conflict' ? t('save.reasonConflict') : t('save.reasonOther');
  };
}

export function SaveChip() {
  const t = useText();
  const reasonOf = useReason();
  const shown = useShown(useSaveState(({ state }) => state));
  const leftPage = useSaveState((store) => store.leftPage);
  const [page] = useLocation();
  useEffect(leftPage, [leftPage, page]);
  return (
    <span className={`save save-${shown.kind}`} role="status">
      {shown.kind === 'saved' && (
        <>
          <IconCheck size={16} aria-hidden /> {t('save.saved', { time: timeOfDay(shown.at) })}
        </>
      )}
      {shown.kind === 'saving' && (
        <>
          <IconClock size={16} aria-hidden /> {t('save.saving')}
        </>
      )}
      {shown.kind === 'draft' && (
        <>
          <IconPencil size={16} aria-hidden /> {t('save.keptAsDraft')}
        </>
      )}
      {shown.kind === 'not-saved' && (
        <>
          <IconStop size={16} aria-hidden /> {t('save.notSaved', { reason: reasonOf(shown.error) })}
        </>
      )}
    </span>
  );
}
