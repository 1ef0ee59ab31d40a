// Cases in the find box: by two letters of a name, by number, by words that were written; before anything is typed, those
// that changed last. Sealed things are never among what is found.
import { useLocation } from 'wouter';
import { fold } from '#shared/fold';
import type { CaseHit } from '#shared/records/case-search';
import { SearchedKind } from '#shared/records/word-search';
import { useRead } from '../api/use-vault.ts';
import { casePath } from '../case/case-tabs.ts';
import { partOfKind } from '../case/kind-parts.ts';
import { SnippetWords } from '../case/snippet-words.tsx';
import { useMay } from '../session/use-may.ts';
import type { Finding } from '../shell/find-box.tsx';
import { useText } from '../text.ts';
import { Alias } from '../ui/hers.tsx';

const MOST = 8;
/** Changed last, before anything is typed. */
const LATELY = 5;
/** Letters from which written text is searched too; before, only names and numbers. */
const WORDS_FROM = 3;

interface Known {
  readonly caseFileId: string;
  readonly nameUsed: string;
  readonly caseNumber: string;
}
export interface CasesFound {
  /** By name or number; best first. */
  readonly named: readonly Finding[];
  /** By what was written. */
  readonly written: readonly Finding[];
  readonly note: string;
  /** The vault has not answered these words yet. */
  readonly isAsking: boolean;
}

export function useCases(words: string, isOpen: boolean): CasesFound {
  const lately = useLately(isOpen && words === '');
  const found = useFound(words);
  const house = useHouse(isOpen, words);
  if (words === '') return { named: [...lately, ...house], written: [], note: '', isAsking: false };
  return { ...found, named: [...found.named, ...house] };
}

function useCaseFinding() {
  const [, navigate] = useLocation();
  return ({ caseFileId, nameUsed, caseNumber }: Known): Finding => ({
    id: caseFileId,
    label: (
      <span className="finding">
        <Alias caseFileId={caseFileId} alias={nameUsed} caseNumber={caseNumber} size={20} />
        <span className="small dim">{caseNumber}</span>
      </span>
    ),
    open: () => navigate(casePath(caseFileId)),
  });
}

function useLately(isOn: boolean): readonly Finding[] {
  const finding = useCaseFinding();
  const mayList = useMay('caseFile.list');
  const list = useRead('caseFile.list', { limit: LATELY }, { enabled: isOn && mayList });
  return isOn ? (list.value?.rows ?? []).map((row) => finding({ ...row, caseFileId: row.id })) : [];
}

/** House staff have no search: the few who are here are all they may find. */
function useHouse(isOpen: boolean, words: string): readonly Finding[] {
  const finding = useCaseFinding();
  const mayList = useMay('caseFile.houseList');
  const searches = useMay('caseFile.search');
  const isOn = isOpen && mayList && !searches;
  const list = useRead('caseFile.houseList', {}, { enabled: isOn });
  if (!isOn) return [];
  return (list.value ?? [])
    .filter(({ nameUsed }) => fold(nameUsed).includes(fold(words)))
    .slice(0, MOST)
    .map(finding);
}

function useFound(words: string): CasesFound {
  const t = useText();
  const finding = useCaseFinding();
  const [, navigate] = useLocation();
  const isOn = useMay('caseFile.search') && words !== '';
  const found = useRead(
    'caseFile.search',
    { query: words === '' ? '-' : words, limit: MOST, inText: words.length >= WORDS_FROM },
    { enabled: isOn, keepLast: true },
  );
  const hits = isOn ? (found.value?.hits ?? []) : [];
  const written = hits.filter(({ matched }) => matched === 'text');
  return {
    named: hits.filter(({ matched }) => matched !== 'text').map(finding),
    written: written.map((hit) => ({
      id: `${hit.caseFileId}-${hit.recordKind}`,
      label: <WrittenHit hit={hit} />,
      open: () => navigate(casePath(hit.caseFileId, partOf(hit))),
    })),
    isAsking: isOn && found.isBehind,
    note: found.value?.more ? t('shell.findMore') : found.value?.newestOnly ? t('shell.findNewest') : '',
  };
}

function partOf({ recordKind }: CaseHit): string {
  const kind = SearchedKind.safeParse(recordKind);
  return kind.success ? partOfKind(kind.data) : '';
}

function WrittenHit({ hit }: { hit: CaseHit }) {
  return (
    <span className="finding">
      <Alias caseFileId={hit.caseFileId} alias={hit.nameUsed} caseNumber={hit.caseNumber} size={20} />
      <span className="small dim">
        <SnippetWords snippet={hit.snippet} />
      </span>
    </span>
  );
}
