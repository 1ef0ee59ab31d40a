// What the find box looks through: cases by two letters of a name, then the pages one can go to. Best first; nothing is kept
// after the box is closed. House staff find the cases of the house, by name only.
import { createElement } from 'react';
import { useLocation } from 'wouter';
import { fold } from '#shared/fold';
import { useRead } from './api/use-vault.ts';
import { casePath } from './case/case-tabs.ts';
import { isBuilt, openEntries } from './places.ts';
import { useSession } from './session/session-gate.tsx';
import type { Finding, FindingGroup } from './shell/find-box.tsx';
import { useText } from './text.ts';
import { Alias } from './ui/hers.tsx';

const MOST = 8;

export function useFindings(query: string): readonly FindingGroup[] {
  const t = useText();
  const [, navigate] = useLocation();
  const wanted = fold(query.trim());
  const cases = useCases(query.trim());
  if (wanted === '') return [];
  const places = [
    ...openEntries.map(({ path, name }) => ({ path, label: t(name) })),
    ...(isBuilt('/cases/new') ? [{ path: '/cases/new', label: t('shell.someoneNew') }] : []),
  ];
  const pages = places
    .filter(({ label }) => fold(label).includes(wanted))
    .map(({ path, label }) => ({ id: path, label, open: () => navigate(path) }));
  return [
    { name: t('shell.cases'), findings: cases },
    { name: t('shell.findActions'), findings: pages },
  ].filter(({ findings }) => findings.length > 0);
}

interface Found {
  readonly caseFileId: string;
  readonly nameUsed: string;
}

function useCases(query: string): readonly Finding[] {
  const [, navigate] = useLocation();
  const isHouse = useSession().person.role === 'house-staff';
  const asks = query.length > 0;
  const search = useRead(
    'caseFile.search',
    { query: query || '-', limit: MOST, inText: query.length > 2 },
    { enabled: asks && !isHouse, keepLast: true },
  );
  const house = useRead('caseFile.houseList', {}, { enabled: asks && isHouse });
  if (!asks) return [];
  const found: readonly Found[] = isHouse
    ? (house.value ?? []).filter(({ nameUsed }) => fold(nameUsed).includes(fold(query))).slice(0, MOST)
    : (search.value?.hits ?? []);
  return found.map(({ caseFileId, nameUsed }) => ({
    id: caseFileId,
    label: createElement(Alias, { caseFileId, alias: nameUsed, size: 20 }),
    open: () => navigate(casePath(caseFileId)),
  }));
}
