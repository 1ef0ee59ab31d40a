// The agencies the house works with, found by what they do, where and in which language. Adding one asks for a name; everything
// else may come later.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { AgencyType, type PartnerAgencySummary } from '#shared/records/partner-agency';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Stop } from '../../ui/status-words.tsx';
import { OurKey } from './our-key.tsx';
import { fits, languagesOf, type Sought, soughtNothing } from './find-agency.ts';
import './partners.css';

export function PartnersPage() {
  const t = useText();
  const mayBring = useMay('packageReply.read');
  const mayAdd = useMay('partnerAgency.save');
  const maySeeInterpreters = useMay('interpreter.list');
  const maySeeFigures = useMay('referralFigures.ofYear');
  const maySeeAwareness = useMay('activity.list');
  const list = useRead('partnerAgency.list', {});
  const [sought, setSought] = useState<Sought>(soughtNothing);
  const agencies = list.value ?? [];
  const found = agencies.filter((agency) => fits(agency, sought));
  return (
    <>
      <PageHead
        title={t('sharing.partners')}
        fact={t('sharing.partnersLead')}
        actions={
          <span className="row wrap">
            {maySeeAwareness && (
              <Button variant="default" component={Link} href="/awareness">
                {t('awareness.toPartners')}
              </Button>
            )}
            {maySeeFigures && (
              <Button variant="default" component={Link} href="/partners/figures">
                {t('partners.figures')}
              </Button>
            )}
            {maySeeInterpreters && (
              <Button variant="default" component={Link} href="/partners/interpreters">
                {t('interpreters.title')}
              </Button>
            )}
          </span>
        }
      />
      {list.error && <ErrorSentence error={list.error} />}
      <div className="stack">
        {agencies.length > 1 && <Finder agencies={agencies} sought={sought} onSought={setSought} />}
        {list.value && (
          <Sheet flush>
            {found.length === 0 && (
              <EmptyState>{agencies.length === 0 ? t('sharing.noPartners') : t('partners.none')}</EmptyState>
            )}
            <Rows label={t('sharing.partners')}>
              {found.map((agency) => (
                <AgencyRow key={agency.id} agency={agency} />
              ))}
            </Rows>
          </Sheet>
        )}
        {mayAdd && <AddAgency />}
        <OurKey />
        {mayBring && (
          <div className="row wrap">
            <Button variant="default" component={Link} href="/partners/reply">
              {t('replies.bring')}
            </Button>
            <Button variant="default" component={Link} href="/partners/receive">
              {t('received.bring')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

interface FinderProps {
  readonly agencies: readonly PartnerAgencySummary[];
  readonly sought: Sought;
  readonly onSought: (sought: Sought) => void;
}

function Finder({ agencies, sought, onSought }: FinderProps) {
  const t = useText();
  const kinds = AgencyType.options.filter((type) => agencies.some(({ types }) => types.includes(type)));
  return (
    <div className="partner-finder" role="search">
      <TextInput
        id="partner-find"
        label={t('partners.find')}
        dir="auto"
        maxLength={200}
        value={sought.words}
        onChange={(event) => onSought({ ...sought, words: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('partners.language')}
        value={sought.language}
        data={[{ value: '', label: t('partners.anyLanguage') }, ...languagesOf(agencies)]}
        onChange={(event) => onSought({ ...sought, language: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('partners.kind')}
        value={sought.type ?? ''}
        data={[
          { value: '', label: t('partners.anyKind') },
          ...kinds.map((value) => ({ value, label: t(`partners.types.${value}`) })),
        ]}
        onChange={(event) =>
          onSought({ ...sought, type: AgencyType.options.find((one) => one === event.currentTarget.value) ?? null })
        }
      />
    </div>
  );
}

function AgencyRow({ agency }: { agency: PartnerAgencySummary }) {
  const t = useText();
  const facts = [
    agency.types.map((type) => t(`partners.types.${type}`)).join(', '),
    agency.services.join(', '),
    agency.area,
    agency.languages.join(', '),
  ].filter((fact) => fact !== '');
  return (
    <li>
      <span className="grow partner-what">
        <Link href={`/partners/${agency.id}`}>
          <b dir="auto">{agency.name}</b>
        </Link>
        <span className="small dim" dir="auto">
          {facts.join(' · ')}
        </span>
      </span>
      {agency.sharesWithAuthorities === 'YES' && <Stop>{t('partners.sharesYES')}</Stop>}
      {agency.sharesWithAuthorities === 'UNKNOWN' && <Note>{t('partners.sharesUNKNOWN')}</Note>}
    </li>
  );
}

function AddAgency() {
  const t = useText();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const save = useWrite('partnerAgency.save');
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '' || save.isRunning) return;
    const details = {
      name,
      types: [],
      sharesWithAuthorities: 'UNKNOWN' as const,
      contacts: [],
      notes: '',
      lastVerifiedOn: null,
    };
    const result = await save.run({ basedOn: 0, details });
    if (result.ok) navigate(`/partners/${result.value.id}`);
  };
  return (
    <Sheet title={t('sharing.addAgency')}>
      <form className="row wrap align-end" onSubmit={(event) => void submit(event)}>
        <TextInput
          className="grow"
          label={t('sharing.agencyName')}
          dir="auto"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={save.isRunning}>
          {t('sharing.addAgency')}
        </Button>
      </form>
      {save.error && <ErrorSentence error={save.error} />}
    </Sheet>
  );
}
