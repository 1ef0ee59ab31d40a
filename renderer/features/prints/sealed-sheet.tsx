// The sealed words on a paper of their own, only when she asks for it: opened with a reason that is kept, never beside other lines.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { sealedWords } from './compose.ts';
import { PrepareSheet } from './prepare-sheet.tsx';
import type { SheetProps, SheetSection } from './sheet-content.ts';

export function SealedSheet(props: SheetProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [sections, setSections] = useState<readonly SheetSection[] | null>(null);
  const open = useWrite('safetyPlan.openSealed', { quiet: true });
  if (sections !== null) return <PrepareSheet {...props} sections={sections} />;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const opened = await open.run({ caseFileId: props.caseFileId, reason: reason.trim() });
    if (opened.ok) setSections(sealedWords(opened.value.answers, opened.value.formVersion));
  };
  return (
    <Sheet title={t('prints.sealedTitle')} className="one-column">
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p className="dim">{t('prints.sealedLead')}</p>
        <TextInput
          label={t('safetyPlan.sealedWhy')}
          description={t('safetyPlan.sealedWhyHint')}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
        {open.error && <ErrorSentence error={open.error} />}
        <div>
          <Button type="submit" loading={open.isRunning} disabled={reason.trim().length < 3}>
            {t('prints.openWords')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
