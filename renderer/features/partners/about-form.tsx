// What is known of an agency, typed. Nothing but its name is needed; lists are written with commas.
import { ActionIcon, Button, Checkbox, MultiSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useId, useState } from 'react';
import {
  AgencyAccess,
  AgencyType,
  SharesWithAuthorities,
  type StoredPartnerAgency,
} from '#shared/records/partner-agency';
import { useWrite } from '../../api/use-vault.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconClose } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { asDetails, type Typed, typedFrom } from './about-typed.ts';

interface AboutFormProps {
  readonly agency: StoredPartnerAgency;
  readonly onDone: () => void;
}

export function AboutForm({ agency, onDone }: AboutFormProps) {
  const t = useText();
  const save = useWrite('partnerAgency.save');
  const [typed, setTyped] = useState(() => typedFrom(agency));
  const type = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (typed.name.trim() === '' || save.isRunning) return;
    const result = await save.run({ id: agency.id, basedOn: agency.revision, details: asDetails(typed) });
    if (result.ok) onDone();
  };
  const props = { typed, type };
  return (
    <Sheet title={t('partners.about')}>
      <form className="stack one-column" onSubmit={(event) => void submit(event)}>
        <Line {...props} field="name" label={t('sharing.agencyName')} />
        <Shares label={t('sharing.authorities')} value={typed.shares} onValue={(shares) => type({ shares })} />
        <MultiSelect
          label={t('sharing.types')}
          data={AgencyType.options.map((value) => ({ value, label: t(`partners.types.${value}`) }))}
          value={typed.types}
          onChange={(value) => type({ types: AgencyType.options.filter((one) => value.includes(one)) })}
        />
        <Line {...props} field="services" label={t('partners.services')} description={t('partners.listHint')} />
        <div className="partner-pair">
          <Line {...props} field="area" label={t('partners.area')} description={t('partners.areaHint')} />
          <Line {...props} field="languages" label={t('partners.languages')} description={t('partners.listHint')} />
          <Line {...props} field="hours" label={t('partners.hours')} />
          <Line {...props} field="cost" label={t('partners.cost')} />
        </div>
        <Line
          {...props}
          field="eligibility"
          label={t('partners.eligibility')}
          description={t('partners.eligibilityHint')}
        />
        <Shares
          label={t('partners.asksStatus')}
          value={typed.asksStatus}
          onValue={(asksStatus) => type({ asksStatus })}
        />
        <Checkbox.Group
          label={t('partners.access')}
          value={typed.access}
          onChange={(value) => type({ access: AgencyAccess.options.filter((one) => value.includes(one)) })}
        >
          <div className="partner-ticks">
            {AgencyAccess.options.map((value) => (
              <Checkbox key={value} value={value} label={t(`partners.accessOf.${value}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <Contacts {...props} />
        <div className="partner-pair">
          <DayField label={t('partners.vettedOn')} value={typed.vettedOn} onValue={(vettedOn) => type({ vettedOn })} />
          <DayField
            label={t('partners.verifiedOn')}
            value={typed.verifiedOn}
            onValue={(verifiedOn) => type({ verifiedOn })}
          />
        </div>
        <Textarea
          label={t('sharing.notes')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={4_000}
          value={typed.notes}
          onChange={(event) => type({ notes: event.currentTarget.value })}
        />
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" loading={save.isRunning} disabled={typed.name.trim() === ''}>
            {t('sharing.keepAgency')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface TypeProps {
  readonly typed: Typed;
  readonly type: (part: Partial<Typed>) => void;
}
type Words = 'name' | 'services' | 'area' | 'languages' | 'hours' | 'cost' | 'eligibility';

interface LineProps extends TypeProps {
  readonly field: Words;
  readonly label: string;
  readonly description?: string;
}

const Line = ({ typed, type, field, ...said }: LineProps) => (
  <TextInput
    {...said}
    dir="auto"
    maxLength={field === 'name' || field === 'area' ? 200 : 1_000}
    value={typed[field]}
    onChange={(event) => type({ [field]: event.currentTarget.value })}
  />
);

type Answer = Typed['shares'];
interface SharesProps {
  readonly label: string;
  readonly value: Answer;
  readonly onValue: (value: Answer) => void;
}

function Shares({ label, value, onValue }: SharesProps) {
  const t = useText();
  const id = useId();
  return (
    <div>
      <p className="field-label" id={id}>
        {label}
      </p>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        onChange={onValue}
        data={SharesWithAuthorities.options.map((one) => ({ value: one, label: t(`sharing.${one}`) }))}
      />
    </div>
  );
}

const FIELDS = ['name', 'role', 'phone'] as const;

function Contacts({ typed, type }: TypeProps) {
  const t = useText();
  const { contacts } = typed;
  const labels = {
    name: t('partners.contactName'),
    role: t('partners.contactRole'),
    phone: t('partners.contactPhone'),
  };
  return (
    <fieldset className="partner-contacts">
      <legend className="field-label">{t('partners.contacts')}</legend>
      {contacts.map((contact, index) => (
        <div key={index} className="partner-contact">
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              label={labels[field]}
              dir="auto"
              maxLength={field === 'phone' ? 80 : 200}
              value={contact[field]}
              onChange={(event) => {
                const changed = { ...contact, [field]: event.currentTarget.value };
                type({ contacts: contacts.map((one, at) => (at === index ? changed : one)) });
              }}
            />
          ))}
          <ActionIcon
            variant="subtle"
            size={34}
            aria-label={t('partners.removeContact')}
            onClick={() => type({ contacts: contacts.filter((_one, at) => at !== index) })}
          >
            <IconClose size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="compact-md"
          variant="default"
          onClick={() => type({ contacts: [...contacts, { name: '', role: '', phone: '' }] })}
        >
          {t('partners.addContact')}
        </Button>
      </div>
    </fieldset>
  );
}
