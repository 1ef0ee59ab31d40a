// Agreements with one agency, each with where it stands. The banner above them never goes away.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StoredAgreement } from '#shared/records/agreement';
import type { PartnerAgencyId } from '#shared/records/partner-agency';
import { useRead } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, Waits, When } from '../../ui/status-words.tsx';
import { AgreementForm } from './agreement-form.tsx';

export function AgreementsSheet({ agencyId }: { agencyId: PartnerAgencyId }) {
  const t = useText();
  const list = useRead('agreement.list', { partnerAgencyId: agencyId });
  const mayWrite = useMay('agreement.save');
  const [writing, setWriting] = useState<StoredAgreement | 'new' | null>(null);
  return (
    <Sheet className="partner-plain" title={t('partners.agreements')}>
      <div className="stack">
        <Note>{t('partners.agreementBanner')}</Note>
        {list.error && <ErrorSentence error={list.error} />}
        {writing === null ? (
          <>
            {list.value?.length === 0 && <p className="dim">{t('partners.agreementNone')}</p>}
            <Rows label={t('partners.agreements')}>
              {list.value?.map((agreement) => (
                <AgreementRow
                  key={agreement.id}
                  agreement={agreement}
                  {...(mayWrite ? { onChange: () => setWriting(agreement) } : {})}
                />
              ))}
            </Rows>
            {mayWrite && (
              <div>
                <Button variant="default" onClick={() => setWriting('new')}>
                  {t('partners.agreementAdd')}
                </Button>
              </div>
            )}
          </>
        ) : (
          <AgreementForm
            agencyId={agencyId}
            saved={writing === 'new' ? null : writing}
            onDone={() => setWriting(null)}
          />
        )}
      </div>
    </Sheet>
  );
}

interface RowProps {
  readonly agreement: StoredAgreement;
  readonly onChange?: () => void;
}

function AgreementRow({ agreement, onChange }: RowProps) {
  const t = useText();
  const { type, purpose, expiresOn, dataClause, document } = agreement;
  const name = t(`partners.agreementTypes.${type}`);
  const facts = [purpose, expiresOn === null ? '' : t('sharing.until', { date: fullDate(expiresOn) })];
  return (
    <li>
      <span className="grow partner-what">
        <b>{name}</b>
        <span className="small dim" dir="auto">
          {[...facts, dataClause, document].filter(Boolean).join(' · ')}
        </span>
      </span>
      <StateWord agreement={agreement} />
      {onChange && (
        <Button size="compact-sm" variant="default" aria-label={`${t('partners.change')}: ${name}`} onClick={onChange}>
          {t('partners.change')}
        </Button>
      )}
    </li>
  );
}

function StateWord({ agreement }: { agreement: StoredAgreement }) {
  const t = useText();
  const words = t(`partners.agreementStates.${agreement.state}`);
  switch (agreement.state) {
    case 'SIGNED':
      return <Ok>{words}</Ok>;
    case 'EXPIRING':
      return <When tone="lit">{words}</When>;
    case 'DRAFT':
    case 'REVIEW':
      return <Waits>{words}</Waits>;
    case 'EXPIRED':
    case 'TERMINATED':
      return <Note>{words}</Note>;
  }
}
