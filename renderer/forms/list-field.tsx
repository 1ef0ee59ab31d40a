// Short lines, in a list each with the person who does it. An empty line is no line.
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ListItem } from '#shared/forms/check-answers';
import { useText } from '../text.ts';
import { IconClose, IconPlus } from '../ui/icons.ts';
import type { FieldProps } from './field.ts';

type Who = NonNullable<ListItem['who']>;
const people = ['SURVIVOR', 'STAFF', 'TOGETHER', 'OTHER'] as const satisfies readonly Who[];
interface Line {
  readonly words: string;
  readonly who: Who | '';
}
const blank: Line = { words: '', who: '' };

const linesOf = (value: unknown): readonly Line[] => {
  const items = Array.isArray(value) ? (value as ListItem[]) : [];
  return items.length === 0 ? [blank] : items.map(({ words, who }) => ({ words, who: who ?? '' }));
};
const valueOf = (lines: readonly Line[]): ListItem[] | undefined => {
  const items = lines
    .filter(({ words }) => words.trim() !== '')
    .map(({ words, who }) => (who === '' ? { words } : { words, who }));
  return items.length === 0 ? undefined : items;
};

export function ListField({ id, value, onValue, question }: FieldProps) {
  const t = useText();
  const [lines, setLines] = useState(() => linesOf(value));
  const change = (next: readonly Line[]): void => {
    setLines(next);
    onValue(valueOf(next));
  };
  const put = (at: number, part: Partial<Line>): void =>
    change(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const names = people.map((who) => ({ value: who, label: t(`forms.who${who}`) }));
  return (
    <div className="list-field">
      {lines.map((line, index) => (
        <div className="list-line" key={index}>
          <TextInput
            id={index === 0 ? id : `${id}-${index}`}
            className={question.hers ? 'her-box grow' : 'grow'}
            aria-label={t('forms.line', { number: index + 1 })}
            value={line.words}
            maxLength={500}
            onChange={(event) => put(index, { words: event.currentTarget.value })}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
          />
          {question.kind === 'list' && (
            <NativeSelect
              aria-label={`${t('forms.who')}, ${t('forms.line', { number: index + 1 })}`}
              data={[{ value: '', label: t('forms.whoOpen') }, ...names]}
              value={line.who}
              onChange={(event) => put(index, { who: event.currentTarget.value as Line['who'] })}
            />
          )}
          <ActionIcon
            variant="subtle"
            size={34}
            aria-label={t('forms.removeLine', { number: index + 1 })}
            onClick={() => change(lines.length === 1 ? [blank] : lines.filter((_, other) => other !== index))}
          >
            <IconClose size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => setLines([...lines, blank])}
      >
        {t('forms.addLine')}
      </Button>
    </div>
  );
}
