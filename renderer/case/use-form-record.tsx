// A record that is answers to one form, being written on: the draft, the saved state it builds on, and how to stop. Leaving
// keeps a revision only when something changed; when a colleague saved in between, the writer chooses.
import type { ReactNode } from 'react';
import { type AnswerDrafts, type Answers, changedQuestions, withoutStamps } from '#shared/answers';
import type { Result } from '#shared/contract/operation';
import type { WireError } from '#shared/contract/errors';
import type { FormDefinition } from '#shared/forms/form-definition';
import type { CaseFileId } from '#shared/ids';
import type { RevisionMark } from '#shared/records/revision-mark';
import { type FormState, useForm } from '../forms/use-form.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { BehindBar, useBase } from './use-base.tsx';

interface Given {
  readonly caseFileId: CaseFileId;
  readonly basedOn: number;
  readonly formVersion: number;
  readonly answers: AnswerDrafts;
}

interface FormRecordOf {
  /** Of the draft. */
  readonly kind: string;
  readonly caseFileId: CaseFileId;
  readonly form: FormDefinition;
  readonly stored: (RevisionMark & { readonly answers: Answers }) | null;
  readonly save: {
    readonly run: (given: Given) => Promise<Result<unknown>>;
    readonly isRunning: boolean;
    readonly error: WireError | null;
  };
  /** The saved state is not the one that was shown: read it again. */
  readonly onStale: () => void;
}

export interface FormRecord {
  readonly filling: FormState;
  /** Show the form only then. */
  readonly canWrite: boolean;
  /** What went wrong, and the choice when somebody saved in between. */
  readonly notices: ReactNode;
  /** Keeps what changed. True when the page may be left. */
  readonly stop: () => Promise<boolean>;
}

export function useFormRecord({ kind, caseFileId, form, stored, save, onStale }: FormRecordOf): FormRecord {
  const saved = stored?.answers ?? {};
  const base = useBase(stored);
  const filling = useForm({
    target: { kind, caseFileId },
    formVersion: form.version,
    saved: withoutStamps(saved),
    basedOn: base.revision,
  });
  const basedOn = filling.keptBasedOn ?? base.revision;
  const stop = async (): Promise<boolean> => {
    if (save.isRunning || !filling.isReady) return false;
    if (changedQuestions(saved, filling.answers).length > 0) {
      const result = await save.run({ caseFileId, basedOn, formVersion: form.version, answers: filling.answers });
      if (!result.ok) {
        if (result.error.code === 'conflict') onStale();
        return false;
      }
    }
    await filling.discard();
    return true;
  };
  const isBehind = stored !== null && filling.isReady && !save.isRunning && stored.revision !== basedOn;
  return {
    filling,
    stop,
    canWrite: filling.isReady && !filling.error,
    notices: (
      <>
        {filling.error && <ErrorSentence error={filling.error} />}
        {save.error && <ErrorSentence error={save.error} />}
        {isBehind && (
          <BehindBar
            saved={stored}
            onKeepMine={() => {
              base.setRevision(stored.revision);
              filling.rebase(stored.revision);
            }}
            onTakeTheirs={() => void filling.discard().then(() => base.setRevision(stored.revision))}
          />
        )}
      </>
    ),
  };
}
