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

interface Asking {
  readonly thing: string;
  /** What the person should know before the question. */
  readonly lead?: string;
  /** What the button says; "Open for 60 seconds" unless given. */
  readonly openWords?: string;
  /** Absent where opening is all that the page is for. */
  readonly onLeave?: () => void;
}

interface AskWhyProps extends Asking {
  readonly caseFileId: CaseFileId;
  readonly onOpened: (opened: Response<(typeof safetyPlanOperations)['openSealed']>) => void;
}

export function AskWhy({ caseFileId, onOpened, ...asking }: AskWhyProps) {
  const open = useWrite('safetyPlan.openSealed', { quiet: true });
  const ask = async (reason: string): Promise<void> => {
    const result = await open.run({ caseFileId, reason });
    if (result.ok) onOpened(result.value);
  };
  return <WhyForm {...asking} error={open.error} isRunning={open.isRunning} onReason={(reason) => void ask(reason)} />;
}

interface WhyFormProps extends Asking {
  readonly error: WireError | null;
  readonly isRunning: boolean;
  readonly onReason: (reason: string) => void;
}

/** The question alone, for whatever is sealed. */
export function WhyForm({ thing, lead, openWords, error, isRunning, onReason, onLeave }: WhyFormProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onReason(reason.trim());
  };
  return (
    <Sheet title={thing}>
      <form className="stack" onSubmit={submit}>
        {lead && <p className="dim">{lead}</p>}
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
          {onLeave && (
            <Button variant="default" onClick={onLeave}>
              {t('safetyPlan.sealedCancel')}
            </Button>
          )}
          <Button
            type="submit"
            variant={onLeave ? 'default' : 'filled'}
            loading={isRunning}
            disabled={reason.trim().length < 3}
          >
            {openWords ?? t('safetyPlan.sealedOpen')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
