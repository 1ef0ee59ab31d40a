// The agencies the house works with. Adding one asks for a name; everything else may come later.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';

export function PartnersPage() {
  const t = useText();
  const mayAdd = useMay('partnerAgency.save');
  const maySeeInterpreters = useMay('interpreter.list');
  const list = useRead('partnerAgency.list', {});
  return (
    <>
      <PageHead
        title={t('sharing.partners')}
        fact={t('sharing.partnersLead')}
        actions={
          maySeeInterpreters && (
            <Button variant="default" component={Link} href="/partners/interpreters">
              {t('interpreters.title')}
            </Button>
          )
        }
      />
      {list.error && <ErrorSentence error={list.error} />}
      <div className="stack">
        {list.value && (
          <Sheet flush>
            {list.value.length === 0 && <EmptyState>{t('sharing.noPartners')}</EmptyState>}
            <Rows label={t('sharing.partners')}>
              {list.value.map((agency) => (
                <li key={agency.id}>
                  <Link className="grow" href={`/partners/${agency.id}`}>
                    <b dir="auto">{agency.name}</b>
                  </Link>
                  {agency.hasKey ? <Ok>{t('sharing.hasKey')}</Ok> : <Note>{t('sharing.hasNoKey')}</Note>}
                </li>
              ))}
            </Rows>
          </Sheet>
        )}
        {mayAdd && <AddAgency />}
      </div>
    </>
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
