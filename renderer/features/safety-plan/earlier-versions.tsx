// The versions of a safety plan, newest first, with what changed in each. An earlier one is read, never brought back.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { changedQuestions } from '#shared/answers';
import { ListItem } from '#shared/forms/check-answers';
import type { CaseFileId } from '#shared/ids';
import type { StoredSafetyPlan } from '#shared/records/safety-plan';
import { useRead } from '../../api/use-vault.ts';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Hers } from '../../ui/hers.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { openForm } from './plan-in-making.ts';

export function EarlierVersions({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Sheet title={t('safetyPlan.history')}>
      <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('safetyPlan.hideHistory') : t('safetyPlan.showHistory')}
      </Button>
      {isOpen && <Versions caseFileId={caseFileId} />}
    </Sheet>
  );
}

function Versions({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const history = useRead('safetyPlan.history', { caseFileId });
  if (history.error) return <ErrorSentence error={history.error} />;
  return (
    <ol className="versions" aria-label={t('safetyPlan.history')}>
      {history.value?.map((plan, at, all) => (
        <Version key={plan.revision} plan={plan} before={all[at + 1]} />
      ))}
    </ol>
  );
}

function Version({ plan, before }: { plan: StoredSafetyPlan; before: StoredSafetyPlan | undefined }) {
  const t = useText();
  const changed = new Set(changedQuestions(before?.answers ?? {}, plan.answers));
  const sections = openForm.sections.filter(({ questions }) => questions.some(({ id }) => changed.has(id)));
  const named = { number: plan.revision, when: dayAndTime(plan.savedAt) };
  return (
    <li>
      <b>
        {plan.savedBy
          ? t('safetyPlan.versionBy', { ...named, name: plan.savedBy.name })
          : t('safetyPlan.version', named)}
      </b>
      <span className="small dim">
        {sections.length === 0
          ? t('safetyPlan.nothingChanged')
          : t('safetyPlan.changedParts', { parts: sections.map(({ title }) => title).join(', ') })}
      </span>
      {sections
        .flatMap(({ questions }) => questions)
        .filter(({ id }) => changed.has(id))
        .map(({ id }) => (
          <Lines key={id} value={plan.answers[id]?.value} />
        ))}
    </li>
  );
}

function Lines({ value }: { value: unknown }) {
  const lines = ListItem.array().safeParse(value);
  return lines.success ? lines.data.map(({ words }) => <Hers key={words}>{words}</Hers>) : null;
}
