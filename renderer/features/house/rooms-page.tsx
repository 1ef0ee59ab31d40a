// Rooms and beds, as the director draws them.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link } from 'wouter';
import type { StoredBed, StoredRoom } from '#shared/records/room';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { RoomFacts } from './room-facts.tsx';
import { RoomForm } from './room-form.tsx';
import './house.css';

export function RoomsPage() {
  const t = useText();
  const house = useRead('room.list', {});
  const mayDraw = useMay('room.save');
  const [open, setOpen] = useState<string | null>(null);
  const rooms = house.value?.rooms ?? [];
  const room = rooms.find(({ id }) => id === open) ?? null;
  return (
    <>
      <PageHead
        title={t('house.rooms')}
        fact={t('house.roomsFact')}
        actions={mayDraw && open === null && <Button onClick={() => setOpen('new')}>{t('house.addRoom')}</Button>}
      />
      <p className="house-back">
        <Link href="/house">{t('house.toHouse')}</Link>
      </p>
      {house.error && <ErrorSentence error={house.error} />}
      <div className="stack">
        {open !== null && <RoomForm key={open} room={room} place={rooms.length} onDone={() => setOpen(null)} />}
        {house.value && rooms.length === 0 && open === null && (
          <Sheet>
            <EmptyState>{t('house.noRooms')}</EmptyState>
          </Sheet>
        )}
        {rooms.map((one) => (
          <RoomSheet
            key={one.id}
            room={one}
            beds={(house.value?.beds ?? []).filter(({ roomId }) => roomId === one.id)}
            onChange={mayDraw ? () => setOpen(one.id) : null}
          />
        ))}
      </div>
    </>
  );
}

interface RoomSheetProps {
  readonly room: StoredRoom;
  readonly beds: readonly StoredBed[];
  /** Null for who only looks. */
  readonly onChange: (() => void) | null;
}

function RoomSheet({ room, beds, onChange }: RoomSheetProps) {
  const t = useText();
  return (
    <Sheet
      title={<span dir="auto">{room.name}</span>}
      end={
        onChange && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('house.changeRoom', { name: room.name })}
            onClick={onChange}
          >
            {t('house.change')}
          </Button>
        )
      }
    >
      <p>
        {t(`house.types.${room.type}`)} <RoomFacts room={room} beds={beds.length} />
      </p>
      <Rows tight label={room.name}>
        {beds.map((bed) => (
          <BedRow key={bed.id} bed={bed} mayRemove={onChange !== null} />
        ))}
      </Rows>
      {onChange && beds.length < room.capacity && <AddBed room={room} />}
    </Sheet>
  );
}

function BedRow({ bed, mayRemove }: { bed: StoredBed; mayRemove: boolean }) {
  const t = useText();
  const remove = useWrite('room.removeBed');
  const [isAsking, setAsking] = useState(false);
  const go = async (): Promise<void> => {
    if ((await remove.run({ bedId: bed.id, basedOn: bed.revision })).ok) setAsking(false);
  };
  return (
    <li>
      <b className="grow" dir="auto">
        {bed.code}
      </b>
      {mayRemove && (
        <Button
          size="compact-md"
          variant="subtle"
          aria-label={t('house.removeBedOf', { code: bed.code })}
          onClick={() => setAsking(true)}
        >
          {t('house.removeBed')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        question={t('house.removeAsk', { code: bed.code })}
        cancel={t('house.cancel')}
        confirm={t('house.removeBed')}
        isRunning={remove.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        <p>{t('house.removeSays')}</p>
        {remove.error && <ErrorSentence error={remove.error} />}
      </ConfirmDialog>
    </li>
  );
}

function AddBed({ room }: { room: StoredRoom }) {
  const t = useText();
  const add = useWrite('room.addBed');
  const [code, setCode] = useState('');
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (code.trim() !== '' && (await add.run({ roomId: room.id, code })).ok) setCode('');
  };
  return (
    <form className="row wrap align-end" onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('house.bedCode')}
        value={code}
        maxLength={12}
        autoComplete="off"
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        aria-label={t('house.addBedTo', { name: room.name })}
        loading={add.isRunning}
        disabled={code.trim() === ''}
      >
        {t('house.addBed')}
      </Button>
      {add.error && <ErrorSentence error={add.error} />}
    </form>
  );
}
