// What opens a vault or a backup: a sign-in name with its passphrase, or the recovery code.
import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BackupCredential } from '#shared/records/backup';
import { KeyFileAtHand } from '../session/key-file-at-hand.tsx';
import { PassphraseField } from '../session/passphrase-field.tsx';
import { RecoveryCodeField } from '../session/recovery-code-field.tsx';
import { isWhole, noLines, SheetFields } from '../session/sheet-fields.tsx';
import { useText } from '../text.ts';

export interface CredentialLabels {
  readonly openWith: string;
  readonly signInName: string;
  readonly passphrase: string;
  readonly code: string;
}

interface CredentialFieldsProps {
  /** What the ids of the fields begin with: two of these may stand on one page. */
  readonly id: string;
  readonly labels: CredentialLabels;
  /** Null until something was typed. */
  readonly onCredential: (credential: BackupCredential | null) => void;
}

export function CredentialFields({ id, labels, onCredential }: CredentialFieldsProps) {
  const t = useText();
  const [by, setBy] = useState<BackupCredential['by']>('passphrase');
  const [signInName, setSignInName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [recoveryCode, setRecoveryCode] = useState('');
  const [sheets, setSheets] = useState<readonly [readonly string[], readonly string[]]>([noLines, noLines]);
  const [isShown, setShown] = useState(false);
  const tell = (nextBy: BackupCredential['by'], name: string, words: string, code: string): void => {
    setBy(nextBy);
    setSignInName(name);
    setPassphrase(words);
    setRecoveryCode(code);
    if (nextBy === 'trustees') onCredential(ofSheets(sheets));
    else if (nextBy === 'recovery-code') onCredential(code.trim() === '' ? null : { by: nextBy, recoveryCode: code });
    else onCredential(name.trim() === '' || words === '' ? null : { by: nextBy, signInName: name, passphrase: words });
  };
  const typeSheets = (next: typeof sheets): void => {
    setSheets(next);
    onCredential(ofSheets(next));
  };
  return (
    <>
      <Radio.Group
        label={labels.openWith}
        value={by}
        onChange={(value) => tell(value, signInName, passphrase, recoveryCode)}
      >
        <div className="stack share-ways">
          <Radio value="passphrase" label={t('backups.byPassphrase')} />
          <Radio value="recovery-code" label={t('backups.byCode')} />
          <Radio value="trustees" label={t('trustees.byTrustees')} />
        </div>
      </Radio.Group>
      {by === 'trustees' && (
        <>
          <SheetFields
            id={`${id}-one`}
            label={t('trustees.sheetOne')}
            lines={sheets[0]}
            onLines={(lines) => typeSheets([lines, sheets[1]])}
          />
          <SheetFields
            id={`${id}-two`}
            label={t('trustees.sheetTwo')}
            lines={sheets[1]}
            onLines={(lines) => typeSheets([sheets[0], lines])}
          />
        </>
      )}
      {by === 'passphrase' && (
        <>
          <TextInput
            id={`${id}-sign-in`}
            label={labels.signInName}
            autoComplete="off"
            spellCheck={false}
            value={signInName}
            onChange={(event) => tell(by, event.currentTarget.value, passphrase, recoveryCode)}
          />
          <PassphraseField
            id={`${id}-passphrase`}
            label={labels.passphrase}
            value={passphrase}
            onType={(words) => tell(by, signInName, words, recoveryCode)}
            isShown={isShown}
            onShow={setShown}
          />
          <KeyFileAtHand />
        </>
      )}
      {by === 'recovery-code' && (
        <RecoveryCodeField
          id={`${id}-code`}
          label={labels.code}
          value={recoveryCode}
          onType={(code) => tell(by, signInName, passphrase, code)}
        />
      )}
    </>
  );
}

const ofSheets = ([one, other]: readonly [readonly string[], readonly string[]]): BackupCredential | null =>
  isWhole(one) && isWhole(other) ? { by: 'trustees', sheets: [[...one], [...other]] } : null;
