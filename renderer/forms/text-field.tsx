// Text of one line or many. Her words stand in her typeface while they are typed. Nothing is corrected or completed.
import { Textarea } from '@mantine/core';
import { useText } from '../text.ts';
import type { FieldProps } from './field.ts';

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Only spaces are no answer; everything else is kept exactly as typed. */
const asValue = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

export function TextField({ id, labelId, value, onValue, question, pronouns }: FieldProps) {
  const t = useText();
  const isLong = question.kind === 'long-text';
  return (
    <Textarea
      id={id}
      aria-labelledby={labelId}
      className={question.hers ? 'her-box' : ''}
      placeholder={question.hers ? t('forms.inTheirWords', { their: pronouns.their }) : undefined}
      value={asText(value)}
      onChange={(event) => onValue(asValue(event.currentTarget.value))}
      autosize
      minRows={isLong ? 3 : 1}
      maxLength={isLong ? 20_000 : 500}
      data-lines={isLong ? 'many' : 'one'}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
    />
  );
}
