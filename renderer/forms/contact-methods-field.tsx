// Ways to reach someone without putting her at risk. What is not known counts as no, and the field says so.
import { Button, Chip, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { type ContactMethod, ContactWay, newContactMethod, Safe } from '#shared/records/safe-contact';
import { weekdayName } from '../dates.ts';
import { useText } from '../text.ts';
import { IconPlus } from '../ui/icons.ts';
import type { FieldProps } from './field.ts';

interface SafeChoiceProps {
  readonly label: string;
  readonly value: Safe;
  readonly onValue: (safe: Safe) => void;
}
function SafeChoice({ label, value, onValue }: SafeChoiceProps) {
  const t = useText();
  return (
    <Radio.Group label={label} value={value} onChange={(next) => onValue(Safe.parse(next))}>
      <div className="choices">
        {Safe.options.map((safe) => (
          <Radio key={safe} value={safe} label={t(`forms.safe${safe}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface MethodProps {
  readonly id: string;
  readonly method: ContactMethod;
  readonly onMethod: (method: ContactMethod) => void;
  readonly onRemove: () => void;
}
function Method({ id, method, onMethod, onRemove }: MethodProps) {
  const t = useText();
  const put = (part: Partial<ContactMethod>): void => onMethod({ ...method, ...part });
  const hintId = useId();
  const line = (
    name: 'value' | 'when' | 'sharedWith' | 'caution' | 'language',
    label: string,
    placeholder?: string,
  ) => (
    <TextInput
      id={`${id}-${name}`}
      label={label}
      placeholder={placeholder}
      value={method[name]}
      maxLength={200}
      onChange={(event) => put({ [name]: event.currentTarget.value })}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
    />
  );
  return (
    <div className="contact-method" role="group" aria-labelledby={hintId}>
      <span id={hintId} className="vh">
        {t(`forms.way${method.way}`)}
      </span>
      <NativeSelect
        id={id}
        label={t('forms.way')}
        data={ContactWay.options.map((way) => ({ value: way, label: t(`forms.way${way}`) }))}
        value={method.way}
        onChange={(event) => put({ way: ContactWay.parse(event.currentTarget.value) })}
      />
      {line('value', t('forms.contactValue'))}
      {line('sharedWith', t('forms.sharedWith'), t('forms.sharedWithHint'))}
      {line('caution', t('forms.caution'), t('forms.cautionHint'))}
      <AgreedTimes id={id} method={method} onMethod={put} />
      {line('when', t('forms.when'), t('forms.whenHint'))}
      {line('language', t('forms.language'))}
      <SafeChoice label={t('forms.safe')} value={method.safe} onValue={(safe) => put({ safe })} />
      {method.way === 'CALL' && (
        <SafeChoice label={t('forms.voicemail')} value={method.voicemail} onValue={(voicemail) => put({ voicemail })} />
      )}
      <div className="contact-remove">
        <Button size="compact-sm" variant="subtle" onClick={onRemove}>
          {t('forms.removeWay')}
        </Button>
      </div>
    </div>
  );
}

const days = [1, 2, 3, 4, 5, 6, 7];
const halfHours = Array.from({ length: 48 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, '0');
  return `${hour}:${half % 2 === 0 ? '00' : '30'}`;
});

interface AgreedTimesProps {
  readonly id: string;
  readonly method: ContactMethod;
  readonly onMethod: (part: Partial<ContactMethod>) => void;
}

/** Days that may be named, and hours that count only when both ends are there. */
function AgreedTimes({ id, method, onMethod }: AgreedTimesProps) {
  const t = useText();
  const [hours, setHours] = useState(method.hours ?? { from: '', to: '' });
  const change = (part: Partial<typeof hours>): void => {
    const next = { ...hours, ...part };
    setHours(next);
    onMethod({ hours: next.from === '' || next.to === '' ? null : next });
  };
  const end = (name: 'from' | 'to', label: string) => (
    <NativeSelect
      id={`${id}-${name}`}
      label={label}
      data={[{ value: '', label: t('forms.anyHour') }, ...halfHours]}
      value={hours[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className="agreed-times">
      <div role="group" aria-label={t('forms.days')}>
        <p className="field-label">{t('forms.days')}</p>
        <Chip.Group
          multiple
          value={method.days.map(String)}
          onChange={(chosen) => onMethod({ days: chosen.map(Number).sort() })}
        >
          <div className="choices">
            {days.map((day) => (
              <Chip key={day} value={String(day)} size="xs" radius="sm">
                {weekdayName(day)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </div>
      {end('from', t('forms.hoursFrom'))}
      {end('to', t('forms.hoursTo'))}
    </div>
  );
}

export interface ContactMethodsProps {
  readonly id: string;
  readonly methods: readonly ContactMethod[];
  readonly onMethods: (methods: ContactMethod[]) => void;
}

/** Also used where the safe contact itself is edited. */
export function ContactMethodsEditor({ id, methods, onMethods }: ContactMethodsProps) {
  const t = useText();
  return (
    <div className="list-field">
      {methods.map((method, index) => (
        <Method
          key={index}
          id={index === 0 ? id : `${id}-${index}`}
          method={method}
          onMethod={(next) => onMethods(methods.map((other, at) => (at === index ? next : other)))}
          onRemove={() => onMethods(methods.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        {...(methods.length === 0 ? { id } : {})}
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => onMethods([...methods, newContactMethod])}
      >
        {t('forms.addWay')}
      </Button>
    </div>
  );
}

export function ContactMethodsField({ id, value, onValue }: FieldProps) {
  const methods = Array.isArray(value) ? (value as ContactMethod[]) : [];
  return (
    <ContactMethodsEditor
      id={id}
      methods={methods}
      onMethods={(next) => onValue(next.length === 0 ? undefined : next)}
    />
  );
}
