// What she told already, so that nobody makes her tell it again.
import { Button } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../../api/use-vault.ts';
import { shortDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';
import type { KnownFact } from './known-facts.ts';

interface ToldSheetProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
  readonly facts: readonly KnownFact[];
  readonly onAskAnyway: () => void;
}

export function ToldSheet({ caseFileId, pronouns, facts, onAskAnyway }: ToldSheetProps) {
  const t = useText();
  const told = useRead('caseNote.toldOnce', { caseFileId });
  if (told.error) return <ErrorSentence error={told.error} />;
  if (!told.value || (told.value.length === 0 && facts.length === 0)) return null;
  return (
    <Sheet title={t('intake.toldTitle', pronouns)}>
      <ul className="told">
        {told.value.map((one) => (
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
        {facts.map(({ question, words, count }) => (
          <li key={question.id}>
            <p className="small dim">{question.label}</p>
            <p dir="auto">{words === '' ? t('intake.knownMethods', { count, them: pronouns.them }) : words}</p>
          </li>
        ))}
        {facts.length > 0 && (
          <li>
            <Ok>{t('intake.noNeed')}</Ok>
            <Button size="compact-sm" variant="subtle" onClick={onAskAnyway}>
              {t('intake.askAnyway')}
            </Button>
          </li>
        )}
      </ul>
    </Sheet>
  );
}
