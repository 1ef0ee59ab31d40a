// Whether she agrees that something is written down at all: asked above a note, before its words.
import { SegmentedControl } from '@mantine/core';
import type { Pronouns } from '../pronouns.ts';
import { useText } from '../text.ts';

type Answer = 'YES' | 'YES_BUT_LIMITED' | 'NO';

interface NotesConsentProps {
  readonly id: string;
  readonly pronouns: Pronouns;
  readonly value: Answer;
  /** What a no means here. */
  readonly no: string;
  readonly onValue: (value: Answer) => void;
}

export function NotesConsent({ id, pronouns, value, no, onValue }: NotesConsentProps) {
  const t = useText();
  return (
    <div>
      <p className="field-label" id={id}>
        {t('notes.consent', pronouns)}
      </p>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        onChange={onValue}
        data={[
          { value: 'YES', label: t('notes.consentYes') },
          { value: 'YES_BUT_LIMITED', label: t('notes.consentLimited') },
          { value: 'NO', label: no },
        ]}
      />
    </div>
  );
}
