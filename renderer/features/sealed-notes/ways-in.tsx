// The ways in: the first counsellor begins, and the recovery code opens when nobody is left who could let her in.
import { Button } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTask, useWrite } from '../../api/use-vault.ts';
import { judgeCode, RecoveryCodeField } from '../../session/recovery-code-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function BeginSheet({ hasCode }: { hasCode: boolean }) {
  const t = useText();
  const begin = useWrite('compartment.begin');
  return (
    <Sheet title={t('sealedNotes.beginTitle')}>
      <div className="stack">
        <p>{t(hasCode ? 'sealedNotes.beginLead' : 'sealedNotes.beginLeadNoCode')}</p>
        {begin.error && <ErrorSentence error={begin.error} />}
        <div>
          <Button loading={begin.isRunning} onClick={() => void begin.run({})}>
            {t('sealedNotes.begin')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

export function CodeSheet() {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  if (isAsking) return <CodeForm onLeave={() => setAsking(false)} />;
  return (
    <div>
      <Button variant="subtle" size="compact-md" onClick={() => setAsking(true)}>
        {t('sealedNotes.withCode')}
      </Button>
    </div>
  );
}

function CodeForm({ onLeave }: { onLeave: () => void }) {
  const t = useText();
  const open = useTask('compartment.openWithCode');
  const [code, setCode] = useState('');
  const isWhole = judgeCode(code, null).state === 'whole';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isWhole) void open.start({ code });
  };
  return (
    <Sheet title={t('sealedNotes.withCode')}>
      <form className="stack" onSubmit={submit}>
        <p className="dim">{t('sealedNotes.withCodeLead')}</p>
        <RecoveryCodeField id="sealed-code" label={t('sealedNotes.codeField')} value={code} onType={setCode} />
        {open.error && <ErrorSentence error={open.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onLeave}>
            {t('sealedNotes.codeStop')}
          </Button>
          <Button type="submit" disabled={!isWhole} loading={open.isRunning}>
            {t('sealedNotes.codeOpen')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
