// One line that says why, read by a second person.
import { TextInput } from '@mantine/core';
import { OpeningReason } from '#shared/records/break-glass';
import { useText } from '../text.ts';

export const saysWhy = (reason: string): boolean => OpeningReason.safeParse(reason).success;

interface ReasonFieldProps {
  readonly reason: string;
  /** It was asked for: from now on the field says when it is missing. */
  readonly isAsked: boolean;
  readonly onReason: (reason: string) => void;
}

export function ReasonField({ reason, isAsked, onReason }: ReasonFieldProps) {
  const t = useText();
  return (
    <TextInput
      label={t('assignment.why')}
      description={t('assignment.whyHint')}
      value={reason}
      maxLength={200}
      onChange={(event) => onReason(event.currentTarget.value)}
      error={isAsked && !saysWhy(reason) ? t('assignment.whyNeeded') : undefined}
      autoComplete="off"
      spellCheck={false}
      dir="auto"
    />
  );
}
