// What else she may want to be known about herself. Nothing here is needed for anything.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StoredCaseFile } from '#shared/records/case-file';
import { useWrite } from '../../api/use-vault.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

const helpAnswers = ['YES', 'NO'] as const;

export function AboutForm({ caseFile, pronouns }: { caseFile: StoredCaseFile; pronouns: Pronouns }) {
  const t = useText();
  const save = useWrite('caseFile.updateDetails');
  const [gender, setGender] = useState(caseFile.gender);
  const [help, setHelp] = useState(caseFile.readingHelp);
  const [dependants, setDependants] = useState(caseFile.dependants?.toString() ?? '');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const details = { gender, readingHelp: help, dependants: dependants === '' ? null : Number(dependants) };
    void save.run({ caseFileId: caseFile.id, basedOn: caseFile.revision, details });
  };
  return (
    <Sheet title={t('people.about', pronouns)}>
      <form className="stack" onSubmit={submit}>
        <TextInput
          label={t('people.gender')}
          description={t('people.genderHint', pronouns)}
          dir="auto"
          maxLength={200}
          value={gender}
          onChange={(event) => setGender(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('people.readingHelp')}
          data={[
            { value: '', label: t('people.readingHelpNotAsked') },
            { value: 'YES', label: t('people.readingHelpYES') },
            { value: 'NO', label: t('people.readingHelpNO') },
          ]}
          value={help ?? ''}
          onChange={(event) => setHelp(helpAnswers.find((one) => one === event.currentTarget.value) ?? null)}
        />
        <TextInput
          label={t('people.dependants', pronouns)}
          description={t('people.dependantsHint')}
          inputMode="numeric"
          value={dependants}
          onChange={(event) => setDependants(event.currentTarget.value.replace(/\D/g, '').slice(0, 2))}
        />
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row">
          <Button type="submit" variant="default" loading={save.isRunning}>
            {t('people.keepAbout')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
