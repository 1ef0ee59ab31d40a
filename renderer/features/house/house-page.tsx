// The house of a night: the picture or the list, and beside it what can be done with the bed that is chosen.
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Board, type BoardBed, BedState } from '#shared/records/stay';
import { useRead } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, longDay } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useMay } from '../../session/use-may.ts';
import { locale, useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { BedSheet } from './bed-sheet.tsx';
import { HouseTabs } from './house-tabs.tsx';
import { HouseList } from './house-list.tsx';
import { HousePicture } from './house-picture.tsx';
import { MindedSheet } from './minded-sheet.tsx';
import { NoBedSheet } from './no-bed-sheet.tsx';
import './house.css';

export function HousePage() {
  const t = useText();
  const today = dateOf(now());
  const [on, setOn] = useState(today);
  const [view, setView] = useState<'picture' | 'list'>('picture');
  const [chosen, setChosen] = useState<string | null>(null);
  const board = useRead('stay.board', { on }, { keepLast: true });
  const mayHold = useMay('stay.hold');
  const beds = board.value?.rooms.flatMap((room) => room.beds) ?? [];
  const free = beds.find(({ state }) => state === 'FREE');
  const isTonight = on === today;
  return (
    <>
      <PageHead
        title={t('house.title')}
        fact={board.value && <Fact board={board.value} />}
        actions={
          <>
            <SegmentedControl
              aria-label={t('house.shownAs')}
              value={view}
              onChange={setView}
              data={[
                { value: 'picture', label: t('house.picture') },
                { value: 'list', label: t('house.list') },
              ]}
            />
            {!isTonight && (
              <Button variant="default" onClick={() => setOn(today)}>
                {t('house.tonight')}
              </Button>
            )}
            {mayHold && isTonight && free && (
              <Button onClick={() => setChosen(free.bedId)}>{t('house.holdABed')}</Button>
            )}
          </>
        }
      />
      <HouseTabs current="/house" />
      {board.error && <ErrorSentence error={board.error} />}
      {board.value?.rooms.length === 0 && <NoRooms />}
      {board.value && board.value.rooms.length > 0 && (
        <div className="house-grid">
          {view === 'picture' ? (
            <HousePicture board={board.value} chosen={chosen} onChoose={setChosen} />
          ) : (
            <HouseList board={board.value} chosen={chosen} onChoose={setChosen} />
          )}
          <div className="stack">
            <Chosen board={board.value} chosen={chosen} isTonight={isTonight} onChoose={setChosen} />
            <Sheet title={t('house.minded')}>
              <MindedSheet minded={board.value.minded} />
            </Sheet>
            {isTonight && <NoBedSheet />}
            <Sheet>
              <DayField label={t('house.night')} value={on} onValue={(day) => setOn(day === '' ? today : day)} />
              <Ways />
            </Sheet>
          </div>
        </div>
      )}
    </>
  );
}

function Fact({ board }: { board: Board }) {
  const t = useText();
  const beds = board.rooms.flatMap((room) => room.beds);
  const counts = BedState.options
    .map((state) => ({ state, count: beds.filter((bed) => bed.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => t(`house.counts.${state}`, { count }));
  const night = t('house.nightOf', { date: longDay(Date.parse(`${board.on}T12:00:00`)) });
  return `${night} ${new Intl.ListFormat(locale(), { type: 'unit' }).format(counts)}`;
}

function NoRooms() {
  const t = useText();
  const mayDraw = useMay('room.save');
  return (
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
        {t('house.noRooms')}
      </EmptyState>
    </Sheet>
  );
}

interface ChosenProps {
  readonly board: Board;
  readonly chosen: string | null;
  readonly isTonight: boolean;
  readonly onChoose: (bedId: string | null) => void;
}

function Chosen({ board, chosen, isTonight, onChoose }: ChosenProps) {
  const t = useText();
  const all: { bed: BoardBed; roomName: string }[] = board.rooms.flatMap(({ room, beds }) =>
    beds.map((bed) => ({ bed, roomName: room.name })),
  );
  const found = all.find(({ bed }) => bed.bedId === chosen);
  if (found === undefined) return <p className="dim">{t('house.choose')}</p>;
  return (
    <BedSheet
      key={`${found.bed.bedId} ${found.bed.state}`}
      {...found}
      on={board.on}
      isTonight={isTonight}
      onChoose={onChoose}
    />
  );
}

function Ways() {
  const t = useText();
  const mayDraw = useMay('room.save');
  const maySeeGroups = useMay('peerGroup.list');
  return (
    <div className="row wrap house-ways">
      {maySeeGroups && <Link href="/groups">{t('groups.title')}</Link>}
      <Link href="/house/paper">{t('prints.house.BED_BOARD')}</Link>
      <Link href="/house/figures">{t('house.figures')}</Link>
      {mayDraw && <Link href="/house/rooms">{t('house.rooms')}</Link>}
    </div>
  );
}
