// Help in the order in which it usually helps: see what is typed, the keyboard, whether the files are whole, the printed code.
import { Button } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTask } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { Note, Ok, Stop } from '../ui/status-words.tsx';

/** Says whether the files are whole as far as that can be told without a key: the fear is usually that all is lost. */
function FileCheck() {
  const t = useText();
  const check = useTask('session.checkFiles');
  const begin = useEffectEvent(() => void check.start({}));
  useEffect(() => begin(), []);
  const found = check.value;
  if (!found) return <Note>{t('session.helpFilesChecking')}</Note>;
  if (found.database !== 'present') return <Stop>{t('session.helpFilesMissing')}</Stop>;
  if (found.slots === 'from-the-future') return <Stop>{t('session.helpFilesNewer')}</Stop>;
  if (found.slots === 'damaged') return <Stop>{t('session.helpFilesSlots')}</Stop>;
  return <Ok>{found.slots === 'healed' ? t('session.helpFilesHealed') : t('session.helpFilesWhole')}</Ok>;
}

interface UnlockHelpProps {
  readonly onShow: () => void;
  readonly onRecover: () => void;
  readonly onTrustees: () => void;
  readonly onRestore: () => void;
  readonly onSalvage: () => void;
}

export function UnlockHelp({ onShow, onRecover, onTrustees, onRestore, onSalvage }: UnlockHelpProps) {
  const t = useText();
  return (
    <section className="night-help" aria-label={t('session.helpTitle')}>
      <h2>{t('session.helpTitle')}</h2>
      <ol>
        <li>
          <span className="grow">{t('session.helpShow')}</span>
          <Button size="compact-sm" variant="default" onClick={onShow}>
            {t('session.showTyped')}
          </Button>
        </li>
        <li>
          <span className="grow">
            {t('session.helpKeys')}
            <small>{t('session.helpKeysHint')}</small>
          </span>
        </li>
        <li>
          <span className="grow">
            {t('keyFile.help')}
            <small>{t('keyFile.helpHint')}</small>
          </span>
        </li>
        <li>
          <span className="grow">
            {t('session.helpFiles')}
            <small role="status">
              <FileCheck />
            </small>
          </span>
        </li>
        <li>
          <span className="grow">
            {t('session.recoveryCode')}
            <small>{t('session.helpCodeHint')}</small>
          </span>
          <Button size="compact-sm" variant="default" onClick={onRecover}>
            {t('session.helpCode')}
          </Button>
        </li>
        <li>
          <span className="grow">
            {t('trustees.help')}
            <small>{t('trustees.helpHint')}</small>
          </span>
          <Button size="compact-sm" variant="default" onClick={onTrustees}>
            {t('trustees.helpUse')}
          </Button>
        </li>
        <li>
          <span className="grow">{t('backups.restore')}</span>
          <Button size="compact-sm" variant="default" onClick={onRestore}>
            {t('backups.restoreFirst')}
          </Button>
        </li>
        <li>
          <span className="grow">
            {t('salvage.help')}
            <small>{t('salvage.helpHint')}</small>
          </span>
          <Button size="compact-sm" variant="default" onClick={onSalvage}>
            {t('salvage.offer')}
          </Button>
        </li>
      </ol>
    </section>
  );
}
