// One more key of an agency, or another in the place of one. It is checked before it is pinned, and every key after the first asks for
// the agency's name by hand: whoever has it reads every package from then on.
import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { pinnedKeys, type ReadRecipient, type StoredPartnerAgency } from '#shared/records/partner-agency';
import { useRead, useTask, useWrite } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Note, Stop } from '../../ui/status-words.tsx';
import { SixWords } from './six-words.tsx';

export function NewKey({ agency }: { agency: StoredPartnerAgency }) {
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
      {found && <PinKey key={found.recipient} agency={agency} found={found} />}
    </>
  );
}

const BESIDE = 'beside';

function PinKey({ agency, found }: { agency: StoredPartnerAgency; found: ReadRecipient }) {
  const t = useText();
  const pin = useWrite('partnerAgency.pinRecipient');
  const keys = pinnedKeys(agency);
  const known = keys.find(({ recipient }) => recipient === found.recipient);
  const [name, setName] = useState(known?.name ?? '');
  const [compared, setCompared] = useState(known?.wordsCompared ?? false);
  const [place, setPlace] = useState(BESIDE);
  const [typedName, setTypedName] = useState('');
  const isFurther = known === undefined && keys.length > 0;
  const replaces = keys.find(({ recipient }) => isFurther && recipient === place)?.recipient;
  const run = (): void =>
    void pin.run({
      ...{ id: agency.id, basedOn: agency.revision, recipient: found.recipient, name: name.trim() },
      wordsCompared: compared,
      ...(isFurther ? { typedName } : {}),
      ...(replaces === undefined ? {} : { replaces }),
    });
  return (
    <div className="stack">
      <SixWords words={found.fingerprintWords} />
      {known && <Note>{t('sharing.keyKnown')}</Note>}
      {agency.earlierRecipients.some(({ recipient }) => recipient === found.recipient) && (
        <Stop>{t('sharing.keyEnded')}</Stop>
      )}
      <p>{t('sharing.compare')}</p>
      <Checkbox
        label={t('sharing.compared')}
        checked={compared}
        onChange={(event) => setCompared(event.currentTarget.checked)}
      />
      <TextInput
        label={t('sharing.keyName')}
        description={t('sharing.keyNameHint')}
        dir="auto"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {isFurther && <WherePinned keys={keys} place={place} onPlace={setPlace} />}
      {isFurther && (
        <TextInput
          label={t('sharing.typedName')}
          description={replaces === undefined ? t('sharing.further') : t('sharing.replace')}
          dir="auto"
          value={typedName}
          onChange={(event) => setTypedName(event.currentTarget.value)}
        />
      )}
      {pin.error && <ErrorSentence error={pin.error} />}
      <div className="row">
        <Button onClick={run} loading={pin.isRunning}>
          {known ? t('sharing.pinAgain') : t('sharing.pin')}
        </Button>
      </div>
    </div>
  );
}

interface WherePinnedProps {
  readonly keys: ReturnType<typeof pinnedKeys>;
  readonly place: string;
  readonly onPlace: (place: string) => void;
}

function WherePinned({ keys, place, onPlace }: WherePinnedProps) {
  const t = useText();
  return (
    <Radio.Group label={t('sharing.keyPlace')} value={place} onChange={onPlace}>
      <div className="stack key-places">
        <Radio value={BESIDE} label={t('sharing.keyBeside')} />
        {keys.map(({ recipient, name, fingerprintWords }) => (
          <Radio
            key={recipient}
            value={recipient}
            label={t('sharing.keyInstead', { name: name === '' ? t('sharing.keyNoName') : name })}
            description={fingerprintWords.join(' ')}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
