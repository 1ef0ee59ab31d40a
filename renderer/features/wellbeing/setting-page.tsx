// What a shelter sets for its screens: whom to call, the cut-offs, and who is trained. A director's page.
import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Cuts } from '#shared/records/screening';
import type { CrisisContact, StoredWellbeingSetting, WellbeingSetting } from '#shared/records/wellbeing-setting';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconClose, IconPlus } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import './wellbeing.css';

export function SettingPage() {
  const t = useText();
  const found = useRead('wellbeingSetting.get', {});
  return (
    <>
      <PageHead title={t('wellbeing.settings')} fact={t('wellbeing.settingsFact')} />
      {found.error && <ErrorSentence error={found.error} />}
      {found.value && <SettingForm key={found.value.revision} stored={found.value} />}
    </>
  );
}

function SettingForm({ stored }: { stored: StoredWellbeingSetting }) {
  const t = useText();
  const { revision, ...saved } = stored;
  const [setting, setSetting] = useState<WellbeingSetting>(saved);
  const save = useWrite('wellbeingSetting.save');
  const change = (part: Partial<WellbeingSetting>): void => setSetting({ ...setting, ...part });
  const isWhole = setting.crisisContacts.every(({ name, reach }) => name.trim() !== '' && reach.trim() !== '');
  return (
    <div className="screen-page stack">
      <Contacts contacts={setting.crisisContacts} onChange={(crisisContacts) => change({ crisisContacts })} />
      <CutOffs cuts={setting.cuts} onChange={(cuts) => change({ cuts })} />
      <Trained trainedIds={setting.trainedIds} onChange={(trainedIds) => change({ trainedIds })} />
      {save.error && <ErrorSentence error={save.error} />}
      <div>
        <Button
          loading={save.isRunning}
          disabled={!isWhole}
          onClick={() => void save.run({ ...setting, basedOn: revision })}
        >
          {t('wellbeing.settingsKeep')}
        </Button>
      </div>
    </div>
  );
}

const MOST = 20;

interface ContactsProps {
  readonly contacts: readonly CrisisContact[];
  readonly onChange: (contacts: CrisisContact[]) => void;
}

function Contacts({ contacts, onChange }: ContactsProps) {
  const t = useText();
  const put = (index: number, part: Partial<CrisisContact>): void =>
    onChange(contacts.map((contact, at) => (at === index ? { ...contact, ...part } : contact)));
  return (
    <Sheet title={t('wellbeing.contacts')}>
      <div className="stack">
        <p className="dim">{t('wellbeing.contactsLead')}</p>
        {contacts.map((contact, index) => (
          <div key={index} className="contact-line">
            <TextInput
              label={t('wellbeing.contactName')}
              dir="auto"
              maxLength={120}
              value={contact.name}
              onChange={(event) => put(index, { name: event.currentTarget.value })}
            />
            <TextInput
              label={t('wellbeing.contactReach')}
              dir="ltr"
              maxLength={120}
              value={contact.reach}
              onChange={(event) => put(index, { reach: event.currentTarget.value })}
            />
            <TextInput
              label={t('wellbeing.contactNote')}
              dir="auto"
              maxLength={200}
              value={contact.note}
              onChange={(event) => put(index, { note: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              aria-label={t('wellbeing.contactRemove', { name: contact.name })}
              onClick={() => onChange(contacts.filter((_, at) => at !== index))}
            >
              <IconClose size={18} aria-hidden />
            </Button>
          </div>
        ))}
        <div>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={contacts.length >= MOST}
            onClick={() => onChange([...contacts, { name: '', reach: '', note: '' }])}
          >
            {t('wellbeing.contactAdd')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function CutOffs({ cuts, onChange }: { cuts: Cuts; onChange: (cuts: Cuts) => void }) {
  const t = useText();
  const choices = (values: readonly number[]) =>
    values.map((value) => ({ value: String(value), label: String(value) }));
  return (
    <Sheet title={t('wellbeing.cuts')}>
      <div className="stack">
        <p className="dim">{t('wellbeing.cutsLead')}</p>
        <div className="numbered">
          <p className="field-label" id="cut-pc-ptsd-5">
            {t('wellbeing.cutPcPtsd5')}
          </p>
          <SegmentedControl
            aria-labelledby="cut-pc-ptsd-5"
            value={String(cuts.pcPtsd5)}
            onChange={(value) => onChange({ ...cuts, pcPtsd5: Number(value) })}
            data={choices([3, 4])}
          />
        </div>
        <div className="numbered">
          <p className="field-label" id="cut-pcl-5">
            {t('wellbeing.cutPcl5')}
          </p>
          <SegmentedControl
            aria-labelledby="cut-pcl-5"
            value={String(cuts.pcl5)}
            onChange={(value) => onChange({ ...cuts, pcl5: Number(value) })}
            data={choices([31, 32, 33])}
          />
        </div>
      </div>
    </Sheet>
  );
}

interface TrainedProps {
  readonly trainedIds: WellbeingSetting['trainedIds'];
  readonly onChange: (ids: WellbeingSetting['trainedIds']) => void;
}

function Trained({ trainedIds, onChange }: TrainedProps) {
  const t = useText();
  const staff = useRead('staffMember.list', {});
  const people = (staff.value ?? []).filter(({ role, disabledAt }) => role === 'case-manager' && disabledAt === null);
  return (
    <Sheet title={t('wellbeing.trained')}>
      <div className="stack">
        <p className="dim">{t('wellbeing.trainedLead')}</p>
        {staff.error && <ErrorSentence error={staff.error} />}
        {staff.value && people.length === 0 && <p>{t('wellbeing.trainedNone')}</p>}
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={trainedIds.includes(id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...trainedIds, id] : trainedIds.filter((one) => one !== id))
            }
          />
        ))}
      </div>
    </Sheet>
  );
}
