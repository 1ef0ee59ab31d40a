// Intake: one part at a time, any order, her words as they are said. Every pause in typing keeps a draft; leaving keeps a
// revision. Nothing must be filled in, and stopping is a button as large as going on.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { type AnswerDrafts, type Answers, changedQuestions, withoutStamp } from '#shared/answers';
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
import { BehindBar, useBase } from '../../case/use-base.tsx';
import { now } from '../../clock.ts';
import { FormView } from '../../forms/form-view.tsx';
import type { ToldFacts } from '../../forms/told-question.tsx';
import { type FormState, useForm } from '../../forms/use-form.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Pause } from '../../ui/pause.tsx';
import { knownFacts, withoutKnown } from './known-facts.ts';
import { KnownList } from './known-list.tsx';
import { whereStopped } from './where-stopped.ts';

const form = newestForm('intake');

export function IntakePage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const stored = useRead('intake.get', { caseFileId });
  if (stored.error) return <ErrorSentence error={stored.error} />;
  if (stored.value === undefined) return null;
  return <Writing key={caseFileId} caseFileId={caseFileId} stored={stored.value} onStale={stored.refresh} />;
}

const plain = (answers: Answers): AnswerDrafts =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, withoutStamp(answer)]));

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
  const saved = stored?.answers ?? {};
  const base = useBase(stored);
  const filling = useForm({
    target: { kind: 'intake', caseFileId },
    formVersion: form.version,
    saved: plain(saved),
    basedOn: base.revision,
  });
  const basedOn = filling.keptBasedOn ?? base.revision;
  const save = useWrite('intake.save');
  const stop = async (): Promise<void> => {
    if (save.isRunning || !filling.isReady) return;
    if (changedQuestions(saved, filling.answers).length > 0) {
      const given = { caseFileId, basedOn, formVersion: form.version, answers: filling.answers };
      const result = await save.run(given);
      if (!result.ok) {
        if (result.error.code === 'conflict') onStale();
        return;
      }
    }
    await filling.discard();
    navigate(casePath(caseFileId));
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
          {filling.error && <ErrorSentence error={filling.error} />}
          {save.error && <ErrorSentence error={save.error} />}
          {stored !== null && filling.isReady && !save.isRunning && stored.revision !== basedOn && (
            <BehindBar
              saved={stored}
              onKeepMine={() => {
                base.setRevision(stored.revision);
                filling.rebase(stored.revision);
              }}
              onTakeTheirs={() => void filling.discard().then(() => base.setRevision(stored.revision))}
            />
          )}
          {told.error && <ErrorSentence error={told.error} />}
          {filling.isReady && !filling.error && told.facts && (
            <Asking
              told={told.facts}
              caseFile={caseFile}
              pronouns={pronouns}
              filling={filling}
              saved={saved}
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
