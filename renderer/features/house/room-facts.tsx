// What there is to know of a room, in a few quiet words.
import type { Room } from '#shared/records/room';
import { useText } from '../../text.ts';
import { IconAccessible } from '../../ui/icons.ts';

export function RoomFacts({ room, beds }: { room: Room; beds: number }) {
  const t = useText();
  const facts = [
    t('house.beds', { count: beds }),
    ...(['lockable', 'ownBathroom', 'cribSpace'] as const)
      .filter((one) => room[one])
      .map((one) => t(`house.facts.${one}`)),
  ];
  return (
    <span className="small dim">
      {facts.join(', ')}
      {room.stepFree && (
        <>
          {', '}
          <IconAccessible size={15} aria-hidden /> {t('house.facts.stepFree')}
        </>
      )}
    </span>
  );
}
