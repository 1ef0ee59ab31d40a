// Passphrase and stick for one act on one's own key file.
import { Button } from '@mantine/core';
import { type SubmitEvent, useRef, useState } from 'react';
import type { Choice } from '#shared/contract/bridge';
import { ChoiceHandle } from '#shared/ids';
import type { StickAfterwards } from '#shared/records/export-package';
import { useTask } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { KeyFileAtHand } from '../../session/key-file-at-hand.tsx';
import { PassphraseField } from '../../session/passphrase-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconFolder, IconStick } from '../../ui/icons.ts';
import { Phases } from '../../ui/phases.tsx';
import { Ok } from '../../ui/status-words.tsx';

export type Act = 'make' | 'renew' | 'copy' | 'stop';

export interface Done {
  readonly act: Act;
  /** Null when no stick was written to. */
  readonly stick: StickAfterwards | null;
}

export function KeyFileForm({ act, onDone }: { act: Act; onDone: (done: Done) => void }) {
  const t = useText();
  const work = useKeyFileAct(act);
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setShown] = useState(false);
  const [place, setPlace] = useState<Choice | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isReady = passphrase !== '' && (act === 'stop' || place !== null);
  const isWrong = work.error?.code === 'wrong-passphrase';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || work.isRunning) return;
    const done = await work.run(passphrase, place);
    if (done !== null) onDone(done);
    else field.current?.select();
  };
  return (
    <form className="stack keep-form" onSubmit={(event) => void submit(event)}>
      <PassphraseField
        id="key-file-passphrase"
        size="md"
        label={t('keyFile.passphrase')}
        value={passphrase}
        onType={setPassphrase}
        isShown={isShown}
        onShow={setShown}
        fieldRef={field}
        error={isWrong ? t(act === 'make' ? 'keyFile.passphraseWrongAlone' : 'keyFile.passphraseWrong') : undefined}
      />
      {act !== 'make' && <KeyFileAtHand />}
      {act !== 'stop' && <StickChoice place={place} isRunning={work.isRunning} onPlace={setPlace} />}
      {work.isRunning && act !== 'stop' && (
        <Phases phases={[{ id: 'writing', label: t('keyFile.making') }]} progress={work.progress} onStop={work.stop} />
      )}
      {work.error && !isWrong && <ErrorSentence error={work.error} />}
      <div className="row wrap">
        <Button type="submit" size="md" disabled={!isReady} loading={work.isRunning}>
          {t(`keyFile.${act}`)}
        </Button>
        <span className="small dim" role="status">
          {work.isRunning && act === 'stop' && t('keyFile.changing')}
        </span>
      </div>
    </form>
  );
}

interface StickChoiceProps {
  readonly place: Choice | null;
  readonly isRunning: boolean;
  readonly onPlace: (place: Choice | null) => void;
}

function StickChoice({ place, isRunning, onPlace }: StickChoiceProps) {
  const t = useText();
  const bridge = useBridge();
  const choose = async (): Promise<void> => onPlace((await bridge.choose('key-file-folder')) ?? place);
  return (
    <div className="row wrap">
      <IconStick size={22} aria-hidden />
      <span className="grow">
        <b>{t('keyFile.stick')}</b>
        <br />
        {place ? (
          <Ok>{t('keyFile.chosen', { name: place.name })}</Ok>
        ) : (
          <span className="dim">{t('keyFile.stickHint')}</span>
        )}
      </span>
      <Button
        variant="default"
        disabled={isRunning}
        leftSection={<IconFolder size={18} aria-hidden />}
        onClick={() => void choose()}
      >
        {t('keyFile.chooseStick')}
      </Button>
    </div>
  );
}

/** Making a new one and making the first are one act of the vault. */
function useKeyFileAct(act: Act) {
  const make = useTask('keyFile.make');
  const copy = useTask('keyFile.copy');
  const stop = useTask('keyFile.stop');
  const onto = act === 'copy' ? copy : make;
  const { isRunning, error } = act === 'stop' ? stop : onto;
  const run = async (passphrase: string, place: Choice | null): Promise<Done | null> => {
    if (act === 'stop') return (await stop.start({ passphrase })).ok ? { act, stick: null } : null;
    if (place === null) return null;
    const written = await onto.start({ passphrase, folder: ChoiceHandle.parse(place.handle) });
    return written.ok ? { act, stick: written.value.stick } : null;
  };
  return { run, isRunning, error, progress: onto.progress, stop: onto.stop };
}
