// Names like one that is about to be used for a new case: shown before it opens, never held against opening it.
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { PerhapsKnown } from './perhaps-known.tsx';

/** Shown at most, as the vault suggests. */
const MOST = 5;

function useSimilar(name: string) {
  const enabled = name.length > 1;
  const asked = name || '-';
  const found = useRead('caseFile.search', { query: asked, limit: 4, inText: false }, { enabled, keepLast: true });
  const known = useRead('samePerson.look', { nameUsed: asked }, { enabled, keepLast: true });
  if (!enabled) return { cases: [], askWhom: [] };
  return {
    cases: [...(known.value?.cases ?? []), ...(found.value?.hits ?? [])],
    askWhom: known.value?.askWhom ?? [],
  };
}

interface SimilarNamesProps {
  /** As it is typed. */
  readonly name: string;
  /** Another name that somebody else gave this person. */
  readonly told?: string;
  readonly onOpened?: () => Promise<unknown>;
  /** Instead of going there: what is to be kept goes into that case. */
  readonly onPick?: (caseFileId: CaseFileId) => void;
}

export function SimilarNames({ name, told = '', ...rest }: SimilarNamesProps) {
  const t = useText();
  const [typed, other] = [useSimilar(name), useSimilar(told)];
  if (name.length < 2 && told.length < 2) return null;
  const cases = [...typed.cases, ...other.cases];
  const askWhom = [...typed.askWhom, ...other.askWhom];
  const once = cases.filter((one, at) => cases.findIndex(({ caseFileId }) => caseFileId === one.caseFileId) === at);
  return (
    <PerhapsKnown
      lead={t('cases.maybeKnown')}
      cases={once.slice(0, MOST)}
      askWhom={askWhom.filter((one, at) => askWhom.findIndex(({ id }) => id === one.id) === at)}
      {...rest}
    />
  );
}
