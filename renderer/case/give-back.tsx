// Something that the house kept goes back: to her, or to whom she named. In the register, and before the door when she leaves.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HerYes, ShownThing } from '#shared/records/kept-thing';
import { useWrite } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { ActFrame } from './act-frame.tsx';
import { YesField } from './yes-field.tsx';

interface GiveBackProps {
  readonly thing: Pick<ShownThing, 'id' | 'revision'>;
  readonly onDone: () => void;
}

export function GiveBack({ thing: { id, revision }, onDone }: GiveBackProps) {
  const t = useText();
  const write = useWrite('keptThing.giveBack');
  const [yes, setYes] = useState<HerYes | null>(null);
  const [to, setTo] = useState('');
  const keep = async (): Promise<void> => {
    if (yes !== null && (await write.run({ thingId: id, basedOn: revision, yes, to })).ok) onDone();
  };
  return (
    <ActFrame name={t('things.giveBack')} {...write} isReady={yes !== null} onKeep={keep} onCancel={onDone}>
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
    </ActFrame>
  );
}
