// Who sleeps in this bed: somebody who is here, from a night on, as far as the rules of the house allow it.
import { Button, Checkbox, Select } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CaseFileId, RecordId } from '#shared/ids';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { RefusalWords, PlaceWarnings } from './place-words.tsx';

interface PutToBedProps {
  readonly bedId: RecordId;
  readonly on: string;
  readonly holdId: RecordId | null;
  /** For whom the bed is held. */
  readonly first: CaseFileId | null;
}

export function PutToBed(props: PutToBedProps) {
  const t = useText();
  const here = useRead('caseFile.houseList', {});
  const [who, setWho] = useState<string | null>(props.first);
  const found = here.value?.find((row) => row.caseFileId === who);
  if (here.error) return <ErrorSentence error={here.error} />;
  if (here.value?.length === 0) return <p className="dim">{t('house.whoNobody')}</p>;
  return (
    <>
      <Select
        label={t('house.who')}
        data={(here.value ?? []).map((row) => ({ value: row.caseFileId, label: row.nameUsed }))}
        value={who}
        onChange={setWho}
        searchable
        nothingFoundMessage={t('house.whoNobody')}
      />
      {found && <Placing key={found.caseFileId} {...props} caseFileId={found.caseFileId} />}
    </>
  );
}

function Placing({ bedId, on, holdId, caseFileId }: PutToBedProps & { caseFileId: CaseFileId }) {
  const t = useText();
  const begin = useWrite('stay.begin');
  const [day, setDay] = useState('');
  const [apartByWish, setApart] = useState(false);
  const until = day === '' ? null : day;
  const choices = useRead('stay.choices', { caseFileId, from: on, until });
  const choice = choices.value?.find((one) => one.bedId === bedId);
  // The hold that is being taken up is no reason against it.
  const refusal = holdId !== null && choice?.refusal === 'bed-held' ? null : (choice?.refusal ?? null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (begin.isRunning) return;
    void begin.run({ caseFileId, bedId, from: on, until, holdId, apartByWish });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <DayField label={t('house.means')} value={day} onValue={setDay} />
      <RefusalWords refusal={refusal} />
      {choice && refusal === null && <PlaceWarnings warnings={choice.warnings} />}
      {choice?.warnings.includes('FAMILY_APART') && (
        <Checkbox
          label={t('house.apart')}
          checked={apartByWish}
          onChange={(event) => setApart(event.currentTarget.checked)}
        />
      )}
      {begin.error && <ErrorSentence error={begin.error} />}
      <Button type="submit" fullWidth loading={begin.isRunning} disabled={choice === undefined || refusal !== null}>
        {t('house.sleeps')}
      </Button>
    </form>
  );
}
