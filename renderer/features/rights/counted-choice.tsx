// Whether she wants to be counted in numbers: asked here, because it is hers to say, and answered in one choice.
import { NativeSelect } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import { useRead, useWrite } from '../../api/use-vault.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

const answers = ['NOT_ASKED', 'COUNTED', 'REFUSED'] as const;

export function CountedChoice({ caseFileId, pronouns }: { caseFileId: CaseFileId; pronouns: Pronouns }) {
  const t = useText();
  const found = useRead('statsChoice.get', { caseFileId });
  const save = useWrite('statsChoice.save');
  if (found.error) return <ErrorSentence error={found.error} />;
  if (found.value === undefined) return null;
  const choice = found.value;
  const answer = choice === null ? 'NOT_ASKED' : choice.isRefused ? 'REFUSED' : 'COUNTED';
  const choose = (next: string): void =>
    void save.run({ caseFileId, isRefused: next === 'REFUSED', basedOn: choice?.revision ?? 0 });
  return (
    <Sheet title={t('figures.choice.title')}>
      <div className="stack">
        <p className="dim">{t('figures.choice.says', pronouns)}</p>
        <NativeSelect
          label={t('figures.choice.answer', pronouns)}
          value={answer}
          disabled={save.isRunning}
          data={answers
            .filter((one) => one !== 'NOT_ASKED' || choice === null)
            .map((one) => ({ value: one, label: t(`figures.choice.answers.${one}`) }))}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {answer === 'REFUSED' && <p className="small">{t('figures.choice.refused', pronouns)}</p>}
        {save.error && <ErrorSentence error={save.error} />}
      </div>
    </Sheet>
  );
}
