// The sealed reason of a conflict flag: asked for with a line, kept in the history of both cases first.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CaseFileId, RecordId } from '#shared/ids';
import { useWrite } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Sealed } from '../ui/sealed.tsx';

export function ApartReason({ caseFileId, id }: { caseFileId: CaseFileId; id: RecordId }) {
  const t = useText();
  const open = useWrite('conflictFlag.openReason', { quiet: true });
  const [isAsking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const result = await open.run({ caseFileId, id, why });
    if (result.ok) setReason(result.value.reason);
  };
  if (reason !== null) return <p dir="auto">{reason}</p>;
  if (!isAsking) return <Sealed thing={t('apart.reason')} onOpen={() => setAsking(true)} />;
  return (
    <form className="row wrap align-end" onSubmit={(event) => void submit(event)}>
      <TextInput
        className="grow"
        label={t('apart.reasonWhy')}
        value={why}
        maxLength={200}
        dir="auto"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={open.isRunning} disabled={why.trim().length < 3}>
        {t('apart.reasonOpen')}
      </Button>
      {open.error && <ErrorSentence error={open.error} />}
    </form>
  );
}
