// What can be done with something that is kept: it lies elsewhere, what was agreed about a device.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { deviceRefusal, type ShownThing } from '#shared/records/kept-thing';
import { useWrite } from '../../api/use-vault.ts';
import { ActFrame } from '../../case/act-frame.tsx';
import { useText } from '../../text.ts';
import { nothingTalked, Talked } from './device-fields.tsx';
import { RefusalWords } from './place-words.tsx';

interface ActProps {
  readonly thing: ShownThing;
  readonly onDone: () => void;
}

export function Move({ thing: { id, revision, place: before }, onDone }: ActProps) {
  const t = useText();
  const write = useWrite('keptThing.move');
  const [place, setPlace] = useState(before);
  const isReady = place.trim() !== '' && place.trim() !== before;
  const keep = async (): Promise<void> => {
    if ((await write.run({ thingId: id, basedOn: revision, place })).ok) onDone();
  };
  return (
    <ActFrame name={t('things.keep')} {...write} isReady={isReady} onKeep={keep} onCancel={onDone}>
      <TextInput
        label={t('things.place')}
        description={t('things.placeHint')}
        value={place}
        maxLength={20}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => setPlace(currentTarget.value)}
      />
    </ActFrame>
  );
}

export function TalkOver({ thing: { id, revision, device }, onDone }: ActProps) {
  const t = useText();
  const write = useWrite('keptThing.agree');
  const [talked, setTalked] = useState({ ...nothingTalked, ...device?.talked, state: device?.state ?? 'ON' });
  const refusal = deviceRefusal({ type: 'OTHER', ...talked });
  const keep = async (): Promise<void> => {
    if ((await write.run({ thingId: id, basedOn: revision, ...talked })).ok) onDone();
  };
  return (
    <ActFrame name={t('things.keep')} {...write} isReady={refusal === null} onKeep={keep} onCancel={onDone}>
      <Talked value={talked} onValue={setTalked} />
      <RefusalWords refusal={refusal} />
    </ActFrame>
  );
}
