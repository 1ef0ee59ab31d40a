// What is asked about a device before it goes quiet, in this order: silence, evidence, what was agreed; then how it is.
import { NativeSelect, Textarea } from '@mantine/core';
import { AsEvidence, DeviceState, IfQuiet, type Device } from '#shared/records/kept-thing';
import { useText } from '../../text.ts';

export type TalkedOver = Omit<Device, 'type'>;
export const nothingTalked: TalkedOver = { state: 'ON', ifQuiet: 'NOT_ASKED', evidence: 'NOT_ASKED', agreed: '' };

interface TalkedProps {
  readonly value: TalkedOver;
  readonly onValue: (value: TalkedOver) => void;
}

export function Talked({ value, onValue }: TalkedProps) {
  const t = useText();
  return (
    <>
      <fieldset className="stack house-first">
        <legend>{t('things.first')}</legend>
        <NativeSelect
          label={t('things.ifQuiet')}
          value={value.ifQuiet}
          data={IfQuiet.options.map((one) => ({ value: one, label: t(`things.quiets.${one}`) }))}
          onChange={({ currentTarget }) => onValue({ ...value, ifQuiet: IfQuiet.parse(currentTarget.value) })}
        />
        <NativeSelect
          label={t('things.evidence')}
          value={value.evidence}
          data={AsEvidence.options.map((one) => ({ value: one, label: t(`things.evidences.${one}`) }))}
          onChange={({ currentTarget }) => onValue({ ...value, evidence: AsEvidence.parse(currentTarget.value) })}
        />
        <Textarea
          label={t('things.agreed')}
          description={t('things.agreedHint')}
          value={value.agreed}
          maxLength={1_000}
          dir="auto"
          autosize
          minRows={2}
          spellCheck={false}
          onChange={({ currentTarget }) => onValue({ ...value, agreed: currentTarget.value })}
        />
      </fieldset>
      <NativeSelect
        label={t('things.state')}
        value={value.state}
        data={DeviceState.options.map((one) => ({ value: one, label: t(`things.states.${one}`) }))}
        onChange={({ currentTarget }) => onValue({ ...value, state: DeviceState.parse(currentTarget.value) })}
      />
    </>
  );
}
