// Agreeing how to reach her: the neutral name first, then each way with its answer. Not known stays a no.
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StoredCaseFile } from '#shared/records/case-file';
import { type ContactMethod, ContactWay, Safe } from '#shared/records/safe-contact';
import { useWrite } from '../../api/use-vault.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconClose, IconPlus } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';

const newWay: ContactMethod = { way: 'TEXT', value: '', safe: 'UNKNOWN', when: '', caution: '', voicemail: 'UNKNOWN' };

export function ReachForm({ caseFile, pronouns }: { caseFile: StoredCaseFile; pronouns: Pronouns }) {
  const t = useText();
  const save = useWrite('caseFile.saveSafeContact');
  const [identifyAs, setIdentifyAs] = useState(caseFile.safeContact.identifyAs);
  const [methods, setMethods] = useState<readonly ContactMethod[]>(caseFile.safeContact.methods);
  const change = (index: number, part: Partial<ContactMethod>): void =>
    setMethods(methods.map((method, at) => (at === index ? { ...method, ...part } : method)));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save.run({
      caseFileId: caseFile.id,
      basedOn: caseFile.revision,
      safeContact: { identifyAs, methods: [...methods] },
    });
  };
  return (
    <Sheet title={t('people.reach', pronouns)}>
      <form className="stack" onSubmit={submit}>
        <TextInput
          className="her-box"
          label={t('people.identifyAs')}
          description={t('people.identifyHint')}
          dir="auto"
          maxLength={200}
          value={identifyAs}
          onChange={(event) => setIdentifyAs(event.currentTarget.value)}
        />
        {methods.map((method, index) => (
          <WayRow
            key={index}
            method={method}
            onChange={(part) => change(index, part)}
            onRemove={() => setMethods(methods.filter((_one, at) => at !== index))}
          />
        ))}
        <div className="row">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={methods.length >= 12}
            onClick={() => setMethods([...methods, newWay])}
          >
            {t('people.addWay')}
          </Button>
        </div>
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row">
          <Button type="submit" loading={save.isRunning}>
            {t('people.saveReach', pronouns)}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface WayRowProps {
  readonly method: ContactMethod;
  readonly onChange: (part: Partial<ContactMethod>) => void;
  readonly onRemove: () => void;
}

function WayRow({ method, onChange, onRemove }: WayRowProps) {
  const t = useText();
  const safeWords = { YES: t('people.yes'), NO: t('people.no'), UNKNOWN: t('people.unknown') };
  const safeChoices = Safe.options.map((value) => ({ value, label: safeWords[value] }));
  return (
    <div className="way-row">
      <Select
        label={t('people.way')}
        allowDeselect={false}
        data={ContactWay.options.map((value) => ({ value, label: t(`cases.way.${value}`) }))}
        value={method.way}
        onChange={(value) => onChange({ way: value ?? 'TEXT' })}
      />
      <TextInput
        label={t('people.value')}
        maxLength={200}
        dir="ltr"
        value={method.value}
        onChange={(event) => onChange({ value: event.currentTarget.value })}
      />
      <Select
        label={t('people.safe')}
        allowDeselect={false}
        data={safeChoices}
        value={method.safe}
        onChange={(value) => onChange({ safe: value ?? 'UNKNOWN' })}
      />
      <TextInput
        label={t('people.caution')}
        maxLength={200}
        dir="auto"
        value={method.caution}
        onChange={(event) => onChange({ caution: event.currentTarget.value })}
      />
      <ActionIcon variant="subtle" size={34} aria-label={t('people.removeWay')} onClick={onRemove}>
        <IconClose size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}
