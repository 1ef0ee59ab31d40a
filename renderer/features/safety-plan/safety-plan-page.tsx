// The safety plan: hers, in parts, each optional. It is kept version by version and looked at together.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { StoredSafetyPlan } from '#shared/records/safety-plan';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { KeptFor } from '../../case/kept-for.tsx';
import { useTold } from '../../case/use-told.ts';
import { BehindBar, useBase } from '../../case/use-base.tsx';
import { FormView } from '../../forms/form-view.tsx';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EarlierVersions } from './earlier-versions.tsx';
import { Happened, HowItStands } from './how-it-stands.tsx';
import { form, openForm, usePlanInMaking } from './plan-in-making.ts';
import { ReadCourtPart, ReadPlan } from './read-plan.tsx';
import { SealedWords } from './sealed-words.tsx';
import './safety-plan.css';

export function SafetyPlanPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const mayWrite = useMay('safetyPlan.save');
  const mayRead = useMay('safetyPlan.get');
  if (mayWrite) return <WritePlan caseFileId={caseFileId} />;
  return mayRead ? <ReadPlan caseFileId={caseFileId} /> : <ReadCourtPart caseFileId={caseFileId} />;
}

function WritePlan({ caseFileId }: { caseFileId: CaseFileId }) {
  const found = useRead('safetyPlan.get', { caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const { plan, sealed } = found.value;
  return <Writing key={caseFileId} caseFileId={caseFileId} saved={plan} sealed={sealed} onStale={found.refresh} />;
}

interface WritingProps {
  readonly caseFileId: CaseFileId;
  readonly saved: StoredSafetyPlan | null;
  readonly sealed: boolean;
  readonly onStale: () => void;
}

function Writing({ caseFileId, saved, sealed, onStale }: WritingProps) {
  const t = useText();
  const base = useBase(saved);
  const writing = usePlanInMaking(caseFileId, saved, base.revision);
  const save = useWrite('safetyPlan.save');
  const [isKeeping, setKeeping] = useState(false);
  const [section, setSection] = useState<string>();
  const told = useTold(caseFileId, form.id);
  const keep = async (together: boolean): Promise<void> => {
    if (isKeeping || !writing.isReady) return;
    setKeeping(true);
    const { basedOn, plan } = writing;
    const result = await save.run({ caseFileId, basedOn, formVersion: form.version, together, ...plan });
    if (result.ok) {
      base.setRevision(result.value.revision);
      await writing.discard();
    } else if (result.error.code === 'conflict') onStale();
    setKeeping(false);
  };
  const follow = (revision: number): void => {
    base.setRevision(revision);
    writing.rebase(revision);
  };
  return (
    <CaseFrame
      caseFileId={caseFileId}
      part="/safety-plan"
      actions={() => (
        <>
          <Button variant="default" disabled={isKeeping || saved === null} onClick={() => void keep(true)}>
            {t('safetyPlan.together')}
          </Button>
          <Button variant="default" loading={isKeeping} onClick={() => void keep(false)}>
            {t('safetyPlan.keep')}
          </Button>
        </>
      )}
    >
      {(_caseFile, pronouns) => (
        <>
          {writing.error && <ErrorSentence error={writing.error} />}
          {save.error && <ErrorSentence error={save.error} />}
          {saved !== null && writing.isReady && !isKeeping && saved.revision !== writing.basedOn && (
            <BehindBar
              saved={saved}
              onKeepMine={() => follow(saved.revision)}
              onTakeTheirs={() => void writing.discard().then(() => base.setRevision(saved.revision))}
            />
          )}
          {told.error && <ErrorSentence error={told.error} />}
          {writing.isReady && !writing.error && told.facts && (
            <>
              <HowItStands writing={writing} saved={saved} pronouns={pronouns} />
              <div className="safety-parts">
                <FormView
                  form={openForm}
                  answers={writing.plan.answers}
                  onAnswers={(answers, at) => writing.change({ answers }, at)}
                  pronouns={pronouns}
                  told={told.facts}
                  section={section ?? partOf(writing.keptField)}
                  onSection={setSection}
                  onFinish={() => void keep(false)}
                  finishLabel={t('safetyPlan.finish')}
                  aside={
                    <>
                      <SealedWords caseFileId={caseFileId} exists={sealed} />
                      <KeptFor caseFileId={caseFileId} />
                      {saved && <Happened caseFileId={caseFileId} plan={saved} onHappened={follow} />}
                      {saved && <EarlierVersions caseFileId={caseFileId} />}
                    </>
                  }
                />
              </div>
            </>
          )}
        </>
      )}
    </CaseFrame>
  );
}

/** The part in which a kept draft was written last. */
const partOf = (at: string): string | undefined =>
  openForm.sections.find(({ questions }) => questions.some(({ id }) => at === `q-${id}` || at.startsWith(`q-${id}-`)))
    ?.id;
