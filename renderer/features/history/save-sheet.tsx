// The whole history for somebody outside who checks it. What the file shows, and who can read it, is said before anything is asked.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Choice } from '#shared/contract/bridge';
import { useTask } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { OfferedPassphrase } from '../../session/offered-passphrase.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';

export function SaveSheet() {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  return (
    <Sheet title={t('history.save')}>
      <div className="stack">
        <p>{t('history.saveSays')}</p>
        <p>{t('history.saveWho')}</p>
        <p className="dim">{t('history.saveCheck')}</p>
        {isAsking ? (
          <SaveForm onLeave={() => setAsking(false)} />
        ) : (
          <div className="row">
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('history.saveBegin')}
            </Button>
          </div>
        )}
      </div>
    </Sheet>
  );
}

function SaveForm({ onLeave }: { onLeave: () => void }) {
  const t = useText();
  const bridge = useBridge();
  const save = useTask('auditEntry.save');
  const [passphrase, setPassphrase] = useState('');
  const [folder, setFolder] = useState<Choice | null>(null);
  const write = (): void => {
    if (folder !== null) void save.start({ passphrase, folder: folder.handle });
  };
  return (
    <>
      <OfferedPassphrase
        label={t('history.savePassphrase')}
        lead={t('history.saveSuggested')}
        take={t('history.saveUse')}
        value={passphrase}
        onChange={setPassphrase}
      />
      <div className="row wrap">
        <Button
          variant="default"
          onClick={() => void bridge.choose('history-folder').then((choice) => choice && setFolder(choice))}
        >
          {t('history.saveFolder')}
        </Button>
        {folder && <span>{t('history.saveInto', { name: folder.name })}</span>}
      </div>
      {save.isRunning && (
        <Phases
          phases={[{ id: 'writing', label: t('history.saveWriting') }]}
          progress={save.progress}
          onStop={save.stop}
        />
      )}
      {save.error && <ErrorSentence error={save.error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onLeave}>
          {t('history.saveLeave')}
        </Button>
        <Button loading={save.isRunning} disabled={folder === null || passphrase === ''} onClick={write}>
          {t('history.saveWrite')}
        </Button>
      </div>
      {save.value && <Saved {...save.value} />}
    </>
  );
}

interface SavedProps {
  readonly fileName: string;
  readonly lines: number;
  readonly stick: 'not-a-stick' | 'safe-to-remove' | 'saved-still-in-use' | 'gone-before-safe';
}

function Saved({ fileName, lines, stick }: SavedProps) {
  const t = useText();
  const says = {
    'not-a-stick': t('history.saveDone'),
    'safe-to-remove': t('history.saveSafe'),
    'saved-still-in-use': t('history.saveInUse'),
    'gone-before-safe': t('history.saveGone'),
  }[stick];
  if (stick === 'gone-before-safe') return <Note>{says}</Note>;
  return (
    <div role="status">
      <Ok>{says}</Ok>
      <p className="small dim">{t('history.saveLines', { count: lines, file: fileName })}</p>
    </div>
  );
}
