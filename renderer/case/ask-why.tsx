// Asking why, before something sealed is opened. The reason and the look are kept in the history first.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { WireError } from '#shared/contract/errors';
import type { Response } from '#shared/contract/operation';
import type { CaseFileId } from '#shared/ids';
import type { safetyPlanOperations } from '#shared/records/safety-plan';
import { useWrite } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Sheet } from '../ui/sheet.tsx';

interface AskWhyProps {
  readonly caseFileId: CaseFileId;
  readonly thing: string;
  readonly onOpened: (opened: Response<(typeof safetyPlanOperations)['openSealed']>) => void;
  readonly onLeave: () => void;
}

export function AskWhy({ caseFileId, thing, onOpened, onLeave }: AskWhyProps) {
  const open = useWrite('safetyPlan.openSealed', { quiet: true });
  const ask = async (reason: string): Promise<void> => {
    const result = await open.run({ caseFileId, reason });
    if (result.ok) onOpened(result.value);
  };
  return (
    <WhyForm
      thing={thing}
      error={open.error}
      isRunning={open.isRunning}
      onReason={(reason) => void ask(reason)}
      onLeave={onLeave}
    />
  );
}

interface WhyFormProps {
  readonly thing: string;
  readonly error: WireError | null;
  readonly isRunning: boolean;
  readonly onReason: (reason: string) => void;
  readonly onLeave: () => void;
}

/** The question alone, for whatever is sealed. */
export function WhyForm({ thing, error, isRunning, onReason, onLeave }: WhyFormProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onReason(reason.trim());
  };
  return (
    <Sheet title={thing}>
      <form className="stack" onSubmit={submit}>
        <TextInput
          label={t('safetyPlan.sealedWhy')}
          description={t('safetyPlan.sealedWhyHint')}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
        {error && <ErrorSentence error={error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onLeave}>
            {t('safetyPlan.sealedCancel')}
          </Button>
          <Button type="submit" variant="default" loading={isRunning} disabled={reason.trim().length < 3}>
            {t('safetyPlan.sealedOpen')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
