// One's own passphrase: the sheet on Safekeeping, and the page where it is changed. The old one works until the new one is in place.
import { Button } from '@mantine/core';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useRead, useTask } from '../../api/use-vault.ts';
import { KeyFileAtHand } from '../../session/key-file-at-hand.tsx';
import { NewPassphrase } from '../../session/new-passphrase.tsx';
import { PassphraseField } from '../../session/passphrase-field.tsx';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconLock } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { KeyFileLine } from './key-file-line.tsx';
import { BackToSafekeeping, WayOut } from './way-out.tsx';
import './safekeeping.css';

export function PassphraseSheet() {
  const t = useText();
  return (
    <Sheet title={t('safekeeping.mine')}>
      <div className="stack">
        <p className="dim">{t('safekeeping.mineSays')}</p>
        <div>
          <Button
            component={Link}
            href="/safekeeping/passphrase"
            variant="default"
            leftSection={<IconLock size={18} aria-hidden />}
          >
            {t('safekeeping.change')}
          </Button>
        </div>
        <KeyFileLine />
      </div>
    </Sheet>
  );
}

export function PassphrasePage() {
  const t = useText();
  const [isChanged, setChanged] = useState(false);
  return (
    <>
      <PageHead
        title={t('safekeeping.changeTitle')}
        fact={t('safekeeping.changeFact')}
        actions={!isChanged && <BackToSafekeeping />}
      />
      <div className="keep-own">
        {isChanged ? (
          <Verdict
            good
            outcome={t('safekeeping.changed')}
            consequence={t('safekeeping.changedSays')}
            foot={<WayOut />}
          />
        ) : (
          <ChangeForm onDone={() => setChanged(true)} />
        )}
      </div>
    </>
  );
}

function ChangeForm({ onDone }: { onDone: () => void }) {
  const t = useText();
  const { person, shelterName } = useSession();
  const change = useTask('session.changePassphrase');
  const [current, setCurrent] = useState('');
  const [isShown, setShown] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const needsFile = useRead('keyFile.state', {}).value?.state === 'in-use';
  const isWrong = change.error?.code === 'wrong-passphrase';
  const [next, setNext] = useState<string | null>(null);
  const tryAgain = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (next === null || current === '' || change.isRunning) return;
    const result = await change.start({ current, next });
    if (result.ok) onDone();
    else if (result.error.code === 'wrong-passphrase') tryAgain();
  };
  return (
    <form className="stack keep-form" onSubmit={(event) => void submit(event)}>
      <Sheet>
        <PassphraseField
          id="passphrase-now"
          size="md"
          label={t('safekeeping.current')}
          value={current}
          onType={setCurrent}
          isShown={isShown}
          onShow={setShown}
          fieldRef={field}
          error={isWrong ? t('safekeeping.currentWrong') : undefined}
        />
        {needsFile && <KeyFileAtHand />}
      </Sheet>
      <Sheet title={t('safekeeping.next')}>
        <NewPassphrase knownWords={[person.name, shelterName]} onReady={setNext} />
      </Sheet>
      {change.error && !isWrong && <ErrorSentence error={change.error} />}
      <div className="row wrap">
        <Button type="submit" size="md" disabled={next === null || current === ''} loading={change.isRunning}>
          {t('safekeeping.changeNow')}
        </Button>
        <span className="small dim" role="status">
          {change.isRunning && t('safekeeping.changing')}
        </span>
      </div>
    </form>
  );
}
