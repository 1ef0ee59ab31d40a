// One agency: what is known about it, and its pinned key with the six words that were compared by telephone.
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StoredPartnerAgency } from '#shared/records/partner-agency';
import { useRead, useWrite } from '../../api/use-vault.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AgencyKey } from './agency-key.tsx';

export function AgencyPage({ params }: PageProps) {
  const found = useRead('partnerAgency.get', { id: params['agencyId'] ?? '' });
  const mayChange = useMay('partnerAgency.save');
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  return (
    <>
      <PageHead title={found.value.name} />
      <div className="stack">
        <AgencyKey key={`key${found.value.revision}`} agency={found.value} />
        {mayChange && <About key={`about${found.value.revision}`} agency={found.value} />}
      </div>
    </>
  );
}

const answers = ['YES', 'NO', 'UNKNOWN'] as const;

function About({ agency }: { agency: StoredPartnerAgency }) {
  const t = useText();
  const save = useWrite('partnerAgency.save');
  const [name, setName] = useState(agency.name);
  const [notes, setNotes] = useState(agency.notes);
  const [shares, setShares] = useState(agency.sharesWithAuthorities);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { types, contacts, lastVerifiedOn } = agency;
    const details = { name, notes, sharesWithAuthorities: shares, types, contacts, lastVerifiedOn };
    void save.run({ id: agency.id, basedOn: agency.revision, details });
  };
  return (
    <Sheet title={t('sharing.details')}>
      <form className="stack one-column" onSubmit={submit}>
        <TextInput
          label={t('sharing.agencyName')}
          dir="auto"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div>
          <p className="field-label" id="agency-authorities">
            {t('sharing.authorities')}
          </p>
          <SegmentedControl
            aria-labelledby="agency-authorities"
            value={shares}
            onChange={(value) => setShares(value)}
            data={answers.map((value) => ({ value, label: t(`sharing.${value}`) }))}
          />
        </div>
        <Textarea
          label={t('sharing.notes')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={4000}
          value={notes}
          onChange={(event) => setNotes(event.currentTarget.value)}
        />
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row">
          <Button type="submit" variant="default" loading={save.isRunning}>
            {t('sharing.keepAgency')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
