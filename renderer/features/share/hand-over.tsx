// Sealed, written, flushed, read back, compared; only then is it said to be done, and whether the stick may be taken out.
import { Button, PasswordInput, Radio } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Choice } from '#shared/contract/bridge';
import type { CreatedPackage } from '#shared/records/export-package';
import { PartnerAgencyId } from '#shared/records/partner-agency';
import { useRead, useTask } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Verdict } from '../../ui/verdict.tsx';
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
  const hasKey = agency.value !== undefined && agency.value.recipient !== null;
  const way = by ?? (hasKey ? 'pinned-key' : 'passphrase');
  if (create.value) return <Done made={create.value} plan={plan} />;
  const isReady = folder !== null && (way === 'pinned-key' || passphrase !== '');
  const write = (): void => {
    if (folder === null) return;
    const sealedTo = way === 'pinned-key' ? { by: way } : { by: way, passphrase };
    void create.start({ ...plannedPackage(plan), contentSha256, sealedTo, folder: folder.handle });
  };
  return (
    <Sheet title={t('sharing.stepHand')}>
      <div className="stack one-column">
        <Radio.Group label={t('sharing.sealedTo')} value={way} onChange={(value) => setBy(value)}>
          <div className="stack share-ways">
            <Radio
              value="pinned-key"
              disabled={!hasKey}
              label={t('sharing.byKey')}
              description={agency.value?.recipient?.fingerprintWords.join(' ') ?? t('sharing.noKey')}
            />
            <Radio value="passphrase" label={t('sharing.byPassphrase')} />
          </div>
        </Radio.Group>
        {way === 'passphrase' && <PackagePassphrase value={passphrase} onChange={setPassphrase} />}
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

function PackagePassphrase({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useText();
  const suggested = useRead('exportPackage.suggestPassphrase', {});
  return (
    <>
      <PasswordInput
        label={t('sharing.passphrase')}
        description={t('sharing.passphraseHint')}
        maxLength={256}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('sharing.passphrase') }}
      />
      {suggested.value && (
        <div className="row wrap">
          <span className="six-words">{suggested.value.passphrase}</span>
          <Button
            size="compact-md"
            variant="default"
            onClick={() => suggested.value && onChange(suggested.value.passphrase)}
          >
            {t('sharing.next')}
          </Button>
        </div>
      )}
    </>
  );
}

function Done({ made, plan }: { made: CreatedPackage; plan: Plan }) {
  const t = useText();
  const stick = {
    'not-a-stick': t('sharing.done'),
    'safe-to-remove': t('sharing.safe'),
    'saved-still-in-use': t('sharing.inUse'),
    'gone-before-safe': t('sharing.gone'),
  }[made.stick];
  return (
    <Verdict
      good={made.stick !== 'gone-before-safe'}
      outcome={stick}
      consequence={t('sharing.doneNext')}
      foot={
        <div className="row">
          <Button component={Link} href={casePath(plan.release.caseFileId, '/consents')}>
            {t('sharing.backToCase')}
          </Button>
        </div>
      }
    >
      <div className="verdict-body">
        <table className="twin">
          <tbody>
            <tr>
              <th scope="row">{t('sharing.fileName')}</th>
              <td className="num">{made.fileName}</td>
            </tr>
            {made.recipientFingerprintWords && (
              <tr>
                <th scope="row">{t('sharing.sixWords')}</th>
                <td>{made.recipientFingerprintWords.join(' ')}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </Verdict>
  );
}
