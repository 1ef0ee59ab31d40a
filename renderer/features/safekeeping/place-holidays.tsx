// The holidays of the place: those of the list, each of which may be none here, and the house's own.
import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { holidayLists, type HousePlace, type OwnHoliday } from '#shared/legal/place';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { IconClose } from '../../ui/icons.ts';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';

interface HolidayProps {
  readonly place: HousePlace;
  readonly onPlace: (part: Partial<HousePlace>) => void;
}

export function HolidaySheet({ place, onPlace }: HolidayProps) {
  const t = useText();
  return (
    <Sheet flush title={t('place.holidays')}>
      <div className="rows-more">
        <Note>{t(`place.listUnchecked.${place.pack}`)}</Note>
      </div>
      <KnownDays place={place} onPlace={onPlace} />
      <OwnDays place={place} onPlace={onPlace} />
    </Sheet>
  );
}

function KnownDays({ place: { pack, worked }, onPlace }: HolidayProps) {
  const t = useText();
  const year = Number(dateOf(now()).slice(0, 4));
  const list = holidayLists[pack].of;
  if (list === null) return null;
  const toggle = (day: string): void =>
    onPlace({ worked: worked.includes(day) ? worked.filter((one) => one !== day) : [...worked, day] });
  return (
    <Rows tight label={t('place.known', { year, next: year + 1 })}>
      {[...list(year), ...list(year + 1)].map((on) => {
        const isStruck = worked.includes(on);
        const day = fullDate(on);
        return (
          <li key={on}>
            <span className="grow">
              {isStruck ? <s>{day}</s> : day}
              {isStruck && <span className="small dim"> {t('place.struck')}</span>}
            </span>
            <Button
              size="compact-md"
              variant="default"
              aria-label={t(isStruck ? 'place.hereAfterAllOf' : 'place.notHereOf', { day })}
              onClick={() => toggle(on)}
            >
              {t(isStruck ? 'place.hereAfterAll' : 'place.notHere')}
            </Button>
          </li>
        );
      })}
    </Rows>
  );
}

function OwnDays({ place: { own }, onPlace }: HolidayProps) {
  const t = useText();
  return (
    <>
      <h3 className="place-own">{t('place.own')}</h3>
      {own.length === 0 && <EmptyState>{t('place.ownNone')}</EmptyState>}
      <Rows tight label={t('place.own')}>
        {own.map((holiday, at) => (
          <li key={`${holiday.on} ${holiday.name}`}>
            <span className="grow" dir="auto">
              {[fullDate(holiday.on), holiday.name, holiday.everyYear ? t('place.yearly') : '']
                .filter(Boolean)
                .join(', ')}
            </span>
            <ActionIcon
              variant="subtle"
              size={34}
              aria-label={t('place.remove', { day: fullDate(holiday.on) })}
              onClick={() => onPlace({ own: own.filter((_one, index) => index !== at) })}
            >
              <IconClose size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </Rows>
      <NewDay
        onAdd={(holiday) => onPlace({ own: [...own, holiday].sort((one, other) => one.on.localeCompare(other.on)) })}
      />
    </>
  );
}

const fresh: OwnHoliday = { on: '', name: '', everyYear: false };

function NewDay({ onAdd }: { onAdd: (holiday: OwnHoliday) => void }) {
  const t = useText();
  const [holiday, setHoliday] = useState(fresh);
  const put = (part: Partial<OwnHoliday>): void => setHoliday({ ...holiday, ...part });
  const add = (): void => {
    onAdd(holiday);
    setHoliday(fresh);
  };
  return (
    <div className="place-new">
      <DayField label={t('place.ownDay')} value={holiday.on} onValue={(on) => put({ on })} />
      <TextInput
        label={t('place.ownName')}
        value={holiday.name}
        maxLength={200}
        dir="auto"
        autoComplete="off"
        onChange={({ currentTarget }) => put({ name: currentTarget.value })}
      />
      <Checkbox
        label={t('place.everyYear')}
        checked={holiday.everyYear}
        onChange={({ currentTarget }) => put({ everyYear: currentTarget.checked })}
      />
      <Button variant="default" disabled={holiday.on === ''} onClick={add}>
        {t('place.add')}
      </Button>
    </div>
  );
}
