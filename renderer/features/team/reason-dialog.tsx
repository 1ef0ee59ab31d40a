// A question that is answered with a reason, read by a colleague and kept in History.
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { WireError } from '#shared/contract/errors';
import { GateReason } from '#shared/records/training-gate';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

interface ReasonDialogProps {
  readonly question: string;
  readonly cancel: string;
  readonly confirm: string;
  readonly isRunning: boolean;
  readonly error: WireError | null;
  readonly onCancel: () => void;
  readonly onConfirm: (reason: string) => void;
  readonly children: ReactNode;
}

export function ReasonDialog({ error, onConfirm, children, ...dialog }: ReasonDialogProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isSaid = GateReason.safeParse(reason).success;
  return (
    <ConfirmDialog
      isOpen
      {...dialog}
      onConfirm={() => {
        setAsked(true);
        if (isSaid) onConfirm(reason);
      }}
    >
      {children}
      <TextInput
        label={t('team.why')}
        description={t('team.whyHint')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isAsked && !isSaid ? t('team.whyNeeded') : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
      {error && <ErrorSentence error={error} />}
    </ConfirmDialog>
  );
}
