// Writing an agreement down, or how it goes on.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { AgreementStage, AgreementType, type AgreementWritten, type StoredAgreement } from '#shared/records/agreement';
import type { PartnerAgencyId } from '#shared/records/partner-agency';
import { useWrite } from '../../api/use-vault.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

interface FormProps {
  readonly agencyId: PartnerAgencyId;
  readonly saved: StoredAgreement | null;
  readonly onDone: () => void;
}

const fresh: AgreementWritten = {
  ...{ type: 'REFERRAL', purpose: '', stage: 'DRAFT', signedOn: null, expiresOn: null },
  ...{ contacts: '', dataClause: '', document: '' },
};

function writtenOf(saved: StoredAgreement | null): AgreementWritten {
  if (saved === null) return fresh;
  const { type, purpose, stage, signedOn, expiresOn, contacts, dataClause, document } = saved;
  return { type, purpose, stage, signedOn, expiresOn, contacts, dataClause, document };
}

export function AgreementForm({ agencyId, saved, onDone }: FormProps) {
  const t = useText();
  const save = useWrite('agreement.save');
  const [typed, setTyped] = useState(() => writtenOf(saved));
  const type = (part: Partial<AgreementWritten>): void => setTyped({ ...typed, ...part });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (typed.purpose.trim() === '' || save.isRunning) return;
    const of = { partnerAgencyId: agencyId, agreementId: saved?.id ?? null, basedOn: saved?.revision ?? 0 };
    if ((await save.run({ ...of, agreement: typed })).ok) onDone();
  };
  const stages = AgreementStage.options.filter(
    (one) => saved === null || AgreementStage.options.indexOf(one) >= AgreementStage.options.indexOf(saved.stage),
  );
  return (
    <form className="stack one-column" onSubmit={(event) => void submit(event)}>
      <div className="partner-pair">
        <NativeSelect
          label={t('partners.agreementType')}
          value={typed.type}
          data={AgreementType.options.map((value) => ({ value, label: t(`partners.agreementTypes.${value}`) }))}
          onChange={(event) =>
            type({ type: AgreementType.options.find((one) => one === event.currentTarget.value) ?? 'REFERRAL' })
          }
        />
        <NativeSelect
          label={t('partners.agreementStage')}
          value={typed.stage}
          data={stages.map((value) => ({ value, label: t(`partners.agreementStates.${value}`) }))}
          onChange={(event) => type({ stage: stages.find((one) => one === event.currentTarget.value) ?? typed.stage })}
        />
      </div>
      <TextInput
        label={t('partners.agreementPurpose')}
        dir="auto"
        maxLength={1_000}
        value={typed.purpose}
        onChange={(event) => type({ purpose: event.currentTarget.value })}
      />
      <div className="partner-pair">
        <DayField
          label={t('partners.agreementSigned')}
          value={typed.signedOn ?? ''}
          onValue={(day) => type({ signedOn: day === '' ? null : day })}
        />
        <DayField
          label={t('partners.agreementExpires')}
          value={typed.expiresOn ?? ''}
          onValue={(day) => type({ expiresOn: day === '' ? null : day })}
        />
        <TextInput
          label={t('partners.agreementContacts')}
          dir="auto"
          maxLength={500}
          value={typed.contacts}
          onChange={(event) => type({ contacts: event.currentTarget.value })}
        />
        <TextInput
          label={t('partners.agreementDocument')}
          dir="auto"
          maxLength={200}
          value={typed.document}
          onChange={(event) => type({ document: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('partners.agreementData')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={2_000}
        value={typed.dataClause}
        onChange={(event) => type({ dataClause: event.currentTarget.value })}
      />
      {save.error && <ErrorSentence error={save.error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
        <Button type="submit" loading={save.isRunning} disabled={typed.purpose.trim() === ''}>
          {t('partners.agreementKeep')}
        </Button>
      </div>
    </form>
  );
}
