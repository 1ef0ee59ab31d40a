// What the find box looks through: pages, and cases by two letters of a name, by number or by words that were written.
// Nothing is kept after the box is closed; sealed things are never among what is found.
import { useLocation } from 'wouter';
import { fold } from '#shared/fold';
import type { CaseHit } from '#shared/records/case-search';
import { useRead } from './api/use-vault.ts';
import { casePath } from './case/case-tabs.ts';
import { isBuilt, openEntries, places } from './places.ts';
import { useSession } from './session/session-gate.tsx';
import { mayAsk } from './session/use-may.ts';
import type { Finding, FindingGroup } from './shell/find-box.tsx';
import { useText } from './text.ts';
import { Alias } from './ui/hers.tsx';

const MOST = 8;
/** Letters from which written text is searched too; before, only names and numbers. */
const WORDS_FROM = 3;

function Hit({ hit }: { hit: CaseHit }) {
  return (
    <span className="finding">
      <Alias caseFileId={hit.caseFileId} alias={hit.nameUsed} caseNumber={hit.caseNumber} size={20} />
      <span className="small dim">
        {hit.snippet.length === 0
          ? hit.caseNumber
          : hit.snippet.map(({ text, found }, index) => (found ? <mark key={index}>{text}</mark> : text))}
      </span>
    </span>
  );
}

function useCases(query: string): FindingGroup | null {
  const t = useText();
  const [, navigate] = useLocation();
  const { role } = useSession().person;
  const maySearch = mayAsk(role, 'caseFile.search');
  const mayList = !maySearch && mayAsk(role, 'caseFile.houseList');
  const words = query.trim();
  const found = useRead(
    'caseFile.search',
    { query: words === '' ? '-' : words, limit: MOST, inText: words.length >= WORDS_FROM },
    { enabled: words !== '' && maySearch, keepLast: true },
  );
  const house = useRead('caseFile.houseList', {}, { enabled: words !== '' && mayList });
  if (words === '') return null;
  const findings: Finding[] = mayList
    ? (house.value ?? [])
        .filter(({ nameUsed }) => fold(nameUsed).includes(fold(words)))
        .slice(0, MOST)
        .map(({ caseFileId, nameUsed, caseNumber }) => ({
          id: caseFileId,
          label: <Alias caseFileId={caseFileId} alias={nameUsed} caseNumber={caseNumber} size={20} />,
          open: () => navigate(casePath(caseFileId)),
        }))
    : (found.value?.hits ?? []).map((hit) => ({
        id: hit.caseFileId,
        label: <Hit hit={hit} />,
        open: () => navigate(casePath(hit.caseFileId)),
      }));
  if (findings.length === 0) return null;
  const note = found.value?.more ? t('shell.findMore') : found.value?.newestOnly ? t('shell.findNewest') : '';
  return { name: t('shell.findCases'), findings, note };
}

export function useFindings(query: string): readonly FindingGroup[] {
  const t = useText();
  const [, navigate] = useLocation();
  const { role } = useSession().person;
  const cases = useCases(query);
  const wanted = fold(query.trim());
  if (wanted === '') return [];
  const destinations = [
    ...openEntries(role).map(({ path, name }) => ({ path, label: t(name) })),
    ...(isBuilt(places.someoneNew) && mayAsk(role, 'caseFile.open')
      ? [{ path: places.someoneNew, label: t('shell.someoneNew') }]
      : []),
  ];
  const pages = destinations
    .filter(({ label }) => fold(label).includes(wanted))
    .map(({ path, label }) => ({ id: path, label, open: () => navigate(path) }));
  const go = { name: t('shell.findActions'), findings: pages, note: '' };
  return [...(cases ? [cases] : []), ...(pages.length > 0 ? [go] : [])];
}
