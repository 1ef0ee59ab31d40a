// A package from another house: chosen, opened with our key or with a passphrase, read through, then kept or left. Nothing is kept
// before it was read.
import { Button, PasswordInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link } from 'wouter';
import type { Choice } from '#shared/contract/bridge';
import { ChoiceHandle } from '#shared/ids';
import type { OpenedWith, StoredReceivedPackage } from '#shared/records/received-package';
import { useStopWhenLeft } from '../../api/stop-when-left.ts';
import { useTask } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { ReceivedContent } from '../../case/received-content.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import { KeepReceived } from './keep-received.tsx';
import { FromWhom, WhatItIs } from './receive-facts.tsx';

export function ReceivePage() {
  const t = useText();
  const [kept, setKept] = useState<StoredReceivedPackage | null>(null);
  return (
    <>
      <PageHead title={t('received.page')} fact={t('received.pageLead')} />
      {kept === null ? <Receive onKept={setKept} /> : <Kept one={kept} onNext={() => setKept(null)} />}
    </>
  );
}

function Kept({ one, onNext }: { one: StoredReceivedPackage; onNext: () => void }) {
  const t = useText();
  return (
    <Sheet>
      <div className="stack">
        <div role="status">
          <Ok>{t('received.kept')}</Ok>
        </div>
        <div className="row wrap">
          <Button component={Link} href={casePath(one.caseFileId, `/received/${one.id}`)}>
            {one.canAnswer ? t('received.answerIt') : t('received.toIt')}
          </Button>
          <Button variant="subtle" onClick={onNext}>
            {t('received.choose')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function Receive({ onKept }: { onKept: (one: StoredReceivedPackage) => void }) {
  const t = useText();
  const bridge = useBridge();
  const open = useTask('receivedPackage.open');
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [openWith, setOpenWith] = useState<OpenedWith>({ by: 'our-key' });
  const [compared, setCompared] = useState(false);
  useStopWhenLeft(open.stop);
  const begin = (choice: Choice, way: OpenedWith): void => {
    setChosen(choice);
    setOpenWith(way);
    setCompared(false);
    void open.start({ file: ChoiceHandle.parse(choice.handle), openWith: way });
  };
  const choose = async (): Promise<void> => {
    const choice = await bridge.choose('received-package');
    if (choice !== null) begin(choice, { by: 'our-key' });
  };
  const leave = (): void => {
    setChosen(null);
    setOpenWith({ by: 'our-key' });
    open.forget();
  };
  const phases = [
    { id: 'reading', label: t('received.reading') },
    { id: 'checking', label: t('received.checking') },
  ];
  return (
    <div className="stack">
      {open.value === undefined && (
        <div className="row wrap">
          <Button loading={open.isRunning} onClick={() => void choose()}>
            {t('received.choose')}
          </Button>
          <span className="grow dim">{t('received.chooseHint')}</span>
        </div>
      )}
      {chosen && open.value === undefined && (
        <p className="dim" dir="auto">
          {t('received.chosen', { name: chosen.name })}
        </p>
      )}
      {open.isRunning && <Phases phases={phases} progress={open.progress} onStop={open.stop} />}
      {open.error && <ErrorSentence error={open.error} />}
      {chosen && open.error?.code === 'wrong-key' && (
        <AskPassphrase onPassphrase={(passphrase) => begin(chosen, { by: 'passphrase', passphrase })} />
      )}
      {chosen && open.value && (
        <>
          <FromWhom found={open.value} compared={compared} onCompared={setCompared} />
          <WhatItIs found={open.value} />
          <ReceivedContent told={open.value} />
          <KeepReceived
            found={open.value}
            chosen={{ file: ChoiceHandle.parse(chosen.handle), openWith }}
            wordsCompared={compared}
            onKept={onKept}
            onLeave={leave}
          />
        </>
      )}
    </div>
  );
}

function AskPassphrase({ onPassphrase }: { onPassphrase: (passphrase: string) => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (typed !== '') onPassphrase(typed);
  };
  return (
    <form className="stack one-column" onSubmit={submit}>
      <PasswordInput
        label={t('received.passphrase')}
        description={t('received.passphraseHint')}
        maxLength={256}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('received.passphrase') }}
      />
      <div className="row">
        <Button type="submit" variant="default" disabled={typed === ''}>
          {t('received.openWith')}
        </Button>
      </div>
    </form>
  );
}
