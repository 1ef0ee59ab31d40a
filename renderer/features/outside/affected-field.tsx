// Everybody whom it may touch, one by one: asked before anybody outside hears of it.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import { type Affected, SafetyCheck } from '#shared/records/breach';
import type { CaseRef } from '#shared/records/revision-mark';
import { useRead } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { Alias } from '../../ui/hers.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AnyCase } from './any-case.tsx';
import type { FieldProps } from './breach-fields.ts';

export function AffectedField({ written: { affected }, people, onWrite }: FieldProps & { people: readonly CaseRef[] }) {
  const t = useText();
  const put = (at: number, part: Partial<Affected>): void =>
    onWrite({ affected: affected.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const add = (caseFileId: CaseFileId | null): void => {
    if (caseFileId === null || affected.some((one) => one.caseFileId === caseFileId)) return;
    onWrite({ affected: [...affected, { caseFileId, location: false, safety: 'NOT_YET', how: '' }] });
  };
  return (
    <Sheet title={t('outside.affected')}>
      <div className="stack">
        <p className="dim">{t('outside.affectedLead')}</p>
        {affected.map((one, at) => (
          <OneAffected
            key={one.caseFileId}
            affected={one}
            known={people.find(({ caseFileId }) => caseFileId === one.caseFileId)}
            onChange={(part) => put(at, part)}
          />
        ))}
        <AnyCase label={t('outside.affectedAdd')} value={null} onValue={add} />
      </div>
    </Sheet>
  );
}

interface OneProps {
  readonly affected: Affected;
  /** Absent for somebody who was added just now. */
  readonly known: CaseRef | undefined;
  readonly onChange: (part: Partial<Affected>) => void;
}

function OneAffected({ affected: { caseFileId, location, safety, how }, known, onChange }: OneProps) {
  const t = useText();
  const list = useRead('caseFile.list', { show: 'all', limit: 200 }, { enabled: known === undefined });
  const name = known?.nameUsed ?? list.value?.rows.find(({ id }) => id === caseFileId)?.nameUsed ?? '';
  return (
    <div className="outside-line">
      <Alias caseFileId={caseFileId} alias={name} caseNumber={known?.caseNumber} />
      <div className="row wrap align-end">
        <NativeSelect
          aria-label={t('outside.safetyOf', { name })}
          value={safety}
          data={SafetyCheck.options.map((value) => ({ value, label: t(`outside.safety.${value}`) }))}
          onChange={({ currentTarget }) =>
            onChange({ safety: SafetyCheck.catch('NOT_YET').parse(currentTarget.value) })
          }
        />
        <TextInput
          className="grow"
          label={t('outside.safetyHow')}
          dir="auto"
          maxLength={400}
          value={how}
          onChange={({ currentTarget }) => onChange({ how: currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t('outside.location')}
        checked={location}
        onChange={({ currentTarget }) => onChange({ location: currentTarget.checked })}
      />
    </div>
  );
}
