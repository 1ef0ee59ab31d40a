// How the copy is given: read together, on paper, kept here, or on a stick that is sealed with a passphrase of hers.
import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '#shared/ids';
import type { Choice } from '#shared/contract/bridge';
import { HandedWay, type Mask } from '#shared/records/own-copy';
import { useTask, useWrite } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { OfferedPassphrase } from '../../session/offered-passphrase.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import type { SheetProps } from './sheet-content.ts';

interface GiveProps extends Pick<SheetProps, 'caseFileId'> {
  readonly requestId: RecordId;
  readonly sha256: string;
  readonly masks: Mask[];
}

export function GiveCopy(asked: GiveProps) {
  const t = useText();
  const hand = useWrite('ownCopy.hand');
  const [way, setWay] = useState<HandedWay>('READ_TOGETHER');
  const [done, setDone] = useState<HandedWay | null>(null);
  const give = async (): Promise<void> => {
    if (way === 'STICK') return;
    const result = await hand.run({ ...asked, way });
    if (!result.ok) return;
    setDone(way);
    if (way !== 'READ_TOGETHER') window.print();
  };
  return (
    <Sheet title={t('prints.copyHow')}>
      <div className="stack">
        <Radio.Group
          aria-label={t('prints.copyHow')}
          value={way}
          onChange={(value) => setWay(HandedWay.catch('READ_TOGETHER').parse(value))}
        >
          <div className="stack">
            {HandedWay.options.map((one) => (
              <Radio key={one} value={one} label={t(`prints.copyWays.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        {way === 'STICK' ? (
          <OnStick {...asked} onDone={() => setDone('STICK')} />
        ) : (
          <>
            {hand.error && <ErrorSentence error={hand.error} />}
            <div className="row">
              <Button
                leftSection={way === 'READ_TOGETHER' ? undefined : <IconPrint size={18} aria-hidden />}
                loading={hand.isRunning}
                onClick={() => void give()}
              >
                {t('prints.copyGive')}
              </Button>
            </div>
          </>
        )}
        {done !== null && <Ok>{t('prints.copyGiven', { way: t(`prints.copyWays.${done}`) })}</Ok>}
      </div>
    </Sheet>
  );
}

function OnStick({ onDone, ...asked }: GiveProps & { readonly onDone: () => void }) {
  const t = useText();
  const bridge = useBridge();
  const save = useTask('ownCopy.save');
  const [passphrase, setPassphrase] = useState('');
  const [folder, setFolder] = useState<Choice | null>(null);
  const write = async (): Promise<void> => {
    if (folder === null) return;
    if ((await save.start({ ...asked, passphrase, folder: folder.handle })).ok) onDone();
  };
  return (
    <>
      <p className="dim">{t('prints.copyStickSays')}</p>
      <OfferedPassphrase
        label={t('sharing.passphrase')}
        take={t('sharing.next')}
        value={passphrase}
        onChange={setPassphrase}
      />
      <div className="row wrap">
        <Button
          variant="default"
          onClick={() => void bridge.choose('package-folder').then((choice) => choice && setFolder(choice))}
        >
          {t('sharing.chooseFolder')}
        </Button>
        {folder && <span>{t('sharing.folder', { name: folder.name })}</span>}
      </div>
      {save.isRunning && (
        <Phases phases={[{ id: 'writing', label: t('sharing.working') }]} progress={save.progress} onStop={save.stop} />
      )}
      {save.error && <ErrorSentence error={save.error} />}
      <div className="row">
        <Button loading={save.isRunning} disabled={folder === null || passphrase === ''} onClick={() => void write()}>
          {t('prints.copyGive')}
        </Button>
      </div>
      {save.value && (
        <p>
          {
            {
              'not-a-stick': t('sharing.done'),
              'safe-to-remove': t('sharing.safe'),
              'saved-still-in-use': t('sharing.inUse'),
              'gone-before-safe': t('sharing.gone'),
            }[save.value.stick]
          }
        </p>
      )}
    </>
  );
}
