// Linking two people of one family: who the other is, and what that person is to this one.
import { Button, NativeSelect } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { Kinship } from '#shared/records/household-link';
import { useWrite } from '../api/use-vault.ts';
import type { Pronouns } from '../pronouns.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { PickCase } from './pick-case.tsx';

interface HouseholdFormProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
  readonly onDone: () => void;
}

export function HouseholdForm({ caseFileId, pronouns, onDone }: HouseholdFormProps) {
  const t = useText();
  const add = useWrite('householdLink.add');
  const [other, setOther] = useState<CaseFileId | null>(null);
  const [kinship, setKinship] = useState<Kinship>('SIBLING');
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (other !== null && (await add.run({ caseFileId, otherCaseFileId: other, kinship })).ok) onDone();
  };
  return (
    <form className="team-add" onSubmit={(event) => void submit(event)}>
      <PickCase not={caseFileId} value={other} onValue={setOther} />
      <NativeSelect
        label={t('household.what', pronouns)}
        data={Kinship.options.map((one) => ({ value: one, label: t(`household.kinship.${one}`, pronouns) }))}
        value={kinship}
        onChange={(event) => setKinship(Kinship.parse(event.currentTarget.value))}
      />
      {add.error && <ErrorSentence error={add.error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onDone}>
          {t('household.leave')}
        </Button>
        <Button type="submit" variant="default" loading={add.isRunning} disabled={other === null}>
          {t('household.keep')}
        </Button>
      </div>
    </form>
  );
}
