// The house as a picture: storeys from the roof down, each room with its beds as windows. Colour is never the only sign.
import type { Board } from '#shared/records/stay';
import { useText } from '../../text.ts';
import { BedButton } from './bed-button.tsx';
import { RoomFacts } from './room-facts.tsx';

interface HousePictureProps {
  readonly board: Board;
  readonly chosen: string | null;
  readonly onChoose: (bedId: string) => void;
}

export function HousePicture({ board, chosen, onChoose }: HousePictureProps) {
  const storeys = [...new Set(board.rooms.map(({ room }) => room.storey))].toSorted((one, other) => other - one);
  return (
    <div>
      <svg className="house-roof" viewBox="0 0 800 84" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 84L400 6L800 84Z" />
      </svg>
      <div className="house-walls">
        {storeys.map((storey) => (
          <div key={storey} className="house-storey">
            {board.rooms
              .filter(({ room }) => room.storey === storey)
              .map(({ room, beds }) => (
                <section
                  key={room.id}
                  className="house-room"
                  style={{ flexGrow: Math.max(1, beds.length), flexBasis: `${3 + 7 * Math.max(1, beds.length)}rem` }}
                >
                  <header>
                    <h2 dir="auto">{room.name}</h2>
                    <RoomFacts room={room} beds={beds.length} />
                  </header>
                  <div className="house-beds">
                    {beds.map((bed) => (
                      <BedButton
                        key={bed.bedId}
                        bed={bed}
                        roomName={room.name}
                        isChosen={bed.bedId === chosen}
                        onChoose={onChoose}
                      />
                    ))}
                  </div>
                </section>
              ))}
          </div>
        ))}
      </div>
      <Key />
    </div>
  );
}

function Key() {
  const t = useText();
  return (
    <ul className="house-key" aria-label={t('house.key')}>
      <li>
        <i className="house-key-taken" aria-hidden /> {t('house.lit')}
      </li>
      <li>
        <i className="house-key-held" aria-hidden /> {t('house.state.HELD')}
      </li>
      <li>
        <i className="house-key-made" aria-hidden /> {t('house.state.BEING_MADE')}
      </li>
      <li>
        <i className="house-key-free" aria-hidden /> {t('house.state.FREE')}
      </li>
    </ul>
  );
}
