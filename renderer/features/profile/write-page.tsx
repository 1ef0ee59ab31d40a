// Writing on about what happened: one part at a time, in any order, from what was said already. Leaving keeps a revision.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { newestForm } from '#shared/forms/published';
import type { CaseFileId } from '#shared/ids';
import { opensSafetyStep, type StoredTraffickingProfile } from '#shared/records/trafficking-profile';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { useFormRecord } from '../../case/use-form-record.tsx';
import { useTold } from '../../case/use-told.ts';
import { FormView } from '../../forms/form-view.tsx';
import { whereStopped } from '../../forms/where-stopped.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { SafetyFirst } from './safety-first.tsx';

const form = newestForm('trafficking-profile');

export function WritePage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const stored = useRead('traffickingProfile.get', { caseFileId });
  if (stored.error) return <ErrorSentence error={stored.error} />;
  if (stored.value === undefined) return null;
  return (
    <Writing
      key={`${caseFileId} ${params['part'] ?? ''}`}
      caseFileId={caseFileId}
      part={params['part']}
      stored={stored.value}
      onStale={stored.refresh}
    />
  );
}

interface WritingProps {
  readonly caseFileId: CaseFileId;
  /** The part to open; without one, where the writing stopped. */
  readonly part: string | undefined;
  readonly stored: StoredTraffickingProfile | null;
  readonly onStale: () => void;
}

function Writing({ caseFileId, part, stored, onStale }: WritingProps) {
  const t = useText();
  const [, navigate] = useLocation();
  const told = useTold(caseFileId, form.id);
  const save = useWrite('traffickingProfile.save');
  const record = useFormRecord({ kind: 'trafficking-profile', caseFileId, form, stored, save, onStale });
  const [section, setSection] = useState(part);
  const { answers, change, keptField } = record.filling;
  const leave = async (): Promise<void> => {
    if (await record.stop()) navigate(casePath(caseFileId, '/profile'));
  };
  return (
    <CaseFrame
      caseFileId={caseFileId}
      task={t('happened.task')}
      actions={() => (
        <Button variant="default" loading={save.isRunning} onClick={() => void leave()}>
          {t('happened.keep')}
        </Button>
      )}
    >
      {(_caseFile, pronouns) => (
        <>
          {record.notices}
          {told.error && <ErrorSentence error={told.error} />}
          {record.canWrite && told.facts && (
            <FormView
              form={form}
              answers={answers}
              onAnswers={change}
              pronouns={pronouns}
              section={section ?? whereStopped(form, keptField, stored?.answers ?? {})}
              onSection={setSection}
              onFinish={() => void leave()}
              finishLabel={t('happened.keep')}
              told={told.facts}
              aside={opensSafetyStep(answers) && <SafetyFirst caseFileId={caseFileId} pronouns={pronouns} />}
            />
          )}
        </>
      )}
    </CaseFrame>
  );
}
