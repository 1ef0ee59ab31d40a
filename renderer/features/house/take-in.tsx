// Taking something in, with both who say so: the person it belongs to, and whoever writes. A device is laid aside in the same way.
import { Button, Checkbox, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { deviceRefusal, DeviceType, type HerYes, ThingKind } from '#shared/records/kept-thing';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { nothingTalked, Talked } from './device-fields.tsx';
import { RefusalWords } from './place-words.tsx';
import { YesField } from '../../case/yes-field.tsx';

const nothingYet = {
  kind: 'BELONGING' as ThingKind,
  what: '',
  place: '',
  yes: null as HerYes | null,
  isMine: false,
  type: 'PHONE' as DeviceType,
  talked: nothingTalked,
};
type Making = typeof nothingYet;

export function TakeIn({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const [making, setMaking] = useState(nothingYet);
  const write = (part: Partial<Making>): void => setMaking({ ...making, ...part });
  return (
    <Sheet title={t('things.takeIn')}>
      <p className="house-said">{t('things.takeInLead')}</p>
      <SegmentedControl
        aria-label={t('things.kind')}
        value={making.kind}
        onChange={(kind) => write({ kind: ThingKind.parse(kind) })}
        data={ThingKind.options.map((kind) => ({ value: kind, label: t(`things.kinds.${kind}`) }))}
      />
      <Form caseFileId={caseFileId} making={making} write={write} onDone={() => setMaking(nothingYet)} />
    </Sheet>
  );
}

interface FormProps {
  readonly caseFileId: CaseFileId;
  readonly making: Making;
  readonly write: (part: Partial<Making>) => void;
  readonly onDone: () => void;
}

function Form({ caseFileId, making, write, onDone }: FormProps) {
  const t = useText();
  const takeIn = useWrite('keptThing.takeIn');
  const layAside = useWrite('keptThing.layAside');
  const [isAsked, setAsked] = useState(false);
  const { kind, what, place, yes, isMine, type, talked } = making;
  const device = { type, ...talked };
  const refusal = kind === 'DEVICE' ? deviceRefusal(device) : null;
  const isBoth = yes !== null && isMine;
  const keep = async (): Promise<void> => {
    const isWhole = isMine && refusal === null && what.trim() !== '' && place.trim() !== '';
    setAsked(!isWhole || yes === null);
    if (!isWhole || yes === null) return;
    const told = { caseFileId, what, place, yes };
    const done = kind === 'DEVICE' ? await layAside.run({ ...told, device }) : await takeIn.run({ ...told, kind });
    if (done.ok) onDone();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!takeIn.isRunning && !layAside.isRunning) void keep();
  };
  const error = takeIn.error ?? layAside.error;
  return (
    <form className="stack house-form" aria-label={t('things.takeIn')} onSubmit={submit} noValidate>
      {kind === 'DEVICE' && <DeviceFields making={making} write={write} />}
      <RefusalWords refusal={refusal} />
      <Words making={making} write={write} isAsked={isAsked} />
      <YesField value={yes} onValue={(next) => write({ yes: next })} />
      <Checkbox
        label={t('things.mine')}
        checked={isMine}
        onChange={({ currentTarget }) => write({ isMine: currentTarget.checked })}
      />
      {isAsked && !isBoth && <p role="alert">{t('things.both')}</p>}
      {error && <ErrorSentence error={error} />}
      <Button type="submit" loading={takeIn.isRunning || layAside.isRunning}>
        {t(kind === 'DEVICE' ? 'things.layAsideDo' : 'things.takeInDo')}
      </Button>
    </form>
  );
}

function DeviceFields({ making: { type, talked }, write }: Pick<FormProps, 'making' | 'write'>) {
  const t = useText();
  return (
    <>
      <NativeSelect
        label={t('things.device')}
        value={type}
        data={DeviceType.options.map((one) => ({ value: one, label: t(`things.types.${one}`) }))}
        onChange={({ currentTarget }) => write({ type: DeviceType.parse(currentTarget.value) })}
      />
      <Talked value={talked} onValue={(next) => write({ talked: next })} />
    </>
  );
}

const longest = { what: 120, place: 20 } as const;

function Words({ making, write, isAsked }: Pick<FormProps, 'making' | 'write'> & { isAsked: boolean }) {
  const t = useText();
  return (['what', 'place'] as const).map((name) => (
    <TextInput
      key={name}
      label={t(`things.${name}`)}
      description={t(`things.${name}Hint`)}
      value={making[name]}
      maxLength={longest[name]}
      error={isAsked && making[name].trim() === '' ? t('things.missing') : undefined}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget }) => write({ [name]: currentTarget.value })}
    />
  ));
}
