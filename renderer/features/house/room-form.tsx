// A room: what it is called, what it has, and how many people may sleep there.
import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { type Room, RoomType, type StoredRoom } from '#shared/records/room';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

interface RoomFormProps {
  /** Null for a new one. */
  readonly room: StoredRoom | null;
  /** Where a new one is drawn. */
  readonly place: number;
  readonly onDone: () => void;
}

const has = ['lockable', 'ownBathroom', 'stepFree', 'visualAlarm', 'cribSpace'] as const;
const numbers = {
  capacity: { min: 1, max: 40 },
  storey: { min: 0, max: 9 },
  place: { min: 0, max: 99 },
  doorWidth: { min: 40, max: 300 },
} as const;
type NumberName = keyof typeof numbers;

const firstRoom = (place: number): Room => ({
  site: '',
  name: '',
  type: 'SHARED',
  lockable: false,
  ownBathroom: false,
  stepFree: false,
  doorWidth: null,
  visualAlarm: false,
  cribSpace: false,
  capacity: 2,
  storey: 0,
  place,
});

const roomOf = ({ id: _id, revision: _revision, savedAt: _at, savedBy: _by, ...room }: StoredRoom): Room => room;

export function RoomForm({ room: stored, place, onDone }: RoomFormProps) {
  const t = useText();
  const save = useWrite('room.save');
  const [room, setRoom] = useState<Room>(() => (stored === null ? firstRoom(place) : roomOf(stored)));
  const put = (change: Partial<Room>): void => setRoom({ ...room, ...change });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (room.name.trim() === '' || save.isRunning) return;
    const roomId = stored?.id ?? null;
    if ((await save.run({ roomId, basedOn: stored?.revision ?? 0, room })).ok) onDone();
  };
  return (
    <Sheet title={stored === null ? t('house.addRoom') : t('house.changeRoom', { name: stored.name })}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="house-fields">
          <TextInput
            label={t('house.roomName')}
            value={room.name}
            maxLength={80}
            dir="auto"
            autoFocus
            autoComplete="off"
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t('house.site')}
            placeholder={t('house.siteHint')}
            value={room.site}
            maxLength={80}
            dir="auto"
            autoComplete="off"
            onChange={(event) => put({ site: event.currentTarget.value })}
          />
          <Select
            label={t('house.type')}
            data={RoomType.options.map((value) => ({ value, label: t(`house.types.${value}`) }))}
            value={room.type}
            allowDeselect={false}
            onChange={(value) => put({ type: RoomType.parse(value) })}
          />
          {(Object.keys(numbers) as NumberName[]).map((name) => (
            <NumberField key={name} name={name} value={room[name]} onValue={(value) => put({ [name]: value })} />
          ))}
        </div>
        <div className="row wrap">
          {has.map((name) => (
            <Checkbox
              key={name}
              label={t(`house.${name}`)}
              checked={room[name]}
              onChange={(event) => put({ [name]: event.currentTarget.checked })}
            />
          ))}
        </div>
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('house.cancel')}
          </Button>
          <Button type="submit" loading={save.isRunning} disabled={room.name.trim() === ''}>
            {t('house.keepRoom')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface NumberFieldProps {
  readonly name: NumberName;
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
}

function NumberField({ name, value, onValue }: NumberFieldProps) {
  const t = useText();
  const { min, max } = numbers[name];
  return (
    <NumberInput
      label={t(`house.${name}`)}
      value={value ?? ''}
      min={min}
      max={max}
      allowDecimal={false}
      onChange={(next) => {
        if (next === '' && name === 'doorWidth') onValue(null);
        else if (next !== '') onValue(Math.min(max, Math.max(min, Number(next))));
      }}
    />
  );
}
