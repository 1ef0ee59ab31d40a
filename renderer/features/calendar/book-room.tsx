// Booking a room: when, with whom, with an interpreter or without. What is taken is refused with the next time that is free.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { CaseFileId, RecordId } from '#shared/ids';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { DayField } from '../../forms/day-field.tsx';
import { TimeField } from '../../forms/time-field.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AboutCase } from './about-case.tsx';

interface BookRoomProps {
  readonly rooms: readonly { readonly id: RecordId; readonly name: string }[];
  readonly on: string;
  readonly onDay: (day: string) => void;
}

interface Typed {
  readonly roomId: string;
  readonly from: string;
  readonly to: string;
  readonly caseFileId: string | null;
  readonly interpreterId: string;
  readonly words: string;
  readonly isEscorted: boolean;
}
const nothing: Typed = {
  ...{ roomId: '', from: '', to: '', caseFileId: null, interpreterId: '', words: '', isEscorted: false },
};

export function BookRoom({ rooms, on, onDay }: BookRoomProps) {
  const t = useText();
  const add = useWrite('booking.add');
  const [typed, setTyped] = useState(nothing);
  const [tried, setTried] = useState('');
  const put = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const caseFileId = typed.caseFileId === null ? null : CaseFileId.parse(typed.caseFileId);
  const isReady = typed.from !== '' && typed.to !== '' && on !== '';
  const wanted = {
    ...{ on, from: typed.from, to: typed.to, caseFileId, words: typed.words, isEscorted: typed.isEscorted },
    roomId: rooms.find(({ id }) => id === typed.roomId)?.id ?? rooms[0]!.id,
    interpreterId: typed.interpreterId === '' ? null : RecordId.parse(typed.interpreterId),
  };
  const asked = JSON.stringify(wanted);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || add.isRunning) return;
    setTried(asked);
    if ((await add.run(wanted)).ok) setTyped(nothing);
  };
  // Of another time nothing was said yet.
  const error = tried === asked ? add.error : null;
  const rule = error?.facts?.['rule'];
  const isTaken = rule === 'booking-taken' || rule === 'booking-interpreter';
  return (
    <Sheet title={t('calendar.book')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <DayField label={t('calendar.bookDay')} value={on} onValue={(day) => day !== '' && onDay(day)} />
        <NativeSelect
          label={t('calendar.bookRoom')}
          value={wanted.roomId}
          data={rooms.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => put({ roomId: event.currentTarget.value })}
        />
        <div className="rooms-times">
          <TimeField label={t('calendar.bookFrom')} value={typed.from} onValue={(from) => put({ from })} />
          <TimeField label={t('calendar.bookTo')} value={typed.to} onValue={(to) => put({ to })} />
        </div>
        <AboutCase
          label={t('calendar.bookOf')}
          value={typed.caseFileId}
          onValue={(id) => put({ caseFileId: id, interpreterId: '' })}
        />
        {caseFileId !== null && (
          <Interpreter
            caseFileId={caseFileId}
            value={typed.interpreterId}
            onValue={(interpreterId) => put({ interpreterId })}
          />
        )}
        <TextInput
          label={t('calendar.bookWords')}
          placeholder={t('calendar.bookWordsHint')}
          value={typed.words}
          maxLength={80}
          dir="auto"
          autoComplete="off"
          onChange={(event) => put({ words: event.currentTarget.value })}
        />
        <Checkbox
          label={t('calendar.bookEscort')}
          checked={typed.isEscorted}
          onChange={(event) => put({ isEscorted: event.currentTarget.checked })}
        />
        {error && <ErrorSentence error={error} />}
        {isTaken && <NextFree wanted={wanted} onTake={put} />}
        <div>
          <Button type="submit" loading={add.isRunning} disabled={!isReady}>
            {t('calendar.bookGo')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface InterpreterProps {
  readonly caseFileId: CaseFileId;
  readonly value: string;
  readonly onValue: (id: string) => void;
}

/** Only those who may be asked in this case. */
function Interpreter({ caseFileId, value, onValue }: InterpreterProps) {
  const t = useText();
  const may = useMay('interpreter.offered');
  const offered = useRead('interpreter.offered', { caseFileId }, { enabled: may });
  if (!may) return null;
  return (
    <NativeSelect
      label={t('calendar.bookInterpreter')}
      value={value}
      data={[
        { value: '', label: t('calendar.nobody') },
        ...(offered.value ?? []).map(({ id, name, languages }) => ({
          value: id,
          label: [name, ...languages].join(', '),
        })),
      ]}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  );
}

interface NextFreeProps {
  readonly wanted: Parameters<ReturnType<typeof useWrite<'booking.add'>>['run']>[0];
  readonly onTake: (span: { readonly from: string; readonly to: string }) => void;
}

function NextFree({ wanted, onTake }: NextFreeProps) {
  const t = useText();
  const found = useRead('booking.nextFree', wanted);
  if (found.value === undefined) return null;
  const { next } = found.value;
  if (next === null) return <p role="status">{t('calendar.bookFull')}</p>;
  return (
    <div role="status">
      <Button variant="default" onClick={() => onTake(next)}>
        {t('calendar.bookNext', next)}
      </Button>
    </div>
  );
}
