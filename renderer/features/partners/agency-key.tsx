// The key of an agency. It is checked before it is pinned, and replacing a pinned key asks for the agency's name by hand.
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReadRecipient, StoredPartnerAgency } from '#shared/records/partner-agency';
import { useRead, useTask, useWrite } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { dateOf, fullDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';
import { WholeKey } from './whole-key.tsx';

export function AgencyKey({ agency }: { agency: StoredPartnerAgency }) {
  const t = useText();
  const mayPin = useMay('partnerAgency.pinRecipient');
  const { recipient, earlierRecipients } = agency;
  return (
    <Sheet
      title={t('sharing.key')}
      className="no-print"
      {...(recipient ? { end: t('sharing.pinned', { date: fullDate(dateOf(recipient.pinnedAt)) }) } : {})}
    >
      <div className="stack one-column">
        {recipient === null ? (
          <p className="dim">{t('sharing.noKey')}</p>
        ) : (
          <>
            <SixWords words={recipient.fingerprintWords} />
            {recipient.wordsCompared ? <Ok>{t('sharing.compared')}</Ok> : <Note>{t('sharing.notCompared')}</Note>}
            <WholeKey recipient={recipient.recipient} picture={t('sharing.keyPicture')} />
          </>
        )}
        {earlierRecipients.length > 0 && (
          <p className="small dim">{t('sharing.earlier', { count: earlierRecipients.length })}</p>
        )}
        {mayPin && <NewKey agency={agency} />}
      </div>
    </Sheet>
  );
}

const SixWords = ({ words }: { words: readonly string[] }) => {
  const t = useText();
  return (
    <p className="six-words" aria-label={t('sharing.words')}>
      {words.join(' ')}
    </p>
  );
};

function NewKey({ agency }: { agency: StoredPartnerAgency }) {
  const t = useText();
  const bridge = useBridge();
  const [text, setText] = useState('');
  const file = useTask('partnerAgency.readRecipientFile');
  const asksText = text.trim().length > 10;
  const typed = useRead('partnerAgency.checkRecipient', { text }, { enabled: asksText });
  const found = asksText ? typed.value : file.value;
  const error = asksText ? typed.error : file.error;
  const choose = async (): Promise<void> => {
    const choice = await bridge.choose('recipient-file');
    setText('');
    if (choice !== null) void file.start({ file: choice.handle });
  };
  return (
    <>
      <Textarea
        label={agency.recipient === null ? t('sharing.keyText') : t('sharing.keyTextNew')}
        description={t('sharing.keyHint')}
        autosize
        minRows={2}
        dir="ltr"
        spellCheck={false}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="row">
        <Button variant="default" onClick={() => void choose()}>
          {t('sharing.keyFile')}
        </Button>
      </div>
      {error && <ErrorSentence error={error} />}
      {found && <PinKey agency={agency} found={found} />}
    </>
  );
}

function PinKey({ agency, found }: { agency: StoredPartnerAgency; found: ReadRecipient }) {
  const t = useText();
  const pin = useWrite('partnerAgency.pinRecipient');
  const [compared, setCompared] = useState(false);
  const [typedName, setTypedName] = useState('');
  const replaces = agency.recipient !== null && agency.recipient.recipient !== found.recipient;
  const run = (): void =>
    void pin.run({
      id: agency.id,
      basedOn: agency.revision,
      recipient: found.recipient,
      wordsCompared: compared,
      ...(replaces ? { typedName } : {}),
    });
  return (
    <div className="stack">
      <SixWords words={found.fingerprintWords} />
      <p>{t('sharing.compare')}</p>
      <Checkbox
        label={t('sharing.compared')}
        checked={compared}
        onChange={(event) => setCompared(event.currentTarget.checked)}
      />
      {replaces && (
        <TextInput
          label={t('sharing.typedName')}
          description={t('sharing.replace')}
          dir="auto"
          value={typedName}
          onChange={(event) => setTypedName(event.currentTarget.value)}
        />
      )}
      {pin.error && <ErrorSentence error={pin.error} />}
      <div className="row">
        <Button onClick={run} loading={pin.isRunning}>
          {t('sharing.pin')}
        </Button>
      </div>
    </div>
  );
}
