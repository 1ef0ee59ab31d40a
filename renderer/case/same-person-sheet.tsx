// On the page of her names: whether there may be an earlier record of the same person. Nothing is shown when there is none.
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { Sheet } from '../ui/sheet.tsx';
import { PerhapsKnown } from './perhaps-known.tsx';

export function SamePersonSheet({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const { value } = useRead('samePerson.ofCase', { caseFileId });
  if (value === undefined || (value.cases.length === 0 && value.askWhom.length === 0)) return null;
  return (
    <Sheet title={t('people.sameTitle')}>
      <PerhapsKnown lead={t('people.sameLead')} {...value} />
    </Sheet>
  );
}
