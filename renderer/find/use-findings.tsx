// What the find box looks through: cases, what can be done in the open one, actions, pages, and everything that was written.
// Nothing is kept after the box is closed.
import { useLocation } from 'wouter';
import { fold } from '#shared/fold';
import { places } from '../places.ts';
import { useMay } from '../session/use-may.ts';
import type { Finding, FindingGroup } from '../shell/find-box.tsx';
import { useText } from '../text.ts';
import { type Action, useActions, useCaseActions, usePages } from './find-actions.ts';
import { useCases } from './find-cases.tsx';
import { useWordQuery } from './word-query.ts';

interface Asked {
  readonly query: string;
  readonly isOpen: boolean;
  readonly onLock: () => void;
}

export interface Findings {
  /** Best first; a group in which nothing fits is left out. With nothing typed: the cases of late, and all that can be done. */
  readonly groups: readonly FindingGroup[];
  /** A case may still come before all of these. */
  readonly isAsking: boolean;
  /** Said when there is none. */
  readonly nothing: string;
}

export function useFindings({ query, isOpen, onLock }: Asked): Findings {
  const t = useText();
  const words = query.trim();
  const looksUp = useLooksUp();
  const cases = useCases(looksUp ? words : '', isOpen && looksUp);
  const here = useCaseActions();
  const actions = useActions(onLock);
  const pages = usePages();
  const everywhere = useEverywhere(looksUp ? words : '');
  const fitting = (all: readonly Action[]): readonly Finding[] => fit(all, fold(words));
  const groups = [
    { name: words === '' ? t('shell.findLately') : t('shell.findCases'), findings: cases.named, note: cases.note },
    { name: t('shell.findHere'), findings: fitting(here), note: '' },
    { name: t('shell.findDo'), findings: fitting(actions), note: '' },
    { name: t('shell.findActions'), findings: fitting(pages), note: '' },
    { name: t('shell.findWritten'), findings: [...cases.written, ...everywhere], note: '' },
  ].filter(({ findings }) => findings.length > 0);
  return { groups, isAsking: cases.isAsking, nothing: t(looksUp ? 'shell.findNothing' : 'shell.findNobody') };
}

/** At the front desk nobody is looked up, by no role: whoever asks may see the screen, or hear that somebody types a name. */
const useLooksUp = (): boolean => useLocation()[0] !== places.callers;

/** Those that begin so, then those that contain it. */
function fit(all: readonly Action[], wanted: string): readonly Finding[] {
  const at = ({ name }: Action): number => fold(name).indexOf(wanted);
  return all
    .filter((action) => at(action) >= 0)
    .sort((one, other) => Number(at(one) > 0) - Number(at(other) > 0))
    .map(({ id, name, keys, act }) => ({ id, label: name, open: act, ...(keys === undefined ? {} : { keys }) }));
}

/** On to the page that lists every match. */
function useEverywhere(words: string): readonly Finding[] {
  const t = useText();
  const [, navigate] = useLocation();
  const seek = useWordQuery((store) => store.seek);
  if (!useMay('wordSearch.find') || words === '') return [];
  const open = (): void => {
    seek(words);
    navigate('/search');
  };
  return [{ id: 'everywhere', label: t('shell.findEverywhere', { words }), open }];
}
