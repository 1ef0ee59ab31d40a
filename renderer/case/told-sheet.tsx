// What she told already, so that nobody makes her tell it again. What was told in confidence and answers a question of a
// form is left out: that question is not asked anywhere, so nobody needs to see it beside her.
import type { ReactNode } from 'react';
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../api/use-vault.ts';
import { shortDate } from '../dates.ts';
import type { Pronouns } from '../pronouns.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Note, Ok } from '../ui/status-words.tsx';

interface ToldSheetProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
  /** More items of the list, when there are any. */
  readonly children?: ReactNode;
}

export function ToldSheet({ caseFileId, pronouns, children }: ToldSheetProps) {
  const t = useText();
  const told = useRead('caseNote.toldOnce', { caseFileId });
  if (told.error) return <ErrorSentence error={told.error} />;
  if (!told.value) return null;
  const shown = told.value.filter(({ mayBeReused, about }) => mayBeReused || about === null);
  if (shown.length === 0 && !children) return null;
  return (
    <Sheet title={t('intake.toldTitle', pronouns)}>
      <ul className="told">
        {shown.map((one) => (
          <li key={one.noteId}>
            <p dir="auto">
              {t('intake.toldTo', {
                what: one.what.replace(/\.$/u, ''),
                name: one.toldTo,
                date: shortDate(one.on),
              })}
            </p>
            {one.mayBeReused ? <Ok>{t('intake.noNeed')}</Ok> : <Note>{t('intake.told')}</Note>}
          </li>
        ))}
        {children}
      </ul>
    </Sheet>
  );
}
