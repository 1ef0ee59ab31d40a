// Agreeing how to reach her: the neutral name first, then each way with its answer, then who is never asked about her.
// Saving it says that it was agreed today.
import { Button, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StoredCaseFile } from '#shared/records/case-file';
import type { ContactMethod } from '#shared/records/safe-contact';
import { useWrite } from '../../api/use-vault.ts';
import { ContactMethodsEditor } from '../../forms/contact-methods-field.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { linesOf } from './lines.ts';

export function ReachForm({ caseFile, pronouns }: { caseFile: StoredCaseFile; pronouns: Pronouns }) {
  const t = useText();
  const save = useWrite('caseFile.saveSafeContact');
  const { safeContact } = caseFile;
  const [identifyAs, setIdentifyAs] = useState(safeContact.identifyAs);
  const [methods, setMethods] = useState<ContactMethod[]>(safeContact.methods);
  const [never, setNever] = useState(safeContact.doNotContact.join('\n'));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save.run({
      caseFileId: caseFile.id,
      basedOn: caseFile.revision,
      safeContact: { identifyAs, methods, doNotContact: linesOf(never) },
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
        <ContactMethodsEditor id="contact-method" methods={methods} onMethods={setMethods} />
        <Textarea
          label={t('people.doNotContact')}
          description={t('people.doNotContactHint', pronouns)}
          dir="auto"
          autosize
          minRows={2}
          value={never}
          onChange={(event) => setNever(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
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
