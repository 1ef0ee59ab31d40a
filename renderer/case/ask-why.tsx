// Asking why, before something sealed is opened. The reason and the look are kept in the history first.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
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
  const t = useText();
  const [reason, setReason] = useState('');
  const open = useWrite('safetyPlan.openSealed', { quiet: true });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const result = await open.run({ caseFileId, reason: reason.trim() });
    if (result.ok) onOpened(result.value);
  };
  return (
    <Sheet title={thing}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
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
        {open.error && <ErrorSentence error={open.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onLeave}>
            {t('safetyPlan.sealedCancel')}
          </Button>
          <Button type="submit" variant="default" loading={open.isRunning} disabled={reason.trim().length < 3}>
            {t('safetyPlan.sealedOpen')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
