// The confidential address of an agency: nothing of it is in the page until somebody gives a reason; after a minute it is gone again.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { StoredPartnerAgency } from '#shared/records/partner-agency';
import { useWrite } from '../../api/use-vault.ts';
import { WhyForm } from '../../case/ask-why.tsx';
import { OPEN_FOR, useMinute } from '../../case/use-minute.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sealed } from '../../ui/sealed.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function AddressSheet({ agency }: { agency: StoredPartnerAgency }) {
  const t = useText();
  const mayWrite = useMay('partnerAgency.saveAddress');
  const open = useWrite('partnerAgency.openAddress', { quiet: true });
  const [isAsking, setAsking] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const thing = t('partners.address');
  if (opened !== null) return <Lit agency={agency} words={opened} onClose={() => setOpened(null)} />;
  const ask = async (reason: string): Promise<void> => {
    const result = await open.run({ partnerAgencyId: agency.id, reason });
    if (!result.ok) return;
    setAsking(false);
    setOpened(result.value.words);
  };
  if (isAsking) {
    return (
      <WhyForm
        thing={thing}
        error={open.error}
        isRunning={open.isRunning}
        onReason={(reason) => void ask(reason)}
        onLeave={() => setAsking(false)}
      />
    );
  }
  return (
    <Sheet title={thing}>
      <div className="stack">
        <p className="dim">{t('partners.addressHint')}</p>
        {agency.addressRevision > 0 ? (
          <Sealed thing={thing} onOpen={() => setAsking(true)} />
        ) : (
          <div className="row wrap between">
            <span className="dim">{t('partners.addressNone')}</span>
            {mayWrite && (
              <Button variant="default" size="compact-md" onClick={() => setOpened('')}>
                {t('partners.addressWrite')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Sheet>
  );
}

interface LitProps {
  readonly agency: StoredPartnerAgency;
  readonly words: string;
  readonly onClose: () => void;
}

function Lit({ agency, words, onClose }: LitProps) {
  const t = useText();
  const mayWrite = useMay('partnerAgency.saveAddress');
  const save = useWrite('partnerAgency.saveAddress');
  const [typed, setTyped] = useState(words);
  const { left, restart } = useMinute(onClose);
  const hasChanged = typed !== words;
  const close = async (): Promise<void> => {
    const request = { partnerAgencyId: agency.id, basedOn: agency.addressRevision, words: typed };
    if (!hasChanged || (await save.run(request)).ok) onClose();
  };
  return (
    <Sheet lit title={t('partners.address')} className="fade-in">
      <div className="stack one-column">
        <span className="time-line" aria-hidden="true">
          <span style={{ width: `${(left / OPEN_FOR) * 100}%` }} />
        </span>
        <Textarea
          label={t('partners.addressWords')}
          autosize
          minRows={2}
          maxLength={1_000}
          autoFocus
          readOnly={!mayWrite}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={typed}
          onChange={(event) => {
            restart();
            setTyped(event.currentTarget.value);
          }}
        />
        {save.error && <ErrorSentence error={save.error} />}
        <div>
          <Button variant="default" loading={save.isRunning} onClick={() => void close()}>
            {hasChanged ? t('partners.addressKeep') : t('partners.addressClose')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
