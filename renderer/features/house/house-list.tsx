// The same night as a list: one row a bed.
import { Button } from '@mantine/core';
import type { Board } from '#shared/records/stay';
import { useText } from '../../text.ts';
import { Alias } from '../../ui/hers.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { bedWords, stateWords } from './bed-words.ts';

interface HouseListProps {
  readonly board: Board;
  readonly chosen: string | null;
  readonly onChoose: (bedId: string) => void;
}

export function HouseList({ board, chosen, onChoose }: HouseListProps) {
  const t = useText();
  return (
    <Sheet flush>
      <Rows label={t('house.title')}>
        {board.rooms.flatMap(({ room, beds }) =>
          beds.map((bed) => (
            <li key={bed.bedId} {...(bed.bedId === chosen ? { className: 'lit' } : {})}>
              <div className="grow">
                <b dir="auto">{t('house.bed', { code: bed.code, room: room.name })}</b>
                <p className="small dim" dir="auto">
                  {[stateWords(t, bed), bedWords(t, bed)].filter((part) => part !== '').join(' · ')}
                </p>
              </div>
              {bed.stay && (
                <Alias
                  caseFileId={bed.stay.of.caseFileId}
                  alias={bed.stay.of.nameUsed}
                  caseNumber={bed.stay.of.caseNumber}
                />
              )}
              <Button
                size="compact-md"
                variant="default"
                aria-pressed={bed.bedId === chosen}
                aria-label={t('house.pick', { code: bed.code })}
                onClick={() => onChoose(bed.bedId)}
              >
                {t('house.pickShort')}
              </Button>
            </li>
          )),
        )}
      </Rows>
    </Sheet>
  );
}
