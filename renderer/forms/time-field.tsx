// A time of day, typed: shown as 16:30. A field of the browser would ask for a.m. and p.m. on some computers.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../text.ts';
import { readTime } from './read-time.ts';

interface TimeFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly description?: string;
  /** HH:MM, or empty. */
  readonly value: string;
  readonly onValue: (time: string) => void;
}

/** What was typed stands as it is until the field is left; then the time that was understood, or the one before. */
export function TimeField({ value, onValue, ...field }: TimeFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string): void => {
    setTyped(text);
    const time = text.trim() === '' ? '' : readTime(text);
    if (time !== null) onValue(time);
  };
  return (
    <TextInput
      {...field}
      className="time-field"
      inputMode="numeric"
      maxLength={5}
      placeholder={t('forms.timeHint')}
      value={typed ?? value}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
      autoComplete="off"
      spellCheck={false}
      dir="ltr"
    />
  );
}
