// A material, or its next version.
import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { type Material, MaterialKind, type StoredMaterial } from '#shared/records/material';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { LanguageSelect } from '../../forms/language-select.tsx';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { FormEnd } from './form-end.tsx';

const fresh = (): Material => ({
  ...{ title: '', kind: 'LEAFLET', language: '', version: 1, since: dateOf(now()) },
  ...{ expiresOn: null, where: '', isWithdrawn: false },
});

function writtenOf(saved: StoredMaterial | null): Material {
  if (saved === null) return fresh();
  const { title, kind, language, version, since, expiresOn, where, isWithdrawn } = saved;
  return { title, kind, language, version, since, expiresOn, where, isWithdrawn };
}

export function MaterialForm({ saved, onDone }: { saved: StoredMaterial | null; onDone: () => void }) {
  const t = useText();
  const save = useWrite('material.save');
  const [material, setMaterial] = useState(() => writtenOf(saved));
  const put = (part: Partial<Material>): void => setMaterial({ ...material, ...part });
  const isReady = material.title.trim() !== '' && material.since !== '';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || save.isRunning) return;
    const of = { materialId: saved?.id ?? null, basedOn: saved?.revision ?? 0 };
    if ((await save.run({ ...of, material })).ok) onDone();
  };
  return (
    <Sheet title={saved === null ? t('awareness.addMaterial') : t('awareness.changeThe', { title: saved.title })}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Which material={material} onPut={put} />
        <div className="awareness-fields">
          <NumberInput
            label={t('awareness.version')}
            value={material.version}
            min={1}
            max={999}
            allowDecimal={false}
            onChange={(next) => put({ version: Math.max(1, Number(next) || 1) })}
          />
          <DayField label={t('awareness.since')} value={material.since} onValue={(since) => put({ since })} />
          <DayField
            label={t('awareness.until')}
            description={t('awareness.untilHint')}
            value={material.expiresOn ?? ''}
            onValue={(day) => put({ expiresOn: day === '' ? null : day })}
          />
        </div>
        {saved !== null && (
          <Checkbox
            label={t('awareness.withdrawMaterial')}
            checked={material.isWithdrawn}
            onChange={(event) => put({ isWithdrawn: event.currentTarget.checked })}
          />
        )}
        <FormEnd
          {...{ isReady, isRunning: save.isRunning, error: save.error }}
          keep={t('awareness.keep')}
          onCancel={onDone}
        />
      </form>
    </Sheet>
  );
}

interface WhichProps {
  readonly material: Material;
  readonly onPut: (part: Partial<Material>) => void;
}

function Which({ material, onPut }: WhichProps) {
  const t = useText();
  const line = (name: 'title' | 'where', label: string) => (
    <TextInput
      label={label}
      value={material[name]}
      maxLength={160}
      dir="auto"
      autoFocus={name === 'title'}
      autoComplete="off"
      onChange={(event) => onPut({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className="awareness-fields">
      {line('title', t('awareness.materialTitle'))}
      <NativeSelect
        label={t('awareness.materialKind')}
        value={material.kind}
        data={MaterialKind.options.map((value) => ({ value, label: t(`awareness.materialKinds.${value}`) }))}
        onChange={(event) => onPut({ kind: MaterialKind.parse(event.currentTarget.value) })}
      />
      <LanguageSelect
        label={t('awareness.materialLanguage')}
        value={material.language}
        onLanguage={(language) => onPut({ language })}
      />
      {line('where', t('awareness.where'))}
    </div>
  );
}
