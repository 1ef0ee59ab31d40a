// What the find box looks through: the pages one can go to. Best first; nothing is kept after the box is closed.
import { useLocation } from 'wouter';
import { fold } from '#shared/fold';
import { openEntries } from './places.ts';
import type { FindingGroup } from './shell/find-box.tsx';
import { useText } from './text.ts';

export function useFindings(query: string): readonly FindingGroup[] {
  const t = useText();
  const [, navigate] = useLocation();
  const wanted = fold(query.trim());
  if (wanted === '') return [];
  const pages = openEntries
    .filter(({ name }) => fold(t(name)).includes(wanted))
    .map(({ path, name }) => ({ id: path, label: t(name), open: () => navigate(path) }));
  return pages.length > 0 ? [{ name: t('shell.findActions'), findings: pages }] : [];
}
