// A date as far as it is known: day, month and year as three boxes that may stay open, "about then", or words.
// Nothing is invented: a year alone stays a year. The question around it names the group.
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PartialDate } from '#shared/partial-date';
import { locale, useText } from '../text.ts';

interface Boxes {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly isAbout: boolean;
}
const empty: Boxes = { day: '', month: '', year: '', isAbout: false };
const two = (part: string): string => part.padStart(2, '0');

/** What the boxes show for a date. Words have no boxes. */
function boxesOf(date: PartialDate | undefined): Boxes {
  switch (date?.precision) {
    case 'exact': {
      const [year = '', month = '', day = ''] = date.date.split('-');
      return { ...empty, year, month: String(Number(month)), day: String(Number(day)) };
    }
    case 'month':
      return { ...empty, year: String(date.year), month: String(date.month) };
    case 'year':
      return { ...empty, year: String(date.year) };
    case 'about':
      return { ...empty, year: String(date.fromYear), isAbout: true };
    case 'as-written':
    case undefined:
      return empty;
  }
}

/** The date that the boxes say, undefined while they say none, null for a day that does not exist. */
export function readBoxes({ day, month, year, isAbout }: Boxes): PartialDate | null | undefined {
  if (!/^\d{4}$/.test(year)) return undefined;
  const asked = isAbout
    ? { precision: 'about', fromYear: Number(year), toYear: Number(year) }
    : month === ''
      ? { precision: 'year', year: Number(year) }
      : day === ''
        ? { precision: 'month', year: Number(year), month: Number(month) }
        : { precision: 'exact', date: `${year}-${two(month)}-${two(day)}` };
  const date = PartialDate.safeParse(asked);
  return date.success ? date.data : null;
}

const monthNames = (): { value: string; label: string }[] =>
  Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, index, 15)),
  }));

export interface PartialDateFieldProps {
  readonly id: string;
  readonly value: PartialDate | undefined;
  readonly onValue: (date: PartialDate | undefined) => void;
}

export function PartialDateField({ id, value, onValue }: PartialDateFieldProps) {
  const t = useText();
  const [isWords, setWords] = useState(value?.precision === 'as-written');
  return (
    <div>
      {isWords ? (
        <TextInput
          id={id}
          label={t('forms.words')}
          value={value?.precision === 'as-written' ? value.text : ''}
          onChange={(event) => {
            const text = event.currentTarget.value;
            onValue(text.trim() === '' ? undefined : { precision: 'as-written', text });
          }}
          dir="auto"
          autoComplete="off"
        />
      ) : (
        <DateBoxes id={id} value={value} onValue={onValue} />
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          setWords(!isWords);
          onValue(undefined);
        }}
      >
        {isWords ? t('forms.inNumbers') : t('forms.inWords')}
      </Button>
    </div>
  );
}

function DateBoxes({ id, value, onValue }: PartialDateFieldProps) {
  const t = useText();
  const [boxes, setBoxes] = useState(() => boxesOf(value));
  const change = (part: Partial<Boxes>): void => {
    const next = { ...boxes, ...part };
    setBoxes(next);
    onValue(readBoxes(next) ?? undefined);
  };
  const digits = (text: string, length: number): string => text.replace(/\D/g, '').slice(0, length);
  return (
    <>
      <div className="date-boxes">
        <TextInput
          id={id}
          className="date-day"
          label={t('forms.day')}
          inputMode="numeric"
          value={boxes.day}
          onChange={(event) => change({ day: digits(event.currentTarget.value, 2) })}
          autoComplete="off"
        />
        <Select
          id={`${id}-month`}
          className="date-month"
          label={t('forms.month')}
          data={monthNames()}
          value={boxes.month === '' ? null : boxes.month}
          onChange={(month) => change({ month: month ?? '' })}
          clearable
        />
        <TextInput
          id={`${id}-year`}
          className="date-year"
          label={t('forms.year')}
          inputMode="numeric"
          value={boxes.year}
          onChange={(event) => change({ year: digits(event.currentTarget.value, 4) })}
          autoComplete="off"
        />
        <Checkbox
          className="date-about"
          label={t('forms.about')}
          checked={boxes.isAbout}
          onChange={(event) => change({ isAbout: event.currentTarget.checked })}
        />
      </div>
      <p className="small dim" role="status">
        {readBoxes(boxes) === null && t('forms.noSuchDay')}
      </p>
    </>
  );
}
