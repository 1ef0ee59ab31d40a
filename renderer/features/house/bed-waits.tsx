// A bed that waits: held for somebody, being made, or closed.
import { Button } from '@mantine/core';
import { useWrite } from '../../api/use-vault.ts';
import { timeOrDay } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Waits } from '../../ui/status-words.tsx';
import { Hold } from './bed-free.tsx';
import type { BedSheetProps } from './bed-props.ts';
import { PutToBed } from './put-to-bed.tsx';

export function BedHeld({ bed, on }: BedSheetProps) {
  const t = useText();
  const letGo = useWrite('stay.letGo');
  const mayPut = useMay('stay.begin');
  const { hold, bedId } = bed;
  if (hold === null) return null;
  const time = timeOrDay(hold.until);
  return (
    <>
      <Waits>
        {hold.of === null ? t('house.heldWords', { time }) : t('house.heldFor', { name: hold.of.nameUsed, time })}
      </Waits>
      {hold.words !== '' && <p dir="auto">{hold.words}</p>}
      {mayPut && <PutToBed bedId={bedId} on={on} holdId={hold.id} first={hold.of?.caseFileId ?? null} />}
      {letGo.error && <ErrorSentence error={letGo.error} />}
      <Button variant="default" fullWidth loading={letGo.isRunning} onClick={() => void letGo.run({ holdId: hold.id })}>
        {t('house.letGo')}
      </Button>
    </>
  );
}

export function BedUnmade({ bed }: BedSheetProps) {
  const t = useText();
  const ready = useWrite('room.bedReady');
  const mayMake = useMay('room.bedReady');
  const mayHold = useMay('stay.hold');
  const { bedId, revision: basedOn } = bed;
  return (
    <>
      {ready.error && <ErrorSentence error={ready.error} />}
      {mayMake && (
        <Button fullWidth loading={ready.isRunning} onClick={() => void ready.run({ bedId, basedOn })}>
          {t('house.ready')}
        </Button>
      )}
      {mayHold && <Hold bed={bed} />}
    </>
  );
}

export function BedClosed({ bed }: BedSheetProps) {
  const t = useText();
  const open = useWrite('room.openBed');
  const mayOpen = useMay('room.openBed');
  const { bedId, revision: basedOn, closed } = bed;
  return (
    <>
      <p dir="auto">{closed}</p>
      {open.error && <ErrorSentence error={open.error} />}
      {mayOpen && (
        <Button variant="default" fullWidth loading={open.isRunning} onClick={() => void open.run({ bedId, basedOn })}>
          {t('house.open')}
        </Button>
      )}
    </>
  );
}
