// A bed as a window: lit when somebody sleeps there. It is a button that chooses the bed.
import { UnstyledButton } from '@mantine/core';
import type { BoardBed } from '#shared/records/stay';
import { useText } from '../../text.ts';
import { AliasText } from '../../ui/hers.tsx';
import { type Icon, IconMade, IconNight, IconStop, IconWaits } from '../../ui/icons.ts';
import { Patch } from '../../ui/patch.tsx';
import { bedWords, stateWords } from './bed-words.ts';

interface BedButtonProps {
  readonly bed: BoardBed;
  readonly roomName: string;
  readonly isChosen: boolean;
  readonly onChoose: (bedId: string) => void;
}

const icons: Readonly<Record<Exclude<BoardBed['state'], 'TAKEN'>, Icon>> = {
  FREE: IconNight,
  HELD: IconWaits,
  BEING_MADE: IconMade,
  CLOSED: IconStop,
};

export function BedButton({ bed, roomName, isChosen, onChoose }: BedButtonProps) {
  const t = useText();
  const { bedId, code, stay } = bed;
  const words = [code, bedWords(t, bed)].filter((part) => part !== '').join(', ');
  return (
    <UnstyledButton
      className={`bed bed-${bed.state.toLowerCase().replaceAll('_', '-')}`}
      aria-pressed={isChosen}
      title={t('house.bed', { code, room: roomName })}
      onClick={() => onChoose(bedId)}
    >
      {stay === null ? <StateIcon state={bed.state} /> : <Patch caseFileId={stay.of.caseFileId} size={34} />}
      <span>
        {stay === null ? (
          <b>{stateWords(t, bed)}</b>
        ) : (
          <b className="bed-name">
            <AliasText caseFileId={stay.of.caseFileId} alias={stay.of.nameUsed} caseNumber={stay.of.caseNumber} />
          </b>
        )}
        <small dir="auto">{words}</small>
      </span>
    </UnstyledButton>
  );
}

function StateIcon({ state }: { state: BoardBed['state'] }) {
  if (state === 'TAKEN') return null;
  const Sign = icons[state];
  return <Sign size={24} stroke={1.6} aria-hidden />;
}
