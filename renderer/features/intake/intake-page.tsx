// Intake: one part at a time, any order, her words as they are said. Every pause in typing keeps a draft; leaving keeps a
// revision. Nothing must be filled in, and stopping is a button as large as going on.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Answers } from '#shared/answers';
import { newestForm } from '#shared/forms/published';
import type { CaseFileId } from '#shared/ids';
import type { StoredCaseFile } from '#shared/records/case-file';
import type { StoredIntake } from '#shared/records/intake';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { ToldSheet } from '../../case/told-sheet.tsx';
import { TogetherTime } from '../../case/together-time.tsx';
import { useTold } from '../../case/use-told.ts';
import { useFormRecord } from '../../case/use-form-record.tsx';
import { now } from '../../clock.ts';
import { FormView } from '../../forms/form-view.tsx';
import type { ToldFacts } from '../../forms/told-question.tsx';
import type { FormState } from '../../forms/use-form.ts';
import { whereStopped } from '../../forms/where-stopped.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Pause } from '../../ui/pause.tsx';
import { knownFacts, withoutKnown } from './known-facts.ts';
import { KnownList } from './known-list.tsx';

const form = newestForm('intake');

export function IntakePage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const stored = useRead('intake.get', { caseFileId });
  if (stored.error) return <ErrorSentence error={stored.error} />;
  if (stored.value === undefined) return null;
  return <Writing key={caseFileId} caseFileId={caseFileId} stored={stored.value} onStale={stored.refresh} />;
}

interface WritingProps {
  readonly caseFileId: CaseFileId;
  readonly stored: StoredIntake | null;
  readonly onStale: () => void;
}

function Writing({ caseFileId, stored, onStale }: WritingProps) {
  const t = useText();
  const [, navigate] = useLocation();
  const [startedAt] = useState(now);
  const [restedAt, setRestedAt] = useState<number | null>(null);
  const told = useTold(caseFileId, form.id);
  const save = useWrite('intake.save');
  const record = useFormRecord({ kind: 'intake', caseFileId, form, stored, save, onStale });
  const stop = async (): Promise<void> => {
    if (await record.stop()) navigate(casePath(caseFileId));
  };
  return (
    <CaseFrame
      caseFileId={caseFileId}
      task={t('intake.task')}
      actions={() => (
        <>
          <TogetherTime startedAt={startedAt} restedAt={restedAt} onRest={() => setRestedAt(now())} />
          <Pause onResume={() => setRestedAt(now())} />
          <Button variant="default" loading={save.isRunning} onClick={() => void stop()}>
            {t('intake.stop')}
          </Button>
        </>
      )}
    >
      {(caseFile, pronouns) => (
        <>
          {record.notices}
          {told.error && <ErrorSentence error={told.error} />}
          {record.canWrite && told.facts && (
            <Asking
              told={told.facts}
              caseFile={caseFile}
              pronouns={pronouns}
              filling={record.filling}
              saved={stored?.answers ?? {}}
              onFinish={() => void stop()}
            />
          )}
        </>
      )}
    </CaseFrame>
  );
}

interface AskingProps {
  readonly caseFile: StoredCaseFile;
  readonly pronouns: Pronouns;
  readonly filling: FormState;
  readonly told: ToldFacts;
  readonly saved: Answers;
  readonly onFinish: () => void;
}

function Asking({ caseFile, pronouns, filling, told, saved, onFinish }: AskingProps) {
  const t = useText();
  const [section, setSection] = useState(() => whereStopped(form, filling.keptField, saved));
  // Decided once: a question must not vanish while somebody takes words out of its field.
  const [facts, setFacts] = useState(() => knownFacts(form, caseFile, filling.answers));
  // What was told in confidence is not shown beside her either.
  const known = facts.filter(({ question }) => told.get(question.id)?.mayBeReused !== false);
  return (
    <FormView
      form={withoutKnown(form, facts)}
      answers={filling.answers}
      onAnswers={filling.change}
      pronouns={pronouns}
      section={section}
      onSection={setSection}
      onFinish={onFinish}
      assurance={t('intake.assurance', pronouns)}
      told={told}
      aside={
        <ToldSheet caseFileId={caseFile.id} pronouns={pronouns}>
          {known.length > 0 && <KnownList facts={known} pronouns={pronouns} onAskAnyway={() => setFacts([])} />}
        </ToldSheet>
      }
    />
  );
}
