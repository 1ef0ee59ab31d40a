// The rooms to talk in on one day, and booking one. Whose talk it is is shown only to who may know of that case.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ShownBooking } from '#shared/records/booking';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, longDay } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { BookRoom } from './book-room.tsx';
import './calendar.css';

export function RoomsPage() {
  const t = useText();
  const mayDraw = useMay('room.save');
  const [on, setOn] = useState(dateOf(now()));
  const day = useRead('booking.day', { on }, { keepLast: true });
  const rooms = day.value?.rooms ?? [];
  return (
    <>
      <PageHead title={t('calendar.rooms')} fact={t('calendar.roomsFact')} />
      <p className="rooms-back">
        <Link href="/calendar">{t('calendar.toCalendar')}</Link>
      </p>
      {day.error && <ErrorSentence error={day.error} />}
      {day.value && rooms.length === 0 && (
        <Sheet>
          <EmptyState
            action={
              mayDraw && (
                <Button component={Link} href="/house/rooms">
                  {t('house.draw')}
                </Button>
              )
            }
          >
            {t('calendar.roomsNone')}
          </EmptyState>
        </Sheet>
      )}
      {rooms.length > 0 && (
        <div className="two-columns">
          <div className="stack">
            <h2>{longDay(Date.parse(`${on}T12:00:00`))}</h2>
            {rooms.map(({ id, name }) => (
              <RoomDay
                key={id}
                name={name}
                bookings={day.value?.bookings.filter(({ roomId }) => roomId === id) ?? []}
              />
            ))}
          </div>
          <div className="stack">
            <BookRoom rooms={rooms} on={on} onDay={setOn} />
          </div>
        </div>
      )}
    </>
  );
}

function RoomDay({ name, bookings }: { name: string; bookings: readonly ShownBooking[] }) {
  const t = useText();
  return (
    <Sheet flush title={<span dir="auto">{name}</span>}>
      {bookings.length === 0 ? (
        <EmptyState>{t('calendar.roomFree')}</EmptyState>
      ) : (
        <Rows tight label={name}>
          {bookings.map((booking) => (
            <Booked key={booking.id} room={name} booking={booking} />
          ))}
        </Rows>
      )}
    </Sheet>
  );
}

function Booked({ room, booking }: { room: string; booking: ShownBooking }) {
  const t = useText();
  const callOff = useWrite('booking.callOff');
  const { id: bookingId, revision: basedOn, from, to, of, words, hasInterpreter, isEscorted, staff, isOwn } = booking;
  const facts = [
    ...(hasInterpreter ? [t('calendar.withInterpreter')] : []),
    ...(isEscorted ? [t('calendar.escorted')] : []),
    ...(staff === null ? [] : [staff.name]),
  ];
  return (
    <li className="wrap">
      <b className="num">{t('calendar.span', { from, to })}</b>
      <span className="grow rooms-what">
        {of && <Alias caseFileId={of.caseFileId} alias={of.nameUsed} caseNumber={of.caseNumber} size={20} />}
        <span dir="auto">{words === '' && of === null ? t('calendar.taken') : words}</span>
        <span className="small dim" dir="auto">
          {facts.join(', ')}
        </span>
        {callOff.error && <ErrorSentence error={callOff.error} />}
      </span>
      {isOwn && (
        <Button
          size="compact-md"
          variant="subtle"
          aria-label={t('calendar.callOffOf', { room, from })}
          loading={callOff.isRunning}
          onClick={() => void callOff.run({ bookingId, basedOn })}
        >
          {t('calendar.callOff')}
        </Button>
      )}
    </li>
  );
}
