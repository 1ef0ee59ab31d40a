// The generic template: a time limit that this program has no clock for.
import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import type { ClockInMaking } from './matter-in-making.ts';

interface FieldProps {
  readonly clock: ClockInMaking | null;
  readonly onClock: (clock: ClockInMaking | null) => void;
}

const fresh: ClockInMaking = { name: '', startOn: '', days: 30, count: 'CALENDAR', holidays: '', extension: null };

export function ClockField({ clock, onClock }: FieldProps) {
  const t = useText();
  if (clock === null) {
    return (
      <div>
        <Button size="compact-md" variant="default" onClick={() => onClock(fresh)}>
          {t('legal.addClock')}
        </Button>
      </div>
    );
  }
  const put = (part: Partial<ClockInMaking>): void => onClock({ ...clock, ...part });
  return (
    <fieldset className="legal-dates">
      <legend className="field-label">{t('legal.clock')}</legend>
      <TextInput
        label={t('legal.clockName')}
        dir="auto"
        maxLength={120}
        value={clock.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <div className="legal-clock">
        <DayField label={t('legal.clockStart')} value={clock.startOn} onValue={(startOn) => put({ startOn })} />
        <NumberInput
          label={t('legal.clockDays')}
          min={1}
          max={3_650}
          allowDecimal={false}
          value={clock.days}
          onChange={(value) => put({ days: Number(value) || 1 })}
        />
        <NativeSelect
          label={t('legal.clockCount')}
          value={clock.count}
          data={(['CALENDAR', 'WORKING'] as const).map((value) => ({ value, label: t(`legal.counts.${value}`) }))}
          onChange={(event) => put({ count: event.currentTarget.value === 'WORKING' ? 'WORKING' : 'CALENDAR' })}
        />
        <NumberInput
          label={t('legal.clockExtension')}
          min={1}
          max={3_650}
          allowDecimal={false}
          value={clock.extension ?? ''}
          onChange={(value) => put({ extension: Number(value) || null })}
        />
      </div>
      {clock.count === 'WORKING' && (
        <Textarea
          label={t('legal.clockHolidays')}
          description={t('legal.clockHolidaysHint')}
          dir="ltr"
          autosize
          minRows={2}
          maxLength={2_400}
          value={clock.holidays}
          onChange={(event) => put({ holidays: event.currentTarget.value })}
        />
      )}
      <div>
        <Button size="compact-md" variant="subtle" onClick={() => onClock(null)}>
          {t('legal.removeClock')}
        </Button>
      </div>
    </fieldset>
  );
}
