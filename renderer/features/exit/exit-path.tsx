// The path itself: what is written is a draft 400 ms after a pause and kept in the record at every step.
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { emptyExit, ExitWritten, type StoredCaseExit } from '#shared/records/case-exit';
import { useWrite } from '../../api/use-vault.ts';
import { useDraft } from '../../forms/use-draft.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Path } from '../../ui/path.tsx';
import { ChecklistStep } from './checklist-step.tsx';
import { ReadStep } from './read-step.tsx';
import { TouchStep } from './touch-step.tsx';
import { WhereStep } from './where-step.tsx';
import { WhyStep } from './why-step.tsx';

const steps = [WhyStep, WhereStep, ChecklistStep, TouchStep] as const;

interface PathProps {
  readonly caseFileId: CaseFileId;
  readonly saved: StoredCaseExit | null;
  readonly pronouns: Pronouns;
}

const writtenOf = (saved: StoredCaseExit | null): ExitWritten => {
  if (saved === null) return emptyExit;
  const { on, reason, alternatives, destination, checklist, followUp } = saved;
  return { on, reason, alternatives, destination, checklist, followUp };
};

export function ExitPath({ caseFileId, saved, pronouns }: PathProps) {
  const t = useText();
  const save = useWrite('caseExit.save');
  const draft = useDraft({
    target: { kind: 'case-exit', caseFileId },
    schema: ExitWritten,
    basedOn: saved?.revision ?? 0,
  });
  const [at, setAt] = useState(0);
  const [mine, setMine] = useState<ExitWritten | null>(null);
  if (draft.error) return <ErrorSentence error={draft.error} />;
  if (draft.kept === undefined) return null;
  const basedOn = draft.kept?.basedOn ?? saved?.revision ?? 0;
  const exit = mine ?? draft.kept?.body ?? writtenOf(saved);
  const write = (part: Partial<ExitWritten>, field: string): void => {
    const next = { ...exit, ...part };
    setMine(next);
    draft.write(next, field);
  };
  const step = async (by: 1 | -1): Promise<void> => {
    if (mine !== null || draft.kept !== null || saved === null) {
      if (!(await save.run({ caseFileId, basedOn, exit })).ok) return;
      await draft.discard();
      setMine(null);
    }
    setAt(at + by);
  };
  const Step = steps[at];
  const names = [t('exit.stepWhy'), t('exit.stepWhere'), t('exit.stepList'), t('exit.stepTouch'), t('exit.stepRead')];
  return (
    <>
      <Path label={t('exit.steps')} steps={names} at={at} />
      <div className="stack">
        {save.error && <ErrorSentence error={save.error} />}
        {Step ? (
          <Step
            caseFileId={caseFileId}
            exit={exit}
            onWrite={write}
            pronouns={pronouns}
            isRunning={save.isRunning}
            onStep={(by) => void step(by)}
          />
        ) : (
          saved && <ReadStep saved={saved} onBack={() => setAt(at - 1)} />
        )}
        <p className="small dim">{t('exit.leaveHint')}</p>
      </div>
    </>
  );
}
