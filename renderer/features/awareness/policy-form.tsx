// What is asked for: of whom, how far it is, and the next day.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import {
  PolicyIssue,
  PolicyLevel,
  PolicyPosition,
  PolicyStage,
  type PolicyWritten,
  type StoredPolicyItem,
} from '#shared/records/policy-item';
import { useWrite } from '../../api/use-vault.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { FormEnd } from './form-end.tsx';
import { Ticks } from './ticks.tsx';

interface PolicyFormProps {
  /** Null for a new one. */
  readonly item: StoredPolicyItem | null;
  readonly onKept: (item: StoredPolicyItem) => void;
  readonly onCancel: () => void;
}

const fresh: PolicyWritten = {
  ...{ title: '', level: 'REGIONAL', issues: [], stage: 'IDEA', position: 'FOR', asks: '' },
  ...{ nextOn: null, nextWhat: '', contacts: '' },
};

function writtenOf(item: StoredPolicyItem | null): PolicyWritten {
  if (item === null) return fresh;
  const { title, level, issues, stage, position, asks, nextOn, nextWhat, contacts } = item;
  return { title, level, issues, stage, position, asks, nextOn, nextWhat, contacts };
}

export function PolicyForm({ item: stored, onKept, onCancel }: PolicyFormProps) {
  const t = useText();
  const save = useWrite('policyItem.save');
  const [item, setItem] = useState(() => writtenOf(stored));
  const put = (part: Partial<PolicyWritten>): void => setItem({ ...item, ...part });
  const isReady = item.title.trim() !== '';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || save.isRunning) return;
    const result = await save.run({ itemId: stored?.id ?? null, basedOn: stored?.revision ?? 0, item });
    if (result.ok) onKept(result.value);
  };
  return (
    <Sheet title={stored === null ? t('awareness.addPolicy') : t('awareness.changeThe', { title: stored.title })}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p className="dim">{t('awareness.noNames')}</p>
        <Where item={item} onPut={put} />
        <Ticks
          label={t('awareness.issues')}
          options={PolicyIssue.options}
          words={(one) => t(`awareness.issue.${one}`)}
          value={item.issues}
          onValue={(issues) => put({ issues })}
        />
        <Textarea
          label={t('awareness.asks')}
          dir="auto"
          autosize
          minRows={3}
          maxLength={2_000}
          value={item.asks}
          onChange={(event) => put({ asks: event.currentTarget.value })}
        />
        <div className="awareness-fields">
          <DayField
            label={t('awareness.nextOn')}
            value={item.nextOn ?? ''}
            onValue={(day) => put({ nextOn: day === '' ? null : day })}
          />
          <Line name="nextWhat" item={item} onPut={put} />
          <Line name="contacts" item={item} onPut={put} />
        </div>
        <FormEnd {...{ isReady, isRunning: save.isRunning, error: save.error, onCancel }} keep={t('awareness.keep')} />
      </form>
    </Sheet>
  );
}

interface FieldsProps {
  readonly item: PolicyWritten;
  readonly onPut: (part: Partial<PolicyWritten>) => void;
}

function Where({ item, onPut }: FieldsProps) {
  const t = useText();
  return (
    <div className="awareness-fields">
      <TextInput
        label={t('awareness.policyTitle')}
        value={item.title}
        maxLength={160}
        dir="auto"
        autoFocus
        autoComplete="off"
        onChange={(event) => onPut({ title: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('awareness.level')}
        value={item.level}
        data={PolicyLevel.options.map((value) => ({ value, label: t(`awareness.levels.${value}`) }))}
        onChange={(event) => onPut({ level: PolicyLevel.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('awareness.stage')}
        value={item.stage}
        data={PolicyStage.options.map((value) => ({ value, label: t(`awareness.stages.${value}`) }))}
        onChange={(event) => onPut({ stage: PolicyStage.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('awareness.position')}
        value={item.position}
        data={PolicyPosition.options.map((value) => ({ value, label: t(`awareness.positions.${value}`) }))}
        onChange={(event) => onPut({ position: PolicyPosition.parse(event.currentTarget.value) })}
      />
    </div>
  );
}

function Line({ name, item, onPut }: FieldsProps & { readonly name: 'nextWhat' | 'contacts' }) {
  const t = useText();
  return (
    <TextInput
      label={t(`awareness.${name}`)}
      value={item[name]}
      maxLength={160}
      dir="auto"
      autoComplete="off"
      onChange={(event) => onPut({ [name]: event.currentTarget.value })}
    />
  );
}
