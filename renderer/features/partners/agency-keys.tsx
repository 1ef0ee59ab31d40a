// The keys of an agency, one for each colleague there who opens packages. A director pins, replaces and ends them; everybody sees which.
import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  type EarlierRecipient,
  pinnedKeys,
  type PinnedRecipient,
  type StoredPartnerAgency,
} from '#shared/records/partner-agency';
import { useWrite } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';
import { NewKey } from './new-key.tsx';
import { SixWords } from './six-words.tsx';
import { WholeKey } from './whole-key.tsx';

export function AgencyKeys({ agency }: { agency: StoredPartnerAgency }) {
  const t = useText();
  const mayPin = useMay('partnerAgency.pinRecipient');
  const keys = pinnedKeys(agency);
  return (
    <Sheet title={t('sharing.key')} className="no-print">
      <div className="stack one-column">
        <p className="dim">{keys.length === 0 ? t('sharing.noKey') : t('sharing.keysLead')}</p>
        {keys.length > 0 && (
          <ul className="agency-keys" aria-label={t('sharing.key')}>
            {keys.map((key) => (
              <Key key={key.recipient} agency={agency} pinned={key} mayEnd={mayPin} />
            ))}
          </ul>
        )}
        <Earlier keys={agency.earlierRecipients} />
        {mayPin && <NewKey agency={agency} />}
      </div>
    </Sheet>
  );
}

interface KeyProps {
  readonly agency: StoredPartnerAgency;
  readonly pinned: PinnedRecipient;
  readonly mayEnd: boolean;
}

function Key({ agency, pinned, mayEnd }: KeyProps) {
  const t = useText();
  const name = pinned.name === '' ? t('sharing.keyNoName') : pinned.name;
  return (
    <li className="stack">
      <div className="row wrap between">
        <b dir="auto">{name}</b>
        <span className="small dim">{t('sharing.pinned', { date: fullDate(dateOf(pinned.pinnedAt)) })}</span>
      </div>
      <SixWords words={pinned.fingerprintWords} />
      {pinned.wordsCompared ? <Ok>{t('sharing.compared')}</Ok> : <Note>{t('sharing.notCompared')}</Note>}
      <WholeKey recipient={pinned.recipient} picture={t('sharing.keyPicture')} />
      {mayEnd && <EndKey agency={agency} pinned={pinned} name={name} />}
    </li>
  );
}

function EndKey({ agency, pinned, name }: Omit<KeyProps, 'mayEnd'> & { readonly name: string }) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const end = useWrite('partnerAgency.endRecipient');
  const run = async (): Promise<void> => {
    const result = await end.run({ id: agency.id, basedOn: agency.revision, recipient: pinned.recipient });
    if (!result.ok) setAsking(false);
  };
  return (
    <>
      {end.error && <ErrorSentence error={end.error} />}
      <div className="row">
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('sharing.endKeyOf', { name })}
          onClick={() => setAsking(true)}
        >
          {t('sharing.endKey')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('sharing.endAsk', { name })}
        cancel={t('sharing.endKeep')}
        confirm={t('sharing.endDo')}
        isRunning={end.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void run()}
      >
        <p>{t('sharing.endWhat')}</p>
      </ConfirmDialog>
    </>
  );
}

/** Nothing is sealed to these any more. Their words stay, so that an older package can be told apart. */
function Earlier({ keys }: { keys: readonly EarlierRecipient[] }) {
  const t = useText();
  if (keys.length === 0) return null;
  return (
    <details>
      <summary>{t('sharing.earlier', { count: keys.length })}</summary>
      <ul className="agency-keys">
        {keys.map(({ recipient, name, fingerprintWords, pinnedAt, endedAt }, at) => (
          <li key={`${recipient}${at}`} className="small">
            <span dir="auto">{name === '' ? t('sharing.keyNoName') : name}</span>
            {': '}
            <span className="six-words-small">{fingerprintWords.join(' ')}</span>
            <br />
            <span className="dim">
              {endedAt === null
                ? t('sharing.pinned', { date: fullDate(dateOf(pinnedAt)) })
                : t('sharing.pinnedEnded', { date: fullDate(dateOf(pinnedAt)), end: fullDate(dateOf(endedAt)) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
