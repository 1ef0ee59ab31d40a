// What can be done with something that is kept: it goes back, it lies elsewhere, what was agreed about a device.
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { type HerYes, deviceRefusal, type ShownThing } from '#shared/records/kept-thing';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import type { WireError } from '#shared/contract/errors';
import { nothingTalked, Talked } from './device-fields.tsx';
import { RefusalWords } from './place-words.tsx';
import { YesField } from './yes-field.tsx';

interface ActProps {
  readonly thing: ShownThing;
  readonly onDone: () => void;
}

interface FrameProps {
  readonly name: string;
  readonly error: WireError | null;
  readonly isRunning: boolean;
  readonly isReady?: boolean;
  readonly children: ReactNode;
  readonly onKeep: () => Promise<unknown>;
  readonly onCancel: () => void;
}

function Frame({ name, error, isRunning, isReady = true, children, onKeep, onCancel }: FrameProps) {
  const t = useText();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isReady && !isRunning) void onKeep();
  };
  return (
    <form className="stack house-act" aria-label={name} onSubmit={submit}>
      {children}
      {error && <ErrorSentence error={error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onCancel}>
          {t('things.cancel')}
        </Button>
        <Button type="submit" loading={isRunning} disabled={!isReady}>
          {name}
        </Button>
      </div>
    </form>
  );
}

export function GiveBack({ thing: { id, revision }, onDone }: ActProps) {
  const t = useText();
  const write = useWrite('keptThing.giveBack');
  const [yes, setYes] = useState<HerYes | null>(null);
  const [to, setTo] = useState('');
  const keep = async (): Promise<void> => {
    if (yes !== null && (await write.run({ thingId: id, basedOn: revision, yes, to })).ok) onDone();
  };
  return (
    <Frame name={t('things.giveBack')} {...write} isReady={yes !== null} onKeep={keep} onCancel={onDone}>
      <YesField value={yes} onValue={setYes} />
      <TextInput
        label={t('things.to')}
        description={t('things.toHint')}
        value={to}
        maxLength={120}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      />
    </Frame>
  );
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
    <Frame name={t('things.keep')} {...write} isReady={isReady} onKeep={keep} onCancel={onDone}>
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
    </Frame>
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
    <Frame name={t('things.keep')} {...write} isReady={refusal === null} onKeep={keep} onCancel={onDone}>
      <Talked value={talked} onValue={setTalked} />
      <RefusalWords refusal={refusal} />
    </Frame>
  );
}
