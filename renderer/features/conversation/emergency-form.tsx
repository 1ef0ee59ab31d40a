// Somebody unvetted, for what cannot wait and nothing else. It is written down with a reason, like going past red.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EmergencyInterpreter, EmergencyReason, type StoredConversation } from '#shared/records/conversation';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

export function EmergencyForm({ conversation }: { conversation: StoredConversation }) {
  const t = useText();
  const use = useWrite('conversation.useInterpreter');
  const [isOpen, setOpen] = useState(false);
  const [who, setWho] = useState<EmergencyInterpreter>('STAFF');
  const [reason, setReason] = useState('');
  if (!isOpen) {
    return (
      <div>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
          {t('interpreters.emergency')}
        </Button>
      </div>
    );
  }
  const begin = (): void =>
    void use.run({
      conversationId: conversation.id,
      basedOn: conversation.revision,
      use: { how: 'EMERGENCY', who, reason },
    });
  return (
    <div className="stack">
      <p>{t('interpreters.emergencySays')}</p>
      <NativeSelect
        label={t('interpreters.emergencyWho')}
        data={EmergencyInterpreter.options.map((value) => ({ value, label: t(`interpreters.someone.${value}`) }))}
        value={who}
        onChange={(event) => setWho(EmergencyInterpreter.parse(event.currentTarget.value))}
      />
      <TextInput
        label={t('interpreters.emergencyWhy')}
        value={reason}
        maxLength={300}
        dir="auto"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {use.error && <ErrorSentence error={use.error} />}
      <div className="row wrap">
        <Button variant="default" onClick={() => setOpen(false)}>
          {t('interpreters.leave')}
        </Button>
        <Button
          variant="default"
          loading={use.isRunning}
          disabled={!EmergencyReason.safeParse(reason).success}
          onClick={begin}
        >
          {t('interpreters.emergencyBegin')}
        </Button>
      </div>
    </div>
  );
}
