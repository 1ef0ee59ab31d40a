// One agency: what it does and for whom, what to mind, its confidential address behind a reason, and its pinned keys.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { isToVerify, type StoredPartnerAgency } from '#shared/records/partner-agency';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { AgencyWarning } from '../../case/agency-warning.tsx';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { When } from '../../ui/status-words.tsx';
import { AboutForm } from './about-form.tsx';
import { AddressSheet } from './address-sheet.tsx';
import { AgencyKeys } from './agency-keys.tsx';
import { AgencyReader } from './agency-reader.tsx';
import { AgreementsSheet } from './agreements-sheet.tsx';
import { MeetingsSheet } from './meetings-sheet.tsx';
import './agency-card.css';
import './partners.css';

export function AgencyPage({ params }: PageProps) {
  const found = useRead('partnerAgency.get', { id: params['agencyId'] ?? '' });
  const mayChange = useMay('partnerAgency.save');
  const mayOpenAddress = useMay('partnerAgency.openAddress');
  const [isChanging, setChanging] = useState(false);
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const agency = found.value;
  return (
    <>
      <PageHead title={agency.name} />
      <div className="stack">
        <AgencyWarning agencyId={agency.id} />
        {isChanging ? (
          <AboutForm agency={agency} onDone={() => setChanging(false)} />
        ) : (
          <About agency={agency} mayChange={mayChange} onChange={() => setChanging(true)} />
        )}
        {mayOpenAddress && <AddressSheet key={`address${agency.addressRevision}`} agency={agency} />}
        <AgreementsSheet agencyId={agency.id} />
        <MeetingsSheet agencyId={agency.id} />
        <AgencyKeys key={`key${agency.revision}`} agency={agency} />
        <AgencyReader agency={agency} />
      </div>
    </>
  );
}

interface AboutProps {
  readonly agency: StoredPartnerAgency;
  readonly mayChange: boolean;
  readonly onChange: () => void;
}

function About({ agency, mayChange, onChange }: AboutProps) {
  const t = useText();
  const { feedback } = agency;
  const facts: readonly (readonly [string, string])[] = [
    [t('sharing.types'), agency.types.map((type) => t(`partners.types.${type}`)).join(', ')],
    [t('partners.services'), agency.services.join(', ')],
    [t('partners.area'), agency.area],
    [t('partners.languages'), agency.languages.join(', ')],
    [t('partners.hours'), agency.hours],
    [t('partners.cost'), agency.cost],
    [t('partners.eligibility'), agency.eligibility],
    [t('partners.asksStatus'), t(`sharing.${agency.asksStatus}`)],
    [t('sharing.authorities'), t(`sharing.${agency.sharesWithAuthorities}`)],
    [t('partners.access'), agency.access.map((one) => t(`partners.accessOf.${one}`)).join(', ')],
    [t('partners.contacts'), agency.contacts.map(contactLine).join('\n')],
    [t('sharing.notes'), agency.notes],
    [t('partners.vettedOn'), agency.vettedOn === null ? t('partners.never') : fullDate(agency.vettedOn)],
    [t('partners.verifiedOn'), agency.lastVerifiedOn === null ? t('partners.never') : fullDate(agency.lastVerifiedOn)],
    [
      t('partners.feedback'),
      feedback === null
        ? t('partners.feedbackFew')
        : t('partners.feedbackShow', { mean: feedback.mean, count: feedback.count }),
    ],
  ];
  return (
    <Sheet
      title={t('partners.about')}
      end={
        mayChange && (
          <Button size="compact-sm" variant="default" onClick={onChange}>
            {t('partners.change')}
          </Button>
        )
      }
    >
      <div className="stack">
        <dl className="partner-facts">
          {facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
        </dl>
        {mayChange && isToVerify(agency.lastVerifiedOn, dateOf(now())) && <Verify agency={agency} />}
      </div>
    </Sheet>
  );
}

const contactLine = ({ name, role, phone }: StoredPartnerAgency['contacts'][number]): string =>
  [name, role, phone].filter((part) => part !== '').join(', ');

/** What of a stored agency is typed by a person. */
export function detailsOf(agency: StoredPartnerAgency) {
  const { name, types, sharesWithAuthorities, services, area, languages, hours, cost, eligibility } = agency;
  const { asksStatus, access, vettedOn, contacts, notes, lastVerifiedOn } = agency;
  return {
    ...{ name, types, sharesWithAuthorities, services, area, languages, hours, cost, eligibility },
    ...{ asksStatus, access, vettedOn, contacts, notes, lastVerifiedOn },
  };
}

/** One press says that somebody called and all of it is still right. */
function Verify({ agency }: { agency: StoredPartnerAgency }) {
  const t = useText();
  const save = useWrite('partnerAgency.save');
  const verify = (): void =>
    void save.run({
      id: agency.id,
      basedOn: agency.revision,
      details: { ...detailsOf(agency), lastVerifiedOn: dateOf(now()) },
    });
  return (
    <div className="row wrap">
      <When tone="lit">{t('partners.verifyNow')}</When>
      <Button variant="default" loading={save.isRunning} onClick={verify}>
        {t('partners.verifiedToday')}
      </Button>
      {save.error && <ErrorSentence error={save.error} />}
    </div>
  );
}
