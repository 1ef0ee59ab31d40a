// To whom it is sealed and where it goes; then it is sealed, written, flushed, read back and compared.
import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import type { Choice } from '#shared/contract/bridge';
import { PartnerAgencyId, pinnedKeys } from '#shared/records/partner-agency';
import { useRead, useTask } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { OfferedPassphrase } from '../../session/offered-passphrase.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { HandedOver } from './handed-over.tsx';
import { KeyTicks } from './key-ticks.tsx';
import { plannedPackage } from './planned-package.ts';
import type { Plan } from './plan.ts';

export function HandOver({ plan, contentSha256, onBack }: { plan: Plan; contentSha256: string; onBack: () => void }) {
  const t = useText();
  const bridge = useBridge();
  const agency = useRead('partnerAgency.get', { id: PartnerAgencyId.parse(plan.release.partnerAgencyId) });
  const create = useTask('exportPackage.create');
  const [by, setBy] = useState<'pinned-key' | 'passphrase' | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [folder, setFolder] = useState<Choice | null>(null);
  const keys = agency.value === undefined ? [] : pinnedKeys(agency.value);
  const [left, setLeft] = useState<readonly string[]>([]);
  const recipients = keys.map(({ recipient }) => recipient).filter((recipient) => !left.includes(recipient));
  const way = by ?? (keys.length > 0 ? 'pinned-key' : 'passphrase');
  if (create.value) return <HandedOver made={create.value} plan={plan} />;
  const isReady = folder !== null && (way === 'pinned-key' ? recipients.length > 0 : passphrase !== '');
  const write = (): void => {
    if (folder === null) return;
    const sealedTo = way === 'pinned-key' ? { by: way, recipients } : { by: way, passphrase };
    void create.start({ ...plannedPackage(plan), contentSha256, sealedTo, folder: folder.handle });
  };
  return (
    <Sheet title={t('sharing.stepHand')}>
      <div className="stack one-column">
        <Radio.Group label={t('sharing.sealedTo')} value={way} onChange={(value) => setBy(value)}>
          <div className="stack share-ways">
            <Radio
              value="pinned-key"
              disabled={keys.length === 0}
              label={t('sharing.byKey')}
              {...(agency.value && keys.length === 0 ? { description: t('sharing.noKey') } : {})}
            />
            <Radio value="passphrase" label={t('sharing.byPassphrase')} />
          </div>
        </Radio.Group>
        {way === 'pinned-key' && (
          <KeyTicks
            keys={keys}
            ticked={recipients}
            onTicked={(ticked) =>
              setLeft(keys.map(({ recipient }) => recipient).filter((one) => !ticked.includes(one)))
            }
          />
        )}
        {way === 'passphrase' && (
          <OfferedPassphrase
            label={t('sharing.passphrase')}
            hint={t('sharing.passphraseHint')}
            take={t('sharing.next')}
            value={passphrase}
            onChange={setPassphrase}
          />
        )}
        <div className="row wrap">
          <Button
            variant="default"
            onClick={() => void bridge.choose('package-folder').then((choice) => choice && setFolder(choice))}
          >
            {t('sharing.chooseFolder')}
          </Button>
          {folder && <span>{t('sharing.folder', { name: folder.name })}</span>}
        </div>
        {create.isRunning && (
          <Phases
            phases={[{ id: 'writing', label: t('sharing.working') }]}
            progress={create.progress}
            onStop={create.stop}
          />
        )}
        {create.error && <ErrorSentence error={create.error} />}
        <div className="row">
          <Button variant="subtle" onClick={onBack} disabled={create.isRunning}>
            {t('shell.back')}
          </Button>
          <Button onClick={write} loading={create.isRunning} disabled={!isReady}>
            {t('sharing.write')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
