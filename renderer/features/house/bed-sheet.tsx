// The bed that is chosen, and what can be done with it as it stands.
import { useText } from '../../text.ts';
import { AliasText } from '../../ui/hers.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { BedSheetProps } from './bed-props.ts';
import { BedFree } from './bed-free.tsx';
import { BedTaken } from './bed-taken.tsx';
import { BedClosed, BedHeld, BedUnmade } from './bed-waits.tsx';

export function BedSheet(props: BedSheetProps) {
  const t = useText();
  const { bed, roomName } = props;
  const { stay, code } = bed;
  return (
    <Sheet
      title={
        stay === null ? (
          t('house.bed', { code, room: roomName })
        ) : (
          <>
            <AliasText caseFileId={stay.of.caseFileId} alias={stay.of.nameUsed} caseNumber={stay.of.caseNumber} />,{' '}
            {code}
          </>
        )
      }
    >
      <div className="stack">
        <Acts {...props} />
      </div>
    </Sheet>
  );
}

function Acts(props: BedSheetProps) {
  switch (props.bed.state) {
    case 'TAKEN':
      return <BedTaken {...props} />;
    case 'HELD':
      return <BedHeld {...props} />;
    case 'BEING_MADE':
      return <BedUnmade {...props} />;
    case 'CLOSED':
      return <BedClosed {...props} />;
    case 'FREE':
      return <BedFree {...props} />;
  }
}
