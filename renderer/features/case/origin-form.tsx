// How the case came to the house and what somebody decided about trafficking. All of it may stay open; help depends on none of it.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StoredCaseFile } from '#shared/records/case-file';
import { DecidedBy, IntakeChannel, TraffickingStatus } from '#shared/records/case-origin';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

const find = <T extends string>(options: readonly T[], value: string): T | null =>
  options.find((option) => option === value) ?? null;

export function OriginForm({ caseFile }: { caseFile: StoredCaseFile }) {
  const t = useText();
  const save = useWrite('caseFile.updateDetails');
  const [channel, setChannel] = useState(caseFile.intakeChannel);
  const [trafficking, setTrafficking] = useState(caseFile.trafficking);
  const [eligibility, setEligibility] = useState(caseFile.eligibility);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const details = { intakeChannel: channel, trafficking, eligibility };
    void save.run({ caseFileId: caseFile.id, basedOn: caseFile.revision, details });
  };
  const decide = (status: TraffickingStatus | null): void =>
    setTrafficking(status === null ? null : { status, decidedBy: trafficking?.decidedBy ?? 'NOT_DECIDED' });
  return (
    <Sheet title={t('cases.origin')}>
      <form className="stack" onSubmit={submit}>
        <NativeSelect
          label={t('cases.channel')}
          value={channel ?? ''}
          data={[
            { value: '', label: t('cases.channelNone') },
            ...IntakeChannel.options.map((value) => ({ value, label: t(`cases.channels.${value}`) })),
          ]}
          onChange={(event) => setChannel(find(IntakeChannel.options, event.currentTarget.value))}
        />
        <NativeSelect
          label={t('cases.trafficking')}
          description={t('cases.traffickingHint')}
          value={trafficking?.status ?? ''}
          data={[
            { value: '', label: t('cases.traffickingNone') },
            ...TraffickingStatus.options.map((value) => ({ value, label: t(`cases.traffickingStates.${value}`) })),
          ]}
          onChange={(event) => decide(find(TraffickingStatus.options, event.currentTarget.value))}
        />
        {trafficking && (
          <NativeSelect
            label={t('cases.decidedBy')}
            value={trafficking.decidedBy}
            data={DecidedBy.options.map((value) => ({ value, label: t(`cases.deciders.${value}`) }))}
            onChange={(event) =>
              setTrafficking({
                ...trafficking,
                decidedBy: find(DecidedBy.options, event.currentTarget.value) ?? 'NOT_DECIDED',
              })
            }
          />
        )}
        <TextInput
          label={t('cases.eligibility')}
          maxLength={300}
          dir="auto"
          value={eligibility}
          onChange={(event) => setEligibility(event.currentTarget.value)}
        />
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row">
          <Button type="submit" variant="default" loading={save.isRunning}>
            {t('cases.keepOrigin')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
