// Two things that a shortcut begins from any page of a case, on the page where they are done: a note, a goal.
import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import { create } from 'zustand';
import { useMay } from '../session/use-may.ts';
import { useShortcut } from '../shortcuts.ts';
import { casePath } from './case-tabs.ts';

type CaseAct = 'addNote' | 'addGoal';

/** What was asked for and not begun yet: its page may still have to be opened. */
const useWaiting = create<{ readonly act: CaseAct | null }>(() => ({ act: null }));

/** The shortcuts of every page of a case. */
export function useCaseShortcuts(caseFileId: string): void {
  const [, navigate] = useLocation();
  const begin = (act: CaseAct, part: string): void => {
    navigate(casePath(caseFileId, part));
    useWaiting.setState({ act });
  };
  useShortcut('addNote', () => begin('addNote', '/notes'), useMay('caseNote.add'));
  useShortcut('addGoal', () => begin('addGoal', '/plan'), useMay('supportPlan.save'));
}

/** Begins once, as soon as the page `isReady`, when it was asked for. */
export function useWhenAsked(act: CaseAct, isReady: boolean, begin: () => void): void {
  const isAsked = useWaiting((waiting) => waiting.act === act);
  const take = useEffectEvent(() => {
    useWaiting.setState({ act: null });
    begin();
  });
  useEffect(() => {
    if (isAsked && isReady) take();
  }, [isAsked, isReady]);
}
