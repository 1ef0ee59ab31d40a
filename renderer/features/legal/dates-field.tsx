// The dates of a legal matter, each with where it comes from. What is reckoned by a clock is not written here.
import { ActionIcon, Button, Checkbox, NativeSelect } from '@mantine/core';
import { DateKind } from '#shared/legal/regimes';
import { DateSource } from '#shared/records/legal-matter';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { IconClose, IconPlus } from '../../ui/icons.ts';
import { Note } from '../../ui/status-words.tsx';
import type { DateInMaking } from './matter-in-making.ts';

interface FieldProps {
  readonly dates: readonly DateInMaking[];
  readonly onDates: (dates: DateInMaking[]) => void;
}

const fresh: DateInMaking = { kind: 'FILED', on: '', source: 'OFFICIAL_NOTICE', isDone: false };

export function DatesField({ dates, onDates }: FieldProps) {
  const t = useText();
  const put = (index: number, part: Partial<DateInMaking>): void =>
    onDates(dates.map((date, at) => (at === index ? { ...date, ...part } : date)));
  return (
    <fieldset className="legal-dates">
      <legend className="field-label">{t('legal.dates')}</legend>
      {dates.map((date, index) => (
        <DateRow
          key={index}
          date={date}
          onDate={(part) => put(index, part)}
          onRemove={() => onDates(dates.filter((_one, at) => at !== index))}
        />
      ))}
      {dates.some(({ kind }) => kind === 'COURT') && <Note>{t('legal.courtLook')}</Note>}
      <div>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onDates([...dates, fresh])}
        >
          {t('legal.addDate')}
        </Button>
      </div>
    </fieldset>
  );
}

interface RowProps {
  readonly date: DateInMaking;
  readonly onDate: (part: Partial<DateInMaking>) => void;
  readonly onRemove: () => void;
}

function DateRow({ date, onDate, onRemove }: RowProps) {
  const t = useText();
  return (
    <div className="legal-date">
      <NativeSelect
        label={t('legal.dateKind')}
        value={date.kind}
        data={DateKind.options.map((value) => ({ value, label: t(`legal.kinds.${value}`) }))}
        onChange={(event) =>
          onDate({ kind: DateKind.options.find((one) => one === event.currentTarget.value) ?? 'FILED' })
        }
      />
      <DayField label={t('legal.dateOn')} value={date.on} onValue={(on) => onDate({ on })} />
      <NativeSelect
        label={t('legal.dateSource')}
        value={date.source}
        data={DateSource.options.map((value) => ({ value, label: t(`legal.sources.${value}`) }))}
        onChange={(event) =>
          onDate({ source: DateSource.options.find((one) => one === event.currentTarget.value) ?? 'ESTIMATED' })
        }
      />
      <Checkbox
        label={t('legal.dateDone')}
        checked={date.isDone}
        onChange={(event) => onDate({ isDone: event.currentTarget.checked })}
      />
      <ActionIcon variant="subtle" size={34} aria-label={t('legal.removeDate')} onClick={onRemove}>
        <IconClose size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}
