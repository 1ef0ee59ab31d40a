// For a director: how long each sealed earlier file of this person is kept, by its number alone. A court may order that it stays, and
// the person may wish that it goes, while nobody reads it.
import type { CaseFacts } from '#shared/records/case-file';
import { useRead } from '../../api/use-vault.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useMay } from '../../session/use-may.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { KeptUntil } from './kept-until.tsx';

export function SealedFiles({ caseFile, pronouns }: { caseFile: CaseFacts; pronouns: Pronouns }) {
  const isThere = caseFile.episodes.earlier.some(({ file }) => file === null);
  const enabled = useMay('episode.sealedFiles') && isThere;
  const found = useRead('episode.sealedFiles', { caseFileId: caseFile.id }, { enabled });
  if (!enabled) return null;
  if (found.error) return <ErrorSentence error={found.error} />;
  return found.value?.map(({ caseFileId, caseNumber }) => (
    <KeptUntil key={caseFileId} of={{ id: caseFileId, caseNumber }} pronouns={pronouns} isEarlier />
  ));
}
